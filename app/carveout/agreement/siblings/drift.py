"""Drift: how carve-outs of one subject differ in wording."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.siblings.columns import Aspect, Cell, Column, Difference, Drift, Piece
from carveout.agreement.siblings.differences import differences
from carveout.agreement.siblings.marking import marked, usual
from carveout.agreement.siblings.parts import parts_of
from carveout.agreement.siblings.rules import Rules
from carveout.agreement.siblings.wording import Wording

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading

__all__ = ["Aspect", "Cell", "Column", "Difference", "Drift", "Piece", "drift", "subjects"]

_FEWEST = 2
"""Carve-outs of a subject that can differ."""


def subjects(reading: Reading) -> tuple[str, ...]:
    """Return the subjects that two carve-outs or more are for, those with the most first."""
    often = Counter(one.subject for one in reading.carveouts if one.subject is not None)
    return tuple(subject for subject, count in often.most_common() if count >= _FEWEST)


def drift(reading: Reading, subject: str) -> Drift:
    """Return the drift between the carve-outs of a subject; without columns where it has none.

    What most say is told by those that take something out: a carve-in stands among them for comparison. A full name
    where the others use the short one that it defines is no difference of wording.
    """
    found = [one for one in reading.carveouts if one.subject == subject]
    if not found:
        return Drift(subject, (), ())
    plain = unbroken(reading.text)
    rules = Rules(reading)
    wordings = [Wording(plain, one, parts_of(plain, one.span, subject), rules.of(one)) for one in found]
    rows = [_row(aspect, wordings) for aspect in Aspect]
    columns = tuple(Column(one.carveout, tuple(row[at] for row in rows)) for at, one in enumerate(wordings))
    return Drift(subject, columns, tuple(differences(reading.outline, subject, wordings)))


def _row(aspect: Aspect, wordings: list[Wording]) -> list[Cell]:
    out = [one for one in wordings if _takes_out(one.carveout)] or wordings
    said = [one.comparable(aspect) for one in out]
    most = usual(said)
    pair = len(out) == _FEWEST and most is None
    cells = []
    for one in wordings:
        own = one.comparable(aspect)
        beside = next((other for other in said if other != own), None) if pair else most
        differs = beside is not None and own != beside
        words = one.words(aspect)
        pieces = marked(words, beside or "") if differs and words else (Piece(words, differs=False),) if words else ()
        cells.append(Cell(aspect, one.spans(aspect), pieces, differs))
    return cells


def _takes_out(carveout: Carveout) -> bool:
    return carveout.kind is not CarveoutKind.INCLUSION
