"""Splitting a clause: the words from an offset on become a clause with a place by the label that they bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.correction.kinds import LEVELS, is_of_list_below, like, printed_kind
from carveout.agreement.correction.levels import promote
from carveout.agreement.labels.captions import is_caption, plain_heading, run_in_heading
from carveout.agreement.labels.numbering import parse
from carveout.agreement.layout.canonical import SEPARATOR
from carveout.agreement.outline.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.correction.draft import Draft

_LABEL = 80
"""Characters beyond which no label reaches."""


def part(draft: Draft, start: int) -> None:
    """Make the words from `start` on a clause beside the one that holds them, with what stood below that after them.

    Words that bear a label stand beside the clause around them that bears one like it, or, where it is one of a list
    and the clause that they are split from is no item, below that.
    """
    holder = draft.at(start)
    if holder is None or not can_part(draft, holder, start):
        return
    mark = parse(draft.text[start : min(holder.end, start + _LABEL)])
    twin = next((node for node in _upward(holder) if like(mark, node)), None)
    inside = twin is None and is_of_list_below(mark, holder)
    made = Node(holder.kind, holder if inside else holder.parent, start, start, holder.end)
    if mark is not None:
        made.add_label(mark, draft.text)
        made.body_start = start + mark.end
    _take_heading(draft.text, made)
    for child in list(draft.below(holder)):
        if child.start > start:
            child.parent = made
    if not inside:
        holder.end = draft.words_end(holder.start, start)
    draft.add(made)
    while twin is not None and made.parent is not twin.parent:
        promote(draft, made)
    beside = twin or holder
    made.kind = printed_kind(mark) or (beside.kind if beside.kind in LEVELS and not inside else ClauseKind.ITEM)


def can_part(draft: Draft, holder: Node, start: int) -> bool:
    """Tell whether a clause can be split at an offset that it holds: at a word after its label and heading."""
    return holder.start < start >= holder.body_start and not draft.text[start].isspace() and not draft.beginning(start)


def _upward(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent


def _take_heading(text: str, made: Node) -> None:
    """Take as heading what runs in after the label like one, or what stands there as a paragraph of its own."""
    at = made.body_start
    while at < made.end and text[at].isspace():
        at += 1
    end = run_in_heading(text, at, made.end)
    paragraph = text.find(SEPARATOR, at, made.end)
    if end is None and paragraph >= 0 and is_caption(text[at:paragraph]):
        end = paragraph
    if end is not None:
        made.heading, made.body_start = plain_heading(text[at:end]), end
