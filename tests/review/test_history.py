from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.applying import applied
from carveout.review.edits import Annotate, Decide, Edit, Introduce, MarkClause
from carveout.review.fold import fold
from carveout.review.history import History, history_of
from carveout.review.log import Operation, Role, sealed, verify
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review
from carveout.review.reviewer import Reviewer

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
START = "0" * 64
clauses = st.integers(0, 3)


class Reviewing(RuleBasedStateMachine):
    """A reviewer at work, beside a model that keeps every state she has seen and where in them she is."""

    def __init__(self) -> None:
        super().__init__()
        self.log: tuple[Operation, ...] = ()
        self.history = History()
        self.review = Review()
        self.seen = [Review()]
        self.now = 0

    @rule(clause=clauses, kind=st.sampled_from(AnnotationKind), comment=st.text(max_size=5))
    def annotate(self, clause: int, kind: AnnotationKind, comment: str) -> None:
        anchor = Anchor(Target.CLAUSE, clause, Span(clause, clause + 9), "words", "", "")
        made = Annotation(uuid.uuid4().hex, kind, anchor, comment, "A", NOON, Severity.LOW)
        self.edit(Annotate(made.id, None, made))

    @precondition(lambda self: self.review.annotations)
    @rule(data=st.data(), comment=st.text(max_size=5), status=st.sampled_from(Status))
    def revise(self, data: st.DataObject, comment: str, status: Status) -> None:
        before = data.draw(st.sampled_from(self.review.in_order()))
        self.edit(Annotate(before.id, before, replace(before, comment=comment, status=status)))

    @precondition(lambda self: self.review.annotations)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        before = data.draw(st.sampled_from(self.review.in_order()))
        self.edit(Annotate(before.id, before, None))

    @rule(clause=clauses, state=st.sampled_from([State.READ, State.CLEARED, None]))
    def mark(self, clause: int, state: State | None) -> None:
        after = Mark(state, "A", NOON) if state else None
        self.edit(MarkClause(clause, self.review.mark_of(clause, "A"), after))

    @rule(start=clauses, verdict=st.sampled_from([*Verdict, None]), reason=st.text(max_size=5))
    def decide(self, start: int, verdict: Verdict | None, reason: str) -> None:
        carveout = Span(start, start + 9)
        after = Decision(verdict, reason, "A", NOON) if verdict else None
        self.edit(Decide(carveout, self.review.decisions.get(carveout), after))

    @precondition(lambda self: self.history.undoable)
    @rule()
    def undo(self) -> None:
        last = self.history.undoable[-1]
        self.append(last.edit.undone(), Role.UNDO, last.id)
        self.now -= 1

    @precondition(lambda self: self.history.redoable)
    @rule()
    def redo(self) -> None:
        last = self.history.redoable[-1]
        self.append(last.edit, Role.REDO, last.id)
        self.now += 1

    @invariant()
    def the_review_is_what_the_model_saw(self) -> None:
        assert self.review == self.seen[self.now]

    @invariant()
    def the_review_is_the_fold_of_its_log(self) -> None:
        assert fold(self.log) == self.review

    @invariant()
    def the_history_outlives_the_window(self) -> None:
        assert history_of(self.log) == self.history
        assert (len(self.history.undoable), len(self.history.redoable)) == (self.now, len(self.seen) - 1 - self.now)

    @invariant()
    def the_chain_holds(self) -> None:
        verify(START, self.log)

    def teardown(self) -> None:
        while self.history.undoable:
            self.undo()
        assert self.review == Review()
        while self.history.redoable:
            self.redo()
        assert self.review == self.seen[-1]

    def edit(self, edit: Edit) -> None:
        """Make an edit; what could still be redone is gone."""
        self.append(edit, Role.EDIT, None)
        self.now += 1
        self.seen[self.now :] = [self.review]

    def append(self, edit: Edit, role: Role, of: str | None) -> None:
        previous = self.log[-1].hash if self.log else START
        operation = sealed(previous, id=uuid.uuid4().hex, at=NOON, author="A", role=role, of=of, edit=edit)
        self.review = applied(self.review, edit)
        self.history = self.history.after(operation)
        self.log = (*self.log, operation)


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(deadline=None, max_examples=60, stateful_step_count=25)


def operation(role: Role, of: str | None = None, after: Operation | None = None) -> Operation:
    """An operation whose edit doesn't matter, sealed to another one."""
    edit = MarkClause(1, None, None)
    return sealed(after.hash if after else START, id=uuid.uuid4().hex, at=NOON, author="A", role=role, of=of, edit=edit)


@pytest.mark.parametrize("role", [Role.UNDO, Role.REDO])
def test_nothing_can_not_be_taken_back_or_brought_back(role: Role) -> None:
    with pytest.raises(ValueError, match="not the one in turn"):
        history_of([operation(role, "x")])
    with pytest.raises(ValueError, match="not the one in turn"):
        History().after(operation(role, "x"))


def test_only_the_last_edit_can_be_taken_back() -> None:
    first = operation(Role.EDIT)
    second = operation(Role.EDIT, after=first)
    with pytest.raises(ValueError, match="not the one in turn"):
        history_of([first, second, operation(Role.UNDO, first.id, after=second)])


def test_a_new_edit_leaves_nothing_to_redo() -> None:
    first = operation(Role.EDIT)
    undone = history_of([first, operation(Role.UNDO, first.id, after=first)])
    assert undone.redoable == (first,)
    assert undone.after(operation(Role.EDIT)).redoable == ()


def test_saying_who_a_reviewer_is_is_nothing_to_undo() -> None:
    mark: Edit = MarkClause(1, None, Mark(State.READ, "A", NOON))
    who: Edit = Introduce("A", None, Reviewer("A", "A", "teal"))
    log: tuple[Operation, ...] = ()
    history = History()
    for number, edit in enumerate((mark, who)):
        previous = log[-1].hash if log else START
        made = sealed(previous, id=str(number), at=NOON, author="A", role=Role.EDIT, of=None, edit=edit)
        log, history = (*log, made), history.after(made)
    assert history == history_of(log) == History((log[0],))
