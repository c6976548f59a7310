"""Rows: what stands side by side at one height of a page. A memo is a sequence of rows, none taller than a few lines.

Tables are rows too: the cells of a table row are wrapped one by one and their lines set side by side, so that a cell
of any length breaks across pages like running text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.signs import Sign
    from carveout.memo.typesetting.style import Colour
    from carveout.memo.typesetting.text import Block, Line


@dataclass(slots=True)
class Box:
    """A filled rectangle: `x` from the left edge of the page, `top` down from the row's top, in points."""

    x: float
    top: float
    width: float
    height: float
    colour: Colour


class Figure(StrEnum):
    """A shape that tells a state or a severity without colour."""

    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    DISC = "disc"
    RING = "ring"
    HALF = "half"


@dataclass(slots=True)
class Mark:
    """A figure or a flag, `size` points across, with its centre at `x` and `middle` points down from the row's top."""

    figure: Figure | Sign
    x: float
    middle: float
    size: float
    colour: Colour
    said: str = ""
    """What it tells that no word beside it does."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its upper left corner at `x` and at the row's top. `pixels` are red, green and blue, line by line."""

    x: float
    width: float
    height: float
    across: int
    down: int
    pixels: bytes
    said: str
    """What it shows, for whoever can't see it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline that leads to its row; `level` counts from 0."""

    title: str
    level: int
    closed: bool = False


@dataclass(slots=True)
class Row:
    """One height of the page. `lines` stand on one baseline, `baseline` points down from the row's top.

    A row with `keep` stays on the page of the next one. A `gap` vanishes at the head of a page. `places` are the names
    that links lead to, `head` the rows that are repeated where a table goes on over the page. `folio` is the name of a
    place whose page number is set at the right end of the row. `drawn` is the figure that the row is a part of, words
    and all.
    """

    height: float
    lines: list[Line] = field(default_factory=list)
    baseline: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    pictures: tuple[Picture, ...] = ()
    folio: str = ""
    drawn: Block | None = None
    bookmark: Bookmark | None = None
    keep: bool = False
    gap: bool = False
    new_page: bool = False
    head: tuple[Row, ...] = ()


def gap(height: float) -> Row:
    """Return space between two things, which vanishes at the head of a page."""
    return Row(height, gap=True)


def rows_of(lines: Iterable[Line], leading: float, size: float) -> Iterator[Row]:
    """Yield a row for each line."""
    baseline = baseline_of(leading, size)
    for line in lines:
        yield Row(leading, [line], baseline)


def side_by_side(columns: Iterable[Iterable[Line]], leading: float, size: float) -> Iterator[Row]:
    """Yield rows that hold the first line of every column, then the second of every column, and so on."""
    baseline = baseline_of(leading, size)
    for lines in zip_longest(*columns):
        yield Row(leading, [line for line in lines if line is not None], baseline)


def baseline_of(leading: float, size: float) -> float:
    """Return how far below the top of a row the baseline stands."""
    return leading / 2 + size * 0.33


def glued(rows: Iterable[Row], *, whole: int = 3) -> Iterator[Row]:
    """Yield the rows so that neither the first nor the last stands alone on a page; `whole` of them aren't parted."""
    coming = iter(rows)
    pending = list(islice(coming, whole + 1))
    if len(pending) <= whole:
        for row in pending[:-1]:
            row.keep = True
        yield from pending
        return
    pending[0].keep = True
    for row in coming:
        pending.append(row)
        yield pending.pop(0)
    pending[-2].keep = True
    yield from pending
