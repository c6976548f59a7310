"""Forms: what a table asks for is a term, with what stands for it, on a cover page as in a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.captions import plain_heading
from carveout.agreement.manuscript import FormCell
from carveout.agreement.outline.grids import rows_of_form
from carveout.agreement.outline.tree import Node
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Tree

_NO_PARENT = frozenset({ClauseKind.TERM, ClauseKind.COVER})
_AHEAD = frozenset({ClauseKind.PREAMBLE, ClauseKind.RECITAL})


def opens_form(tree: Tree, text: str, passage: Passage) -> bool:
    """Open the rows of a form that a passage sets out, or the one that it begins or goes on with, if it does."""
    if tree.in_filing or tree.nearest(ClauseKind.SIGNATURE) is not None:
        return False
    if passage.block.cell is FormCell.LABEL:
        node = tree.open_at(ClauseKind.TERM, _above(tree), passage)
        node.heading, node.body_start = plain_heading(passage.span.of(text)), passage.span.end
        return True
    if passage.block.cell is FormCell.VALUE and tree.open and tree.open[-1].kind is ClauseKind.TERM:
        tree.extend(passage.span.end)
        return True
    rows = rows_of_form(text, passage.span) if passage.block.style is ParagraphStyle.FIXED else ()
    above = _above(tree)
    for row in rows:
        node = Node(ClauseKind.TERM, above, row.start, row.value, row.end)
        node.indent, node.hang, node.heading = passage.block.indent, passage.block.hang, plain_heading(row.label)
        tree.add(node)
    return bool(rows)


def _above(tree: Tree) -> Node:
    """Return the clause that the rows belong to: what stands before the body of an agreement holds none."""
    above = tree.deepest(below=_NO_PARENT)
    return tree.part if above is None or above.kind in _AHEAD else above
