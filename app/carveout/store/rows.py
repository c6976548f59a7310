"""Operations, and the fold that they leave, as the rows of a matter file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from carveout.review.edits import Annotate, Decide, MarkClause, Respond, Settle
from carveout.review.log import Operation, Role
from carveout.review.moment import moment, moment_of
from carveout.review.record import edit_from_record, edit_to_record
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.edits import Edit
    from carveout.review.mark import Decision, Mark
    from carveout.review.thread import Reply

Row: TypeAlias = dict[str, str | int | None]
"""Values by column, in the order of the columns."""
Change: TypeAlias = tuple[str, tuple[str | int | None, ...], Row | None]
"""A table of the fold, the key of a row, and the row as it is then, None where it goes."""

KEYS = {"annotation": ("id",), "mark": ("clause", "author"), "decision": ("start", "end"), "reply": ("id",)}
"""The tables of the fold, and the columns that tell their rows apart."""


def operation_row(operation: Operation) -> Row:
    """Return the operation as a row of the log, without its place in it."""
    return {
        "id": operation.id,
        "at": moment(operation.at),
        "author": operation.author,
        "role": operation.role.value,
        "of": operation.of,
        "edit": json.dumps(edit_to_record(operation.edit), sort_keys=True, separators=(",", ":")),
        "previous": operation.previous,
        "hash": operation.hash,
    }


def operation_of(row: Row) -> Operation:
    """Return the operation that a row of the log holds. Raises ValueError where it holds none."""
    edit = json.loads(str(row["edit"]))
    if not isinstance(edit, dict):
        raise ValueError("An edit in the log is no record.")  # noqa: TRY004 (one error to catch)
    return Operation(
        id=str(row["id"]),
        at=moment_of(str(row["at"])),
        author=str(row["author"]),
        role=Role(str(row["role"])),
        of=None if row["of"] is None else str(row["of"]),
        edit=edit_from_record(edit),
        previous=str(row["previous"]),
        hash=str(row["hash"]),
    )


def fold_rows(review: Review) -> dict[str, list[Row]]:
    """Return the rows that a review has in each table of the fold."""
    return {
        "annotation": [_annotation_row(annotation) for annotation in review.annotations.values()],
        "mark": [_mark_row(clause, mark) for clause, marks in review.marks.items() for mark in marks],
        "decision": [_decision_row(carveout, decision) for carveout, decision in review.decisions.items()],
        "reply": [_reply_row(reply) for reply in review.replies.values()],
    }


def fold_changes(edit: Edit) -> Iterator[Change]:
    """Yield each row of the fold that an edit changes.

    What changes none, the log alone keeps: corrections, dismissals, scenarios, judgements, links, ranks and who is who.
    """
    match edit:
        case Settle(revision):
            yield from fold_changes(revision)
        case Annotate(annotation, _, after):
            yield "annotation", (annotation,), _annotation_row(after) if after else None
        case MarkClause(clause, was, mark):
            if was is not None and (mark is None or mark.by != was.by):
                yield "mark", (clause, _plain(was.by)), None
            if mark is not None:
                yield "mark", (clause, _plain(mark.by)), _mark_row(clause, mark)
        case Decide(carveout, _, decision):
            key = (carveout.start, carveout.end)
            yield "decision", key, _decision_row(carveout, decision) if decision else None
        case Respond(reply, _, made):
            yield "reply", (reply,), _reply_row(made) if made else None
        case _:
            return


def fold_difference(before: Review, after: Review) -> Iterator[Change]:
    """Yield each row in which the folds of two reviews differ."""
    old, new = (fold_rows(one) for one in _apart(before, after))
    for table, columns in KEYS.items():
        was, is_ = ({tuple(row[one] for one in columns): row for row in rows[table]} for rows in (old, new))
        yield from ((table, key, None) for key in was if key not in is_)
        yield from ((table, key, row) for key, row in is_.items() if was.get(key) != row)


def _apart(before: Review, after: Review) -> tuple[Review, Review]:
    """Return two reviews with only those entries in which they differ: there are thousands in which they don't."""
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for about in ("annotations", "marks", "decisions", "replies"):
        was, is_ = getattr(before, about), getattr(after, about)
        differing = [key for key in was.keys() | is_.keys() if was.get(key) != is_.get(key)]
        old[about], new[about] = ({key: one[key] for key in differing if key in one} for one in (was, is_))
    return Review(**old), Review(**new)


def _annotation_row(annotation: Annotation) -> Row:
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "target": anchor.target.value,
        "clause": anchor.clause,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": _plain(anchor.quote),
        "prefix": _plain(anchor.prefix),
        "suffix": _plain(anchor.suffix),
        "comment": _plain(annotation.comment),
        "proposed": _plain(annotation.proposed),
        "severity": annotation.severity.value if annotation.severity else None,
        "status": annotation.status.value,
        "author": _plain(annotation.author),
        "at": moment(annotation.at),
        "tags": _plain("\n".join(annotation.tags)),
        "assignee": _plain(annotation.assignee),
        "due": annotation.due.isoformat() if annotation.due else None,
        "visibility": annotation.visibility.value,
    }


def _mark_row(clause: int, mark: Mark) -> Row:
    return {"clause": clause, "state": mark.state.value, "author": _plain(mark.by), "at": moment(mark.at)}


def _decision_row(carveout: Span, decision: Decision) -> Row:
    return {
        "start": carveout.start,
        "end": carveout.end,
        "verdict": decision.verdict.value,
        "reason": _plain(decision.reason),
        "author": _plain(decision.by),
        "at": moment(decision.at),
    }


def _reply_row(reply: Reply) -> Row:
    return {
        "id": reply.id,
        "annotation": reply.annotation,
        "comment": _plain(reply.comment),
        "author": _plain(reply.author),
        "at": moment(reply.at),
    }


def _plain(text: str) -> str:
    # SQLite's text is UTF-8, which can't encode half a surrogate pair. The log keeps it, escaped in its JSON.
    return text.encode(errors="replace").decode()
