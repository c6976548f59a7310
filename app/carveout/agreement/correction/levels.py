"""Moving a clause up or down one level, where it stands: the order of the words never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.kinds import kind_among

if TYPE_CHECKING:
    from carveout.agreement.correction.draft import Draft
    from carveout.agreement.outline.tree import Node

DEEPEST = 60
"""How many clauses may stand above one that is demoted by hand."""


def promote(draft: Draft, node: Node) -> None:
    """Put a clause beside the one that held it; it takes along what followed it there, to the last word."""
    above = node.parent
    if above is None:
        return
    for follower in list(draft.below(above)):
        if follower.start > node.start:
            follower.parent = node
    node.parent = above.parent
    node.end, above.end = above.end, draft.words_end(above.start, node.start)
    node.kind = kind_among(node, list(draft.below(node.parent)))


def demote(draft: Draft, node: Node) -> None:
    """Put a clause below the one before it."""
    before = draft.before(node)
    if before is None or _depth(before) >= DEEPEST:
        return
    node.parent = before
    before.end = max(before.end, node.end)
    node.kind = kind_among(node, list(draft.below(before)))


def _depth(node: Node) -> int:
    depth = 0
    while node.parent is not None:
        node, depth = node.parent, depth + 1
    return depth
