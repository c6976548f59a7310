"""Where a number without a word belongs: a row of a list, or a section of an agreement without articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.numbering import Count
from carveout.agreement.outline.seats import AHEAD, TOP, Seat
from carveout.agreement.outline.tree import LISTED, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.outline.tree import Node, Tree

_LATE = 3
"""Numbers that may be missing in a list."""
_INSET = 3
"""Columns by which a list is set in from the one above it."""
_NEAR_ARTICLES = 30
"""Passages that recitals take at most."""
_NEAR = 4
"""Passages within which the first section stands below its title."""
_NO_PLACE = frozenset({ClauseKind.TERM, ClauseKind.COVER})


def item(tree: Tree, marks: Sequence[Mark | None], at: int, indent: int, *, agreed: bool) -> Seat | None:
    """Seat a number without a word, or a bullet; None where it can only be part of a sentence.

    `marks` are the labels of all passages, `at` is the place of this one among them, `indent` the column that it
    stands in. `agreed` says that the recitals are over.
    """
    mark = marks[at]
    if mark is None:
        return None
    deepest = tree.deepest(below=_NO_PLACE)
    if mark.bullet:
        return _bullet(deepest)
    seat = _over_decimals(tree, marks, at, mark) or _next_in_list(tree, marks, at, mark, indent)
    seat = seat or _resumed(tree, marks, at, mark, indent)
    if seat is not None:
        return seat
    first = next((count for count in mark.counts if count.first), None)
    if first is None:
        return _late_in_list(tree, mark, indent)
    if first.family in TOP and _starts_sections(tree, deepest, agreed=agreed):
        recites = first.family == "A." and not agreed and _articles_come(marks, at)
        return Seat(ClauseKind.RECITAL if recites else ClauseKind.SECTION, tree.part, first)
    lists = [node for node in _near(tree)[::-1] if node.kind not in NUMBERED]
    again = next((node for node in lists if _counts(node, first) and indent < node.indent + _INSET), None)
    above = (again.parent or tree.root) if again is not None else deepest
    if above is None or above is tree.root:
        return None
    recital = above.kind is ClauseKind.RECITAL and not agreed
    return Seat(ClauseKind.RECITAL if recital else ClauseKind.ITEM, above, first)


def _articles_come(marks: Sequence[Mark | None], at: int) -> bool:
    """Tell whether articles or sections come after letters, which therefore count the recitals."""
    ahead = marks[at + 1 : at + 1 + _NEAR_ARTICLES]
    return any(mark is not None and (mark.word is not None or mark.decimal) for mark in ahead)


def _over_decimals(tree: Tree, marks: Sequence[Mark | None], at: int, mark: Mark) -> Seat | None:
    """Seat the 3. that 3.1 comes next to, which stands over sections."""
    count = mark.counts[0]
    after = next((other for other in marks[at + 1 : at + 1 + _NEAR] if other is not None and other.counts), None)
    if count.family != "1." or after is None or not after.decimal or after.counts[0].place != (*count.place, 1):
        return None
    last = tree.part.last.get(count.family)
    return Seat(ClauseKind.SECTION, tree.part, count, in_order=last is not None and count.follows(last))


def _bullet(deepest: Node | None) -> Seat | None:
    while deepest is not None and deepest.kind is ClauseKind.ITEM and deepest.count is None:
        deepest = deepest.parent
    return Seat(ClauseKind.ITEM, deepest, None) if deepest is not None else None


def _near(tree: Tree) -> list[Node]:
    """Return the open clauses up to the deepest article or section, deepest first."""
    found: list[Node] = []
    for node in tree.in_part():
        found.append(node)
        if node.kind in NUMBERED:
            break
    return found


def _counts(node: Node, count: Count) -> bool:
    return node.count is not None and node.count.family == count.family


def _next_in_list(tree: Tree, marks: Sequence[Mark | None], at: int, mark: Mark, indent: int) -> Seat | None:
    """Seat a number right after the one it follows: one in its own column before others, and the deepest of them."""
    before = [
        (node, count)
        for node in tree.in_part()
        if node.count is not None and (node.kind in LISTED or node.kind is ClauseKind.SECTION)
        for count in mark.counts
        if count.follows(node.count)
    ]
    if not before or _begins_list(tree, marks, at, mark):
        return None
    beside = (pair for pair in before if abs(pair[0].indent - indent) <= 1 and not pair[0].run_in)
    node, count = next(beside, before[0])
    return Seat(node.kind, node.parent or tree.root, count, in_order=True)


def _resumed(tree: Tree, marks: Sequence[Mark | None], at: int, mark: Mark, indent: int) -> Seat | None:
    """Seat a number that goes on with a list which words at the margin of the clause above had closed."""
    for node in [*_near(tree), tree.part]:
        for count in mark.counts:
            last = tree.latest(node, count.family)
            if last is None or last.count is None or last.kind is not ClauseKind.ITEM or last.run_in:
                continue
            late = count.passes(last.count) and count.place[-1] - last.count.place[-1] <= _LATE
            goes_on = count.follows(last.count)
            if (goes_on or (late and last.indent == indent)) and not _begins_list(tree, marks, at, mark):
                return Seat(last.kind, node, count, in_order=goes_on)
    return None


def _begins_list(tree: Tree, marks: Sequence[Mark | None], at: int, mark: Mark) -> bool:
    """Tell whether a number that follows another is rather the first of a list: the (i) after (h), by its second."""
    first = next((count for count in mark.counts if count.first), None)
    if first is None or any(_counts(node, first) for node in tree.open):
        return False
    return _second_comes(marks, at, first)


def _second_comes(marks: Sequence[Mark | None], at: int, first: Count) -> bool:
    """Tell whether (ii) comes before (j): then the (i) here begins a list of its own."""
    second = Count(first.family, (2,))
    for mark in marks[at + 1 : at + 1 + AHEAD]:
        if mark is None or mark.word is not None:
            continue
        if second in mark.counts:
            return True
        if first in mark.counts:
            return False
        if any(count.family != first.family and count.place == (10,) for count in mark.counts):
            return False
    return False


def _late_in_list(tree: Tree, mark: Mark, indent: int) -> Seat | None:
    """Seat a number that comes late in an open list whose labels stand in the same column."""
    for node in tree.in_part():
        if node.count is None or abs(node.indent - indent) > 1:
            continue
        if node.kind not in LISTED and node.kind is not ClauseKind.SECTION:
            continue
        for count in mark.counts:
            if count.passes(node.count) and count.place[-1] - node.count.place[-1] <= _LATE:
                return Seat(node.kind, node.parent or tree.root, count)
    return None


def _starts_sections(tree: Tree, deepest: Node | None, *, agreed: bool) -> bool:
    """Tell whether a first number starts the sections of an agreement, not a list in it."""
    part = tree.part
    if part.body or tree.in_filing or (part is not tree.root and ClauseKind.PREAMBLE not in part.holds):
        return False
    return deepest is None or deepest.kind is not ClauseKind.RECITAL or deepest.heading is None or agreed
