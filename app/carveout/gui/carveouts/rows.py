"""The carve-outs of a reading as rows, which of them are shown, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.agreement.content import CarveoutKind
from carveout.gui.counting import count
from carveout.gui.visible import visible
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.mark import Decision

UNDECIDED = "undecided"
"""What a row says in place of a verdict."""

_FIRST = 3
"""Clauses that a row names of those that its carve-out reaches."""


class Column(IntEnum):
    """The columns of the table, from the left."""

    CLAUSE = 0
    KIND = 1
    SUBJECT = 2
    WORDS = 3
    REACHES = 4
    PLACE = 5
    DECISION = 6


TITLES = {
    Column.CLAUSE: "Clause",
    Column.KIND: "Kind",
    Column.SUBJECT: "Subject",
    Column.WORDS: "Words",
    Column.REACHES: "Reaches",
    Column.PLACE: "Page, lines",
    Column.DECISION: "Decision",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A carve-out as the table shows it, each text with its hiding characters written out."""

    carveout: Carveout
    clause: str
    kind: str
    subject: str
    words: str
    reaches: str
    place: str

    def text(self, column: Column) -> str:
        """Return what the row says in a column; the decision is not its to say."""
        return {
            Column.CLAUSE: self.clause,
            Column.KIND: self.kind,
            Column.SUBJECT: self.subject,
            Column.WORDS: self.words,
            Column.REACHES: self.reaches,
            Column.PLACE: self.place,
            Column.DECISION: "",
        }[column]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the table is narrowed to: words that occur in a row, a subject, and whether only undecided ones."""

    words: str = ""
    subject: str | None = None
    undecided: bool = False


def rows_of(reading: Reading) -> tuple[Row, ...]:
    """Return a row for each carve-out, in document order."""
    return tuple(_row(reading, carveout) for carveout in reading.carveouts)


def kept(rows: Sequence[Row], decisions: Mapping[Span, Decision], criteria: Criteria) -> list[int]:
    """Return the positions of the rows that meet the criteria, in document order."""
    wanted = criteria.words.casefold().split()
    return [
        position
        for position, row in enumerate(rows)
        if (criteria.subject is None or row.carveout.subject == criteria.subject)
        and not (criteria.undecided and row.carveout.span in decisions)
        and all(word in _all_text(row, decisions.get(row.carveout.span)) for word in wanted)
    ]


def ordered(
    rows: Sequence[Row],
    positions: Sequence[int],
    decisions: Mapping[Span, Decision],
    column: Column,
    *,
    descending: bool = False,
) -> list[int]:
    """Return positions of rows sorted by a column; rows that are equal there stay in document order."""
    keys = {position: _key(rows[position], position, decisions, column) for position in positions}
    return sorted(positions, key=keys.__getitem__, reverse=descending)


def summary(rows: Sequence[Row], decisions: Mapping[Span, Decision]) -> str:
    """Return `7 carve-outs, 1 carve-in · 3 of 8 decided`."""
    carve_ins = sum(row.carveout.kind is CarveoutKind.INCLUSION for row in rows)
    decided = sum(row.carveout.span in decisions for row in rows)
    counted = [count(len(rows) - carve_ins, "carve-out")]
    if carve_ins:
        counted.append(count(carve_ins, "carve-in"))
    return f"{', '.join(counted)} · {decided} of {len(rows)} decided"


def _row(reading: Reading, carveout: Carveout) -> Row:
    return Row(
        carveout=carveout,
        clause=visible(short(reading.outline[carveout.clause])),
        kind=carveout.kind.value.capitalize(),
        subject=visible(carveout.subject or ""),
        words=visible(" ".join(carveout.quote.split())),
        reaches=_reaches(reading, carveout),
        place=pages_and_lines(reading.extent(carveout.span)).replace(", ", "\n"),
    )


def _reaches(reading: Reading, carveout: Carveout) -> str:
    if not carveout.reaches:
        return ""
    names = ", ".join(short(reading.outline[clause]) for clause in carveout.reaches[:_FIRST])
    more = " …" if len(carveout.reaches) > _FIRST else ""
    if len(carveout.reaches) == 1:
        return visible(names)
    return visible(f"{len(carveout.reaches)} clauses:\n{names}{more}")


def _all_text(row: Row, decision: Decision | None) -> str:
    said = f"{decision.verdict} {decision.reason}" if decision else UNDECIDED
    return " ".join([*(row.text(column) for column in Column), said]).casefold()


def _key(row: Row, position: int, decisions: Mapping[Span, Decision], column: Column) -> tuple[int, str]:
    match column:
        case Column.CLAUSE | Column.PLACE:
            return position, ""
        case Column.REACHES:
            return len(row.carveout.reaches), ""
        case Column.DECISION:
            decision = decisions.get(row.carveout.span)
            return (list(Verdict).index(decision.verdict) + 1 if decision else 0), ""
        case _:
            return int(not row.text(column)), row.text(column).casefold()
