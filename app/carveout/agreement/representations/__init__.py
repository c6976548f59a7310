"""Representations and warranties: the sections in which a party represents, told from those that only talk about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Representation
from carveout.agreement.instruments import ATTACHMENTS, instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.representations.headed import headed
from carveout.agreement.representations.speakers import Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument

_BODIES = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
_AROUND = frozenset({ClauseKind.COVER, ClauseKind.PREAMBLE, ClauseKind.RECITAL, ClauseKind.SIGNATURE})
_VERB = r"(?:warrants?|covenants?|agrees?|acknowledges?|undertakes?|confirms?|guarantees?|certif(?:y|ies))\b"
_MADE_BELOW = (
    r"s? (?:to \w+(?: \w+){0,4} )?(?:each of )?the (?:following (?:\w+ ){0,3}(?:representation|warrant)"
    r"|(?:representations?|warrant(?:y|ies))"
    r"(?: and (?:representations?|warrant(?:y|ies)))? (?:(?:set out|set forth|contained|stated|listed) )?"
    r"(?:below\b|hereinafter\b|in (?:this|the|clause|section|article|schedule|annex|appendix)\b))"
)
_STATEMENTS = (
    re.compile(
        rf"represents?(?:/warrants?|,? (?:and|&) (?:\w+ )?{_VERB}|,(?: \w+,?){{0,3}} (?:and )?{_VERB}"
        r"| to (?!be\b)|,? that\b|,? as follows\b| unto\b| for the benefit\b|: )"
    ),
    re.compile(
        r"warrants?(?: (?:and|&) (?:represents?|covenants?|agrees?|undertakes?)\b|,? that\b| to (?:\w+ ){1,3}that\b"
        r"|,? as follows\b)"
    ),
    *(re.compile(verb + _MADE_BELOW) for verb in ("make", "give")),
)
"""Each begins with a word of its own, so that a plain search finds where it can stand."""
_DISCLAIMED = re.compile(
    r"\bno (?:other|additional|further|implied)\b.{0,30}\b(?:representation|warrant)|\bdisclaim|\bnon-?reliance\b"
    r"|\bexclusiv.{0,20}\b(?:representation|warrant)|\bsurvival\b|\bno (?:outside )?reliance\b"
    r"|^no (?:\w+ )?(?:representations?|warrant(?:y|ies))\b",
    re.IGNORECASE,
)
_SURVIVES = re.compile(
    r"\s*(?:all|the|each) (?:of the )?(?:representations?|warrant(?:y|ies))\b[^.;]{0,240}\b(?:surviv|shall be true)",
    re.IGNORECASE,
)


def representations(
    text: str, outline: Outline, terms: tuple[Term, ...], speakers: Speakers | None = None
) -> tuple[Representation, ...]:
    """Return one representation for each section, or article without sections, in which a party represents or warrants.

    "X represents and warrants that" makes one where it stands; before the sections of an article, it makes one of
    each section. A section that disclaims ("No other representations"), and words about representations made
    elsewhere ("the representations made by X are true"), make none. `speakers` are those of the text and its terms,
    where they were found before.
    """
    text = unbroken(text)
    lower = folded(text)
    speakers = speakers or Speakers(text, terms)
    found: dict[int, list[str]] = {}
    for instrument in instruments(text, outline):
        if instrument.operative:
            for at in _statements(text, lower, instrument):
                body = _body(outline, at, instrument)
                speaker = None if body is None else speakers.before(at)
                if body is not None and speaker is not None:
                    _take(text, outline, at, body, speaker, found)
            for body, by in headed(text, outline, instrument, terms):
                _take_headed(text, outline, body, by, found)
    return tuple(Representation(clause, " and ".join(found[clause]) or None) for clause in sorted(found))


def _statements(text: str, lower: str, instrument: Instrument) -> Iterator[int]:
    """Yield where a verb stands that can make a representation, in order."""
    for span in instrument.spans:
        starts = (match.start() for pattern in _STATEMENTS for match in pattern.finditer(lower, span.start, span.end))
        for at in sorted(starts):
            one_case = text[at].islower() or text[at : at + 4].isupper()
            if one_case and not text[at - 1 : at].isalnum():
                yield at


def _take(
    text: str, outline: Outline, at: int, body: int, speaker: tuple[str, ...], found: dict[int, list[str]]
) -> None:
    """Add the clauses of which the verb at `at`, said in `body`, makes representations."""
    led = [child for child in _sections(outline, body) if outline[child].start > at]
    if led:
        found.update({clause: list(speaker) for clause in led if not _disclaims(text, outline, clause)})
    elif not _disclaims(text, outline, body):
        names = found.setdefault(body, [])
        names += [name for name in speaker if name not in names]


def _take_headed(text: str, outline: Outline, body: int, by: str | None, found: dict[int, list[str]]) -> None:
    """Add a clause that only its heading calls a representation, or its sections, where nothing in it represents."""
    led = list(_sections(outline, body)) or [body]
    above = {body, *outline.ancestors(body)}
    if above.isdisjoint(found) and not any(clause in found for clause in led):
        found.update({clause: [by] if by else [] for clause in led if not _disclaims(text, outline, clause)})


def _body(outline: Outline, at: int, instrument: Instrument) -> int | None:
    """Return the section, or else the article, that holds an offset.

    In an instrument that is not divided so, and in a schedule to one, it is the topmost item; in a schedule without
    items, the schedule.
    """
    clause = outline.at(at)
    if clause is None:
        return None
    above = [clause, *outline.ancestors(clause)]
    body = next((one for one in above if outline[one].kind in _BODIES), None)
    if body is not None or outline[clause].kind in _AROUND:
        return body
    divided = any(outline[one].kind in _BODIES for one in instrument.clauses)
    schedule = next((one for one in above if outline[one].kind in ATTACHMENTS and one != instrument.root), None)
    if divided and schedule is None:
        return None
    return next((one for one in reversed(above) if outline[one].kind is ClauseKind.ITEM), schedule)


def _sections(outline: Outline, body: int) -> Iterator[int]:
    """Yield the lowest sections below a chapter, article or section."""
    for child in outline.children(body):
        if outline[child].kind in _BODIES:
            lower = list(_sections(outline, child))
            yield from lower or [child]


def _disclaims(text: str, outline: Outline, clause: int) -> bool:
    """Tell whether a section says, by its heading or its first words, that nobody represents anything in it."""
    heading = outline[clause].heading
    if heading is not None and _DISCLAIMED.search(heading):
        return True
    return _SURVIVES.match(text, outline[clause].body_start) is not None
