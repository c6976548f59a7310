"""Sentences that go on from the foot of one page to the top of the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.layout.labelled import refers
from carveout.agreement.layout.position import ends_sentence
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.layout.block import Block
    from carveout.agreement.layout.columns import Cell
    from carveout.agreement.manuscript import Line

_SENTENCE = 40
"""Characters that a line has at least where a sentence on it goes on overleaf."""
_LEFT_OUT = 4
"""Lines further down that the next line with words stands where page furniture was left out, or a page ended."""
_HEADING = 6
"""Lines beyond which nothing is a heading."""


def crosses_page(above: Block, pieces: Sequence[Cell], below: Block) -> bool:
    """Tell whether a sentence goes on from the foot of one page to the top of the next.

    `pieces` are those of the block above, with what has been joined to it already.
    """
    last, opening = pieces[-1], below.pieces[0].text
    same = last.line.page == below.first.page
    if (same and not _left_out(last.line, below.first)) or ends_sentence(last.line):
        return False
    if above.style is not ParagraphStyle.BODY or below.style is not ParagraphStyle.BODY:
        return False
    if len(pieces) <= _HEADING and is_caption(_unlabelled(above.text)):
        return False
    if (len(pieces) == 1 and len(last.text) < _SENTENCE) or is_caption(below.text):
        return False
    if numbering.parse(opening) is not None:
        return not same and refers(last.text, opening)
    if same:
        return opening[0].islower() and " " in opening
    return opening[0].islower() or abs(below.indent - last.line.indent) <= 1


def _left_out(line: Line, after: Line) -> bool:
    """Tell whether so many lines stand between two that a page may have ended there which nothing shows any more."""
    return line.number is not None and after.number is not None and after.number - line.number >= _LEFT_OUT


def _unlabelled(text: str) -> str:
    mark = numbering.parse(text)
    return text[mark.end :] if mark else text
