"""Blocks of a source whose format marks its paragraphs, so that nothing has to be told from the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.layout.block import Block
from carveout.agreement.layout.columns import Cell
from carveout.agreement.manuscript import MOST_PARAGRAPHS, refuse_endless
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.manuscript import Line, SetParagraph
    from carveout.agreement.progress import Course


def marked_blocks(lines: Sequence[Line], paragraphs: Sequence[SetParagraph], course: Course) -> list[Block]:
    """Return one block for each paragraph that has words. Takes one stage of `course`.

    Raises NotReadableError for too many.
    """
    refuse_endless(len(paragraphs), MOST_PARAGRAPHS, "paragraphs")
    return [
        _block(held, paragraph)
        for paragraph in course.over(paragraphs, len(paragraphs))
        if (held := [line for line in lines[paragraph.first : paragraph.end] if not line.blank])
    ]


def _block(lines: Sequence[Line], paragraph: SetParagraph) -> Block:
    fixed = paragraph.style is ParagraphStyle.FIXED
    margin = min(line.indent for line in lines)
    pieces = tuple(Cell(line, line.text[margin:].rstrip(" ") if fixed else line.text.strip(" ")) for line in lines)
    return Block(
        pieces,
        paragraph.style,
        lead=paragraph.lead,
        level=paragraph.level,
        depth=paragraph.depth,
        cell=paragraph.cell,
    )
