"""The trail of a review: every operation of its log in words, and the place that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Introduce,
    Judge,
    MarkClause,
    Merge,
    Purge,
    Purged,
    Rank,
    Respond,
    Settle,
    Suppose,
)
from carveout.review.log import Role
from carveout.review.wording import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.span import Span
    from carveout.review.corrected import Corrected
    from carveout.review.edits import Edit
    from carveout.review.link import End
    from carveout.review.log import Operation

_KINDS: dict[type[Edit], str] = {
    MarkClause: "mark",
    Decide: "decision",
    Correct: "correction",
    Dismiss: "dismissal",
    Suppose: "scenario",
    Judge: "judgement",
    Respond: "reply",
    Connect: "link",
    Rank: "move",
    Introduce: "introduction",
    Merge: "merge",
    Purge: "purge",
    Purged: "purged change",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the corrected outline: a clause, and the words in it, None for all of it."""

    clause: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation with its number in the log, from 1 on, what it did in words, and where, None where nowhere."""

    number: int
    operation: Operation
    what: str
    spot: Spot | None


def trail(operations: Sequence[Operation], on: Corrected, start: int = 1) -> tuple[Entry, ...]:
    """Return operations of a log in words, numbered from `start`, on the review that the whole log makes."""
    return tuple(
        Entry(number, one, said(one, on), spot_of(one.edit, on)) for number, one in enumerate(operations, start=start)
    )


def said(operation: Operation, on: Corrected) -> str:
    """Return what an operation did: `raise issue on 3.18`, or `undo raise issue on 3.18`."""
    if operation.role is Role.EDIT:
        return called(operation.edit, on)
    edit = operation.edit.undone() if operation.role is Role.UNDO else operation.edit
    return f"{operation.role} {called(edit, on)}"


def kind_of(edit: Edit) -> str:
    """Return what an edit is about, in a word: `issue`, `mark`, `decision`."""
    match edit:
        case Settle(revision):
            return kind_of(revision)
        case Annotate(_, before, after):
            standing = after or before
            return str(standing.kind) if standing else "note"
        case _:
            return _KINDS[type(edit)]


def spot_of(edit: Edit, on: Corrected) -> Spot | None:
    """Return where an edit of the log stands now, None where it stands nowhere."""
    match edit:
        case Settle(revision):
            return spot_of(revision, on)
        case Annotate(_, before, after):
            annotation = after or before
            return Spot(on.standing(annotation), annotation.anchor.span) if annotation else None
        case Respond(_, reply_before, reply_after):
            return _of_annotations(on, [one.annotation for one in (reply_after, reply_before) if one])
        case Connect(_, link_before, link_after):
            return _of_ends(on, [end for link in (link_after, link_before) if link for end in link.ends])
        case Rank(id_):
            return _of_annotations(on, [id_])
        case MarkClause(clause):
            return _of_clause(on, clause)
        case Judge(question):
            return _of_clause(on, question.clause)
        case Decide(span):
            return _of_span(on, span)
        case _:
            return _of_rest(edit, on)


def _of_rest(edit: Edit, on: Corrected) -> Spot | None:
    match edit:
        case Dismiss(finding):
            return None if finding.span is None else _of_span(on, finding.span)
        case Correct(_, before, after):
            correction = after or before
            clause = on.at(correction.change.start) if correction else None
            return None if clause is None else Spot(clause)
        case _:
            return None


def _of_clause(on: Corrected, name: int) -> Spot | None:
    clause = on.at(on.start(name))
    return None if clause is None else Spot(clause)


def _of_span(on: Corrected, span: Span) -> Spot | None:
    clause = on.holding(span)
    return None if clause is None else Spot(clause, span)


def _of_annotations(on: Corrected, annotations: Iterable[str]) -> Spot | None:
    found = next((on.folded.annotations[id_] for id_ in annotations if id_ in on.folded.annotations), None)
    return Spot(on.standing(found), found.anchor.span) if found else None


def _of_ends(on: Corrected, ends: Sequence[End]) -> Spot | None:
    for end in ends:
        spot = _of_clause(on, end) if isinstance(end, int) else _of_annotations(on, [end])
        if spot is not None:
            return spot
    return None
