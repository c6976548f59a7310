"""The client's memo: nothing internal in it, whatever the review holds, and nothing untrue because of that."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.memo.instructions import Audience, Instructions
from carveout.memo.memo import memo_for
from carveout.review.annotation import AnnotationKind, Visibility
from carveout.review.conflict import Conflict, Side
from carveout.review.for_client import for_client
from carveout.review.link import Link
from carveout.review.mark import State
from carveout.review.reviewer import Reviewer
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

ROOT = Path(__file__).parents[2]
AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)


def shared(review: Review, *ids: str) -> Review:
    """Return the review with the annotations of these ids shared, given to somebody and tagged."""
    annotations = {
        id_: replace(one, visibility=Visibility.SHARED, assignee="B. Sato", due=AT.date(), tags=("price",))
        if id_ in ids
        else one
        for id_, one in review.annotations.items()
    }
    return replace(review, annotations=annotations)


def test_only_what_is_shared_stays_and_nobody_sees_whom_it_was_given_to(reading: Reading, review: Review) -> None:
    found = for_client(reading, shared(review, "a1", "a3"))
    assert list(found.annotations) == ["a1", "a3"]
    assert {(one.assignee, one.due, one.tags) for one in found.annotations.values()} == {("", None, ())}


def test_replies_and_links_go_with_what_they_hang_on(reading: Reading, review: Review) -> None:
    replies = {id_: Reply(id_, of, "Yes.", "Second reader", AT) for id_, of in (("r1", "a1"), ("r2", "a2"))}
    links = {id_: Link(id_, ends, "Second reader", AT) for id_, ends in (("l1", ("a1", 3)), ("l2", ("a1", "a2")))}
    found = for_client(reading, replace(shared(review, "a1"), replies=replies, links=links))
    assert list(found.replies) == ["r1"]
    assert list(found.links) == ["l1"]


def test_a_conflict_goes_where_one_of_its_sides_is_internal(reading: Reading, review: Review) -> None:
    given = shared(review, "a1", "a3")
    one, other = given.annotations["a1"], given.annotations["a3"]
    disputed = (
        Conflict("annotations", "a1", ("comment", "assignee"), (Side(one, "A", AT), Side(one, "B", AT))),
        Conflict("annotations", "a1", ("assignee",), (Side(one, "A", AT), Side(one, "B", AT))),
        Conflict("annotations", "a2", (), (Side(given.annotations["a2"], "A", AT), Side(None, "B", AT))),
        Conflict(
            *("annotations", "a3", ("comment",)),
            (Side(other, "A", AT), Side(replace(other, visibility=Visibility.INTERNAL), "B", AT)),
        ),
        Conflict("marks", 3, (), (Side(None, "A", AT), Side(None, "B", AT))),
    )
    found = for_client(reading, replace(given, conflicts=disputed)).conflicts
    assert [(one.about, one.key, one.parts) for one in found] == [("annotations", "a1", ("comment",)), ("marks", 3, ())]
    assert {side.value.assignee for side in found[0].sides if hasattr(side.value, "assignee")} == {""}


def test_what_one_of_two_copies_left_internal_goes_until_it_is_settled(reading: Reading, review: Review) -> None:
    given = shared(review, "a1", "a3")
    one = given.annotations["a1"]
    sides = (Side(one, "A", AT), Side(replace(one, visibility=Visibility.INTERNAL), "B", AT))
    replies = {"r1": Reply("r1", "a1", "Yes.", "Second reader", AT)}
    disputed = replace(given, replies=replies, conflicts=(Conflict("annotations", "a1", ("visibility",), sides),))
    found = for_client(reading, disputed)
    assert list(found.annotations) == ["a3"]
    assert not found.replies
    assert not found.conflicts
    assert list(for_client(reading, replace(disputed, conflicts=())).annotations) == ["a1", "a3"]


def test_the_order_of_what_is_shared_stays_and_nothing_is_told_of_the_rest(reading: Reading, review: Review) -> None:
    disputed = Conflict("ranks", "a1", (), (Side("B", "A", AT), Side("V", "B", AT)))
    ordered = replace(shared(review, "a1", "a3"), ranks={"a1": "B", "a2": "C", "gone": "D"}, conflicts=(disputed,))
    found = for_client(reading, ordered)
    assert found.ranks == {"a1": "B"}
    assert not found.conflicts


def test_who_wrote_nothing_but_internal_notes_is_no_reviewer_to_the_client(reading: Reading, review: Review) -> None:
    people = {name: Reviewer(name, name[:1], "blue") for name in ("First reader", "Second reader", "Third reader")}
    given = replace(review, decisions={}, reviewers=people)
    assert list(for_client(reading, given).reviewers) == ["First reader"]


def test_a_representation_with_internal_notes_alone_is_read_and_not_unread(reading: Reading, review: Review) -> None:
    told = memo_for(reading, review, Instructions(audience=Audience.CLIENT), AT.date())
    states = [entry.state for entry in told.representations]
    assert states == [State.CLEARED, State.READ, State.UNREAD]
    assert told.representations[1].mark is not None
    assert told.representations[1].mark.by == "First reader"


def test_the_firm_sees_everything(reading: Reading, review: Review, memo: Memo) -> None:
    told = memo_for(reading, review, Instructions(recipient="Deal team"), memo.heading.date)
    assert told.notes == memo.notes
    assert told.of_kind(AnnotationKind.NOTE)


def test_no_internal_word_is_anywhere_in_the_client_s_file() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.canary", "--matters", "8"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 lost; control" in done.stdout
