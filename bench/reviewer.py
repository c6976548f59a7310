"""A reviewer who never tires: random edits on the sample, for the harnesses that break a matter under her hands."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.read import read
from carveout.agreement.span import Span
from carveout.review import anchoring
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.history import history_of
from carveout.review.log import Operation, Role, sealed
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.ranking import in_own_order, moved

if TYPE_CHECKING:
    import random

    from carveout.agreement.reading import Reading
    from carveout.review.edits import Edit
    from carveout.review.review import Review
    from carveout.store.matter import Matter

SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"
_WORDS = (
    "material",
    "Ἀθῆναι",
    "Закупка",
    "株式会社",
    "<Buyer>",
    "&",
    "\u202e",
    "𠮷野家",
    "\n",
    "\t",
    "“as of”",
    "\ud800",
)
_BASE = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


def sample() -> tuple[Reading, bytes]:
    """Return the sample's reading and its bytes."""
    source = SAMPLE.read_bytes()
    return read(source, SAMPLE.name), source


def review_on(matter: Matter, edits: int, chance: random.Random) -> None:
    """Append random operations."""
    for _ in range(edits):
        matter.append(next_operation(matter, chance))


def next_operation(matter: Matter, chance: random.Random) -> Operation:
    """Return an operation that follows from the matter as it is: an edit of any kind, an undo or a redo."""
    role, of, edit = _turn(matter, chance)
    return sealed(
        matter.head,
        id=uuid.UUID(int=chance.getrandbits(128)).hex,
        at=_time(chance),
        author="J. Reviewer",
        role=role,
        of=of,
        edit=edit,
    )


def _turn(matter: Matter, chance: random.Random) -> tuple[Role, str | None, Edit]:
    turn = chance.random()
    history = history_of(matter.operations)
    if turn < 0.15 and history.undoable:
        last = history.undoable[-1]
        return Role.UNDO, last.id, last.edit.undone()
    if turn < 0.25 and history.redoable:
        last = history.redoable[-1]
        return Role.REDO, last.id, last.edit
    return Role.EDIT, None, _edit(matter.reading, matter.review, chance)


def _edit(reading: Reading, review: Review, chance: random.Random) -> Edit:
    kind = chance.random()
    clause = chance.randrange(len(reading.outline))
    if kind < 0.25:
        mark = Mark(chance.choice([State.READ, State.CLEARED]), "J. Reviewer", _time(chance))
        return MarkClause(clause, review.mark_of(clause, "J. Reviewer"), chance.choice([mark, None]))
    if kind < 0.4:
        span = Span(reading.outline[clause].start, reading.outline[clause].end)
        decision = Decision(chance.choice(list(Verdict)), _comment(chance), "J. Reviewer", _time(chance))
        return Decide(span, review.decisions.get(span), chance.choice([decision, None]))
    if kind < 0.6 and review.annotations:
        before = chance.choice(list(review.annotations.values()))
        revised = replace(before, comment=_comment(chance), status=chance.choice(list(Status)))
        return Annotate(before.id, before, chance.choice([revised, revised, None]))
    if kind < 0.7 and (edit := _move(review, chance)) is not None:
        return edit
    made = Annotation(
        id=uuid.UUID(int=chance.getrandbits(128)).hex,
        kind=chance.choice(list(AnnotationKind)),
        anchor=anchoring.on_clause(reading, clause),
        comment=_comment(chance),
        author="J. Reviewer",
        at=_time(chance),
        severity=chance.choice([*Severity, None]),
    )
    return Annotate(made.id, None, made)


def _move(review: Review, chance: random.Random) -> Edit | None:
    ordered: list[str | None] = [one.id for one in in_own_order(review.annotations.values(), review.ranks)]
    if not ordered:
        return None
    annotation = ordered.pop(chance.randrange(len(ordered)))
    gap = chance.randint(0, len(ordered))
    above, below = [None, *ordered, None][gap : gap + 2]
    return moved(review, str(annotation), above, below)


def _comment(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randrange(40)))


def _time(chance: random.Random) -> dt.datetime:
    return _BASE + dt.timedelta(microseconds=chance.randrange(10**13))
