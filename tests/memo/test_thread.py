"""The thread of a note in the PDF, as viewers list it: replies, and whether it is done with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.memo.memo import memo_of
from carveout.review.annotation import Status
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from pypdf import PdfReader
    from tests.memo.conftest import Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

LATER = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
REPLIES = (
    Reply("r1", "a1", "For six months, say.", "Second reader", LATER),
    Reply("r2", "a1", "Agreed.\n<Both> sides — 承知", "First reader", LATER + dt.timedelta(hours=1)),
)


def answering(reader: PdfReader) -> dict[str, Any]:
    """Return the annotations that answer another, by their names."""
    found = (annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", []))
    return {one["/NM"]: one for one in found if one.get("/RT") == "/R"}


def threaded(memo: Memo, reading: Reading, review: Review) -> Memo:
    """Return the memo with a thread of two replies on one issue."""
    answered = replace(review, replies={reply.id: reply for reply in REPLIES})
    return memo_of(reading, answered, memo.heading)


def test_each_reply_answers_the_highlight_of_its_note(
    memo: Memo, reading: Reading, review: Review, written: Written
) -> None:
    found = answering(written(threaded(memo, reading, review)))
    for reply in REPLIES:
        answer = found[reply.id]
        assert answer["/Subtype"] == "/Text"
        assert (answer["/T"], answer["/Contents"]) == (reply.author, reply.comment)
        assert answer["/CreationDate"] == answer["/M"] == f"D:{reply.at:%Y%m%d%H%M%S}Z"
        assert (answer["/IRT"]["/Subtype"], answer["/IRT"]["/NM"]) == ("/Highlight", "a1")
        assert answer["/IRT"]["/P"] == answer["/P"]


def test_a_resolved_note_is_completed_as_acrobat_says_it(memo: Memo, written: Written) -> None:
    (resolved,) = (note.annotation for note in memo.notes if note.annotation.status is Status.RESOLVED)
    (state,) = answering(written(memo)).values()
    assert (state["/StateModel"], state["/State"]) == ("Review", "Completed")
    assert (state["/IRT"]["/NM"], state["/NM"]) == (resolved.id, f"{resolved.id}-state")
    assert state["/T"] == memo.heading.author
    assert state["/F"] & 2


def test_replies_draw_nothing_on_the_page(memo: Memo, reading: Reading, review: Review, written: Written) -> None:
    for name, answer in answering(written(threaded(memo, reading, review))).items():
        drawn = answer["/AP"]["/N"].get_data() if "/AP" in answer else b""
        assert drawn.strip() in {b"", b"n"}, name
