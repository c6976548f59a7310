"""Merging another copy of a matter: what arrives, what conflicts, and what takes it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count, permutations

import pytest

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.edits import Annotate, Decide, MarkClause, Merge, Purge, Purged, Respond, Settle
from carveout.review.fold import fold
from carveout.review.history import history_of
from carveout.review.log import BrokenChainError, Operation, Role, sealed, verify
from carveout.review.mark import Decision, Mark, State, Verdict, second
from carveout.review.merge import TwoOperationsError, arriving, merge_of
from carveout.review.purging import purged
from carveout.review.settling import settled_by
from carveout.review.thread import Reply, replies_to

START = "0" * 64
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
NOTE = Annotation(
    "n", AnnotationKind.ISSUE, Anchor(Target.CLAUSE, 1, Span(1, 9), "words", "", ""), "c", "A", NOON, Severity.LOW
)
Log = tuple[Operation, ...]
_ids = count(1)


def after(log: Log, edit: object, by: str = "A", role: Role = Role.EDIT, of: str | None = None) -> Log:
    """The log with one more operation."""
    head = log[-1].hash if log else START
    at = NOON + dt.timedelta(minutes=len(log))
    made = sealed(head, id=f"{next(_ids):04}", at=at, author=by, role=role, of=of, edit=edit)  # type: ignore[arg-type]
    return (*log, made)


def undone(log: Log, by: str = "A") -> Log:
    """The log with its last edit in turn taken back."""
    last = history_of(log).undoable[-1]
    return after(log, last.edit.undone(), by, Role.UNDO, last.id)


def merged(mine: Log, theirs: Log, by: str = "A") -> Log:
    """The log with another merged into it, where that brings anything."""
    arrived = arriving(mine, theirs)
    if not arrived.operations:
        return mine
    made = merge_of(mine[-1].hash, arrived, id=f"{next(_ids):04}", at=NOON, author=by)
    log = (*mine, *arrived.operations, made)
    verify(START, log)
    return log


BASE = after((), Annotate("n", None, NOTE))


def revised(log: Log, by: str, **changes: object) -> Log:
    """The log with the note of the base revised."""
    before = fold(log).annotations["n"]
    return after(log, Annotate("n", before, replace(before, **changes)), by)  # type: ignore[arg-type]


def test_what_two_reviewers_did_apart_is_all_there() -> None:
    mine = after(BASE, MarkClause(1, None, Mark(State.CLEARED, "A", NOON)))
    theirs = after(BASE, Respond("r", None, Reply("r", "n", "Agreed.", "B", NOON)), "B")
    theirs = after(theirs, MarkClause(1, None, Mark(State.CLEARED, "B", NOON + dt.timedelta(hours=1))), "B")
    review = fold(merged(mine, theirs))
    assert [reply.comment for reply in replies_to(review, "n")] == ["Agreed."]
    signed_off = second(review.marks[1])
    assert signed_off is not None
    assert signed_off.by == "B"
    assert not review.conflicts


def test_different_fields_of_one_note_do_not_conflict() -> None:
    review = fold(merged(revised(BASE, "A", severity=Severity.HIGH), revised(BASE, "B", status=Status.RESOLVED)))
    note = review.annotations["n"]
    assert (note.severity, note.status) == (Severity.HIGH, Status.RESOLVED)
    assert not review.conflicts


def test_the_same_field_changed_twice_is_a_conflict_that_names_both_sides() -> None:
    review = fold(merged(revised(BASE, "A", comment="mine"), revised(BASE, "B", comment="theirs")))
    (conflict,) = review.conflicts
    assert (conflict.about, conflict.key, conflict.parts) == ("annotations", "n", ("comment",))
    assert {(side.by, side.value.comment) for side in conflict.sides if isinstance(side.value, Annotation)} == {
        ("A", "mine"),
        ("B", "theirs"),
    }


def test_a_note_that_one_withdrew_and_another_revised_stays_until_it_is_settled() -> None:
    withdrawn = after(BASE, Annotate("n", NOTE, None))
    log = merged(withdrawn, revised(BASE, "B", comment="theirs"))
    review = fold(log)
    assert review.annotations["n"].comment == "theirs"
    (conflict,) = review.conflicts
    assert {side.by for side in conflict.sides if side.value is None} == {"A"}
    settled = fold(after(log, Settle(settled_by(review, conflict, None))))
    assert not settled.annotations
    assert not settled.conflicts


def test_a_note_that_was_taken_back_change_by_change_is_gone_where_another_withdrew_it() -> None:
    tagged = revised(BASE, "A", tags=("tax",))
    withdrawn = after(tagged, Annotate("n", fold(tagged).annotations["n"], None), "B")
    review = fold(merged(undone(undone(tagged)), withdrawn))
    assert not review.annotations
    assert not review.conflicts


def test_a_note_that_one_took_back_and_another_withdrew_stays_for_whom_a_change_of_it_was_taken_back() -> None:
    tagged = revised(BASE, "C", tags=("tax",))
    withdrawn = after(tagged, Annotate("n", fold(tagged).annotations["n"], None), "B")
    taken_back, kept = undone(BASE), undone(tagged, "C")
    reviews = [
        fold(merged(merged(one, other), third)) for one, other, third in permutations((taken_back, withdrawn, kept))
    ]
    assert all(review == reviews[0] for review in reviews)
    assert reviews[0].annotations == {"n": NOTE}
    (conflict,) = reviews[0].conflicts
    assert {side.by for side in conflict.sides if side.value is not None} == {"C"}


def test_a_merged_review_has_its_entries_in_the_order_in_which_they_were_made() -> None:
    both = after(BASE, Annotate("m", None, replace(NOTE, id="m")))
    one, other = (
        after(both, Annotate("m", fold(both).annotations["m"], replace(NOTE, id="m", comment=by)), by)
        for by in ("A", "B")
    )
    review = fold(merged(one, other))
    assert [conflict.key for conflict in review.conflicts] == ["m"]
    assert list(review.annotations) == ["n", "m"]


def test_what_is_decided_over_a_conflict_with_an_undo_can_be_taken_back_and_brought_back() -> None:
    decision = Decision(Verdict.NARROW, "", "A", NOON)
    narrowed = after(BASE, Decide(Span(1, 9), None, decision))
    mine = after(narrowed, Decide(Span(1, 9), decision, replace(decision, verdict=Verdict.STRIKE)))
    theirs = after(mine, Decide(Span(1, 9), replace(decision, verdict=Verdict.STRIKE), None), "B")
    disputed = merged(undone(mine), theirs)
    (conflict,) = fold(disputed).conflicts
    assert {side.value for side in conflict.sides} == {decision, None}
    decided = after(disputed, Decide(Span(1, 9), fold(disputed).decisions.get(Span(1, 9)), None))
    assert not fold(decided).conflicts
    assert fold(undone(decided)) == fold(disputed)
    again = after(undone(decided), decided[-1].edit, role=Role.REDO, of=decided[-1].id)
    assert fold(again) == fold(decided)


def test_two_decisions_about_one_carve_out_conflict_until_somebody_decides_again() -> None:
    accepted, struck = (
        Decision(verdict, "", by, NOON) for verdict, by in ((Verdict.ACCEPT, "A"), (Verdict.STRIKE, "B"))
    )
    log = merged(after(BASE, Decide(Span(1, 9), None, accepted)), after(BASE, Decide(Span(1, 9), None, struck), "B"))
    shown = fold(log).decisions[Span(1, 9)]
    assert fold(log).conflicts
    narrowed = replace(accepted, verdict=Verdict.NARROW)
    assert not fold(after(log, Decide(Span(1, 9), shown, narrowed))).conflicts


def test_settling_leaves_one_side_and_undo_brings_the_conflict_back() -> None:
    log = merged(revised(BASE, "A", comment="mine"), revised(BASE, "B", comment="theirs"))
    review = fold(log)
    (conflict,) = review.conflicts
    mine = next(side.value for side in conflict.sides if side.by == "A")
    settled = after(log, Settle(settled_by(review, conflict, mine)))
    assert fold(settled).annotations["n"].comment == "mine"
    assert not fold(settled).conflicts
    assert fold(undone(settled)) == review


def test_an_edit_of_another_field_settles_nothing() -> None:
    log = merged(revised(BASE, "A", comment="mine"), revised(BASE, "B", comment="theirs"))
    assert fold(revised(log, "A", tags=("tax",))).conflicts


def test_a_merge_is_one_edit_that_undo_takes_back() -> None:
    mine = revised(BASE, "A", tags=("tax",))
    log = merged(mine, revised(revised(BASE, "B", comment="theirs"), "B", severity=Severity.HIGH))
    taken_back = undone(log)
    verify(START, taken_back)
    assert fold(taken_back) == fold(mine)
    again = after(
        taken_back, history_of(taken_back).redoable[-1].edit, role=Role.REDO, of=history_of(log).undoable[-1].id
    )
    assert fold(again) == fold(log)


def test_a_merge_that_one_copy_took_back_stays_in_another() -> None:
    mine, theirs = revised(BASE, "A", tags=("tax",)), revised(BASE, "B", comment="theirs")
    log = merged(mine, theirs)
    third = merged(after(BASE, MarkClause(2, None, Mark(State.READ, "C", NOON)), "C"), log, "C")
    third = merged(third, undone(log), "C")
    assert fold(third).annotations["n"].comment == "theirs"


def test_what_one_takes_back_and_another_builds_on_is_a_conflict() -> None:
    mine = revised(BASE, "A", severity=Severity.HIGH)
    theirs = revised(
        merged(after(BASE, MarkClause(2, None, Mark(State.READ, "B", NOON)), "B"), mine, "B"),
        "B",
        severity=Severity.MEDIUM,
    )
    (conflict,) = fold(merged(undone(mine), theirs)).conflicts
    found = {(side.by, side.value.severity) for side in conflict.sides if isinstance(side.value, Annotation)}
    assert found == {("A", Severity.LOW), ("B", Severity.MEDIUM)}


def test_an_undo_goes_with_what_it_takes_back() -> None:
    mine = revised(BASE, "A", severity=Severity.HIGH)
    theirs = merged(after(BASE, MarkClause(2, None, Mark(State.READ, "B", NOON)), "B"), mine, "B")
    assert fold(merged(undone(mine), theirs)).annotations["n"].severity is Severity.LOW


def test_merging_again_and_merging_what_came_from_here_bring_nothing() -> None:
    mine, theirs = revised(BASE, "A", tags=("tax",)), revised(BASE, "B", comment="theirs")
    log = merged(mine, theirs)
    assert not arriving(log, theirs).operations
    assert not arriving(log, mine).operations
    back = merged(theirs, log, "B")
    assert not arriving(log, back).operations
    assert fold(back) == fold(log)


def test_undo_goes_over_what_was_done_in_this_copy() -> None:
    log = merged(revised(BASE, "A", tags=("tax",)), revised(BASE, "B", comment="theirs"))
    assert [type(one.edit) for one in history_of(log).undoable] == [Annotate, Annotate, Merge]
    assert {one.author for one in history_of(log).undoable} == {"A"}


def test_two_operations_with_one_id_are_refused() -> None:
    (first,) = BASE
    other = sealed(START, id=first.id, at=NOON, author="X", role=Role.EDIT, of=None, edit=Annotate("n", None, NOTE))
    with pytest.raises(TwoOperationsError):
        arriving(BASE, (other,))


def test_an_operation_that_nothing_leads_to_is_refused() -> None:
    log = merged(revised(BASE, "A", tags=("tax",)), revised(BASE, "B", comment="theirs"))
    slipped_in = after(BASE, Annotate("x", None, replace(NOTE, id="x")), "C")[-1]
    with pytest.raises(BrokenChainError):
        verify(START, (*log[:2], slipped_in, *log[2:]))


def test_a_merge_of_what_is_not_there_is_refused() -> None:
    log = merged(revised(BASE, "A", tags=("tax",)), revised(BASE, "B", comment="theirs"))
    with pytest.raises(BrokenChainError):
        verify(START, (*log[:2], log[-1]))


def test_a_purge_leaves_no_word_and_a_chain_that_holds() -> None:
    log = after(revised(BASE, "A", comment="privileged"), Respond("r", None, Reply("r", "n", "secret", "B", NOON)), "B")
    log = after(log, MarkClause(2, None, Mark(State.READ, "A", NOON)))
    clean = purged(log, {"n"}, id="p", at=NOON, author="A")
    verify(START, clean)
    assert "privileged" not in repr(clean)
    assert "secret" not in repr(clean)
    assert not fold(clean).annotations
    assert fold(clean).marks == fold(log).marks
    assert not history_of(clean).undoable


def test_what_was_purged_does_not_come_back_with_a_merge() -> None:
    log = revised(BASE, "A", comment="privileged")
    theirs = after(log, MarkClause(2, None, Mark(State.READ, "B", NOON)), "B")
    both = merged(purged(log, {"n"}, id="p", at=NOON, author="A"), theirs)
    assert "privileged" not in repr(both)
    assert fold(both).marks
    back = fold(merged(theirs, both, "B"))
    assert back.annotations["n"].comment == "privileged", "nobody's purge deletes from a colleague's copy"


def test_a_hole_that_no_purge_speaks_of_is_refused() -> None:
    log = revised(BASE, "A", comment="privileged")
    with pytest.raises(BrokenChainError):
        verify(START, (log[0], replace(log[1], edit=Purged())))


def test_a_purge_says_which_operations_are_gone() -> None:
    clean = purged(BASE, {"n"}, id="p", at=NOON, author="A")
    assert clean[-1].edit == Purge(((BASE[0].id, BASE[0].hash),))
