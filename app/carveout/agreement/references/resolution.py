"""From the numbers that a reference names to the clauses that bear them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.references.mentions import ATTACHMENT_WORDS

if TYPE_CHECKING:
    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.numbers import Cited
    from carveout.agreement.references.register import Register

_HYPHEN = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)[–-](\d{1,3}(?:\.\d{1,3})?)")
_FAR_BACK = 6000
"""Code points beyond which no label is looked for in the words of a clause."""
_SAID = 120
"""Code points before a reference that may say what it points to."""
_TOO_WIDE = ATTACHMENTS | {ClauseKind.CHAPTER, ClauseKind.ARTICLE}
_NAMES = re.compile(r"(?:clause|section|paragraph|item)s? $", re.IGNORECASE)
_THIS = {
    "section": frozenset({ClauseKind.SECTION}),
    "article": frozenset({ClauseKind.ARTICLE}),
    "clause": frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE}),
    **dict.fromkeys(ATTACHMENT_WORDS, ATTACHMENTS),
}
"""The kinds of clause that words call "this Section" and the like."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference is resolved: the clause in which its words stand, and the scopes that its numbers can be of.

    `holder` is the clause that holds what its labels name, where the words say so.
    """

    near: int | None
    scopes: tuple[int | None, ...]
    holder: int | None = None


def resolve(flat: str, register: Register, mention: Mention, place: Place) -> tuple[tuple[int, ...], ...]:
    """Return for each number of a mention the clauses that it names, none where it names nothing."""
    if mention.within is not None:
        if mention.within.cited:
            holders = [clause for found in resolve(flat, register, mention.within, place) for clause in found]
        else:
            holders = _this(register, mention.within.word, place.near)
            if not holders:
                mention = replace(mention, within=None)
        if mention.ordinal is not None:
            return (tuple(found for holder in holders for found in _counted(register, holder, mention.ordinal)),)
        if not holders and mention.within is not None:
            return tuple(() for _ in mention.cited)
        place = Place(place.near, place.scopes, holders[-1] if holders else None)
    found: list[tuple[int, ...]] = []
    before: int | None = None
    for position, number in enumerate(mention.cited):
        if before is not None and number.head is None and _only_printed(register, mention.cited[position - 1], before):
            span = register.outline[before].span
            one = before if flat.find(f"({number.labels[0]})", span.start, span.end) >= 0 else None
        else:
            one = _one(flat, register, mention, number, place, before)
        if one is None:
            found.append(_otherwise(register, mention, number, place))
        elif number.through and before is not None:
            found.append(register.between(before, one)[1:] or (one,))
        else:
            found.append((one,))
        before = one if one is not None else before
    return tuple(found)


def _otherwise(register: Register, mention: Mention, number: Cited, place: Place) -> tuple[int, ...]:
    """Find what a number names that no clause bears as it stands.

    The sections of an article that prints no label; both ends of a range with a hyphen, and what is between; a number
    whose parts are those of a list in lists; the section of a number in brackets; and what an attachment cites of the
    agreement that it is attached to.
    """
    if place.holder is not None or mention.word in ATTACHMENT_WORDS:
        return ()
    if number.head is None:
        alone = register.division(mention.word, number.labels[0], place.scopes, place.near)
        below = None if alone is None or mention.word != "section" else _followed(register, alone, number.labels[1:])
        return () if below is None else (below,)
    ends = _HYPHEN.fullmatch(number.head)
    if ends is not None:
        first, last = (register.division(mention.word, end, place.scopes, place.near) for end in ends.groups())
        return () if first is None or last is None or last < first else register.between(first, last)
    if mention.word == "article" and "." not in number.head and not number.labels:
        return register.sections(number.head, place.scopes)
    for around in () if place.near is None else (place.near, *register.outline.ancestors(place.near)):
        found = _followed(register, around, (*number.head.split("."), *number.labels))
        if found is not None:
            return (found,)
    outer = register.around(place.near, number.head)
    clause = register.division(mention.word, number.head, outer, None)
    below = None if clause is None else _followed(register, clause, number.labels)
    return () if below is None else (below,)


def _followed(register: Register, clause: int, labels: tuple[str, ...]) -> int | None:
    """Return the clause to which labels lead from one to its child, None where one of them leads nowhere."""
    found: int | None = clause
    for label in labels:
        found = None if found is None else register.child(found, label)
    return found


def _only_printed(register: Register, number: Cited, clause: int) -> bool:
    """Tell whether a number was found in a clause's words, and isn't the clause's own."""
    return not (number.labels and register.labelled(clause, number.labels[-1]))


def _this(register: Register, word: str, near: int | None) -> list[int]:
    """Return the section, article or attachment around the words: "of this Section"; none for a narrower word."""
    kinds = _THIS.get(word)
    if near is None or kinds is None:
        return []
    return [one for one in (near, *register.outline.ancestors(near)) if register.outline[one].kind in kinds][:1] or [
        near
    ]


def _counted(register: Register, holder: int, ordinal: int) -> tuple[int, ...]:
    """Return the third of the items of a clause, or the clause where it has none of them."""
    items = [one for one in register.outline.children(holder) if register.outline[one].number is not None]
    return (items[ordinal - 1],) if ordinal <= len(items) else (holder,)


def _one(
    flat: str, register: Register, mention: Mention, number: Cited, place: Place, before: int | None
) -> int | None:
    if number.head is None:
        return _labelled(flat, register, mention, number, place, before)
    if mention.word in ATTACHMENT_WORDS:
        said = flat[max(0, mention.span.start - _SAID) : mention.span.start]
        whole = number.head + "".join(f"({one})" for one in number.labels)
        attached = register.attachments.named(mention.word, whole, place.near, said)
        if attached is not None:
            return attached
        clause = register.attachments.named(mention.word, number.head, place.near, said)
    elif place.holder is not None:
        inside = register.scope[place.holder]
        clause = register.below(place.holder, number.head) or register.division(
            mention.word, number.head, (inside,), place.holder
        )
    else:
        clause = register.division(mention.word, number.head, place.scopes, place.near)
    return None if clause is None else _down(flat, register, clause, number.labels)


def _down(flat: str, register: Register, clause: int, labels: tuple[str, ...]) -> int | None:
    """Follow labels down from a clause; where one is printed in the clause's words though no item bears it, stay."""
    for label in labels:
        found = register.below(clause, label)
        if found is None:
            span = register.outline[clause].span
            return clause if flat.find(f"({label})", span.start, span.end) >= 0 else None
        clause = found
    return clause


def _labelled(
    flat: str, register: Register, mention: Mention, number: Cited, place: Place, before: int | None
) -> int | None:
    """Return the clause of labels alone: in a holder, beside the one named before, or around the words themselves."""
    if before is not None:
        beside = _beside(flat, register, number, before)
        if beside is not None:
            return beside
    if place.holder is not None:
        return _down(flat, register, place.holder, number.labels)
    if place.near is None:
        return None
    at = mention.span.start
    for around in (place.near, *register.outline.ancestors(place.near)):
        if register.outline[around].kind in _TOO_WIDE:
            return register.child(around, number.labels[0])
        found = register.child(around, number.labels[0], at if mention.side != "below" else None)
        if found is not None:
            return _down(flat, register, found, number.labels[1:])
        printed = _printed(flat, register, around, number.labels[0], at, own=around != place.near)
        if printed is not None:
            return printed
    return None


def _beside(flat: str, register: Register, number: Cited, before: int) -> int | None:
    """Return the clause that stands in one list with the one named before: the (b) of "Section 2.1(a) and (b)"."""
    for above in register.outline.ancestors(before):
        found = register.child(above, number.labels[0])
        if found is not None and found > before:
            return _down(flat, register, found, number.labels[1:])
        if register.outline[above].kind in ATTACHMENTS:
            break
    span = register.outline[before].span
    return before if flat.find(f"({number.labels[0]})", span.start, span.end) >= 0 else None


def _printed(flat: str, register: Register, clause: int, label: str, at: int, *, own: bool) -> int | None:
    """Return the clause that prints a label before an offset where it opens an item of no outline.

    It is the clause itself, or, unless only its `own` words are looked at, one below it.
    """
    outline = register.outline
    for span in reversed(outline.own(clause) if own else (outline[clause].span,)):
        found = flat.rfind(f"({label})", max(span.start, outline[clause].body_start, at - _FAR_BACK), min(span.end, at))
        if found > 0 and not (flat[found - 1].isalnum() or flat[found - 1] == ")") and not _named(flat, found):
            return outline.at(found)
    return None


def _named(flat: str, at: int) -> bool:
    """Tell whether a label is one that a reference names, and opens no item."""
    return _NAMES.search(flat, max(0, at - 16), at) is not None
