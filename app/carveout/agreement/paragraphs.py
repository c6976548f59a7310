"""Lines joined into paragraphs, by how they stand on the page.

A line was broken either because the margin was reached or because somebody meant it. The first word of the next line
tells: where it would have fitted, the break was meant. Runs of such lines (addresses, tables, forms) keep their breaks;
the rest flow together, also across a page break where the sentence goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement import numbering
from carveout.agreement.captions import is_caption
from carveout.agreement.columns import Cell, Row, row
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.agreement.manuscript import Line

_RULE = re.compile(r"[-=_*.~ ]{3,}$")
_COLUMNS = re.compile(r"\S {4,}\S")
_LEADERS = re.compile(r"(?:\. ?){4,}")
_SENTENCE_ENDS = re.compile(r"[.;:?!][\"”’')\]]{0,3}$")
_REFERS = re.compile(
    r"\b(?:sections?|articles?|paragraphs?|subparagraphs?|clauses?|items?|exhibits?|schedules?|and|or|through|to|of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[A-Za-z]-$")
_APART = re.compile(r"(?:and|or|to|nor)\b")
_FAR_SHORT = 16
"""Columns left over that say, in running text, that a line ended on purpose."""
_GOES_ON = re.compile(r"(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)|[,&-])$", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """Lines that make one paragraph: a piece of each line, and whether the line breaks between them stay."""

    pieces: tuple[Cell, ...]
    style: ParagraphStyle
    row: Row | None = None

    @property
    def first(self) -> Line:
        """The line that the block begins on."""
        return self.pieces[0].line

    @property
    def indent(self) -> int:
        """Columns before the first word."""
        return self.first.indent

    @property
    def hang(self) -> int:
        """Columns before the words of the last line: where the paragraph's margin is, one line or many."""
        return self.pieces[-1].line.indent

    @cached_property
    def glue(self) -> tuple[str, ...]:
        """What stands before each piece in the canonical text."""
        return ("", *(self._between(one.text, after.text) for one, after in pairwise(self.pieces)))

    def _between(self, one: str, after: str) -> str:
        if self.style is ParagraphStyle.FIXED:
            return "\n"
        if self.style is ParagraphStyle.CENTERED and not (_GOES_ON.search(one) or after[0].islower()):
            return "\n"
        if _JOINED.search(one) and after[0].islower() and not _APART.match(after):
            return ""
        return " "

    @cached_property
    def text(self) -> str:
        """The words of the block as they stand in the canonical text."""
        return "".join(part for pair in zip(self.glue, map(self.words, self.pieces), strict=True) for part in pair)

    def words(self, piece: Cell) -> str:
        """Return a piece as it is printed: columns stay in what is fixed, elsewhere one space parts two words."""
        if self.style is ParagraphStyle.FIXED:
            return piece.text
        return " ".join(part for part in piece.text.split(" ") if part)


def blocks(lines: Iterable[Line], width: int | None) -> list[Block]:
    """Join lines into blocks, in order. `width` is the column at which the source wraps, None where it doesn't."""
    found: list[Block] = []
    for chunk, cells in _with_rows(list(_chunks(lines))):
        if cells is not None:
            found.append(Block(cells.label + cells.value, ParagraphStyle.BODY, cells))
            continue
        for block in _split(chunk, width):
            if found and _crosses_page(found[-1], block):
                found[-1] = Block(found[-1].pieces + block.pieces, found[-1].style)
            else:
                found.append(block)
    return found


def _with_rows(chunks: list[list[Line]]) -> Iterator[tuple[list[Line], Row | None]]:
    """Pair each chunk with its cells where it is a row of a term sheet: its neighbour has its cells where it has."""
    rows = [row(chunk) for chunk in chunks]
    for at, cells in enumerate(rows):
        beside = [rows[near] for near in (at - 1, at + 1) if 0 <= near < len(rows)]
        sheet = cells is not None and any(other is not None and other.column == cells.column for other in beside)
        yield chunks[at], cells if sheet else None


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the column at which the lines of a source wrap, None where each paragraph is one long line."""
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths:
        return None
    width = lengths[len(lengths) * 97 // 100]
    return width if width <= 250 else None


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


def _split(chunk: list[Line], width: int | None) -> Iterator[Block]:
    if width is None:
        for line in chunk:
            yield _block([line], None)
        return
    reach = _reach(chunk, width)
    listed = 2 * sum(_meant(one, after, reach) for one, after in pairwise(chunk)) > len(chunk) - 1
    start = 0
    for at in range(1, len(chunk)):
        if _parts(chunk, start, at, reach, listed=listed):
            yield _block(chunk[start:at], reach)
            start = at
    yield _block(chunk[start:], reach)


def _reach(chunk: Sequence[Line], width: int) -> int:
    """Return the right margin of a chunk: its own where it wraps there, else that of the source."""
    own = max(len(line.text) for line in chunk)
    if len(chunk) >= 4 and own < width:
        meant = sum(_spare(one, after, own) >= 0 for one, after in pairwise(chunk))
        if meant * 5 <= len(chunk):
            return own
    return width


def _spare(line: Line, after: Line, reach: int) -> int:
    """Return the columns that would have been left on a line had the first word of the next been set on it."""
    words = after.text.lstrip(" ")[:reach].split(None, 2)
    word = " ".join(words[:2]) if numbering.parse(after.text.lstrip(" ")) else words[0]
    return reach - len(line.text) - 1 - len(word)


def _meant(line: Line, after: Line, reach: int) -> bool:
    """Tell whether somebody broke the line on purpose."""
    if _spare(line, after, reach) < 0:
        return False
    return bool(_SENTENCE_ENDS.search(line.text)) or not after.text.lstrip(" ")[0].islower()


def _parts(chunk: Sequence[Line], start: int, at: int, reach: int, *, listed: bool) -> bool:
    """Tell whether a new block begins at line `at` of a chunk whose current block began at `start`.

    `listed` says that most lines of the chunk end on purpose, so that such an end alone parts nothing.
    """
    before, line = chunk[at - 1], chunk[at]
    opening = chunk[start].text.lstrip(" ")
    if _RULE.match(before.text.strip(" ")) or _RULE.match(line.text.strip(" ")):
        return False
    spare = _spare(before, line, reach)
    if _labelled(line) and not _REFERS.search(before.text):
        turned = line.indent != before.indent and line.indent == chunk[start].indent
        if spare >= 0 or (turned and _SENTENCE_ENDS.search(before.text)):
            return True
    turned = abs(line.indent - before.indent) >= 8 and _alignment(before, reach) != _alignment(line, reach)
    if at - start == 1 and _bare_label(opening):
        return _names_attachment(opening) and (turned or len(chunk) <= 3)
    if not _meant(before, line, reach):
        return False
    if turned:
        return True
    if at - start == 1 and _heads(opening, line.text.strip(" ")):
        return True
    ends = _SENTENCE_ENDS.search(before.text) is not None
    if ends and line.indent >= before.indent + 2 and (at + 1 == len(chunk) or chunk[at + 1].indent < line.indent):
        return True
    return not listed and spare >= _FAR_SHORT


def _labelled(line: Line) -> bool:
    words = line.text.lstrip(" ")
    label = numbering.parse(words)
    return label is not None and not _COLUMNS.search(words[label.end + 12 :])


def _bare_label(opening: str) -> bool:
    """Tell whether a line is nothing but a label."""
    mark = numbering.parse(opening)
    return mark is not None and not opening[mark.end :].strip()


def _names_attachment(opening: str) -> bool:
    mark = numbering.parse(opening)
    return mark is not None and mark.word in numbering.ATTACHMENTS


def _heads(opening: str, after: str) -> bool:
    """Tell whether a labelled line is a heading over running text."""
    mark = numbering.parse(opening)
    if mark is None or mark.bullet or not opening[mark.end :].strip():
        return False
    return is_caption(opening[mark.end :]) and not is_caption(after)


def _alignment(line: Line, reach: int) -> str:
    middle = line.indent + (len(line.text) - line.indent) / 2
    if line.indent >= 4 and abs(middle - reach / 2) <= 2.5:
        return "centre"
    if line.indent >= reach / 2:
        return "right"
    return "left"


def _centred(lines: Sequence[Line], reach: int) -> bool:
    if any(_alignment(line, reach) != "centre" for line in lines):
        return False
    if len(lines) == 1:
        words = lines[0].text.strip(" ")
        return words[0] in "([" or is_caption(words)
    return len({line.indent for line in lines}) > 1 or len({len(line.text) for line in lines}) == 1


def _block(lines: Sequence[Line], reach: int | None) -> Block:
    if reach is None:
        only = lines[0]
        return Block((Cell(only, only.text.strip(" ")),), ParagraphStyle.BODY)
    style = _style(lines, reach)
    if style is ParagraphStyle.FIXED:
        margin = min(line.indent for line in lines)
        return Block(tuple(Cell(line, line.text[margin:]) for line in lines), style)
    return Block(tuple(Cell(line, line.text.strip(" ")) for line in lines), style)


def _style(lines: Sequence[Line], reach: int) -> ParagraphStyle:
    opening = lines[0].text.lstrip(" ")
    mark = numbering.parse(opening)
    columns = sum(_set_in_columns(line, mark if line is lines[0] else None) for line in lines)
    if columns * 2 >= len(lines) or any(_RULE.match(line.text.strip(" ")) for line in lines):
        return ParagraphStyle.FIXED
    if _centred(lines, reach):
        return ParagraphStyle.CENTERED
    meant = sum(_meant(one, after, reach) for one, after in pairwise(lines))
    if meant * 2 > len(lines) - 1 and not (mark and not mark.bullet):
        return ParagraphStyle.FIXED
    return ParagraphStyle.BODY


def _set_in_columns(line: Line, mark: numbering.Mark | None) -> bool:
    words = line.text.lstrip(" ")
    if _RULE.match(words):
        return True
    rest = words[mark.end :].lstrip(" ") if mark else words
    return bool(_COLUMNS.search(rest) or _LEADERS.search(rest))


def _crosses_page(above: Block, below: Block) -> bool:
    """Tell whether a sentence goes on from the foot of one page to the top of the next."""
    if above.pieces[-1].line.page == below.first.page:
        return False
    if above.style is not ParagraphStyle.BODY or below.style is not ParagraphStyle.BODY:
        return False
    last, opening = above.pieces[-1].text, below.pieces[0].text
    if _SENTENCE_ENDS.search(last) or is_caption(_unlabelled(above.text)):
        return False
    if numbering.parse(opening) is not None:
        return bool(_REFERS.search(last))
    return opening[0].islower() or abs(below.indent - above.hang) <= 1


def _unlabelled(text: str) -> str:
    mark = numbering.parse(text)
    return text[mark.end :] if mark else text
