"""Where one instrument ends and the next begins: a filing carries agreements, and each defines its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause, Outline

ATTACHMENTS = frozenset({ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX})
_CARRIED = frozenset({ClauseKind.PREAMBLE, ClauseKind.RECITAL, ClauseKind.CHAPTER, ClauseKind.ARTICLE})
_DIVISIONS = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
_SPEAKS_OF_ITSELF = re.compile(
    r"[Tt]his (?:[A-Z][\w&-]* ){0,4}(?:[Aa]greement|[Cc]ontract|Lease|Deed|Amendment|Guarant(?:y|ee)|Indenture|Note"
    r"|Warrant|Plan|[Ll]etter|License|Undertaking|Assignment|AGREEMENT|CONTRACT|LEASE|DEED|Addendum|Term Sheet|M?NDA"
    r"|DPA|MSA|EULA|Order Form|Cover Page)\b|[Tt]hese Terms\b"
)
_AGREES = re.compile(
    r"\bagrees?\b[^.;:]{0,80}? as follows\b|\bhereby (?:covenants? and )?agrees?\b"
    r"|\bby (?:signing|executing) (?:this|below)\b[^.;:]{0,160}?\b(?:agrees?|enters? into|accepts?)\b",
    re.IGNORECASE,
)
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Instrument:
    """One agreement, or the filing around it: the words within which a defined term holds.

    `root` is the attachment that carries it, None for the document itself. `spans` are in the order of the text.
    `clauses` are the ids of its clauses, `preamble` is where they name the parties. `operative` tells whether it is an
    agreement, so that it can hold representations and carve-outs: it has a preamble, its parties "agree as follows",
    or it speaks of "this Agreement".
    """

    root: int | None
    spans: tuple[Span, ...]
    clauses: tuple[int, ...]
    preamble: Span | None
    operative: bool


def instruments(text: str, outline: Outline) -> tuple[Instrument, ...]:
    """Return the instruments of a document; together they hold every code point of the text.

    An exhibit, schedule, annex or appendix that carries a preamble or an article of its own is an instrument; one
    that carries neither belongs to the instrument before it. The filing around an agreement is none itself.
    """
    owners = _owners(outline)
    spans = _spans(text, outline, owners)
    carried = tuple(sorted({owner for owner in owners if owner is not None}))
    found = []
    for root in (None, *carried):
        own = tuple(clause for clause, owner in enumerate(owners) if owner == root)
        if own or root in spans:
            kinds = {outline[clause].kind for clause in own}
            around = root is None and _is_filing(outline, own)
            operative = not around and (ClauseKind.PREAMBLE in kinds or _agrees(text, spans.get(root, ())))
            found.append(Instrument(root, spans.get(root, ()), own, _preamble(outline, own), operative))
    return tuple(found)


def _owners(outline: Outline) -> list[int | None]:
    """Return for each clause the attachment that carries its instrument."""
    owners: list[int | None] = []
    latest: dict[int | None, int] = {}
    for clause in outline:
        above = None if clause.parent is None else owners[clause.parent]
        if clause.kind in ATTACHMENTS:
            if _carries_agreement(outline, clause):
                latest[clause.parent] = clause.id
            above = latest.get(clause.parent, above)
        owners.append(above)
    return owners


def _carries_agreement(outline: Outline, clause: Clause) -> bool:
    """Tell whether a clause below opens an agreement; a heading without words, as in a table, opens none."""
    below = [outline[child] for child in outline.children(clause.id)]
    return any(one.kind in _CARRIED and one.end > one.body_start for one in below)


def _spans(text: str, outline: Outline, owners: list[int | None]) -> dict[int | None, tuple[Span, ...]]:
    found: dict[int | None, list[Span]] = {}
    start, current = 0, None
    for clause in outline:
        if owners[clause.id] != current:
            if clause.start > start:
                found.setdefault(current, []).append(Span(start, clause.start))
            start, current = clause.start, owners[clause.id]
    if len(text) > start:
        found.setdefault(current, []).append(Span(start, len(text)))
    return {owner: tuple(spans) for owner, spans in found.items()}


def _preamble(outline: Outline, own: tuple[int, ...]) -> Span | None:
    """Return the preamble, or else what stands before the first article or section."""
    for clause in own:
        if outline[clause].kind is ClauseKind.PREAMBLE:
            return outline[clause].span
        if outline[clause].kind in _DIVISIONS:
            return Span(outline[own[0]].start, outline[clause].start)
    return None


def _is_filing(outline: Outline, own: tuple[int, ...]) -> bool:
    """Tell whether clauses are the items of a filing more than the sections of an agreement."""
    items = sum(outline[clause].kind is ClauseKind.FILING_ITEM for clause in own)
    return items > 0 and items >= sum(outline[clause].kind in _DIVISIONS for clause in own)


def _agrees(text: str, spans: tuple[Span, ...]) -> bool:
    """Tell whether anybody agrees in some stretches of text, or they speak of themselves as an agreement."""
    if any(_AGREES.search(text, span.start, span.end) for span in spans):
        return True
    found = (match for span in spans for match in _SPEAKS_OF_ITSELF.finditer(text, span.start, span.end))
    return sum(1 for _ in islice(found, _OFTEN)) == _OFTEN
