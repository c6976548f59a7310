"""The face of an agreement: its own title, the date that it bears, and the parties to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.face.dates import date_in_row, find_date, stated_date
from carveout.agreement.face.form import date_asked_for, parties_asked_for
from carveout.agreement.face.parties import find_parties
from carveout.agreement.face.signatories import signatories
from carveout.agreement.face.titles import own_title
from carveout.agreement.instruments import instruments
from carveout.agreement.outline.tree import NUMBERED, PARTS
from carveout.agreement.prose.folding import unbroken

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from carveout.agreement.clause import Clause, Outline
    from carveout.agreement.reading import Paragraph, Party
    from carveout.agreement.span import Span

_DATED = 400
"""Characters of a preamble in which its date stands."""
_OPENING = 4_000
"""Characters of an agreement without a preamble in which it says who makes it, and when."""
_FEW = 2
_ABOVE = 800
"""Characters before the signatures in which whoever writes a letter signs it."""


@dataclass(frozen=True, slots=True)
class Face:
    """What an agreement says about itself; without a title there is no agreement."""

    title: str | None
    date: dt.date | None
    parties: tuple[Party, ...]


def face(text: str, paragraphs: Sequence[Paragraph], outline: Outline) -> Face:
    """Find the face of the agreement that a document carries: of the one with the most articles and sections.

    A document in which nobody agrees on anything has none, whatever it is called.
    """
    if not any(instrument.operative for instrument in instruments(unbroken(text), outline)):
        return Face(None, None, ())
    carrier = _carrier(outline)
    clauses = [clause for clause in outline if _part_of(outline, clause) == carrier]
    preamble = next((clause for clause in clauses if clause.kind is ClauseKind.PREAMBLE), None)
    opening = text[preamble.start : preamble.end] if preamble is not None else ""
    ahead = _ahead(paragraphs, outline, carrier, clauses, preamble)
    title = own_title(text, outline, carrier, ahead, opening)
    if title is None:
        return Face(None, None, ())
    signed = [clause for clause in clauses if clause.kind is ClauseKind.SIGNATURE]
    first = opening or _first_words(text, outline, carrier, clauses)
    date = stated_date(first) or find_date(opening[:_DATED]) or _date_of_signing(text, signed)
    date = (
        date
        or date_asked_for(text, clauses)
        or _date_on_cover(text, ahead)
        or date_in_row(text[: (preamble.start if preamble else 0) + _OPENING])
    )
    return Face(title, date, _parties(text, first, signed) or parties_asked_for(text, clauses))


def _first_words(text: str, outline: Outline, carrier: int | None, clauses: list[Clause]) -> str:
    """Return what an agreement without a preamble says before its first article or section."""
    start = outline[carrier].body_start if carrier is not None else 0
    end = next((clause.start for clause in clauses if clause.kind in NUMBERED), len(text))
    return text[start : min(max(start, end), start + _OPENING)]


def _parties(text: str, first: str, signed: list[Clause]) -> tuple[Party, ...]:
    """Return the parties that the first words name, each paragraph by itself where all together name none.

    Where they name one alone, whoever signs joins it.
    """
    found = find_parties(first)
    if not found:
        paragraphs = (find_parties(paragraph) for paragraph in first.split("\n\n"))
        found = next((parties for parties in paragraphs if parties), ())
    if len(found) >= _FEW:
        return found
    named = {party.name.casefold() for party in found}
    signing = signatories(text[max(0, clause.start - _ABOVE) : clause.end] for clause in signed[:1])
    return (*found, *(party for party in signing if party.name.casefold() not in named))


def _part_of(outline: Outline, clause: Clause) -> int | None:
    """Return the attachment that a clause stands in, itself left out; None for the document."""
    return next((above for above in outline.ancestors(clause.id) if outline[above].kind in PARTS), None)


def _carrier(outline: Outline) -> int | None:
    """Return the attachment that carries the agreement, None where that is the document itself.

    It is the document where that has a preamble and sections of its own: an attachment may be longer.
    """
    own = {clause.kind for clause in outline if _part_of(outline, clause) is None}
    if ClauseKind.PREAMBLE in own and not own.isdisjoint(NUMBERED) and ClauseKind.FILING_ITEM not in own:
        return None
    counts: dict[int | None, int] = {None: 0}
    for clause in outline:
        weight = 1 if clause.kind in NUMBERED or clause.kind is ClauseKind.PREAMBLE else 0
        part = _part_of(outline, clause)
        counts[part] = counts.get(part, 0) + weight
    return max(counts, key=lambda part: counts[part])


def _ahead(
    paragraphs: Sequence[Paragraph],
    outline: Outline,
    carrier: int | None,
    clauses: list[Clause],
    preamble: Clause | None,
) -> list[Span]:
    """Return the paragraphs of the agreement that stand before its first words: its cover and title."""
    start = outline[carrier].start if carrier is not None else 0
    opening = [clause.start for clause in clauses if clause.kind is not ClauseKind.COVER]
    end = preamble.start if preamble is not None else min(opening, default=0)
    return [paragraph.span for paragraph in paragraphs if start <= paragraph.span.start < end]


def _date_of_signing(text: str, signed: list[Clause]) -> dt.date | None:
    """Return the date that stands by itself among the signatures."""
    for clause in signed:
        for line in text[clause.start : clause.end].split("\n"):
            date = find_date(line, alone=True)
            if date is not None:
                return date
    for clause in signed:
        words = text[clause.start : clause.end]
        if (date := stated_date(words[:_DATED]) or date_in_row(words)) is not None:
            return date
    return None


def _date_on_cover(text: str, ahead: list[Span]) -> dt.date | None:
    words = (paragraph.of(text)[:_DATED].split("WHEREAS", 1)[0] for paragraph in ahead)
    return next((date for one in words if (date := find_date(one)) is not None), None)
