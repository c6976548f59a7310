"""The face of an agreement: its own title, the date that it bears, and the parties to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.face.dates import find_date
from carveout.agreement.face.parties import find_parties
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
    date = find_date(opening[:_DATED]) or _date_of_signing(text, signed)
    return Face(title, date or _date_on_cover(text, ahead), find_parties(opening))


def _part_of(outline: Outline, clause: Clause) -> int | None:
    """Return the attachment that a clause stands in, itself left out; None for the document."""
    return next((above for above in outline.ancestors(clause.id) if outline[above].kind in PARTS), None)


def _carrier(outline: Outline) -> int | None:
    """Return the attachment that carries the agreement, None where that is the document itself."""
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
    return None


def _date_on_cover(text: str, ahead: list[Span]) -> dt.date | None:
    return next((date for paragraph in ahead if (date := find_date(paragraph.of(text)[:_DATED]))), None)
