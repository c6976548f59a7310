"""Which clauses the outline shows: those that match, with all above them and all below."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.gui.outline.row import number_of, title_of
from carveout.review.annotation import AnnotationKind, Status
from carveout.review.coverage import state_of
from carveout.review.mark import State

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
    return _branches({clause.id: clause.parent for clause in outline}, frozenset())


def around(outline: Outline, matches: Iterable[int]) -> Branches:
    """Return the tree of the clauses that match, with all above them and all below."""
    matching = set(matches)
    ways: set[int] = set()
    for clause in matching:
        for above in outline.ancestors(clause):
            if above in ways:
                break
            ways.add(above)
    below = _with_all_below(outline, matching)
    shown = {clause.id: clause.parent for clause in outline if clause.id in below or clause.id in ways}
    return _branches(shown, frozenset(ways))


def of_facet(reading: Reading, review: Review, facet: Facet) -> set[int]:
    """Return the clauses that a facet is about."""
    match facet:
        case Facet.ALL:
            return {clause.id for clause in reading.outline}
        case Facet.REPRESENTATIONS:
            return set(reading.representation_of)
        case Facet.CARVEOUTS:
            return {carveout.clause for carveout in reading.carveouts}
        case Facet.UNREAD:
            return {c for c in reading.representation_of if state_of(reading, review, c) is State.UNREAD}
        case Facet.OPEN_ISSUES:
            return {
                a.anchor.clause
                for a in review.annotations.values()
                if a.kind is AnnotationKind.ISSUE and a.status is Status.OPEN
            }


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
        return {clause for clause in _with_all_below(self._outline, clauses) if self._holds(clause, needle)}

    def _holds(self, clause: int, needle: str) -> bool:
        return needle in self._lines[clause] or self._citations[clause].startswith(needle)


def _with_all_below(outline: Outline, clauses: set[int]) -> set[int]:
    found = set()
    for clause in outline:
        if clause.id in clauses or clause.parent in found:
            found.add(clause.id)
    return found


def _branches(parents: Mapping[int, int | None], ways: frozenset[int]) -> Branches:
    children: dict[int | None, list[int]] = {}
    rows: dict[int, int] = {}
    for clause, parent in parents.items():
        beside = children.setdefault(parent, [])
        rows[clause] = len(beside)
        beside.append(clause)
    return Branches({parent: tuple(ids) for parent, ids in children.items()}, rows, ways)
