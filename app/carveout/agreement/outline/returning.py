"""Words without a label: which clause they go on with, or return to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.outline.unnumbered import is_note
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Node, Tree

_GOES_ON = (";", ",", " and", " or")
"""How a row of a list ends that isn't the last."""
_TAIL = 6
_DEEP = 3
"""Parts that the number of a section has which is a row of a list: 1.2.25.1."""


def clause_of(tree: Tree, text: str, passage: Passage) -> Node | None:
    """Return the open clause that an unlabelled passage belongs to, None where it belongs to none.

    It goes on with the deepest clause unless the layout or the punctuation says that a list is over. A remark in
    brackets in the middle of the page belongs to the attachment that it stands in.
    """
    node = tree.deepest(below=frozenset({ClauseKind.TERM}))
    if node is None or node.kind is ClauseKind.COVER:
        return node
    if passage.block.style is ParagraphStyle.CENTERED and is_note(passage.span.of(text)):
        return tree.part if tree.part is not tree.root else None
    if _is_row(node):
        goes_on = text[passage.span.start].islower() and _tail(node, text).endswith(_GOES_ON)
        return node.parent if goes_on else node
    while node is not None and _returns(node, text, passage):
        node = node.parent
    return node


def _returns(node: Node, text: str, passage: Passage) -> bool:
    """Tell whether words that follow a row of a list belong to a clause above it."""
    if node.kind is not ClauseKind.ITEM or node.body_start >= node.end:
        return False
    block = passage.block
    if block.indent < node.indent - 1 and block.hang < node.hang - 1:
        return True
    tail = _tail(node, text)
    if text[passage.span.start].islower():
        return tail.endswith(_GOES_ON)
    last = tail.endswith(".") and node.before is not None and _tail(node.before, text).endswith(_GOES_ON)
    return last and block.indent <= node.indent + 1


def _is_row(node: Node) -> bool:
    """Tell whether a section is a row of a list though a decimal counts it: deep down, and without a heading."""
    deep = node.count is not None and len(node.count.place) >= _DEEP
    return deep and node.kind is ClauseKind.SECTION and node.heading is None


def _tail(node: Node, text: str) -> str:
    return text[max(node.start, node.end - _TAIL) : node.end]
