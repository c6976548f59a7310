"""From the words that mention clauses to the references that they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from carveout.agreement.content import Reference
from carveout.agreement.references.beyond import Owner, Whose, owner_of
from carveout.agreement.references.mentions import ATTACHMENT_WORDS
from carveout.agreement.references.register import Place
from carveout.agreement.references.resolution import resolve
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.reading import Reading
    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.register import Register

_LISTED = frozenset({"item", "title", "recital", "part", "chapter"})
"""Words that count things of many kinds: a number of theirs that no clause bears is nothing that is missing."""
_CLOSING_QUOTES = frozenset('"”')
_SURVEYED = re.compile(r",? (?:Township|Block|Range)\b")
"""What follows the number of a section of land."""
_JOINTS = frozenset({" ", ", "})
"""What stands between two references where the second goes on with the first."""
_LAWS_COUNT = 100
"""Numbers without a point from which on sections are those of a law where no clause of ours bears them."""
_STATUTORY = re.compile(r"\d{1,5}[A-Z]{0,2}(?:-\d{1,4})?")
_DEFINED = re.compile(
    r" (?:of|in|under|to) the definition (?:of (?:the term )?[\"“]?(?P<term>[A-Z][^\"”.;()\n]{0,60})|thereof)"
)
_WORD_BEFORE = re.compile(
    r"(?<![.;:] )(?<!\n)\b(?!This|The|Under|If|In|See|Of|To|And|Or|Subject|Per|With|Each)[A-Z][\w’']{1,30} $"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention, and for each of its numbers the clauses that it names; `external` where no clause of ours is meant."""

    mention: Mention
    span: Span
    targets: tuple[tuple[int, ...], ...]
    external: bool


def pointing(reading: Reading, flat: str, register: Register, mentions: Iterable[Mention]) -> Iterator[Reference]:
    """Yield the references that mentions make, in order; none for a mention that turns out to point to nothing."""
    clauses_of = {term.term: term.clause for term in reversed(reading.terms)}
    found = [one for mention in mentions if (one := _found(reading, flat, register, mention, clauses_of)) is not None]
    outside = {head for one in found if one.external and (head := _head(one.mention)) and not register.bears(head)}
    past = -1
    for one in _apart(found):
        beside = past >= 0 and flat[past : one.span.start] in _JOINTS
        past = one.span.end if one.external else -1
        if one.external or any(one.targets):
            yield from _split(reading, one)
        elif beside or register.amends or _head(one.mention) in outside or _of_a_law(flat, one.mention):
            yield _reference(reading, one.span, (), external=True)
        elif one.mention.outermost.word not in _LISTED:
            yield _reference(reading, one.span, (), external=False)


def _apart(found: list[_Found]) -> Iterator[_Found]:
    """Yield what was found, with no words that belong to the next: the name of a law may seem to go on there."""
    for one, following in zip_longest(found, found[1:]):
        over = following is not None and one.span.end > following.span.start
        yield replace(one, span=Span(one.span.start, following.span.start)) if over else one


def _found(
    reading: Reading, flat: str, register: Register, mention: Mention, clauses_of: dict[str, int]
) -> _Found | None:
    near = reading.outline.at(mention.span.start)
    place = Place(near, register.scopes(near))
    if _SURVEYED.match(flat, mention.span.end):
        return None
    defined = _DEFINED.match(flat, mention.span.end)
    if defined is not None:
        return _in_definition(flat, register, mention, place, defined, clauses_of)
    owner = owner_of(flat, mention)
    if owner.shared and owner.whose is not Whose.LAW:
        targets = resolve(register, mention, place)
        owner = Owner(Whose.OWN, mention.span.end) if any(targets) else owner
    closed = flat.startswith(")", mention.span.end)
    span = mention.span if closed else Span(mention.span.start, max(mention.span.end, owner.end))
    if owner.whose is Whose.LAW:
        return _Found(mention, span, (), external=True)
    if owner.whose is Whose.OTHER:
        named = register.named(owner.name, near)
        if named is None:
            return _Found(mention, span, (), external=True)
        targets = resolve(register, mention, Place(None, named))
        return _Found(mention, span, targets, external=False)
    if owner.whose is Whose.DISCLOSURE:
        targets = resolve(register, mention, Place(None, register.disclosed))
        return _Found(mention, span, targets, external=False)
    return _Found(mention, span, resolve(register, mention, place), external=False)


def _in_definition(
    flat: str,
    register: Register,
    mention: Mention,
    place: Place,
    defined: re.Match[str],
    clauses_of: dict[str, int],
) -> _Found | None:
    """Read "clause (b) of the definition of Permitted Liens": the clause that defines the term holds the label."""
    words = (defined["term"] or "").rstrip(" ,")
    while words and words not in clauses_of:
        words = words.rpartition(" ")[0].rstrip(" ,")
    if not words:
        return None
    end = defined.start("term") + len(words)
    if flat[end : end + 1] in _CLOSING_QUOTES:
        end += 1
    span = Span(mention.span.start, end)
    targets = resolve(register, mention, Place(place.near, place.scopes, clauses_of[words]))
    return _Found(mention, span, targets, external=False)


def _head(mention: Mention) -> str | None:
    """Return the whole number that a mention begins with, if the clauses of an attachment don't bear it."""
    widest = mention.outermost
    head = widest.cited[0].head if widest.cited else None
    return None if head is None or widest.word in ATTACHMENT_WORDS else head


def _of_a_law(flat: str, mention: Mention) -> bool:
    """Tell whether a number that no clause bears is one as laws have them, or follows the name of something else."""
    head = _head(mention)
    if head is None:
        return False
    if flat[mention.span.start] == "§":
        return True
    if _STATUTORY.fullmatch(head) and (head[-1].isalpha() or int(re.split(r"\D", head)[0]) >= _LAWS_COUNT):
        return True
    start = mention.span.start
    return not flat[start : start + 2].isupper() and _WORD_BEFORE.search(flat, max(0, start - 40), start) is not None


def _split(reading: Reading, found: _Found) -> Iterator[Reference]:
    """Yield a reference whose every number finds its clause; a number that finds none is one of its own."""
    if found.external or all(found.targets) or found.mention.within is not None:
        yield _reference(reading, found.span, _flat(found.targets), external=found.external)
        return
    cited = found.mention.cited
    start = found.span.start
    run: list[tuple[int, ...]] = []
    for position, targets in enumerate(found.targets):
        last = position + 1 == len(cited)
        run.append(targets)
        if last or bool(targets) != bool(found.targets[position + 1]):
            end = found.span.end if last else cited[position].end
            yield _reference(reading, Span(start, end), _flat(run), external=False)
            start = end if last else cited[position + 1].start
            run = []


def _flat(targets: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(clause for some in targets for clause in some))


def _reference(reading: Reading, span: Span, targets: tuple[int, ...], *, external: bool) -> Reference:
    clause = reading.outline.at(span.start)
    return Reference(clause if clause is not None else 0, span, span.of(reading.text), targets, external)
