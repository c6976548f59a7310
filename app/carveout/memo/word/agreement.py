"""The agreement's paragraphs for Word, with the ranges that its comments are about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.reading import ParagraphStyle
from carveout.memo.word.pieces import bookmarked, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Paragraph, Reading
    from carveout.memo.word.comments import WordComment

_STEP = 360
"""How far each level is indented, in twentieths of a point."""
_DEEPEST = 6
_BOOKMARKS = 1_000_000
"""What the numbers of the clauses' bookmarks begin with, above all others of a file."""
_TOP = {
    *(ClauseKind.COVER, ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX),
    *(ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.FILING_ITEM),
}
_INDENTED = {ClauseKind.ITEM, ClauseKind.SECTION, ClauseKind.TERM}


class AgreementText:
    """Writes paragraphs of a reading: a Word paragraph each, with its words as filed and its numbers as text.

    `above` counts the levels of headings above the agreement's own. `linked` are the clauses that links lead to.
    """

    def __init__(
        self,
        reading: Reading,
        paragraphs: Sequence[Paragraph],
        comments: Sequence[WordComment],
        linked: Collection[int] = (),
        above: int = 0,
    ) -> None:
        self._reading = reading
        self._paragraphs = paragraphs
        self._above = above
        self._starts = [one.span.start for one in paragraphs]
        self._ends = [one.span.end for one in paragraphs]
        self._marks: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._places: dict[int, list[int]] = defaultdict(list)
        for clause in linked:
            self._places[self._last_from(reading.outline[clause].start)].append(clause)
        for comment in comments:
            self._mark(comment)

    def pieces(self) -> Iterator[str]:
        """Yield the paragraphs in the order of the text."""
        if not self._paragraphs:
            yield paragraph("ClauseText", *(one for marks in self._marks[0].values() for one in marks))
        for position, one in enumerate(self._paragraphs):
            yield self._paragraph(position, one)

    def _mark(self, comment: WordComment) -> None:
        """Note in which paragraph and at which offset a comment's range begins and ends.

        One that begins between two paragraphs begins with the second; one that ends there ends with the first.
        """
        begin, end = comment.span.start, comment.span.end
        first, final = 0, 0
        if self._paragraphs:
            first = min(bisect_right(self._ends, begin), len(self._paragraphs) - 1)
            final = max(first, self._last_from(end - 1))
            begin = min(max(begin, self._starts[first]), self._ends[first])
            end = min(max(end, self._starts[final]), self._ends[final])
        number = f'w:id="{comment.number}"'
        self._marks[first][begin].append(f"<w:commentRangeStart {number}/>")
        self._marks[final][max(begin, end)].append(
            f"<w:commentRangeEnd {number}/><w:r><w:commentReference {number}/></w:r>"
        )

    def _last_from(self, offset: int) -> int:
        """Return the position of the last paragraph that starts at an offset or before it, at least 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _paragraph(self, position: int, one: Paragraph) -> str:
        clause = self._beginning(one)
        caption = min(clause.body_start, one.span.end) if clause and clause.heading else one.span.start
        marks = self._marks.get(position, {})
        inline = [bookmarked("", place(clause), _BOOKMARKS + clause) for clause in self._places.get(position, ())]
        at = one.span.start
        for cut in sorted({*marks, caption, one.span.end}):
            if cut > at:
                inline.append(run(self._reading.text[at:cut], bold=cut <= caption))
                at = cut
            inline += marks.get(cut, ())
        style, look = self._set(one, clause)
        return paragraph(style, *inline, look=look)

    def _set(self, one: Paragraph, clause: Clause | None) -> tuple[str, str]:
        """Return a paragraph's style and what its properties have besides, indented by depth."""
        if clause is not None and one.span.end <= clause.body_start:
            level = 1 if clause.kind in _TOP else 2 if clause.kind is ClauseKind.SECTION else 3
            return f"Heading{level + self._above}", ""
        match one.style:
            case ParagraphStyle.FIXED:
                return "FixedText", ""
            case ParagraphStyle.CENTERED:
                return "CentredText", ""
            case _:
                depth = self._depth(self._reading.outline.at(one.span.start))
                return "ClauseText", f'<w:ind w:left="{_STEP * depth}"/>' if depth else ""

    def _depth(self, clause: int | None) -> int:
        """Count how deep a clause is indented: sections below their article, items below their section."""
        if clause is None:
            return 0
        outline = self._reading.outline
        above = (clause, *outline.ancestors(clause))
        return min(sum(outline[one].kind in _INDENTED for one in above), _DEEPEST)

    def _beginning(self, one: Paragraph) -> Clause | None:
        """Return the clause whose label or heading the paragraph begins with or goes on with, if it does."""
        found = self._reading.outline.at(one.span.start)
        if found is None or one.span.start >= self._reading.outline[found].body_start:
            return None
        return self._reading.outline[found]


def place(clause: int) -> str:
    """Return the name of the bookmark where a clause begins."""
    return f"clause_{clause}"
