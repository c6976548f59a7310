"""The annotated agreement: its words as filed, with page and line in the margin, notes and carve-outs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.clause_text import TEXT_X, paragraph_rows
from carveout.memo.parts.margin import Margin
from carveout.memo.parts.passages import passages_of
from carveout.memo.parts.status import HIGHLIGHT
from carveout.memo.typesetting.pages import LEFT
from carveout.memo.typesetting.rows import Box, Mark, Row, gap
from carveout.memo.typesetting.signs import DASHES, FLAG, RAISED, RULE
from carveout.memo.typesetting.style import BODY, CARVEOUT, FAINT, GOOD, META, MUTED
from carveout.memo.typesetting.text import Run
from carveout.memo.words import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.signs import Sign

_LEGEND = (
    "The words of the source, with its pages and lines in the margin. A number in brackets follows the words that a "
    "note is about, and leads to it; their tint, the rule above them and the flag beside them tell its kind. A rule "
    "stands under the words of a carve-out, two under those of a carve-in, and C with a number leads to the schedule."
)
_BETWEEN = 20.0


def _legend(composer: Composer) -> Row:
    """Return a line with each kind of highlight, and with the rules of carve-outs, as the agreement shows them."""
    row = composer.row([Run("", META)])
    row.height = 18
    x = LEFT
    for kind, (sign, colour) in HIGHLIGHT.items():
        if not composer.memo.of_kind(kind):
            continue
        row.marks.append(Mark(sign, x + FLAG / 2, 6.6, FLAG, colour))
        (line,) = composer.row([Run(KIND[kind], META, filled=colour)], x + FLAG + 4).lines
        row.lines.append(line)
        start, x = x + FLAG + 4, line.width + _BETWEEN
        row.boxes += _ruled(sign, start, line.width, row.baseline - 0.82 * META.size - RAISED)
    for words, colour in (("Carve-out", CARVEOUT), ("Carve-in", GOOD)):
        (line,) = composer.row([Run(words, META, ruled=colour, twice=colour is GOOD)], x).lines
        row.lines.append(line)
        x = line.width + _BETWEEN
    return row


def _ruled(sign: Sign, x: float, end: float, top: float) -> Iterator[Box]:
    """Yield the rule that stands above highlighted words, dash by dash."""
    dashes = DASHES[sign]
    if dashes is None:
        return
    on, off = dashes
    step = on + off if off else end - x
    while x < end:
        yield Box(x, top, min(on if off else step, end - x), RULE, MUTED)
        x += step


def agreement(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the text that the memo annexes, paragraph by paragraph."""
    yield from composer.part(number, "Annotated agreement", new_page=True)
    yield from composer.paragraph([Run(_LEGEND, BODY)])
    yield Row(4, keep=True)
    yield _legend(composer)
    yield gap(10)
    passages = passages_of(composer.memo)
    margin = Margin(composer, passages)
    for paragraph in composer.annexed.paragraphs:
        if paragraph.span.start in composer.annexed.breaks:
            yield gap(14)
            yield Row(16, boxes=[Box(TEXT_X, 2, 48, 0.7, FAINT)], keep=True, gap=True)
        yield from margin.noted(paragraph.span, paragraph_rows(composer, passages, paragraph))
