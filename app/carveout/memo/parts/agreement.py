"""The annotated agreement: its words as filed, with page and line in the margin, notes and carve-outs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.clause_text import TEXT_X, paragraph_rows
from carveout.memo.parts.margin import Margin
from carveout.memo.parts.passages import passages_of
from carveout.memo.typesetting.rows import Box, Row, gap
from carveout.memo.typesetting.style import BODY, FAINT
from carveout.memo.typesetting.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer

_LEGEND = (
    "The words of the source, with its pages and lines in the margin. A number in brackets follows the words that a "
    "note is about, and leads to it; a rule stands under the words of a carve-out, and C with a number leads to the "
    "schedule."
)


def agreement(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the text that the memo annexes, paragraph by paragraph."""
    yield from composer.part(number, "Annotated agreement", new_page=True)
    yield from composer.paragraph([Run(_LEGEND, BODY)])
    yield gap(10)
    passages = passages_of(composer.memo)
    margin = Margin(composer, passages)
    for paragraph in composer.annexed.paragraphs:
        if paragraph.span.start in composer.annexed.breaks:
            yield gap(14)
            yield Row(16, boxes=[Box(TEXT_X, 2, 48, 0.7, FAINT)], keep=True, gap=True)
        yield from margin.noted(paragraph.span, paragraph_rows(composer, passages, paragraph))
