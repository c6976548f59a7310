"""A block: the lines of one paragraph, before they are part of the canonical text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.columns import Cell, Row
    from carveout.agreement.manuscript import FormCell, Line

_HANGING = re.compile(r"(?:and|or|to|nor)\b")
_GOES_ON = re.compile(r"(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)|[,&-])$", re.IGNORECASE)
_TAIL = 8


@dataclass(frozen=True)
class Block:
    """A piece of each line of a paragraph, and its style; `row` has its cells where it is a row of a term sheet.

    `lead` counts the code points of the first piece that its format sets apart from the words after them, and `level`
    is that of a heading, where the format names one; `depth` that of a list whose levels print their numbers alike.
    `cell` says what it is in a form that a table sets.
    """

    pieces: tuple[Cell, ...]
    style: ParagraphStyle
    row: Row | None = None
    lead: int = 0
    level: int | None = None
    depth: int | None = None
    cell: FormCell | None = None

    @property
    def first(self) -> Line:
        """The line that the block begins on."""
        return self.pieces[0].line

    @property
    def indent(self) -> int:
        """Columns before the first word."""
        return self.first.indent

    @property
    def hang(self) -> int:
        """Columns before the words of the last line: where the paragraph's margin is, one line or many."""
        return self.pieces[-1].line.indent

    @cached_property
    def glue(self) -> tuple[str, ...]:
        """What stands before each piece in the canonical text.

        A hyphen at the end of a line belongs to its word (`pre-` and `emptive` are `pre-emptive`), unless it hangs
        (`first- and second-class`).
        """
        if self.style is ParagraphStyle.FIXED:
            return ("", *["\n"] * (len(self.pieces) - 1))
        return ("", *[self._between(one.text, after.text) for one, after in pairwise(self.pieces)])

    def _between(self, one: str, after: str) -> str:
        if self.style is ParagraphStyle.CENTERED and not (_GOES_ON.search(one[-_TAIL:]) or after[0].islower()):
            return "\n"
        hyphened = one[-1] == "-" and after[0].islower() and one[-2:-1].isalpha() and not _HANGING.match(after)
        return "" if hyphened else " "

    @cached_property
    def text(self) -> str:
        """The words of the block as they stand in the canonical text."""
        return "".join(part for pair in zip(self.glue, map(self.words, self.pieces), strict=True) for part in pair)

    def words(self, piece: Cell) -> str:
        """Return a piece as it is printed: columns stay in what is fixed, elsewhere one space parts two words."""
        if self.style is ParagraphStyle.FIXED or "  " not in piece.text:
            return piece.text
        return " ".join(part for part in piece.text.split(" ") if part)
