"""Histories of three copies of a matter, merged in every order: the same review, and nothing that was said is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from itertools import count, permutations
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.edits import Annotate, Decide, MarkClause, Merge, Rank, Respond, Settle
from carveout.review.fold import acts_alone, fold, fold_on, is_merged
from carveout.review.history import History, history_of
from carveout.review.log import Operation, Role, sealed, verify
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.merge import arriving, merge_of
from carveout.review.merging.touching import FIELDS, revision_of
from carveout.review.ranking import in_own_order, moved
from carveout.review.review import Review
from carveout.review.settling import settled_by
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.edits import Edit

START = "0" * 64
NAMES = ("A", "B", "C")
copies = st.sampled_from(NAMES)


@dataclass
class Copy:
    """A copy of the matter on one reviewer's desk."""

    name: str
    log: tuple[Operation, ...] = ()
    review: Review = field(default_factory=Review)
    history: History = field(default_factory=History)


def values_of(review: Review) -> set[tuple[str, str, object]]:
    """Every value that the annotations of a review have, by annotation and field, and their ranks."""
    ranks = {(id_, "rank", rank) for id_, rank in review.ranks.items() if id_ in review.annotations}
    return ranks | {(one.id, name, getattr(one, name)) for one in review.annotations.values() for name in FIELDS}


def said_in(review: Review) -> set[tuple[str, str, object]]:
    """Those values, and the ones that a side of a conflict would have."""
    sides = [side.value for conflict in review.conflicts for side in conflict.sides]
    found = {(one.id, name, getattr(one, name)) for one in sides if isinstance(one, Annotation) for name in FIELDS}
    ordered = (conflict for conflict in review.conflicts if conflict.about == "ranks")
    found |= {(str(one.key), "rank", side.value) for one in ordered for side in one.sides}
    return found | values_of(review)


def lost(before: Review, after: Review) -> set[tuple[str, str, object]]:
    """The values of a review that another doesn't say; what is withdrawn there stands in no order."""
    missing = values_of(before) - said_in(after)
    return {one for one in missing if one[1] != "rank" or one[0] in after.annotations}


def changed_in(log: Sequence[Operation]) -> set[tuple[str, str, object]]:
    """Every value that somebody had before her in a log and changed."""
    found: set[tuple[str, str, object]] = set()
    for revision in (revision_of(operation.edit) for operation in log):
        if isinstance(revision, Rank):
            found.add((revision.annotation, "rank", revision.before))
        if isinstance(revision, Annotate) and revision.before is not None:
            was, is_ = revision.before, revision.after
            names = (name for name in FIELDS if is_ is None or getattr(was, name) != getattr(is_, name))
            found |= {(was.id, name, getattr(was, name)) for name in names}
    return found


class Copies(RuleBasedStateMachine):
    """Three reviewers at work on copies of one matter, whose clocks go their own ways."""

    def __init__(self) -> None:
        super().__init__()
        self.copies = {name: Copy(name) for name in NAMES}
        self.ids = count(1)
        self.clocks = {"A": 0, "B": -90_000, "C": 400_000}
        self.decided: set[tuple[str, str, object]] = set()
        """What sides of conflicts would have had that somebody edited, and so decided."""

    @rule(by=copies, kind=st.sampled_from(AnnotationKind), comment=st.text(max_size=2))
    def annotate(self, by: str, kind: AnnotationKind, comment: str) -> None:
        anchor = Anchor(Target.CLAUSE, 1, Span(1, 9), "words", "", "")
        made = Annotation(self.new_id(), kind, anchor, comment, by, self.now(by), Severity.LOW)
        self.edit(by, Annotate(made.id, None, made))

    @precondition(lambda self: any(copy.review.annotations for copy in self.copies.values()))
    @rule(
        by=copies,
        data=st.data(),
        change=st.sampled_from(["comment", "status", "severity", "tags", "withdraw", "reply", "move", "settle"]),
        value=st.integers(0, 2),
    )
    def work(self, by: str, data: st.DataObject, change: str, value: int) -> None:
        review = self.copies[by].review
        if not review.annotations:
            return
        before = data.draw(st.sampled_from(review.in_order()))
        values: dict[str, Any] = {
            "comment": str(value),
            "status": list(Status)[value % 2],
            "severity": list(Severity)[value],
            "tags": (str(value),),
        }
        if change == "withdraw":
            self.edit(by, Annotate(before.id, before, None))
        elif change == "reply":
            made = Reply(self.new_id(), before.id, str(value), by, self.now(by))
            self.edit(by, Respond(made.id, None, made))
        elif change == "move":
            self.move(by, before.id, value)
        elif change == "settle":
            self.settle_order(by, before.id, value)
            sides = [s for c in review.conflicts if (c.about, c.key) == ("annotations", before.id) for s in c.sides]
            chosen = sides[value % len(sides)].value if sides else before
            self.edit(by, Settle(Annotate(before.id, before, chosen if isinstance(chosen, Annotation) else None)))
        else:
            self.edit(by, Annotate(before.id, before, replace(before, **{change: values[change]})))

    def move(self, by: str, annotation: str, to: int) -> None:
        review = self.copies[by].review
        others = [one.id for one in in_own_order(review.annotations.values(), review.ranks) if one.id != annotation]
        at = min(to, len(others))
        above, below = (others[place] if 0 <= place < len(others) else None for place in (at - 1, at))
        edit = moved(review, annotation, above, below)
        if edit is not None:
            self.edit(by, edit)

    def settle_order(self, by: str, annotation: str, side: int) -> None:
        review = self.copies[by].review
        for conflict in review.conflicts:
            if (conflict.about, conflict.key) == ("ranks", annotation):
                chosen = conflict.sides[side % len(conflict.sides)]
                self.edit(by, Settle(settled_by(review, conflict, chosen.value)))

    @rule(by=copies, clause=st.integers(0, 2), state=st.sampled_from([State.READ, State.CLEARED, None]))
    def mark(self, by: str, clause: int, state: State | None) -> None:
        after = Mark(state, by, self.now(by)) if state else None
        self.edit(by, MarkClause(clause, self.copies[by].review.mark_of(clause, by), after))

    @rule(by=copies, verdict=st.sampled_from([*Verdict, None]))
    def decide(self, by: str, verdict: Verdict | None) -> None:
        after = Decision(verdict, "", by, self.now(by)) if verdict else None
        carveout = Span(1, 9)
        self.edit(by, Decide(carveout, self.copies[by].review.decisions.get(carveout), after))

    @rule(by=copies)
    def undo(self, by: str) -> None:
        copy = self.copies[by]
        if copy.history.undoable:
            last = copy.history.undoable[-1]
            self.append(by, last.edit.undone(), Role.UNDO, last.id)

    @rule(by=copies)
    def redo(self, by: str) -> None:
        copy = self.copies[by]
        if copy.history.redoable:
            last = copy.history.redoable[-1]
            self.append(by, last.edit, Role.REDO, last.id)

    @rule(into=copies, of=copies)
    def merge(self, into: str, of: str) -> None:
        mine, theirs = self.copies[into], self.copies[of]
        before = mine.review
        take_in(mine, theirs.log, self.new_id(), self.now(into))
        assert not arriving(mine.log, theirs.log).operations, "merging again changes nothing"
        if mine.log and isinstance(mine.log[-1].edit, Merge):
            assert lost(before, mine.review) <= changed_in(mine.log) | self.decided

    @invariant()
    def each_review_is_the_fold_of_its_log(self) -> None:
        for copy in self.copies.values():
            assert fold(copy.log) == copy.review
            assert history_of(copy.log) == copy.history
            verify(START, copy.log)

    def teardown(self) -> None:
        if any(
            isinstance(one.edit, Merge) and one.role is Role.UNDO for copy in self.copies.values() for one in copy.log
        ):
            return  # a copy that took a merge back says something else than the others
        reviews = [self.merged(order) for order in permutations(NAMES)]
        assert all(review == reviews[0] for review in reviews)
        for copy in self.copies.values():
            changed = changed_in([one for other in self.copies.values() if other is not copy for one in other.log])
            assert lost(copy.review, reviews[0]) <= changed | self.decided, "only who had it before her changed it"

    def merged(self, order: tuple[str, ...]) -> Review:
        """Merge copies of all logs one after the other, and the first again into the last."""
        made = [replace(self.copies[name]) for name in order]
        for number, other in enumerate(made[1:]):
            take_in(made[0], other.log, f"m{number}", dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
        return made[0].review

    def edit(self, by: str, edit: Edit) -> None:
        self.append(by, edit, Role.EDIT, None)

    def append(self, by: str, edit: Edit, role: Role, of: str | None) -> None:
        copy = self.copies[by]
        revision = revision_of(edit)
        sides = (side.value for one in copy.review.conflicts for side in one.sides)
        about = revision.annotation if isinstance(revision, Annotate) else None
        self.decided |= {
            (v.id, n, getattr(v, n)) for v in sides if isinstance(v, Annotation) and v.id == about for n in FIELDS
        }
        if isinstance(revision, Rank):
            disputes = (one for one in copy.review.conflicts if (one.about, one.key) == ("ranks", revision.annotation))
            self.decided |= {(revision.annotation, "rank", side.value) for one in disputes for side in one.sides}
        previous = copy.log[-1].hash if copy.log else START
        made = sealed(previous, id=self.new_id(), at=self.now(by), author=by, role=role, of=of, edit=edit)
        alone = acts_alone(copy.review, made, on_merged=is_merged(copy.log))
        copy.review = fold_on(copy.log, copy.review, made, alone=alone)
        copy.history = copy.history.after(made)
        copy.log = (*copy.log, made)

    def new_id(self) -> str:
        return f"{next(self.ids):04}"

    def now(self, by: str) -> dt.datetime:
        self.clocks[by] += 1
        return dt.datetime(2026, 3, 2, tzinfo=dt.UTC) + dt.timedelta(seconds=self.clocks[by])


def take_in(mine: Copy, theirs: tuple[Operation, ...], id_: str, at: dt.datetime) -> None:
    """Merge a log into a copy, as the window does."""
    arrived = arriving(mine.log, theirs)
    if not arrived.operations:
        return
    head = mine.log[-1].hash if mine.log else START
    made = merge_of(head, arrived, id=id_, at=at, author=mine.name)
    mine.log = (*mine.log, *arrived.operations, made)
    mine.review, mine.history = fold(mine.log), history_of(mine.log)


TestCopies = Copies.TestCase
TestCopies.settings = settings(deadline=None, max_examples=40, stateful_step_count=30)
