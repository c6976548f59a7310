"""The tables of a review: its annotations, its carve-outs and its representations, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from carveout.agreement.citation import pages_and_lines, short
from carveout.memo.words import CARVEOUT, KIND, QUALIFIER, VERDICT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo, Note, RepresentationEntry, ScheduledCarveout
    from carveout.review.mark import Mark
    from carveout.review.review import Review
    from carveout.review.thread import Reply

Cell: TypeAlias = "str | int | dt.date | dt.datetime | None"
"""What a cell of a table holds; times are in UTC."""

ISSUES = (
    *("No.", "Section", "Pages and lines", "Kind", "Severity", "Status", "Quote", "Note", "Proposed wording"),
    *("Assignee", "Due", "Tags", "Author", "Date (UTC)", "Replies"),
)
CARVEOUTS = (
    *("No.", "Section", "Pages and lines", "Kind", "Subject", "Words", "Reaches"),
    *("Decision", "Reason", "Decided by", "Date (UTC)"),
)
COVERAGE = (
    *("Section", "Heading", "Pages and lines", "By", "State", "First reader", "Date (UTC)"),
    *("Second reader", "Second date (UTC)", "Qualifiers", "Carve-outs", "Annotations"),
)


def issue_rows(memo: Memo, review: Review) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each annotation of any kind, in counsel's own order, with its replies in the last cell."""
    replies = threads(review)
    for note in memo.in_own_order:
        yield _issue(memo.reading, note, replies.get(note.annotation.id, ()))


def threads(review: Review) -> Mapping[str, tuple[Reply, ...]]:
    """Return the replies to each annotation by its id, the earliest first."""
    found: dict[str, list[Reply]] = {}
    for reply in sorted(review.replies.values(), key=lambda one: (one.at, one.id)):
        found.setdefault(reply.annotation, []).append(reply)
    return {annotation: tuple(replies) for annotation, replies in found.items()}


def carveout_rows(memo: Memo) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each carve-out, in the order of the text."""
    for entry in memo.schedule:
        yield _carveout(memo.reading, entry)


def coverage_rows(memo: Memo) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each representation, in the order of the text."""
    for entry in memo.representations:
        yield _coverage(memo.reading, entry)


def minute(at: dt.datetime) -> str:
    """Return a time in UTC as papers write it among words: `2026-11-22 13:48`."""
    return at.isoformat(sep=" ", timespec="minutes")[:16]


def _issue(reading: Reading, note: Note, replies: Iterable[Reply]) -> tuple[Cell, ...]:
    annotation = note.annotation
    anchor = annotation.anchor
    return (
        note.number,
        reading.outline[anchor.clause].citation,
        pages_and_lines(reading.extent(anchor.span)),
        KIND[annotation.kind],
        annotation.severity.value if annotation.severity else None,
        annotation.status.value,
        anchor.quote,
        annotation.comment,
        annotation.proposed or None,
        annotation.assignee or None,
        annotation.due,
        ", ".join(annotation.tags) or None,
        annotation.author,
        annotation.at,
        "\n".join(f"{one.author}, {minute(one.at)}: {one.comment}" for one in replies) or None,
    )


def _carveout(reading: Reading, entry: ScheduledCarveout) -> tuple[Cell, ...]:
    carveout, decision = entry.carveout, entry.decision
    decided = (VERDICT[decision.verdict], decision.reason, decision.by, decision.at) if decision else (None,) * 4
    return (
        entry.number,
        reading.outline[carveout.clause].citation,
        pages_and_lines(reading.extent(carveout.span)),
        CARVEOUT[carveout.kind],
        carveout.subject,
        carveout.span.of(reading.text),
        ", ".join(dict.fromkeys(short(reading.outline[clause]) for clause in carveout.reaches)) or None,
        *decided,
    )


def _coverage(reading: Reading, entry: RepresentationEntry) -> tuple[Cell, ...]:
    clause = reading.outline[entry.representation.clause]
    return (
        clause.citation,
        clause.heading,
        pages_and_lines(reading.extent(clause.span)),
        entry.representation.by,
        entry.state.value,
        *_who(entry.mark),
        *_who(entry.signed_off),
        ", ".join(dict.fromkeys(QUALIFIER[one.kind] for one in entry.qualifiers)) or None,
        _numbers(f"C{one.number}" for one in entry.carveouts),
        _numbers(str(one.number) for one in entry.notes),
    )


def _who(mark: Mark | None) -> Sequence[Cell]:
    return (None, None) if mark is None else (mark.by, mark.at)


def _numbers(numbers: Iterable[str]) -> str | None:
    return ", ".join(numbers) or None
