"""The heading block: whose paper it is, from whom, to whom, when and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.logo import made_over
from carveout.memo.parts.composer import Column
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Picture, Row
from carveout.memo.typesetting.style import CONFIDENTIAL, FIELD, FIRM, INK, LABEL, TITLE
from carveout.memo.typesetting.text import Run
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer

_FIELD_X = 46.0
_LOGO_WIDTH, _LOGO_HEIGHT = 170.0, 48.0
"""What a logo may take, in points."""


def heading(composer: Composer) -> Iterator[Row]:
    """Yield the heading block."""
    head = composer.memo.heading
    asked = composer.memo.instructions
    yield from _letterhead(composer)
    if asked.legend:
        yield from composer.paragraph([Run(asked.legend.upper(), CONFIDENTIAL)])
        yield Row(6)
    yield composer.row([Run("Memorandum", TITLE)], kind="H1")
    yield _rule(9, 4)
    fields = (("To", head.to), ("From", head.author), ("Date", long_date(head.date)), ("Re", head.re))
    for label, value in fields:
        columns = (
            Column(LEFT, _FIELD_X, [[Run(label, LABEL)]]),
            Column(LEFT + _FIELD_X, MEASURE - _FIELD_X, [[Run(value or "—", FIELD)]]),
        )
        yield from composer.table_row(columns, FIELD)
        yield Row(2.5)
    yield _rule(7, 3)


def _letterhead(composer: Composer) -> Iterator[Row]:
    """Yield the logo and the firm's name, side by side where there are both."""
    asked = composer.memo.instructions
    if not asked.logo:
        if asked.firm:
            yield from composer.paragraph([Run(asked.firm, FIRM)])
            yield Row(14)
        return
    logo = made_over(asked.logo)
    scale = min(_LOGO_WIDTH / logo.width, _LOGO_HEIGHT / logo.height)
    width, height = logo.width * scale, logo.height * scale
    row = Row(height)
    if asked.firm:
        row = composer.row([Run(asked.firm, FIRM)], LEFT + width + 12, MEASURE - width - 12)
        row.height, row.baseline = max(height, FIRM.leading), max(height, FIRM.leading) / 2 + FIRM.size * 0.33
    said = f"Logo of {asked.firm}" if asked.firm else "Logo"
    row.pictures = (Picture(LEFT, width, height, logo.width, logo.height, logo.pixels, said),)
    yield row
    yield Row(14)


def _rule(height: float, top: float) -> Row:
    return Row(height, boxes=[Box(LEFT, top, MEASURE, 0.7, INK)])
