"""From paragraphs to the lines of a manuscript, with what stands beside them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.manuscript import MOST_LINES, Beside, Line, SetParagraph, refuse_endless
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.intake.docx.counting import Counting
    from carveout.agreement.intake.docx.paragraph import Paragraph

_COLUMN = 120
"""Twips of a column."""
_FURTHEST = 120
"""Columns beyond which nothing is indented."""
_SHORT = 60
"""Characters that the lines of an address or a signature have at most."""


class Composing:
    """Lines, marked paragraphs and what stands beside them, as paragraphs are added one after the other."""

    def __init__(self, counting: Counting, *, paged: bool) -> None:
        self._counting = counting
        self.lines: list[Line] = []
        self.paragraphs: list[SetParagraph] = []
        self.besides: list[Beside] = []
        self._paged = paged

    def add(self, paragraph: Paragraph) -> None:
        """Write out a paragraph; one that prints nothing has a line only where something stands beside it."""
        text, first = paragraph.text, len(self.lines)
        refuse_endless(first + text.count("\n"), MOST_LINES, "lines")
        label = f"{paragraph.label} " if paragraph.label else ""
        pieces = [one for one in _pieces(paragraph) if text[one[0] : one[1]].strip() or (label and one[0] == 0)]
        if not pieces and paragraph.noted:
            self._line("", paragraph, paragraph.page)
            self._set_beside(paragraph, first, [0], [0])
        if not pieces:
            return
        indent = " " * _indent(paragraph)
        shifts = []
        for start, end, page in pieces:
            before = indent + label if start == pieces[0][0] else indent
            self._line(before + text[start:end], paragraph, page)
            shifts.append(len(before) - start)
        lead = len(label) + min(paragraph.lead, pieces[0][1]) if paragraph.lead else 0
        style = _style(paragraph, label + text)
        look = paragraph.look
        depth = self._counting.depth(look.number, look.level) if paragraph.label and look.number is not None else None
        self.paragraphs.append(SetParagraph(first, len(self.lines), style, lead, look.heading, depth, paragraph.cell))
        self._set_beside(paragraph, first, [start for start, _, _ in pieces], shifts)

    def _line(self, text: str, paragraph: Paragraph, page: int) -> None:
        self.lines.append(Line(text.rstrip(" "), paragraph.number, page if self._paged else None))

    def _set_beside(self, paragraph: Paragraph, first: int, starts: list[int], shifts: list[int]) -> None:
        """Set down what stands beside a paragraph; what goes on in later lines stands beside its first."""
        for noted in paragraph.noted:
            end = paragraph.length if noted.end is None else noted.end
            at = max(bisect_right(starts, noted.start) - 1, 0)
            width = len(self.lines[first + at].text)
            begin, finish = (min(max(offset + shifts[at], 0), width) for offset in (noted.start, end))
            words = paragraph.text[noted.start : end].strip() if noted.text is None else noted.text
            said = ((words, noted.author, noted.at), *((one.text or "", one.author, one.at) for one in noted.replies))
            self.besides += [Beside(noted.kind, first + at, begin, finish, *one) for one in said if one[0]]


def _pieces(paragraph: Paragraph) -> Iterator[tuple[int, int, int]]:
    """Yield where each line of a paragraph begins and ends, and its page; a new page begins one between two words."""
    text, page = paragraph.text, paragraph.page
    start = 0
    for at, turned in (*paragraph.turns, (len(text), page)):
        if at < len(text) and not text[at - 1].isspace():
            page = turned if start == at else page
            continue
        while (end := text.find("\n", start, at)) >= 0:
            yield start, end, page
            start = end + 1
        yield start, at, page
        start, page = at, turned


def _indent(paragraph: Paragraph) -> int:
    if paragraph.fixed:
        return 0
    return min(max(round(paragraph.look.indent / _COLUMN) + paragraph.columns, 0), _FURTHEST)


def _style(paragraph: Paragraph, text: str) -> ParagraphStyle:
    if paragraph.fixed:
        return ParagraphStyle.FIXED
    if paragraph.look.centred:
        return ParagraphStyle.CENTERED
    lines = text.strip("\n").split("\n")
    brief = len(lines) > 1 and numbering.parse(text) is None and all(len(line) <= _SHORT for line in lines)
    return ParagraphStyle.FIXED if brief else ParagraphStyle.BODY
