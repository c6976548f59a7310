"""The outline: every clause of a document, found by its label, its place on the page and the order of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind, Outline
from carveout.agreement.labels.captions import is_caption, plain_heading
from carveout.agreement.labels.numbering import parse
from carveout.agreement.outline.definitions import defined_in, place_of
from carveout.agreement.outline.forms import opens_form
from carveout.agreement.outline.inside import open_inside
from carveout.agreement.outline.looks import is_heading, may_head, numbers_sections
from carveout.agreement.outline.naming import named
from carveout.agreement.outline.numbered import Numbered
from carveout.agreement.outline.returning import clause_of
from carveout.agreement.outline.tree import Node, Tree
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
    from carveout.agreement.outline.contents import Contents
    from carveout.agreement.progress import Course

_PARAGRAPH = 60
"""Characters that a paragraph has at least which is a clause by itself."""
_AHEAD = frozenset({ClauseKind.PREAMBLE, ClauseKind.RECITAL})
_NO_ROWS = frozenset({ClauseKind.COVER, ClauseKind.SIGNATURE})


def outline(canonical: Canonical, contents: Contents, course: Course) -> Outline:
    """Find the clauses of a document, given its tables of contents. Takes one stage of `course`.

    Raises NotReadableError for too many.
    """
    walk = _Walk(canonical, contents)
    for at in course.over(range(len(canonical.passages)), len(canonical.passages)):
        walk.take(at)
    walk.finish()
    return named(walk.tree, canonical, walk.form)


class _Walk:
    """The way through the passages of a document, and the tree that grows on it."""

    def __init__(self, canonical: Canonical, contents: Contents) -> None:
        self.text = canonical.text
        self.passages = canonical.passages
        self.contents = contents
        self.tree = Tree()
        self.form: str | None = None
        self._numbered = Numbered(canonical, self.contents, self.tree)
        self._numbers_sections = numbers_sections(self._numbered.marks)

    def take(self, at: int) -> None:
        """Give a passage its place in the tree."""
        passage = self.passages[at]
        if at in self.contents.passages:
            self._contents(at)
        elif not (
            self._numbered.titles(at)
            or self._numbered.opens_attachment(at)
            or self._opens_unnumbered(at)
            or self._opens_row(passage)
            or opens_form(self.tree, self.text, passage)
            or self._numbered.opens(at)
            or self._numbered.opens_promised(at)
            or self._opens_definition(at)
            or self._opens_headed(at)
            or self._opens_paragraph(at)
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

    def _contents(self, at: int) -> None:
        passage = self.passages[at]
        words = passage.span.of(self.text)
        over = self.contents.headings_at.get(at, words if is_contents(words) else None)
        if over is None:
            self.tree.extend(passage.span.end)
            return
        if self._goes_on_with(over):
            self.tree.extend(passage.span.end)
            return
        self._numbered.again.forget()
        self._headed(ClauseKind.COVER, self.tree.part, passage)
        node = self.tree.nodes[-1]
        node.heading, node.body_start = plain_heading(over), node.body_start if over == words else node.start

    def _goes_on_with(self, heading: str) -> bool:
        """Tell whether a heading over contents is printed again, on the next page of the same table."""
        last = self.tree.nodes[-1] if self.tree.nodes else None
        known = last.heading if last is not None and last.kind is ClauseKind.COVER else None
        return known is not None and plain_heading(heading).casefold().startswith(known.casefold())

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
        self._numbered.agreed = self._numbered.agreed or is_agreed(words)
        if not is_signing(words) or not tree.nodes or tree.nearest(ClauseKind.SIGNATURE) is not None:
            return False
        tree.open_at(ClauseKind.SIGNATURE, part, passage)
        return True

    def _opens_before_body(self, at: int, words: str) -> bool:
        passage, tree, part = self.passages[at], self.tree, self.tree.part
        if ClauseKind.PREAMBLE not in part.holds and self._numbered.marks[at] is None and is_preamble(words):
            tree.open_at(ClauseKind.PREAMBLE, part, passage)
        elif is_recitals(words) and self._is_over_words(at):
            self._headed(ClauseKind.RECITAL, part, passage)
        elif is_whereas(words):
            headed = tree.nearest(ClauseKind.RECITAL)
            while headed is not None and headed.heading is None:
                headed = headed.parent
            tree.open_at(ClauseKind.RECITAL, headed or part, passage)
        else:
            return False
        return True

    def _is_over_words(self, at: int) -> bool:
        """Tell whether a paragraph or a label comes after a passage, not the next cell of a table."""
        if at + 1 == len(self.passages):
            return True
        below = self.passages[at + 1].span
        return self._numbered.marks[at + 1] is not None or len(below) >= _PARAGRAPH or is_whereas(below.of(self.text))

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

    def _opens_definition(self, at: int) -> bool:
        """Open the definition that a paragraph without a number is, if it is one."""
        passage, tree = self.passages[at], self.tree
        if self._numbered.marks[at] is not None or passage.block.style is not ParagraphStyle.BODY:
            return False
        term = defined_in(self.text, passage)
        above = place_of(tree, self.text, self._numbered.marks, at) if term is not None else None
        if term is None or above is None:
            return False
        node = tree.open_at(ClauseKind.ITEM, above, passage)
        node.heading, node.defines = term, True
        open_inside(tree, self.text, passage, passage.span.start, self._numbered.next_counts(at))
        return True

    def _opens_headed(self, at: int) -> bool:
        """Open the section that a heading without a number stands over, if a passage is one."""
        marks = self._numbered.marks
        if marks[at] is not None or not is_heading(self.text, self.passages, marks, at):
            return False
        if not may_head(self.tree, marks, at, numbered=self._numbers_sections):
            return False
        part = self.tree.part
        self._headed(ClauseKind.SECTION, part, self.passages[at])
        part.body = True
        return True

    def _opens_paragraph(self, at: int) -> bool:
        """Open a clause for each paragraph of an agreement that numbers none, once the parties have agreed."""
        passage, tree, part = self.passages[at], self.tree, self.tree.part
        if part.body or not self._numbered.agreed or passage.block.style is not ParagraphStyle.BODY:
            return False
        before = tree.deepest()
        words = passage.span.of(self.text)
        if before is None or self._numbered.marks[at] is not None or len(words) < _PARAGRAPH or is_agreed(words):
            return False
        alone = before.kind is ClauseKind.ITEM and not before.label and before.heading is None
        if not alone and before.kind not in _AHEAD:
            return False
        tree.open_at(ClauseKind.ITEM, part, passage)
        open_inside(tree, self.text, passage, passage.span.start, self._numbered.next_counts(at))
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
            open_inside(tree, self.text, passage, passage.span.start, self._numbered.next_counts(at))
