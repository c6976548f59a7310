"""Making a change on a draft of the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act
from carveout.agreement.correction.kinds import LEVELS, printed_kind
from carveout.agreement.correction.levels import demote, promote
from carveout.agreement.correction.parting import part
from carveout.agreement.labels.numbering import parse

if TYPE_CHECKING:
    from carveout.agreement.correction.change import Change
    from carveout.agreement.correction.draft import Draft
    from carveout.agreement.outline.tree import Node


def make(draft: Draft, change: Change) -> None:
    """Make a change. One whose clause isn't there, or has nowhere to go, leaves the draft as it is."""
    if change.act is Act.SPLIT:
        part(draft, change.start)
        return
    node = draft.beginning(change.start)
    if node is None:
        return
    match change.act:
        case Act.PROMOTE:
            promote(draft, node)
        case Act.DEMOTE:
            demote(draft, node)
        case Act.JOIN:
            _join(draft, node)
        case Act.RENAME:
            _rename(node, change)


def _join(draft: Draft, node: Node) -> None:
    into = draft.before(node) or node.parent
    if into is None:
        return
    for child in list(draft.below(node)):
        child.parent = into
    into.end = max(into.end, node.end)
    draft.remove(node)


def _rename(node: Node, change: Change) -> None:
    node.label, node.number, node.heading = change.label, change.number, change.heading
    if node.kind in LEVELS:
        node.kind = printed_kind(parse(change.label)) or node.kind
