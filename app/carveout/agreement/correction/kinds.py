"""What kind of clause a changed one is, by its label and by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.numbering import Mark, Word, parse
from carveout.agreement.outline.tree import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.outline.tree import Node

LEVELS = NUMBERED | {ClauseKind.ITEM}
"""The kinds that tell how deep a clause stands; the others tell what it is."""
_PRINTED = {
    Word.CHAPTER: ClauseKind.CHAPTER,
    Word.PART: ClauseKind.CHAPTER,
    Word.TITLE: ClauseKind.CHAPTER,
    Word.ARTICLE: ClauseKind.ARTICLE,
    Word.SECTION: ClauseKind.SECTION,
    Word.EXHIBIT: ClauseKind.EXHIBIT,
    Word.SCHEDULE: ClauseKind.SCHEDULE,
    Word.ANNEX: ClauseKind.ANNEX,
    Word.APPENDIX: ClauseKind.APPENDIX,
}
_BELOW = {ClauseKind.CHAPTER: ClauseKind.ARTICLE, ClauseKind.ARTICLE: ClauseKind.SECTION}


def printed_kind(mark: Mark | None) -> ClauseKind | None:
    """Return the kind that a label says by its word, or by a number with parts; None where only its place can tell."""
    if mark is None:
        return None
    if mark.word is None:
        return ClauseKind.SECTION if mark.decimal else None
    return _PRINTED.get(mark.word)


def kind_among(node: Node, siblings: Sequence[Node]) -> ClauseKind:
    """Return the kind of a clause that now stands where it does, beside its siblings."""
    if node.kind not in LEVELS:
        return node.kind
    printed = printed_kind(parse(node.label))
    if printed is not None:
        return printed
    beside = [other for other in siblings if other is not node and other.kind in LEVELS]
    if beside:
        nearest = min(beside, key=lambda other: abs(other.start - node.start))
        return nearest.kind
    above = None if node.parent is None else node.parent.kind
    if above in {ClauseKind.SECTION, ClauseKind.ITEM}:
        return ClauseKind.ITEM
    return node.kind if above is None else _BELOW.get(above, node.kind)


def like(mark: Mark | None, node: Node) -> bool:
    """Tell whether a clause bears a label of the same form, so that the two can stand in one list."""
    own = parse(node.label) if mark is not None and mark.counts else None
    if mark is None or own is None or not own.counts:
        return False
    forms = {(count.family, len(count.place)) for count in own.counts}
    first = mark.counts[0]
    if (first.family, len(first.place)) in forms:
        return True
    return any(count.follows(other) for count in mark.counts for other in own.counts)


def is_of_list_below(mark: Mark | None, holder: Node) -> bool:
    """Tell whether a label is one of a list below a clause: `(a)` in Section 3.4."""
    return mark is not None and holder.kind in NUMBERED and printed_kind(mark) is None
