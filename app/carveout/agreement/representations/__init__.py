"""Representations and warranties: the sections in which a party represents, told from those that only talk about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Representation
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.representations.speakers import Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument

_BODIES = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
_VERB = r"(?:warrants?|covenants?|agrees?|acknowledges?|undertakes?|confirms?|guarantees?|certif(?:y|ies))\b"
_STATEMENTS = (
    re.compile(
        rf"represents?(?:/warrants?|,? (?:and|&) (?:\w+ )?{_VERB}|,(?: \w+,?){{0,3}} (?:and )?{_VERB}"
        r"| to (?!be\b)|,? that\b|,? as follows\b| unto\b| for the benefit\b|: )"
    ),
    re.compile(
        r"warrants?(?: (?:and|&) (?:represents?|covenants?|agrees?|undertakes?)\b|,? that\b| to (?:\w+ ){1,3}that\b"
        r"|,? as follows\b)"
    ),
    re.compile(
        r"(?:makes?|gives?) (?:to \w+(?: \w+){0,4} )?(?:each of )?the following (?:\w+ ){0,3}(?:representation|warrant)"
    ),
)
_DISCLAIMED = re.compile(
    r"\bno (?:other|additional|further|implied)\b.{0,30}\b(?:representation|warrant)|\bdisclaim|\bnon-?reliance\b"
    r"|\bexclusiv.{0,20}\b(?:representation|warrant)|\bsurvival\b",
    re.IGNORECASE,
)


def representations(text: str, outline: Outline, terms: tuple[Term, ...]) -> tuple[Representation, ...]:
    """Return one representation for each section, or article without sections, in which a party represents or warrants.

    "X represents and warrants that" makes one where it stands; before the sections of an article, it makes one of
    each section. A section that disclaims ("No other representations"), and words about representations made
    elsewhere ("the representations made by X are true"), make none.
    """
    text = unbroken(text)
    lower = folded(text)
    speakers = Speakers(text, terms)
    found: dict[int, list[str]] = {}
    for instrument in instruments(text, outline):
        if instrument.operative:
            divided = any(outline[clause].kind in _BODIES for clause in instrument.clauses)
            for at in _statements(text, lower, instrument):
                _take(outline, at, speakers, found, divided=divided)
    return tuple(Representation(clause, " and ".join(found[clause]) or None) for clause in sorted(found))


def _statements(text: str, lower: str, instrument: Instrument) -> Iterator[int]:
    """Yield where a verb stands that can make a representation, in order."""
    for span in instrument.spans:
        starts = (match.start() for pattern in _STATEMENTS for match in pattern.finditer(lower, span.start, span.end))
        for at in sorted(starts):
            one_case = text[at].islower() or text[at : at + 4].isupper()
            if one_case and not text[at - 1 : at].isalnum():
                yield at


def _take(outline: Outline, at: int, speakers: Speakers, found: dict[int, list[str]], *, divided: bool) -> None:
    """Add the clauses of which the verb at `at` makes representations, if anybody says it."""
    speaker = speakers.before(at)
    body = _body(outline, at, divided=divided)
    if speaker is None or body is None:
        return
    led = [child for child in _sections(outline, body) if outline[child].start > at]
    if led:
        found.update({clause: list(speaker) for clause in led if not _disclaims(outline, clause)})
    elif not _disclaims(outline, body):
        names = found.setdefault(body, [])
        names += [name for name in speaker if name not in names]


def _body(outline: Outline, at: int, *, divided: bool) -> int | None:
    """Return the section, or else the article, that holds an offset; where nothing is divided so, the topmost item."""
    clause = outline.at(at)
    if clause is None:
        return None
    above = [clause, *outline.ancestors(clause)]
    items = (one for one in reversed(above) if not divided and outline[one].kind is ClauseKind.ITEM)
    return next((one for one in above if outline[one].kind in _BODIES), next(items, None))


def _sections(outline: Outline, body: int) -> Iterator[int]:
    """Yield the lowest sections below a chapter, article or section."""
    for child in outline.children(body):
        if outline[child].kind in _BODIES:
            lower = list(_sections(outline, child))
            yield from lower or [child]


def _disclaims(outline: Outline, clause: int) -> bool:
    heading = outline[clause].heading
    return heading is not None and _DISCLAIMED.search(heading) is not None
