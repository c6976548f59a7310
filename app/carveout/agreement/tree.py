"""The clauses while they are being found: a tree with a path of open clauses, deepest last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from carveout.agreement.numbering import Count

PARTS = frozenset({ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX})
"""The kinds of clause that hold a document of their own."""
NUMBERED = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
"""The kinds of clause that the body of an agreement is made of."""


@dataclass(slots=True, eq=False)
class Node:
    """A clause whose end isn't known yet."""

    kind: ClauseKind
    parent: Node | None
    start: int
    body_start: int
    end: int
    number: str | None = None
    label: str = ""
    heading: str | None = None
    count: Count | None = None
    indent: int = 0
    hang: int = 0
    run_in: bool = False
    position: int = 0
    """Its place among the children of its kind, from 1."""
    line_last: int | None = None
    before: Node | None = None
    """The item before it in the same list."""
    body: bool = False
    """Whether it is an attachment, or the root, with articles or sections of its own."""
    last: dict[str, Count] = field(default_factory=dict)
    """The last number of each family that it has for a child."""
    holds: set[ClauseKind] = field(default_factory=set)
    """The kinds of clause below it."""


class Tree:
    """Nodes in document order, and the path of those that are still open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.open: list[Node] = []
        self.root = Node(ClauseKind.EXHIBIT, None, 0, 0, 0)
        self._positions: dict[tuple[int, ClauseKind], int] = {}
        self._latest: dict[tuple[int, str], Node] = {}

    def part(self) -> Node:
        """Return the attachment that is open, the root where none is."""
        return next((node for node in reversed(self.open) if node.kind in PARTS), self.root)

    def deepest(self) -> Node | None:
        """Return the deepest open clause that doesn't stand inside a paragraph."""
        return next((node for node in reversed(self.open) if not node.run_in), None)

    def nearest(self, *kinds: ClauseKind) -> Node | None:
        """Return the deepest open clause of these kinds that stands in the open part."""
        for node in reversed(self.open):
            if node.kind in kinds:
                return node
            if node.kind in PARTS:
                return None
        return None

    def close_to(self, node: Node | None) -> None:
        """Close every clause below this one; all of them for None or the root."""
        if node is None or node is self.root:
            self.open.clear()
        else:
            del self.open[self.open.index(node) + 1 :]

    def add(self, node: Node) -> Node:
        """Open a clause below its parent, which must be open, and close what stands beside it."""
        if node.parent is self.root:
            node.parent = None
        self.close_to(node.parent)
        above = node.parent or self.root
        if node.count is not None:
            node.before = self._latest.get((id(above), node.count.family))
            self._latest[id(above), node.count.family] = node
            above.last[node.count.family] = node.count
        for holder in (self.root, *self.open):
            holder.holds.add(node.kind)
        key = (id(above), node.kind)
        node.position = self._positions[key] = self._positions.get(key, 0) + 1
        self.nodes.append(node)
        self.open.append(node)
        self.extend(node.end)
        return node

    def extend(self, end: int) -> None:
        """Let every open clause reach up to `end`."""
        for node in self.open:
            node.end = max(node.end, end)
