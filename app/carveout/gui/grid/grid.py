"""What a grid shows, as frozen values: a view paints them and knows nothing of what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from carveout.agreement.span import Span
    from carveout.gui.glyphs import Glyph
    from carveout.gui.inspector.pill import Tone


class Face(Enum):
    """How words are set."""

    QUOTE = 0
    """Words of the agreement, in the text's face."""
    LABEL = 1
    """Our own words."""
    STRONG = 2
    """A name that the eye looks for."""
    MUTED = 3
    """What can be read over."""
    NOTHING = 4
    """That there is nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and whether they are marked."""

    words: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Runs of words in one face, wrapped together."""

    runs: tuple[Run, ...]
    face: Face = Face.LABEL

    @property
    def words(self) -> str:
        """All words of the block."""
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the text: a clause, and words in it or None for all of it."""

    clause: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks below each other, beside a shape and below a pill where there are such; `goes` is where Enter leads to.

    `pill_last` puts the pill below the blocks.
    """

    blocks: tuple[Block, ...] = ()
    glyph: Glyph | None = None
    pill: tuple[str, Tone] | None = None
    goes: Target | None = None
    pill_last: bool = False

    @property
    def words(self) -> str:
        """All that the cell says."""
        blocks = [block.words for block in self.blocks]
        pill = [self.pill[0]] if self.pill else []
        return "\n".join([*blocks, *pill] if self.pill_last else [*pill, *blocks])


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row. `key` tells it from the others, also after the rows have changed."""

    key: Hashable
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of one line across all columns, above those that belong to it."""

    key: Hashable
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, and the pixels that it needs at least."""

    title: str
    share: int = 1
    least: int = 80


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, and rows in their order."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row | Heading, ...] = ()


def said(words: str, face: Face = Face.LABEL, *, goes: Target | None = None) -> Cell:
    """Return a cell of one block without marks; an empty one for no words."""
    return Cell((Block((Run(words),), face),) if words else (), goes=goes)


@cache
def nothing(words: str = "none") -> Cell:
    """Return the cell that says that there is nothing: a grid holds it many times."""
    return said(words, Face.NOTHING)
