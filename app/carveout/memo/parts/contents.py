"""The contents: every part of the memo with the page on which it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Row, gap
from carveout.memo.typesetting.style import CONTENTS, HAIRLINE, HEAD_CELL
from carveout.memo.typesetting.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer

_NAME = 18.0
"""How far from the margin the name of a part stands, whatever its number; in points."""
_ROOM = 40.0
"""What the page numbers have for themselves, in points."""


def contents(composer: Composer) -> Iterator[Row]:
    """Yield a line for each part; its page is set when all pages are known."""
    yield gap(14)
    yield composer.row([Run("CONTENTS", HEAD_CELL)])
    for part, number in composer.numbers.items():
        place = f"part-{number}"
        row = composer.row([Run(str(number), CONTENTS, link=place)])
        row.lines += composer.row([Run(part.called, CONTENTS, link=place)], LEFT + _NAME, MEASURE - _NAME - _ROOM).lines
        row.lines[1].block = row.lines[0].block
        row.folio = place
        row.keep = True
        row.boxes.append(Box(LEFT, row.height - 0.5, MEASURE, 0.4, HAIRLINE))
        yield row
    yield Row(2)
