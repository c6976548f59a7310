"""Setting lines whose columns carry meaning: each group of words starts where its column was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.memo.typesetting.text import Fragment, Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.memo.typesetting.glyphs import Glyphs

WIDEST = 160
"""Columns beyond which a line is no table and is wrapped like any other."""

_CELL = 0.56
"""The width of a column, in ems."""

_GROUPS = re.compile(r"( +)|([^ ]+)")


def tabulated(glyphs: Glyphs, lines: Iterable[Sequence[Run]], width: float, columns: int) -> Iterable[Line]:
    """Yield a line for each line of the source. The runs' text holds its spaces; `columns` is the longest line's count.

    Words that are one space apart stay together; what follows a wider space starts at its own column. Where the
    columns don't fit the width, they are drawn closer, and the type made smaller with them.
    """
    for runs in lines:
        size = runs[0].style.size if runs else 0.0
        cell = min(size * _CELL, width / max(columns, 1))
        yield _set(glyphs, runs, cell, min(1.0, cell / (size * _CELL)) if size else 1.0)


def _set(glyphs: Glyphs, runs: Sequence[Run], cell: float, shrunk: float) -> Line:
    fragments: list[Fragment] = []
    column, x, spaces = 0, 0.0, 2
    for run in runs:
        size = run.style.size * shrunk
        for match in _GROUPS.finditer(run.text):
            if match.group(1):
                spaces += len(match.group())
                column += len(match.group())
                continue
            between = glyphs.space(run.style.face) * size if spaces and fragments else 0.0
            x = max(x + between, column * cell) if spaces > 1 else x + between
            for piece in glyphs.pieces(run.style.face, match.group()):
                end = x + piece.width * size
                fragments.append(Fragment(run, piece.font, size * piece.scale, piece.text, x, end, piece.coded))
                x = end
            if run.at is not None:  # a number after a passage takes no column
                column += len(match.group())
            spaces = 0
    return Line(fragments)
