"""The items inside a passage: those that follow its label at once, and those that run in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.numbering import parse
from carveout.agreement.outline.headings import find_run_in_heading
from carveout.agreement.outline.runin import rows_after, run_in_items
from carveout.agreement.outline.tree import Node

if TYPE_CHECKING:
    from carveout.agreement.labels.numbering import Count
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Tree

_DEEPEST = 8
"""Labels that stand one right after the other at most, as in `(a)(i)(A)`."""
_LABEL = 40
"""Characters beyond which no label reaches."""


def open_rows(tree: Tree, text: str, passage: Passage, node: Node, opens: tuple[Count, ...]) -> None:
    """Open what stands inside a row of a list, and the rows after it that its paragraph holds too."""
    rows = rows_after(text, node.body_start, passage.span.end, node.count) if node.count is not None else []
    for row in rows:
        node.end = row.start
        while text[node.end - 1] == " ":
            node.end -= 1
        open_inside(tree, text, passage, node.body_start, (row.count,), end=node.end)
        after = Node(node.kind, node.parent, row.start, row.body_start, passage.span.end, row.number, row.number)
        after.count, after.run_in, after.indent, after.hang = row.count, True, node.indent, node.hang
        node = tree.add(after)
    open_inside(tree, text, passage, node.body_start, opens)


def open_inside(
    tree: Tree, text: str, passage: Passage, start: int, opens: tuple[Count, ...], *, end: int | None = None
) -> None:
    """Open the items of a passage from `start` to `end`, else its own, below the deepest open clause.

    `opens` are the ways to read the label of the next passage: a list can begin here and go on there.
    """
    end = passage.span.end if end is None else end
    found = run_in_items(text, start, end, opens=opens)
    for _ in range(_DEEPEST):
        while start < end and text[start] in " \n":
            start += 1
        mark = parse(text[start : min(end, start + _LABEL)])
        first = next((count for count in mark.counts if count.first), None) if mark is not None else None
        enclosed = mark is not None and mark.word is None and text.startswith("(", start)
        if mark is None or first is None or not enclosed or any(one.start == start for one in found):
            break
        node = Node(ClauseKind.ITEM, tree.open[-1], start, start + mark.end, end, count=first)
        node.add_label(mark, text)
        node.indent, node.hang = passage.block.indent, passage.block.hang
        tree.add(node)
        find_run_in_heading(text, node, end)
        start = node.body_start
        found = run_in_items(text, start, end, opens=opens)
    above = tree.open[-1]
    nodes: dict[int, Node] = {}
    for one in found:
        parent = nodes[id(one.parent)] if one.parent is not None else above
        node = Node(ClauseKind.ITEM, parent, one.start, one.body_start, one.end, one.number, one.number)
        node.count, node.run_in = one.count, True
        node.indent, node.hang = passage.block.indent, passage.block.hang
        nodes[id(one)] = tree.add(node)
