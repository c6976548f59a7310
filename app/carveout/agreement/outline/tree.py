"""The clauses while they are being found: a tree with a path of open clauses, deepest last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.manuscript import MOST_CLAUSES, refuse_endless

if TYPE_CHECKING:
    from carveout.agreement.labels.numbering import Count, Mark
    from carveout.agreement.layout.canonical import Passage

PARTS = frozenset({ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX})
"""The kinds of clause that hold a document of their own."""
NUMBERED = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
"""The kinds of clause that the body of an agreement is made of."""
LISTED = frozenset({ClauseKind.ITEM, ClauseKind.RECITAL})
"""The kinds of clause that are rows of a list."""


@dataclass(slots=True, eq=False)
class Node:
    """A clause whose end isn't known yet. Offsets are code points of the canonical text."""

    kind: ClauseKind
    parent: Node | None
    start: int
    body_start: int
    end: int
    number: str | None = None
    label: str = ""
    heading: str | None = None
    count: Count | None = None
    """How its number is read."""
    indent: int = 0
    hang: int = 0
    run_in: bool = False
    """Whether it stands inside a paragraph."""
    defines: bool = False
    """Whether it is a definition without a number."""
    line_last: int | None = None
    """The last line of the source, where that isn't the line of its last word."""
    position: int = 0
    """Its place among the children of its kind, from 1."""
    before: Node | None = None
    """The clause before it in the same list."""
    body: bool = False
    """Whether it is an attachment, or the root, with articles or sections of its own."""
    last: dict[str, Count] = field(default_factory=dict)
    """The last number of each family among its children."""
    holds: set[ClauseKind] = field(default_factory=set)
    """The kinds of clause below it."""

    def add_label(self, mark: Mark, text: str) -> None:
        """Take the number and the label that stand where the clause starts."""
        self.number = mark.number
        self.label = text[self.start : self.start + mark.end].strip()


class Tree:
    """Nodes in document order, and the path of those that are still open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.open: list[Node] = []
        self.root = Node(ClauseKind.EXHIBIT, None, 0, 0, 0)
        self._positions: dict[tuple[int, ClauseKind], int] = {}
        self._latest: dict[tuple[int, str], Node] = {}

    @property
    def part(self) -> Node:
        """The attachment that is open, the root where none is."""
        for node in reversed(self.open):
            if node.kind in PARTS:
                return node
        return self.root

    @property
    def in_filing(self) -> bool:
        """Whether the words are the filing's own, not those of an attachment to it."""
        return self.part is self.root and ClauseKind.FILING_ITEM in self.root.holds

    def deepest(self, *, below: frozenset[ClauseKind] = frozenset()) -> Node | None:
        """Return the deepest open clause that doesn't stand inside a paragraph and isn't of the kinds `below`."""
        return next((node for node in reversed(self.open) if not node.run_in and node.kind not in below), None)

    def nearest(self, *kinds: ClauseKind) -> Node | None:
        """Return the deepest open clause of these kinds that stands in the open part."""
        return next((node for node in self.in_part() if node.kind in kinds), None)

    def in_part(self) -> list[Node]:
        """Return the open clauses below the open part, deepest first."""
        part = self.part
        within = self.open[self.open.index(part) + 1 :] if part is not self.root else self.open
        return within[::-1]

    def latest(self, above: Node, family: str) -> Node | None:
        """Return the last clause directly below another whose number is of a family."""
        return self._latest.get((id(above), family))

    def close_to(self, node: Node | None) -> None:
        """Close every clause below this one; all of them for None or the root."""
        if node is None or node is self.root:
            self.open.clear()
        else:
            del self.open[self.open.index(node) + 1 :]

    def add(self, node: Node) -> Node:
        """Open a clause below its parent, which must be open, and close what stands beside it.

        Raises NotReadableError for more clauses than an agreement has.
        """
        refuse_endless(len(self.nodes), MOST_CLAUSES, "clauses")
        above = node.parent or self.root
        if above is self.root:
            node.parent = None
        self.close_to(node.parent)
        if node.count is not None:
            key = id(above), node.count.family
            node.before = self._latest.get(key)
            self._latest[key] = node
            above.last[node.count.family] = node.count
        for holder in (self.root, *self.open):
            holder.holds.add(node.kind)
        same = id(above), node.kind
        node.position = self._positions[same] = self._positions.get(same, 0) + 1
        self.nodes.append(node)
        self.open.append(node)
        self.extend(node.end)
        return node

    def open_at(self, kind: ClauseKind, above: Node, passage: Passage) -> Node:
        """Open a clause that starts with a passage and holds all of it."""
        node = Node(kind, above, passage.span.start, passage.span.start, passage.span.end)
        node.indent, node.hang = passage.block.indent, passage.block.hang
        return self.add(node)

    def extend(self, end: int) -> None:
        """Let every open clause reach up to `end`."""
        for node in self.open:
            node.end = max(node.end, end)
