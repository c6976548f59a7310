"""The annotations as a list: which are shown, in which groups and in which order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from carveout.agreement.citation import short
from carveout.agreement.clause import ClauseKind
from carveout.gui.counting import count
from carveout.gui.inspector.annotation_chips import overdue
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.ranking import rank_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from carveout.agreement.reading import Reading


class Order(StrEnum):
    """What the list is sorted by, within its groups."""

    SEVERITY = "severity"
    PLACE = "place"
    DATE = "newest"
    DUE = "due"
    ASSIGNEE = "assignee"
    STATUS = "status"
    OWN = "own order"
    """The order in which counsel wants them negotiated, and put them by hand."""


class Grouping(StrEnum):
    """What the list is grouped by."""

    NONE = "nothing"
    SEVERITY = "severity"
    ARTICLE = "article"
    ASSIGNEE = "assignee"
    TAG = "tag"
    KIND = "kind"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which annotations to show: those that meet all that is asked, any of several values of one kind.

    `mine` are those that the reviewer made or is to see to; an empty assignee stands for nobody.
    """

    words: str = ""
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    assignees: frozenset[str] = frozenset()
    mine: bool = False
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group, and how many annotations stand in it."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """An annotation in the list, with what it is sorted, grouped and found by; none of it changes while it doesn't."""

    annotation: Annotation
    where: str
    article: tuple[int, str]
    keys: tuple[tuple[object, ...], ...] = field(compare=False)

    @property
    def words(self) -> str:
        """All that a filter looks in, folded."""
        a = self.annotation
        parts = (self.where, self.article[1], a.kind, a.severity or "", a.status, a.author, a.assignee, *a.tags)
        return " ".join((*parts, a.comment, a.proposed, a.anchor.quote)).casefold()


Entry: TypeAlias = Heading | Row

_ORDERS = tuple(Order)
_SEVERITIES: Mapping[Severity | None, int] = {severity: at for at, severity in enumerate((*Severity, None))}
_KINDS = (AnnotationKind.ISSUE, AnnotationKind.QUESTION, AnnotationKind.PROPOSAL, AnnotationKind.NOTE)


def rows_of(reading: Reading, annotations: Iterable[Annotation], ranks: Mapping[str, str]) -> dict[str, Row]:
    """Return the rows of annotations by their ids; `ranks` are those of a review."""
    places: dict[int, tuple[str, tuple[int, str]]] = {}
    found = {}
    for annotation in annotations:
        clause = annotation.anchor.clause
        if clause not in places:
            places[clause] = short(reading.outline[clause]), _article(reading, clause)
        where, article = places[clause]
        found[annotation.id] = Row(annotation, where, article, _keys(annotation, rank_of(annotation, ranks)))
    return found


def kept(rows: Iterable[Row], criteria: Criteria, reviewer: str, today: dt.date) -> list[Row]:
    """Return the rows that meet the criteria of a reviewer on a day."""
    asked = list(_asked(criteria, reviewer, today))
    wanted = criteria.words.casefold().split()
    shown = [row for row in rows if all(meets(row.annotation) for meets in asked)] if asked else list(rows)
    if not wanted:
        return shown
    return [row for row in shown if _holds(row.words, wanted)]


def in_order(rows: Iterable[Row], order: Order) -> list[Row]:
    """Return rows sorted; those that almost are take no time."""
    at = _ORDERS.index(order)
    return sorted(rows, key=lambda row: row.keys[at])


def grouped(rows: Sequence[Row], grouping: Grouping) -> list[Entry]:
    """Return rows under the headings of their groups; a row with several tags stands under each of them."""
    if grouping is Grouping.NONE:
        return list(rows)
    groups: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        for group in _groups(row, grouping):
            groups.setdefault(group, []).append(row)
    entries: list[Entry] = []
    for group in sorted(groups):
        entries += [Heading(group[1], len(groups[group])), *groups[group]]
    return entries


def summary(rows: Sequence[Row], shown: int, today: dt.date) -> str:
    """Return `12 notes · 9 open (3 high) · 2 overdue · 4 shown`."""
    still = [row.annotation for row in rows if row.annotation.status is Status.OPEN]
    severities = Counter(a.severity for a in still if a.severity)
    named = ", ".join(f"{severities[severity]} {severity}" for severity in Severity if severities[severity])
    late = sum(overdue(annotation, today) for annotation in still)
    parts = [count(len(rows), "note"), f"{len(still):,} open" + (f" ({named})" if named else "")]
    if late:
        parts.append(f"{late:,} overdue")
    if shown != len(rows):
        parts.append(f"{shown:,} shown")
    return " · ".join(parts)


def _asked(criteria: Criteria, reviewer: str, today: dt.date) -> Iterable[Callable[[Annotation], bool]]:
    if criteria.kinds:
        yield lambda a: a.kind in criteria.kinds
    if criteria.statuses:
        yield lambda a: a.status in criteria.statuses
    if criteria.severities:
        yield lambda a: a.severity in criteria.severities
    if criteria.tags:
        yield lambda a: not criteria.tags.isdisjoint(a.tags)
    if criteria.authors:
        yield lambda a: a.author in criteria.authors
    if criteria.assignees:
        yield lambda a: a.assignee in criteria.assignees
    if criteria.mine:
        yield lambda a: reviewer in {a.author, a.assignee}
    if criteria.overdue:
        yield lambda a: overdue(a, today)


def _holds(words: str, wanted: Sequence[str]) -> bool:
    return all(word in words for word in wanted)


def _keys(a: Annotation, rank: str) -> tuple[tuple[object, ...], ...]:
    """Return what an annotation is sorted by, for each order."""
    place = (a.anchor.span.start, a.anchor.span.end, a.at, a.id)
    severity = (a.status is Status.RESOLVED, _SEVERITIES[a.severity], *place)
    return (
        severity,
        place,
        (-a.at.timestamp(), *place),
        (a.due is None, a.due.toordinal() if a.due else 0, *place),
        (not a.assignee, a.assignee.casefold(), *place),
        (a.status is Status.RESOLVED, *place),
        (rank, *place),
    )


def _groups(row: Row, grouping: Grouping) -> Iterable[tuple[int, str]]:
    """Yield the groups of a row: what puts them in order, and their names."""
    a = row.annotation
    match grouping:
        case Grouping.SEVERITY:
            yield _SEVERITIES[a.severity], a.severity.capitalize() if a.severity else "No severity"
        case Grouping.ARTICLE:
            yield row.article
        case Grouping.ASSIGNEE:
            yield (0 if a.assignee else 1), a.assignee or "Assigned to nobody"
        case Grouping.TAG:
            yield from ((0, tag) for tag in a.tags)
            if not a.tags:
                yield 1, "No tag"
        case Grouping.KIND:
            yield _KINDS.index(a.kind), a.kind.capitalize()
        case _:
            yield (0 if a.status is Status.OPEN else 1), a.status.capitalize()


def _article(reading: Reading, clause: int) -> tuple[int, str]:
    """Return the article that a clause stands in, or the outermost clause where it stands in none, with its name."""
    outline = reading.outline
    line = (clause, *outline.ancestors(clause))
    found = next((at for at in line if outline[at].kind is ClauseKind.ARTICLE), line[-1])
    named = outline[found]
    return found, f"{short(named)} {named.heading}" if named.heading else short(named)
