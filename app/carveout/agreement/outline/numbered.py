"""Clauses that bear a number: which passages open one, and what stands inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.captions import is_caption, plain_heading
from carveout.agreement.labels.numbering import ATTACHMENTS, CHAPTERS, Count, Mark, Word, parse
from carveout.agreement.outline import seats
from carveout.agreement.outline.again import Again
from carveout.agreement.outline.headings import begins_clause, find_heading, is_remark, take_title
from carveout.agreement.outline.inside import open_inside, open_rows
from carveout.agreement.outline.promised import promised_end
from carveout.agreement.outline.rows import item
from carveout.agreement.outline.tree import LISTED, NUMBERED, Node
from carveout.agreement.outline.unnumbered import agrees, form_of, hangs
from carveout.agreement.outline.unstopped import with_unstopped
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Canonical, Passage
    from carveout.agreement.outline.contents import Contents
    from carveout.agreement.outline.tree import Tree

_LABEL = 80
"""Characters beyond which no label reaches."""
_RECITALS = 40
"""Passages that recitals take at most."""
_SECTIONS_TOO = frozenset({"1.", "I."})
"""Families of numbers that count sections more often than recitals."""
_SENTENCE = 40
"""Characters that a paragraph has at least which a number can be torn from."""
_TAIL = 16
_ROW = 240
"""Characters that a row of a table of contents has at most."""
_LED = re.compile(r"(?:\. ?){6}[ .]*(?:\d{1,3}|[ivxl]{1,6}|[A-Z]-\d{1,3})$")
"""Dots that lead to a page."""


class Numbered:
    """What opens numbered clauses on a tree, passage by passage.

    `agreed` says that the recitals of the open agreement are over; `marks` are the labels of all passages.
    """

    def __init__(self, canonical: Canonical, contents: Contents, tree: Tree) -> None:
        self.text = canonical.text
        self.passages = canonical.passages
        self.contents = contents
        self.tree = tree
        marks = [self._mark(passage) for passage in canonical.passages]
        self.marks = with_unstopped(canonical.text, canonical.passages, marks)
        self.agreed = False
        self.again = Again(canonical, self.marks, contents)
        self._untitled: Node | None = None

    def _mark(self, passage: Passage) -> Mark | None:
        if passage.block.style is ParagraphStyle.FIXED or passage.value is not None:
            return None
        start, end = passage.span.start, passage.span.end
        if end - start <= _ROW and _LED.search(self.text, max(start, end - _LABEL), end):
            return None
        mark = parse(self.text[start : min(end, start + _LABEL)])
        return mark.at_depth(passage.block.depth) if mark is not None else None

    def opens_attachment(self, at: int) -> bool:
        """Open the attachment whose title a passage is, if it is one."""
        mark = self.marks[at]
        if mark is None or mark.word not in ATTACHMENTS or self._is_of_filing(mark):
            return False
        if self._is_cut(at) or not self._entitles(at, mark):
            return False
        seat = seats.attachment(self.tree, mark)
        if seat is None:
            return False
        self.agreed = False
        self.again.forget()
        self._open(at, mark, seat)
        return True

    def _is_of_filing(self, mark: Mark) -> bool:
        """Tell whether a document opens with the number that it bears among the exhibits of a filing: `Exhibit 10.1`.

        That stands on the page, and is no attachment of an agreement, which would come after it.
        """
        opens = self.tree.root.holds <= {ClauseKind.COVER}
        return opens and mark.word is Word.EXHIBIT and mark.number is not None and "." in mark.number

    def _entitles(self, at: int, mark: Mark) -> bool:
        """Tell whether a passage is the title of an attachment, not a sentence or a list that speaks of it."""
        words = self.passages[at].span.of(self.text)
        if form_of(words) and self.tree.root.holds <= {ClauseKind.COVER}:
            return False
        rest = words[mark.end :].strip(' .:-–—\n"”')
        if not rest:
            return True
        beside = [self.marks[near] for near in (at - 1, at + 1) if 0 <= near < len(self.marks)]
        if any(other is not None and other.word in ATTACHMENTS for other in beside):
            return False
        return is_caption(rest) and not rest[-1].isdigit() and not rest.endswith(".")

    def opens(self, at: int) -> bool:
        """Open the chapter, article, section or item whose label a passage bears, if it is one."""
        mark, tree = self.marks[at], self.tree
        if mark is None or mark.word in ATTACHMENTS:
            return False
        seat = self._seat(at, mark)
        again = self.again
        if mark.decimal and again.is_misprint(at, mark):
            seat = seats.misprinted(tree, mark) or seat
        if seat is None or again.holds(at, mark) or self._is_cell(at, mark, seat):
            return False
        may_be_words = mark.word is not None or mark.decimal
        if may_be_words and not begins_clause(
            self.text,
            self.passages[at],
            mark,
            self._promised(mark),
            in_order=seat.in_order,
            goes_on=self._is_cut(at),
        ):
            return False
        if seat.kind in NUMBERED and again.begins(at, mark):
            again.open(self.tree, self.passages[at])
        else:
            self._open(at, mark, seat)
        return True

    def _is_cell(self, at: int, mark: Mark, seat: seats.Seat) -> bool:
        """Tell whether a decimal alone in its paragraph, out of order, leads to no other: a cell of a table."""
        if not mark.decimal or seat.in_order or seat.count is None:
            return False
        return len(self.passages[at].span) <= mark.end and not seats.is_followed(self.marks, at, seat.count)

    def _seat(self, at: int, mark: Mark) -> seats.Seat | None:
        tree = self.tree
        signed = tree.nearest(ClauseKind.SIGNATURE) is not None
        if signed and not seats.begins_anew(self.marks, at):
            return None
        if mark.word is Word.ITEM:
            return seats.filing_item(tree, mark)
        if mark.word in CHAPTERS or mark.word is Word.ARTICLE:
            return seats.division(tree, mark)
        if mark.word is Word.SECTION or mark.decimal:
            return seats.section(tree, mark)
        if signed:
            return seats.Seat(ClauseKind.SECTION, tree.part, mark.counts[0])
        agreed = self.agreed or (not tree.part.body and not self._may_recite(at, mark))
        return item(tree, self.marks, at, self.passages[at].block.indent, agreed=agreed)

    def _may_recite(self, at: int, mark: Mark) -> bool:
        """Tell whether numbers before anybody agrees count recitals: the parties agree soon, or the numbers begin anew.

        A lease may bring its first section right below WITNESSETH. Letters are left to count recitals.
        """
        if not mark.counts or mark.counts[0].family not in _SECTIONS_TOO:
            return True
        first = Count(mark.counts[0].family, (1,))
        near = range(at + 1, min(len(self.passages), at + 1 + _RECITALS))
        if any(other is not None and first in other.counts for other in self.marks[near.start : near.stop]):
            return True
        return any(agrees(self.passages[one].span.of(self.text)) for one in near)

    def _open(self, at: int, mark: Mark, seat: seats.Seat) -> None:
        passage, part = self.passages[at], self.tree.part
        node = Node(seat.kind, seat.above, passage.span.start, passage.span.start, passage.span.end, count=seat.count)
        node.add_label(mark, self.text)
        node.indent, node.hang = passage.block.indent, passage.block.hang
        self.tree.add(node)
        if seat.kind in NUMBERED:
            part.body = True
            self.again.printed(mark, at)
            if seat.count is not None:
                part.last[seat.count.family] = seat.count
        after = self.marks[at + 1] if at + 1 < len(self.marks) else mark
        promised, leads = self._promised(mark), self._leads(at, node)
        before_label = after is not None
        if not find_heading(self.text, passage, mark, node, promised, before_label=before_label, leads=leads):
            self._untitled = node
        elif node.kind in LISTED:
            open_rows(self.tree, self.text, passage, node, self.next_counts(at))
        elif node.body_start < passage.span.end:
            open_inside(self.tree, self.text, passage, node.body_start, self.next_counts(at))

    def _leads(self, at: int, node: Node) -> bool:
        """Tell whether the next passage begins a list below this: `(c) Capital Structure.` and then `(i) The stock`."""
        own = node.count.family if node.count is not None else None
        firsts = any(count.place[-1] == 1 and count.family != own for count in self.next_counts(at))
        return firsts and not is_caption(self.passages[at + 1].span.of(self.text))

    def titles(self, at: int) -> bool:
        """Take the passage after a label that stands alone as its heading, where it is set like one."""
        node, self._untitled = self._untitled, None
        if node is None:
            return False
        passage = self.passages[at]
        if is_remark(self.text, passage, node):
            self._untitled = node
        elif self.marks[at] is not None or not take_title(self.text, passage, node):
            return False
        self.tree.extend(passage.span.end)
        if self._untitled is None and node.body_start < passage.span.end:
            open_inside(self.tree, self.text, passage, node.body_start, self.next_counts(at))
        return True

    def opens_promised(self, at: int) -> bool:
        """Open the section whose number the source leaves out: its heading is that of the next number promised."""
        passage, above = self.passages[at], self.tree.nearest(*NUMBERED)
        unlabelled = self.marks[at] is None and passage.block.style is ParagraphStyle.BODY
        if not unlabelled or above is None or above.count is None or not self.contents.headings:
            return False
        for number, count in seats.next_sections(above):
            stop = promised_end(self.text, passage.span.start, passage.span.end, self.contents.headings.get(number, ()))
            if stop is not None and (stop == passage.span.end or not self.text[stop - 1].isalnum()):
                parent = above if above.kind is ClauseKind.ARTICLE else above.parent or self.tree.root
                node = self.tree.open_at(ClauseKind.SECTION, parent, passage)
                node.heading, node.body_start = plain_heading(self.text[passage.span.start : stop]), stop
                node.count = parent.last[count.family] = count
                open_inside(self.tree, self.text, passage, stop, self.next_counts(at))
                return True
        return False

    def _promised(self, mark: Mark) -> tuple[str, ...]:
        """Return the headings that the tables of contents print for a number."""
        return self.contents.headings.get(mark.number or "", ())

    def _is_cut(self, at: int) -> bool:
        """Tell whether the passage before this one ends in the middle of a sentence, where a number is a reference."""
        if at == 0 or self.passages[at - 1].block.style is not ParagraphStyle.BODY:
            return False
        span = self.passages[at - 1].span
        return len(span) >= _SENTENCE and hangs(self.text[span.end - _TAIL : span.end])

    def next_counts(self, at: int) -> tuple[Count, ...]:
        """Return the ways to read the label of the next passage, none where it has none."""
        after = self.marks[at + 1] if at + 1 < len(self.marks) else None
        return after.counts if after is not None and after.word is None else ()
