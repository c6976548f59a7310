"""Clauses that a source prints twice, and numbers that it prints twice: the contents say which number was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.captions import plain_heading
from carveout.agreement.outline.promised import promised_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.layout.canonical import Canonical, Passage
    from carveout.agreement.outline.contents import Contents
    from carveout.agreement.outline.tree import Node, Tree

_AHEAD = 600
"""Passages within which the clauses that were not yet printed begin."""


class Again:
    """What a document has printed of what its contents promise.

    Pages that come twice (a draft bound in with its fair copy) begin with clauses that stand there already, with the
    same numbers and headings, and lead to those that don't. Their words are kept as one clause without a number, so
    that each clause stands in the outline once.
    """

    def __init__(self, canonical: Canonical, marks: Sequence[Mark | None], contents: Contents) -> None:
        self._text, self._passages = canonical.text, canonical.passages
        self._marks = marks
        self._headings = contents.headings
        self._printed: set[str] = set()
        self._copy: Node | None = None

    def printed(self, mark: Mark, at: int) -> None:
        """Note that the clause of a label stands in the outline, where it is one that the contents promise."""
        if mark.number is not None and self._is_promised(mark.number, mark, at):
            self._printed.add(mark.number)

    def begins(self, at: int, mark: Mark) -> bool:
        """Tell whether a passage begins pages that were printed before."""
        if mark.number not in self._printed or not self._is_promised(mark.number, mark, at):
            return False
        for ahead in range(at + 1, min(len(self._marks), at + _AHEAD)):
            other = self._marks[ahead]
            if other is not None and self._is_new(other, ahead):
                return True
        return False

    def open(self, tree: Tree, passage: Passage) -> None:
        """Open the clause that keeps the words of such pages, beside the last clause before them."""
        last = tree.nearest(ClauseKind.SECTION, ClauseKind.ARTICLE)
        node = tree.open_at(ClauseKind.SECTION, (last.parent if last is not None else None) or tree.part, passage)
        node.heading, node.body_start = plain_heading(passage.span.of(self._text)), passage.span.end
        self._copy = node

    def holds(self, at: int, mark: Mark) -> bool:
        """Tell whether a label belongs to pages printed before, which are over with the first clause that is new."""
        if self._copy is None:
            return False
        if self._is_new(mark, at):
            self._copy = None
        return self._copy is not None

    def is_misprint(self, at: int, mark: Mark) -> bool:
        """Tell whether a decimal is printed twice in a row, the second time over the clause promised after it."""
        number = mark.number or ""
        above, _, last = number.rpartition(".")
        if not last.isdecimal():
            return False
        after = f"{above}.{int(last) + 1:0{len(last)}}"
        return number in self._printed and after not in self._printed and self._is_promised(after, mark, at)

    def forget(self) -> None:
        """Begin anew: the words that follow are those of another instrument."""
        self._printed.clear()
        self._copy = None

    def _is_new(self, mark: Mark, at: int) -> bool:
        number = mark.number
        return number is not None and number not in self._printed and self._is_promised(number, mark, at)

    def _is_promised(self, number: str, mark: Mark, at: int) -> bool:
        """Tell whether the words after a label are the heading that the contents give a number."""
        span = self._passages[at].span
        start = span.start + mark.end
        while start < span.end and not self._text[start].isalnum():
            start += 1
        return promised_end(self._text, start, span.end, self._headings.get(number, ())) is not None
