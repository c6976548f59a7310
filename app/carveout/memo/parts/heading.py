"""The heading block: whose paper it is, from whom, to whom, when and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.composer import Column
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Row
from carveout.memo.typesetting.style import CONFIDENTIAL, FIELD, INK, LABEL, TITLE
from carveout.memo.typesetting.text import Run
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer

_FIELD_X = 46.0


def heading(composer: Composer) -> Iterator[Row]:
    """Yield the heading block."""
    head = composer.memo.heading
    yield composer.row([Run("PRIVILEGED AND CONFIDENTIAL\u00a0 ·\u00a0 ATTORNEY WORK PRODUCT", CONFIDENTIAL)])
    yield Row(6)
    yield composer.row([Run("Memorandum", TITLE)])
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


def _rule(height: float, top: float) -> Row:
    return Row(height, boxes=[Box(LEFT, top, MEASURE, 0.7, INK)])
