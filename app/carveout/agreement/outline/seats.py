"""Where a number belongs: below which open clause, and read in which way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.numbering import Count, Word
from carveout.agreement.outline.tree import NUMBERED, PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.outline.tree import Node, Tree

KINDS = {
    Word.EXHIBIT: ClauseKind.EXHIBIT,
    Word.SCHEDULE: ClauseKind.SCHEDULE,
    Word.ANNEX: ClauseKind.ANNEX,
    Word.APPENDIX: ClauseKind.APPENDIX,
    Word.ATTACHMENT: ClauseKind.ANNEX,
    Word.ADDENDUM: ClauseKind.ANNEX,
    Word.RIDER: ClauseKind.ANNEX,
}
TOP = frozenset({"1.", "I.", "A.", "first"})
"""Families of numbers that may count the sections of an agreement without articles."""
_ANEW = TOP | {Word.SECTION, Word.ARTICLE}
_SEVERAL = 4
AHEAD = 200
"""Labels looked at for those that follow one."""


@dataclass(frozen=True, slots=True)
class Seat:
    """The kind of a numbered clause, the clause above it, and how its number is read.

    `in_order` says that the number comes right after the one before it.
    """

    kind: ClauseKind
    above: Node
    count: Count | None
    in_order: bool = False


def begins_anew(marks: Sequence[Mark | None], at: int) -> bool:
    """Tell whether a label after the signatures begins the sections of other terms: several of them follow in order."""
    mark = marks[at]
    count = next((one for one in mark.counts if one.first and one.family in _ANEW), None) if mark is not None else None
    if count is None:
        return False
    for other in marks[at + 1 : at + 1 + AHEAD]:
        after = next((one for one in other.counts if one.follows(count)), None) if other is not None else None
        if after is not None:
            count = after
            if count.place[-1] == _SEVERAL:
                return True
    return False


def is_followed(marks: Sequence[Mark | None], at: int, count: Count) -> bool:
    """Tell whether the number after a section's comes next, or that of the first section of the next article."""
    ahead = Count(count.family, (count.place[0] + 1, *(1 for _ in count.place[1:])))
    for mark in marks[at + 1 : at + 1 + AHEAD]:
        if mark is None or count.family not in {one.family for one in mark.counts}:
            continue
        return any(one.follows(count) or one == ahead or one.place[:-1] == count.place for one in mark.counts)
    return False


def next_sections(node: Node) -> list[tuple[str, Count]]:
    """Return the decimals, as they may be printed, of the section that comes next after an article or a section."""
    if node.count is None:
        return []
    place = node.count.place
    after = (*place, 1) if node.kind is ClauseKind.ARTICLE else (*place[:-1], place[-1] + 1)
    if len(after) < 2:
        return []
    count = Count("decimal", after)
    above = ".".join(map(str, after[:-1]))
    return [(f"{above}.{after[-1]}", count), (f"{above}.{after[-1]:02}", count)]


def attachment(tree: Tree, mark: Mark) -> Seat | None:
    """Seat an exhibit, schedule, annex or appendix; None where that very one is open already.

    It follows the attachment with the number before its own; else it belongs to the agreement that is open: of the
    document itself, or of the attachment that carries one.
    """
    if mark.word is None or mark.word not in KINDS:
        return None
    kind = KINDS[mark.word]
    parts = [node for node in tree.open if node.kind in PARTS]
    if any(node.kind is kind and node.number == mark.number for node in parts):
        return None
    for node in reversed(parts):
        for count in mark.counts:
            if node.count is not None and count.follows(node.count):
                return Seat(kind, node.parent or tree.root, count, in_order=True)
    above = next((node for node in (tree.root, *parts) if node.body), tree.root)
    return Seat(kind, above, mark.counts[0])


def filing_item(tree: Tree, mark: Mark) -> Seat | None:
    """Seat an item of an official form, which stands outside every attachment."""
    if tree.part is not tree.root or tree.root.body:
        return None
    return Seat(ClauseKind.FILING_ITEM, tree.root, mark.counts[0])


def division(tree: Tree, mark: Mark) -> Seat | None:
    """Seat a chapter or an article; None where its number has been passed already."""
    kind = ClauseKind.ARTICLE if mark.word is Word.ARTICLE else ClauseKind.CHAPTER
    count, part = mark.counts[0], tree.part
    last = part.last.get(count.family)
    if last is not None and not count.passes(last) and not count.first:
        return None
    chapter = tree.nearest(ClauseKind.CHAPTER) if kind is ClauseKind.ARTICLE else None
    return Seat(kind, chapter or part, count, in_order=last is not None and count.follows(last))


def section(tree: Tree, mark: Mark) -> Seat | None:
    """Seat a section: `Section 5`, `3.16` below Article 3, `3.16.1` below 3.16."""
    count = mark.counts[0]
    if tree.in_filing:
        return None
    if len(count.place) == 1:
        above = tree.nearest(ClauseKind.ARTICLE) or tree.nearest(ClauseKind.CHAPTER) or tree.part
        last = above.last.get(count.family) or tree.part.last.get(count.family)
        return _after(above, count, last) if last is None or count.passes(last) or count.first else None
    for node in tree.in_part():
        if node.kind in NUMBERED and node.count is not None and node.count.place == count.place[:-1]:
            last = node.last.get(count.family)
            fits = count.passes(last) if last is not None else count.place[-1] <= 2
            return _after(node, count, last) if fits else None
    return _section_of_missed_article(tree, count) if len(count.place) == 2 else None


def misprinted(tree: Tree, mark: Mark) -> Seat | None:
    """Seat a section that bears the number of the one before it as the next one."""
    count = mark.counts[0]
    before = next((node for node in tree.in_part() if node.kind is ClauseKind.SECTION and node.count == count), None)
    if before is None:
        return None
    after = Count(count.family, (*count.place[:-1], count.place[-1] + 1))
    return Seat(ClauseKind.SECTION, before.parent or tree.root, after, in_order=True)


def _after(above: Node, count: Count, last: Count | None) -> Seat:
    return Seat(ClauseKind.SECTION, above, count, in_order=last is not None and count.follows(last))


def _section_of_missed_article(tree: Tree, count: Count) -> Seat | None:
    """Seat a section whose article has no label of its own: the first of the next article, or one after such."""
    beside = tree.nearest(ClauseKind.SECTION)
    if beside is not None and beside.count is not None and count.follows(beside.count):
        return Seat(ClauseKind.SECTION, beside.parent or tree.root, count, in_order=True)
    article = tree.nearest(ClauseKind.ARTICLE)
    missed = article is None or article.count is None or article.count.place[0] < count.place[0]
    if count.first and missed:
        return Seat(ClauseKind.SECTION, tree.nearest(ClauseKind.CHAPTER) or tree.part, count)
    return None
