"""What every part of the memo is written with: paragraphs, headings, cells, citations and markers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Bookmark, Row, gap, glued, rows_of, side_by_side
from carveout.memo.typesetting.style import ACCENT, BODY, CARVEOUT, PART, SUBHEAD, Face, Style
from carveout.memo.typesetting.text import Block, Line, Run, together
from carveout.memo.typesetting.wrap import wrapped
from carveout.memo.words import clipped, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carveout.agreement.content import Carveout
    from carveout.agreement.span import Span
    from carveout.memo.annexed import Annexed
    from carveout.memo.instructions import Part
    from carveout.memo.memo import Memo, Note, ScheduledCarveout
    from carveout.memo.typesetting.glyphs import Glyphs
    from carveout.review.annotation import Annotation

_NAMED = 70
"""The first words by which a clause without a heading is called, in code points."""

_HANG = 10.0
"""How far the words of a listed paragraph stand from its dash, in points."""

_FIXED = re.compile(r"\b(Section|Article|Exhibit|Schedule|Annex|Appendix|Item|pp?\.|ll?\.|paras?\.) (?=\w)")
"""A word that must not be parted from the number after it."""

_WHOLE = 12
"""The lines that a table row may have before it is broken across pages."""

SEPARATOR = "\u00a0\u00a0·\u00a0 "
"""What stands between the things that are said on one line; a line may break after it."""


@dataclass(slots=True)
class Column:
    """A cell of a table row: where it stands, and its paragraphs, each a sequence of runs."""

    x: float
    width: float
    paragraphs: Iterable[Sequence[Run]]


@dataclass(frozen=True)
class Composer:
    """Writes rows for one memo. `numbers` are those of the parts that it has."""

    memo: Memo
    annexed: Annexed
    glyphs: Glyphs
    numbers: Mapping[Part, int] = field(default_factory=dict)
    _extents: dict[Span, str] = field(default_factory=dict)
    """Where in the source is what was cited before: most of it is cited in several parts."""

    def part(self, number: int, title: str, *, new_page: bool = False) -> Iterator[Row]:
        """Yield the heading of a part, which stands in the outline and stays with what follows."""
        if not new_page:
            yield gap(20)
        row = self.row([Run(f"{number}\u00a0\u00a0{title}", PART)], kind="H2")
        row.bookmark = Bookmark(title, 0)
        row.places = [f"part-{number}"]
        row.new_page = new_page
        row.keep = True
        yield row
        yield Row(3, keep=True)

    def subhead(self, title: str) -> Iterator[Row]:
        """Yield a heading within a part, which stays with what follows."""
        yield gap(8)
        row = self.row([Run(title, SUBHEAD)], kind="H3")
        row.keep = True
        yield row

    def row(self, runs: Sequence[Run], x: float = LEFT, width: float = MEASURE, kind: str = "P") -> Row:
        """Return one line, cut where it would be longer than the width. `kind` is what it is: `Block` says."""
        style = runs[0].style
        line = next(wrapped(self.glyphs, runs, width, x), Line([]))
        line.block = Block(kind)
        return next(rows_of([line], style.leading, style.size))

    def paragraph(self, runs: Sequence[Run], x: float = LEFT, width: float = MEASURE, kind: str = "P") -> Iterator[Row]:
        """Yield a paragraph's rows. `kind` is what it is: `Block` says."""
        style = runs[0].style
        lines = together(wrapped(self.glyphs, runs, width, x), Block(kind))
        return glued(rows_of(lines, style.leading, style.size))

    def listed(self, runs: Sequence[Run]) -> Iterator[Row]:
        """Yield a paragraph's rows with a dash before the first."""
        rows = self.paragraph(runs, LEFT + _HANG, MEASURE - _HANG)
        first = next(rows)
        dash = self.row([Run("–", runs[0].style)]).lines[0]
        dash.block = first.lines[0].block
        first.lines.insert(0, dash)
        yield first
        yield from rows

    def prose(self, text: str, style: Style = BODY, x: float = LEFT, width: float = MEASURE) -> Iterator[Row]:
        """Yield what somebody wrote, each of its own paragraphs as one."""
        for paragraph in paragraphs(text, style):
            yield from self.paragraph(paragraph, x, width)

    def table_row(self, columns: Sequence[Column], style: Style) -> Iterator[Row]:
        """Yield the rows of a table row: however long its cells are, they go on over the page."""
        cells = [self._cell(column) for column in columns]
        return glued(side_by_side(cells, style.leading, style.size), whole=_WHOLE)

    def _cell(self, column: Column) -> Iterator[Line]:
        block, line = Block(), None
        for runs in column.paragraphs:
            if line is not None:
                line.fragments[-1].text += " "
            for line in wrapped(self.glyphs, runs, column.width, column.x):
                line.block = block
                yield line

    def citation(self, clause: int, style: Style, *, brief: bool = False) -> Run:
        """Return how counsel cites a clause, as a link to its text where the memo prints that."""
        named = self.memo.reading.outline[clause]
        return self.to_clause(short(named) if brief else named.citation, clause, style)

    def to_clause(self, text: str, clause: int, style: Style) -> Run:
        """Return words that lead to a clause's text where the memo prints it."""
        text = unparted(text)
        if self.annexed.prints(self.memo.reading.outline[clause].start):
            return Run(text, coloured(style), link=f"clause-{clause}")
        return Run(text, style)

    def named(self, clause: int) -> str:
        """Return a clause's heading, or its first words where it has none."""
        named = self.memo.reading.outline[clause]
        return named.heading or clipped(self.memo.reading.text[named.body_start : named.end], _NAMED)

    def extent(self, span: Span) -> str:
        """Return the pages and lines of the source, as they are cited."""
        known = self._extents.get(span)
        if known is None:
            known = self._extents[span] = unparted(pages_and_lines(self.memo.reading.extent(span)))
        return known

    def to_passage(self, note: Note, style: Style) -> Run:
        """Return a note's number, as a link to the words that it is about."""
        return Run(f"[{note.number}]", strong(coloured(style)), link=f"passage-{note.number}")

    def to_note(self, note: Note, style: Style) -> Run:
        """Return a note's number, as a link to the note."""
        return Run(f"[{note.number}]", strong(coloured(style)), link=f"note-{note.number}")

    def to_carveout(self, entry: ScheduledCarveout, style: Style) -> Run:
        """Return a carve-out's number, as a link to its words."""
        return Run(f"C{entry.number}", strong(carved(style)), link=f"carveout-{entry.number}")

    def words_of(self, carveout: Carveout) -> str:
        """Return the exact words of a carve-out."""
        return carveout.span.of(self.memo.reading.text)


def unparted(cited: str) -> str:
    """Return a citation that no line breaks between a word and its number: `p. 19, ll. 1044–1047`."""
    return _FIXED.sub(_joined, cited)


def _joined(found: re.Match[str]) -> str:
    return f"{found[1]}\u00a0"


def paragraphs(text: str, style: Style) -> Iterator[list[Run]]:
    """Yield the paragraphs of what somebody wrote, without the empty ones."""
    for line in text.split("\n"):
        if line and not line.isspace():
            yield [Run(line, style)]


def signed(annotation: Annotation) -> str:
    """Return who said something, and when."""
    return f"{annotation.author}, {long_date(annotation.at.date())}"


@lru_cache
def coloured(style: Style) -> Style:
    """Return the style in the colour of a link."""
    return Style(style.face, style.size, style.leading, ACCENT, style.rise)


@lru_cache
def carved(style: Style) -> Style:
    """Return the style in the colour of carve-outs."""
    return Style(style.face, style.size, style.leading, CARVEOUT, style.rise)


@lru_cache
def strong(style: Style) -> Style:
    """Return the style in the weight of a number that leads somewhere."""
    return Style(Face.SANS_SEMIBOLD, style.size * 0.86, style.leading, style.colour, style.rise)
