"""Lines joined into paragraphs, by how they stand on the page.

A line was broken either because the margin was reached or because somebody meant it. The first word of the next line
tells: where it would have fitted, the break was meant. Runs of such lines (addresses, tables, forms) keep their breaks;
the rest flow together, also across a page break where the sentence goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.layout.block import Block
from carveout.agreement.layout.columns import Cell, Row, row
from carveout.agreement.layout.flattened import parted
from carveout.agreement.layout.labelled import Order
from carveout.agreement.layout.overleaf import crosses_page
from carveout.agreement.layout.position import (
    alignment,
    ends_sentence,
    has_columns,
    is_centred,
    is_labelled,
    is_rule,
    meant,
    mostly_meant,
    reach_of,
    spare,
    wrap_width,
)
from carveout.agreement.layout.ragged import is_ragged, ragged_blocks
from carveout.agreement.manuscript import MOST_PARAGRAPHS, refuse_endless
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.manuscript import Line
    from carveout.agreement.progress import Course

_FAR_SHORT = 16
"""Columns left over that say, in running text, that a line ended on purpose."""
_TURNED = 8
"""Columns between two lines of which one may be aligned otherwise than the other."""
_LABEL = 12
"""Characters of a label that stands alone on its line, so that the breaks of the first words after it say nothing."""
_HEADING = 4
"""Lines that a label and its heading take at most."""
_RULED = 8
"""Lines of a form for each rule drawn in it."""


def blocks(lines: Sequence[Line], course: Course) -> list[Block]:
    """Join lines into blocks, in order. Takes one stage of `course`. Raises NotReadableError for too many."""
    if is_ragged(lines):
        return ragged_blocks(lines, course)
    width = wrap_width(lines)
    if width is None:
        lines = parted(lines)
    found: list[Block] = []
    crossing: list[Cell] = []
    order = Order()
    course.begin(len(lines))
    chunks = list(_chunks(lines))
    refuse_endless(len(chunks), MOST_PARAGRAPHS, "paragraphs")
    for chunk, cells in _with_rows(chunks):
        for block in [_as_row(cells)] if cells is not None else _split(chunk, width, order, course):
            if found and crosses_page(found[-1], crossing, block):
                crossing += block.pieces
                continue
            if len(crossing) > len(found[-1].pieces if found else ()):
                found[-1] = Block(tuple(crossing), found[-1].style)
            found.append(block)
            refuse_endless(len(found), MOST_PARAGRAPHS, "paragraphs")
            crossing = list(block.pieces)
    if found and len(crossing) > len(found[-1].pieces):
        found[-1] = Block(tuple(crossing), found[-1].style)
    return found


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines without a blank line or a page break between them."""
    chunk: list[Line] = []
    for line in lines:
        if line.blank or (chunk and line.page != chunk[-1].page):
            if chunk:
                yield chunk
            chunk = []
        if not line.blank:
            chunk.append(line)
    if chunk:
        yield chunk


def _with_rows(chunks: list[list[Line]]) -> Iterator[tuple[list[Line], Row | None]]:
    """Pair each chunk with its cells where it is a row of a term sheet: its neighbour has its cells where it has."""
    rows = [row(chunk) for chunk in chunks]
    for at, cells in enumerate(rows):
        beside = [rows[near] for near in (at - 1, at + 1) if 0 <= near < len(rows)]
        sheet = cells is not None and any(other is not None and other.column == cells.column for other in beside)
        yield chunks[at], cells if sheet else None


def _as_row(cells: Row) -> Block:
    return Block(cells.label + cells.value, ParagraphStyle.BODY, cells)


def _split(chunk: list[Line], width: int | None, order: Order, course: Course) -> Iterator[Block]:
    """Yield the blocks of a chunk: one as a rule, more where labels, headings or first lines part it."""
    if width is None:
        for line in chunk:
            course.step()
            yield Block((Cell(line, line.text.strip(" ")),), ParagraphStyle.BODY)
        return
    reach = reach_of(chunk, width)
    course.step()
    plain = not any(map(has_columns, chunk))
    if not plain and _set_out(chunk):
        yield _fixed(chunk)
        return
    listed = mostly_meant(chunk, reach)
    order.enter(chunk)
    start = 0
    for at in range(1, len(chunk)):
        course.step()
        if _parts(chunk, start, at, reach, order, listed=listed):
            yield _block(chunk[start:at], reach, plain=plain)
            order.begin(chunk[at])
            start = at
    yield _block(chunk[start:], reach, plain=plain)


def _parts(chunk: Sequence[Line], start: int, at: int, reach: int, order: Order, *, listed: bool) -> bool:
    """Tell whether a new block begins at line `at` of a chunk whose current block began at `start`.

    `listed` says that most lines of the chunk end on purpose, so that such an end alone parts nothing.
    """
    before, line = chunk[at - 1], chunk[at]
    if is_rule(before) or is_rule(line):
        return True
    if order.opens(chunk, start, at, reach):
        return True
    turned = abs(line.indent - before.indent) >= _TURNED and alignment(before, reach) != alignment(line, reach)
    opening = chunk[start].text.lstrip(" ")
    mark = numbering.parse(opening) if len(opening) <= _LABEL or at - start == 1 else None
    if mark is not None and mark.end >= len(opening) and (at - start == 1 or mark.word is None):
        return mark.word in numbering.ATTACHMENTS and (turned or len(chunk) <= 3)
    if not meant(before, line, reach):
        return False
    if turned or (mark is not None and _heads(_heading(mark, chunk, start, at), line.text)):
        return True
    indented = line.indent >= before.indent + 2 and (at + 1 == len(chunk) or chunk[at + 1].indent < line.indent)
    return (indented and ends_sentence(before)) or (not listed and spare(before, line, reach) >= _FAR_SHORT)


def _heading(mark: Mark, chunk: Sequence[Line], start: int, at: int) -> str:
    """Return what may be the heading of a label: the words beside it, or those below that of an article."""
    if at - start == 1:
        return chunk[start].text.lstrip(" ")[mark.end :]
    if mark.word in {None, numbering.Word.SECTION} or at - start > _HEADING:
        return ""
    return " ".join(line.text.strip(" ") for line in chunk[start + 1 : at])


def _heads(heading: str, after: str) -> bool:
    """Tell whether the words after a label are a heading over running text."""
    return is_caption(heading) and not is_caption(after)


def _block(lines: Sequence[Line], reach: int, *, plain: bool) -> Block:
    """Make a block of lines; `plain` ones are known to have no columns."""
    if not plain and _set_out(lines):
        return _fixed(lines)
    style = _style(lines, reach)
    if style is ParagraphStyle.FIXED:
        return _fixed(lines)
    return Block(tuple([Cell(line, line.text.strip(" ")) for line in lines]), style)


def _fixed(lines: Sequence[Line]) -> Block:
    margin = min(line.indent for line in lines)
    return Block(tuple(Cell(line, line.text[margin:]) for line in lines), ParagraphStyle.FIXED)


def _set_out(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a table or a form: drawn, or set in columns."""
    enough = 2 if is_labelled(lines[0]) else _RULED
    return enough * sum(map(is_rule, lines)) >= len(lines) or 2 * sum(map(has_columns, lines)) >= len(lines)


def _style(lines: Sequence[Line], reach: int) -> ParagraphStyle:
    """Return how lines are set that are neither a table nor a form."""
    if is_centred(lines, reach):
        return ParagraphStyle.CENTERED
    mark = numbering.parse(lines[0].text.lstrip(" "))
    if (mark is None or mark.bullet) and mostly_meant(lines, reach):
        return ParagraphStyle.FIXED
    return ParagraphStyle.BODY
