"""The clauses of a document and the tree that they form."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClauseKind(StrEnum):
    """What a clause is, in the words of the command line's contract."""

    FILING_ITEM = "filing-item"
    COVER = "cover"
    EXHIBIT = "exhibit"
    SCHEDULE = "schedule"
    ANNEX = "annex"
    APPENDIX = "appendix"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    CHAPTER = "chapter"
    ARTICLE = "article"
    SECTION = "section"
    ITEM = "item"
    TERM = "term"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the outline.

    `number` is printed without its word or closing full stop (`3.16`, `(ii)`), `label` as printed (`Article 3.`),
    `citation` as counsel would name it (`Section 3.16(ii)`). `start` is where the label begins, `body_start` where
    the words after label and heading begin; `end` takes in the children and any sentence that returns to this
    clause's margin after them. Offsets are code points of the canonical text. Pages and lines are those of the
    source, 1-based, None where the format has none.
    """

    id: int
    parent: int | None
    kind: ClauseKind
    number: str | None
    label: str
    heading: str | None
    citation: str
    start: int
    body_start: int
    end: int
    page_first: int | None = None
    page_last: int | None = None
    line_first: int | None = None
    line_last: int | None = None

    @property
    def span(self) -> Span:
        """The clause with its label, heading and children."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Outline:
    """Every clause in document order, parents before children; a clause's id is its position."""

    clauses: tuple[Clause, ...]

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.clauses)

    def __getitem__(self, clause: int) -> Clause:
        return self.clauses[clause]

    @cached_property
    def _children(self) -> dict[int | None, tuple[int, ...]]:
        found: dict[int | None, list[int]] = {}
        for clause in self.clauses:
            found.setdefault(clause.parent, []).append(clause.id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(clause.start for clause in self.clauses)

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """The id above each clause, None for a root."""
        return tuple([clause.parent for clause in self.clauses])

    @cached_property
    def _last(self) -> tuple[int, ...]:
        """The id of the last clause below each, its own where there is none."""
        last = list(range(len(self.clauses)))
        for clause, parent in zip(reversed(range(len(last))), reversed(self.parents), strict=True):
            if parent is not None:
                last[parent] = max(last[parent], last[clause])
        return tuple(last)

    def branch(self, clause: int) -> range:
        """Return the ids of a clause and of all below it: they follow each other."""
        return range(clause, self._last[clause] + 1)

    def children(self, clause: int | None) -> tuple[int, ...]:
        """Return the ids directly below a clause, or of the roots for None."""
        return self._children.get(clause, ())

    def ancestors(self, clause: int) -> Iterator[int]:
        """Yield the ids above a clause, nearest first."""
        above = self.clauses[clause].parent
        while above is not None:
            yield above
            above = self.clauses[above].parent

    def depth(self, clause: int) -> int:
        """Count the clauses above this one."""
        return sum(1 for _ in self.ancestors(clause))

    def at(self, offset: int) -> int | None:
        """Return the deepest clause that holds the code point at `offset`, None before the first clause."""
        position = bisect_right(self._starts, offset) - 1
        clause: int | None = position if position >= 0 else None
        while clause is not None and offset >= self.clauses[clause].end:
            clause = self.clauses[clause].parent
        return clause

    def beginning(self, start: int) -> int | None:
        """Return the clause that begins at an offset, None where none does. No two begin at one place."""
        position = bisect_left(self._starts, start)
        return position if self._starts[position : position + 1] == (start,) else None

    def starting(self, within: Span) -> range:
        """Return the ids of the clauses that start in a span."""
        return range(bisect_left(self._starts, within.start), bisect_left(self._starts, within.end))

    def own(self, clause: int) -> tuple[Span, ...]:
        """Return the clause's words that belong to none of its children: before, between and after them."""
        spans = []
        at = self.clauses[clause].start
        for child in self.children(clause):
            if self.clauses[child].start > at:
                spans.append(Span(at, self.clauses[child].start))
            at = max(at, self.clauses[child].end)
        if self.clauses[clause].end > at:
            spans.append(Span(at, self.clauses[clause].end))
        return tuple(spans)
