"""The drift table: its columns, cells and pieces, and the differences that are told beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.span import Span


class Aspect(StrEnum):
    """A part of a carve-out, or of the rule that it is carved out of; a row of the drift table."""

    OPERATOR = "operator"
    EXCUSED = "what is excused"
    CAUSE = "cause"
    EVENT = "event"
    WHO = "who"
    TAIL = "tail"
    RULE = "rule qualified"
    RULE_SUBJECT = "subject of the rule"
    PERIOD = "period"
    ENDING = "ends with"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a cell, and whether they differ from what most siblings say."""

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one carve-out says of one aspect: where the words stand, white space collapsed in `pieces`.

    Both are empty where it says nothing of it; `differs` then tells whether most siblings do. Pieces without spans are
    a word of ours for what the text says by its form only: that it excludes "entities" from a "class", and whether its
    rule speaks of the "present" or the "future". What stands between several spans is shown as " … ".
    """

    aspect: Aspect
    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    differs: bool

    @property
    def words(self) -> str:
        """The words of the cell, empty where it has none."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Column:
    """A carve-out or carve-in and its cells, one for each Aspect in their order."""

    carveout: Carveout
    cells: tuple[Cell, ...]

    def cell(self, aspect: Aspect) -> Cell:
        """Return the cell of one aspect."""
        return next(cell for cell in self.cells if cell.aspect is aspect)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference worth telling: the carve-outs on either side of it, and a sentence for counsel."""

    carveouts: tuple[Carveout, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Drift:
    """The carve-outs of one subject side by side, in the order of the text, and how they differ."""

    subject: str
    columns: tuple[Column, ...]
    differences: tuple[Difference, ...]
