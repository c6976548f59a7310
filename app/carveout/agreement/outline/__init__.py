"""The outline: every clause of a document, found by its label, its place on the page and the order of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind, Outline
from carveout.agreement.labels.captions import is_caption, plain_heading
from carveout.agreement.labels.numbering import ATTACHMENTS, CHAPTERS, Count, Mark, Word, parse
from carveout.agreement.outline import seats
from carveout.agreement.outline.contents import contents
from carveout.agreement.outline.headings import begins_clause, find_heading, is_remark, take_title
from carveout.agreement.outline.inside import open_inside
from carveout.agreement.outline.naming import named
from carveout.agreement.outline.returning import clause_of
from carveout.agreement.outline.tree import NUMBERED, Node, Tree
from carveout.agreement.outline.unnumbered import (
    form_of,
    is_agreed,
    is_contents,
    is_note,
    is_preamble,
    is_recitals,
    is_signing,
    is_whereas,
)
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Canonical, Passage
    from carveout.agreement.progress import Course

_LABEL = 80
"""Characters beyond which no label reaches."""
_NO_ROWS = frozenset({ClauseKind.COVER, ClauseKind.SIGNATURE})


def outline(canonical: Canonical, course: Course) -> Outline:
    """Find the clauses of a document. Takes one stage of `course`. Raises NotReadableError for too many."""
    walk = _Walk(canonical)
    for at in course.over(range(len(canonical.passages)), len(canonical.passages)):
        walk.take(at)
    walk.finish()
    return named(walk.tree, canonical, walk.form)


class _Walk:
    """The way through the passages of a document, and the tree that grows on it."""

    def __init__(self, canonical: Canonical) -> None:
        self.text = canonical.text
        self.passages = canonical.passages
        self.marks = [self._mark(passage) for passage in canonical.passages]
        self.contents = contents(canonical)
        self.tree = Tree()
        self.form: str | None = None
        self._untitled: Node | None = None
        self._agreed = False

    def _mark(self, passage: Passage) -> Mark | None:
        if passage.block.style is ParagraphStyle.FIXED or passage.value is not None:
            return None
        return parse(self.text[passage.span.start : min(passage.span.end, passage.span.start + _LABEL)])

    def take(self, at: int) -> None:
        """Give a passage its place in the tree."""
        passage = self.passages[at]
        untitled, self._untitled = self._untitled, None
        if at in self.contents.passages:
            self._contents(passage)
        elif not (
            (untitled is not None and self._titles(untitled, at))
            or self._opens_attachment(at)
            or self._opens_unnumbered(at)
            or self._opens_row(passage)
            or self._opens_numbered(at)
        ):
            self._goes_on(at)

    def finish(self) -> None:
        """Where no agreement and no filing was found, make each paragraph a clause by itself."""
        if not self.tree.root.holds <= {ClauseKind.COVER, ClauseKind.SIGNATURE}:
            return
        self.tree = Tree()
        for passage in self.passages:
            self.tree.open_at(ClauseKind.ITEM, self.tree.root, passage)

    # Clauses that bear no number

    def _contents(self, passage: Passage) -> None:
        words = passage.span.of(self.text)
        if is_contents(words):
            self._headed(ClauseKind.COVER, self.tree.part, passage)
        else:
            self.tree.extend(passage.span.end)

    def _headed(self, kind: ClauseKind, above: Node, passage: Passage) -> None:
        """Open a clause whose first passage is its heading."""
        node = self.tree.open_at(kind, above, passage)
        node.heading, node.body_start = plain_heading(passage.span.of(self.text)), passage.span.end

    def _opens_unnumbered(self, at: int) -> bool:
        passage, tree, part = self.passages[at], self.tree, self.tree.part
        words = passage.span.of(self.text)
        if tree.in_filing:
            if passage.block.style is not ParagraphStyle.CENTERED or not is_caption(words) or is_note(words):
                return False
            self._headed(ClauseKind.FILING_ITEM, part, passage)
            return True
        if not part.body and self._opens_before_body(at, words):
            return True
        self._agreed = self._agreed or is_agreed(words)
        if not is_signing(words) or not tree.nodes or tree.nearest(ClauseKind.SIGNATURE) is not None:
            return False
        tree.open_at(ClauseKind.SIGNATURE, part, passage)
        return True

    def _opens_before_body(self, at: int, words: str) -> bool:
        passage, tree, part = self.passages[at], self.tree, self.tree.part
        if ClauseKind.PREAMBLE not in part.holds and self.marks[at] is None and is_preamble(words):
            tree.open_at(ClauseKind.PREAMBLE, part, passage)
        elif is_recitals(words):
            self._headed(ClauseKind.RECITAL, part, passage)
        elif is_whereas(words):
            headed = tree.nearest(ClauseKind.RECITAL)
            while headed is not None and headed.heading is None:
                headed = headed.parent
            tree.open_at(ClauseKind.RECITAL, headed or part, passage)
        else:
            return False
        return True

    def _opens_row(self, passage: Passage) -> bool:
        """Open a row of a term sheet."""
        above = self.tree.deepest(below=frozenset({ClauseKind.TERM}))
        if passage.value is None or above is None or above.kind in _NO_ROWS:
            return False
        label = self.text[passage.span.start : passage.value].strip()
        mark = parse(label)
        node = self.tree.open_at(ClauseKind.TERM, above, passage)
        node.heading = plain_heading(label[mark.end :] if mark is not None and mark.bullet else label)
        node.body_start = passage.value
        node.line_last = max((piece.line.number or 0 for piece in passage.block.pieces), default=0) or None
        return True

    def _goes_on(self, at: int) -> None:
        """Give words without a label to the clause that they go on with, or return to."""
        passage, tree = self.passages[at], self.tree
        words = passage.span.of(self.text)
        node = clause_of(tree, self.text, passage)
        if node is None or node.kind is ClauseKind.COVER:
            self.form = self.form or form_of(words)
        if node is not None:
            tree.close_to(node)
            tree.extend(passage.span.end)
        elif is_note(words) and tree.nodes:
            tree.close_to(tree.root)
        else:
            node = tree.open_at(ClauseKind.COVER, tree.root, passage)
        if passage.block.style is ParagraphStyle.BODY and node is not None and node.kind is not ClauseKind.COVER:
            open_inside(tree, self.text, passage, passage.span.start, self._next_counts(at))

    # Clauses that bear one

    def _opens_attachment(self, at: int) -> bool:
        mark = self.marks[at]
        if mark is None or mark.word not in ATTACHMENTS or not self._entitles(at, mark):
            return False
        seat = seats.attachment(self.tree, mark)
        if seat is None:
            return False
        self._agreed = False
        self._open(at, mark, seat)
        return True

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

    def _opens_numbered(self, at: int) -> bool:
        mark, tree = self.marks[at], self.tree
        if mark is None or mark.word in ATTACHMENTS or tree.nearest(ClauseKind.SIGNATURE) is not None:
            return False
        if mark.word is Word.ITEM:
            seat = seats.filing_item(tree, mark)
        elif mark.word in CHAPTERS or mark.word is Word.ARTICLE:
            seat = seats.division(tree, mark)
        elif mark.word is Word.SECTION or mark.decimal:
            seat = seats.section(tree, mark)
        else:
            seat = seats.item(tree, self.marks, at, self.passages[at].block.indent, agreed=self._agreed)
        if seat is None:
            return False
        may_be_words = mark.word is not None or mark.decimal
        if may_be_words and not begins_clause(self.text, self.passages[at], mark, in_order=seat.in_order):
            return False
        self._open(at, mark, seat)
        return True

    def _open(self, at: int, mark: Mark, seat: seats.Seat) -> None:
        passage, part = self.passages[at], self.tree.part
        node = Node(seat.kind, seat.above, passage.span.start, passage.span.start, passage.span.end, count=seat.count)
        node.add_label(mark, self.text)
        node.indent, node.hang = passage.block.indent, passage.block.hang
        self.tree.add(node)
        if seat.kind in NUMBERED:
            part.body = True
            if seat.count is not None:
                part.last[seat.count.family] = seat.count
        after = self.marks[at + 1] if at + 1 < len(self.marks) else mark
        if not find_heading(self.text, passage, mark, node, before_label=after is not None):
            self._untitled = node
        elif node.body_start < passage.span.end:
            open_inside(self.tree, self.text, passage, node.body_start, self._next_counts(at))

    def _titles(self, node: Node, at: int) -> bool:
        """Take the passage after a label that stands alone as its heading, where it is set like one."""
        passage = self.passages[at]
        if is_remark(self.text, passage, node):
            self._untitled = node
        elif self.marks[at] is not None or not take_title(self.text, passage, node):
            return False
        self.tree.extend(passage.span.end)
        if self._untitled is None and node.body_start < passage.span.end:
            open_inside(self.tree, self.text, passage, node.body_start, self._next_counts(at))
        return True

    def _next_counts(self, at: int) -> tuple[Count, ...]:
        """Return the ways to read the label of the next passage, none where it has none."""
        after = self.marks[at + 1] if at + 1 < len(self.marks) else None
        return after.counts if after is not None and after.word is None else ()
