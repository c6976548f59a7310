"""Which clauses the outline shows: those that match, with all above them and all below."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.gui.outline.row import number_of, title_of
from carveout.review.coverage import state_of
from carveout.review.mark import State
from carveout.review.placed import placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carveout.agreement.clause import Outline
    from carveout.agreement.reading import Reading
    from carveout.review.review import Review


class Facet(StrEnum):
    """A choice over the outline, by the name that it has on screen."""

    ALL = "All"
    REPRESENTATIONS = "Representations"
    CARVEOUTS = "Carve-outs"
    UNREAD = "Unread"
    OPEN_ISSUES = "Open issues"


@dataclass(frozen=True, slots=True)
class Branches:
    """The clauses that are shown, as a tree.

    `children` holds the clauses below each, those of the root under None; `rows` the place of each among its
    siblings. `ways` are the clauses that must be open for every match to be in sight.
    """

    children: Mapping[int | None, tuple[int, ...]]
    rows: Mapping[int, int]
    ways: frozenset[int]


def every(outline: Outline) -> Branches:
    """Return the whole tree."""
    return _branches(outline, range(len(outline)), frozenset())


def around(outline: Outline, matches: Iterable[int]) -> Branches:
    """Return the tree of the clauses that match, with all above them and all below."""
    matching = set(matches)
    ways: set[int] = set()
    parents = outline.parents
    for clause in matching:
        above = parents[clause]
        while above is not None and above not in ways:
            ways.add(above)
            above = parents[above]
    return _branches(outline, sorted(_with_all_below(outline, matching) | ways), frozenset(ways))


def of_facet(reading: Reading, review: Review, facet: Facet) -> set[int]:
    """Return the clauses that a facet is about."""
    match facet:
        case Facet.ALL:
            return set(range(len(reading.outline)))
        case Facet.REPRESENTATIONS:
            return set(reading.representation_of)
        case Facet.CARVEOUTS:
            return {carveout.clause for carveout in reading.carveouts}
        case Facet.UNREAD:
            return {c for c in reading.representation_of if state_of(reading, review, c) is State.UNREAD}
        case Facet.OPEN_ISSUES:
            return set(placed(review).clauses_with_open_issues)


class Finder:
    """Finds the clauses whose number, heading or first words hold what was typed, or whose citation begins with it."""

    def __init__(self, reading: Reading) -> None:
        self._outline = reading.outline
        self._lines = [f"{number_of(clause)} {title_of(reading, clause)}".casefold() for clause in reading.outline]
        self._citations = [short(clause).casefold() for clause in reading.outline]

    def among(self, clauses: set[int], typed: str) -> set[int]:
        """Return those of the clauses, and of the clauses below them, that hold what was typed."""
        needle = " ".join(typed.split()).casefold()
        if not needle:
            return clauses
        lines, citations = self._lines, self._citations
        searched = _with_all_below(self._outline, clauses)
        return {clause for clause in searched if needle in lines[clause] or citations[clause].startswith(needle)}


def _with_all_below(outline: Outline, clauses: set[int]) -> set[int]:
    if len(clauses) == len(outline):
        return clauses
    found: set[int] = set()
    for clause in clauses:
        if clause not in found:
            found.update(outline.branch(clause))
    return found


def _branches(outline: Outline, shown: Iterable[int], ways: frozenset[int]) -> Branches:
    """Return the tree of the clauses that are shown, which are given in document order."""
    children: dict[int | None, list[int]] = defaultdict(list)
    rows: dict[int, int] = {}
    parents = outline.parents
    for clause in shown:
        beside = children[parents[clause]]
        rows[clause] = len(beside)
        beside.append(clause)
    return Branches({parent: tuple(beside) for parent, beside in children.items()}, rows, ways)
