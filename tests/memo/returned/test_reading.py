"""Every comment of a marked memo comes back on its clause, once, and by who made it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject
from tests.memo.returned.conftest import COLLEAGUE, NOW

from carveout.memo.returned.reading import read_back
from carveout.memo.returned.said import NOBODY, READER
from carveout.review.annotation import AnnotationKind, Status, Target, Visibility
from carveout.review.returned import TAG, Answered, Remarked, Returned, Reworded, Set

if TYPE_CHECKING:
    from tests.memo.returned.conftest import Back, Pen

    from carveout.agreement.reading import Reading
    from carveout.memo.returned.reading import Here
    from carveout.review.annotation import Annotation


def only(returned: Returned) -> Annotation:
    """Return the one note that came."""
    (came,) = returned.came
    assert isinstance(came, Remarked)
    return came.note


def test_a_memo_that_nobody_marked_brings_nothing(pen: Pen, back: Back) -> None:
    assert back(pen.saved()).came == ()


def test_a_reply_comes_to_its_note_by_its_author_and_of_its_time(pen: Pen, back: Back) -> None:
    pen.answer("a1", "Until the petition is decided.\r<Really> — 承知")
    (came,) = back(pen.saved()).came
    assert isinstance(came, Answered)
    assert (came.reply.annotation, came.reply.author) == ("a1", COLLEAGUE)
    assert came.reply.comment == "Until the petition is decided.\n<Really> — 承知"
    assert came.reply.at == dt.datetime(2026, 12, 1, 10, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", ["a1-comment", "r1"])
def test_a_reply_to_the_icon_or_to_a_reply_comes_to_the_same_note(pen: Pen, back: Back, name: str) -> None:
    pen.answer(name, "So be it.")
    (came,) = back(pen.saved()).came
    assert isinstance(came, Answered)
    assert came.reply.annotation == "a1"


@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly"])
def test_a_mark_on_words_of_the_agreement_stands_on_just_those_words(
    pen: Pen, back: Back, reading: Reading, kind: str
) -> None:
    pen.words(kind, "accounts are true", "Are they?")
    returned = back(pen.saved())
    note = only(returned)
    assert (note.anchor.quote, note.comment, note.author) == ("accounts are true", "Are they?", COLLEAGUE)
    assert reading.outline[note.anchor.clause].citation == "Section 3.2"
    assert (note.kind, note.tags, note.visibility) == (AnnotationKind.NOTE, (TAG,), Visibility.INTERNAL)
    assert returned.elsewhere == 0


def test_words_that_go_over_the_line_are_one_anchor(pen: Pen, back: Back) -> None:
    words = "its accounts are true, except for effects of the Petition by Alpha, Inc. or related"
    page, boxes = pen.boxes(words[:23])
    more, others = pen.boxes("Inc. or related")
    assert page == more
    quads = [
        s for left, low, right, top in (boxes[0], others[-1]) for s in (left, top, right, top, left, low, right, low)
    ]
    pen.mark("Highlight", page, boxes[0], "All of this.", QuadPoints=ArrayObject(map(FloatObject, quads)))
    assert only(back(pen.saved())).anchor.quote == words


def test_a_mark_on_a_table_stands_on_its_cell(pen: Pen, back: Back) -> None:
    pen.words("Highlight", "2,000", "Per share?")
    note = only(back(pen.saved()))
    assert note.anchor.quote == "2,000"


def test_a_mark_on_words_that_the_memo_quotes_stands_on_them_in_the_agreement(
    pen: Pen, back: Back, reading: Reading
) -> None:
    pen.words("Highlight", "effects of the Petition", "Which effects?", last=False)
    note = only(back(pen.saved()))
    assert note.anchor.quote == "effects of the Petition"
    assert reading.outline[note.anchor.clause].citation == "Section 3.2"


def test_a_mark_on_what_somebody_wrote_stands_on_what_that_is_about(pen: Pen, back: Back) -> None:
    pen.words("Highlight", "Defined where?", "In Exhibit 1.")
    note = only(back(pen.saved()))
    assert (note.anchor.quote, note.comment.partition("\n")[0]) == ("Group Company", "In Exhibit 1.")
    assert "of the memo.)" in note.comment


def test_a_sticky_note_beside_a_line_stands_on_its_clause(pen: Pen, back: Back, reading: Reading) -> None:
    page, (box,) = pen.boxes("There are no lawsuits.")
    pen.mark("Text", page, (540, box[1], 558, box[3]), "Check the docket.")
    returned = back(pen.saved())
    note = only(returned)
    assert reading.outline[note.anchor.clause].citation == "Section 3.3"
    assert note.anchor.target is Target.CLAUSE
    assert note.comment == f"Check the docket.\n(On page {page + 1} of the memo.)"
    assert returned.elsewhere == 1


def test_what_stands_by_nothing_in_particular_stands_on_the_agreement_as_a_whole(
    pen: Pen, back: Back, reading: Reading
) -> None:
    pen.mark("FreeText", 0, (400, 780, 500, 800), "Good work.")
    note = only(back(pen.saved()))
    assert reading.outline[note.anchor.clause].citation == "Exhibit 1"
    assert note.comment == "Good work.\n(On page 1 of the memo.)"


def test_words_struck_out_say_so(pen: Pen, back: Back) -> None:
    pen.words("StrikeOut", "or related thereto", "Too vague")
    note = only(back(pen.saved()))
    assert (note.anchor.quote, note.comment) == ("or related thereto", "Struck out: Too vague")


def test_words_replaced_as_acrobat_does_are_a_proposal(pen: Pen, back: Back) -> None:
    page, boxes = pen.boxes("or related thereto")
    caret = pen.mark("Caret", page, (boxes[-1][2], boxes[-1][1], boxes[-1][2] + 5, boxes[-1][3]), "or caused by it")
    pen.words("StrikeOut", "or related thereto", IRT=caret, RT=NameObject("/Group"))
    note = only(back(pen.saved()))
    assert (note.kind, note.anchor.quote) == (AnnotationKind.PROPOSAL, "or related thereto")
    assert (note.proposed, note.comment) == ("or caused by it", "")


def test_an_insertion_stands_on_the_word_beside_it(pen: Pen, back: Back) -> None:
    page, (box,) = pen.boxes("There are no lawsuits.")
    pen.mark("Caret", page, (box[2] - 1, box[1] - 2, box[2] + 3, box[1] + 6), " pending or threatened")
    note = only(back(pen.saved()))
    assert note.anchor.quote == "lawsuits."
    assert note.comment.startswith("Insert:")


def test_other_words_for_a_note_of_ours_come_as_its_new_words(pen: Pen, back: Back) -> None:
    _, note = pen.named("a3")
    note[NameObject("/Contents")] = TextStringObject("Defined in Article 1?")
    (came,) = back(pen.saved()).came
    assert isinstance(came, Reworded)
    assert (came.annotation, came.contents) == ("a3", "Defined in Article 1?")
    assert came.author == READER, "the PDF keeps the name of who made the note"


def test_a_note_whose_words_were_taken_out_keeps_them_here(pen: Pen, back: Back) -> None:
    _, note = pen.named("a3")
    note[NameObject("/Contents")] = TextStringObject("")
    assert back(pen.saved()).came == ()


def test_our_notes_are_known_even_without_their_names(pen: Pen, back: Back) -> None:
    for page in pen.writer.pages:
        for one in page.get("/Annots", []):
            if one.get_object()["/Subtype"] == "/Highlight":
                del one.get_object()["/NM"]
    assert back(pen.saved()).came == ()


def test_a_status_that_was_set_comes_with_who_set_it_last(pen: Pen, back: Back) -> None:
    pen.set("a3", "Completed")
    pen.set("a5", "Accepted")
    pen.set("a5", "None")
    came = {one.annotation: one for one in back(pen.saved()).came if isinstance(one, Set)}
    assert {name: one.status for name, one in came.items()} == {"a3": Status.RESOLVED, "a5": Status.OPEN}
    assert {one.author for one in came.values()} == {COLLEAGUE}


def test_a_status_that_notes_here_have_not_comes_as_a_reply(pen: Pen, back: Back) -> None:
    pen.set("a3", "Rejected")
    (came,) = back(pen.saved()).came
    assert isinstance(came, Answered)
    assert came.reply.comment == "Rejected."


def test_what_is_deleted_in_the_memo_stays_here(pen: Pen, back: Back) -> None:
    for page in pen.writer.pages:
        page.pop("/Annots", None)
    assert back(pen.saved()).came == ()


def test_a_reply_to_a_new_comment_comes_along_with_it(pen: Pen, back: Back) -> None:
    made = pen.words("Highlight", "accounts are true", "Are they?")
    page, parent = pen.named(pen.last)
    pen.mark("Text", page, parent["/Rect"], "Yes.", IRT=made, RT=NameObject("/R"))
    first, second = back(pen.saved()).came
    assert isinstance(first, Remarked)
    assert isinstance(second, Answered)
    assert second.reply.annotation == first.note.id


def test_a_reply_to_a_note_that_was_withdrawn_meanwhile_is_a_note_in_its_place(pen: Pen, here: Here) -> None:
    pen.answer("a3", "It is defined nowhere.")
    left = {name: one for name, one in here.review.annotations.items() if name != "a3"}
    gone = replace(here, review=replace(here.review, annotations=left))
    note = only(read_back(pen.saved(), gone, NOW))
    assert (note.anchor.quote, note.comment) == ("Group Company", "It is defined nowhere.")


def test_replies_that_go_round_in_a_circle_are_comments_each(pen: Pen, back: Back) -> None:
    page, (box,) = pen.boxes("There are no lawsuits.")
    one = pen.mark("Text", page, box, "One.")
    first = pen.last
    other = pen.mark("Text", page, box, "Other.", IRT=one, RT=NameObject("/R"))
    pen.named(first)[1][NameObject("/IRT")] = other
    came = back(pen.saved()).came
    assert {c.note.comment.partition("\n")[0] for c in came if isinstance(c, Remarked)} == {"One.", "Other."}


def test_a_mark_without_author_time_or_words_still_comes(pen: Pen, back: Back) -> None:
    pen.words("Highlight", "accounts are true")
    _, made = pen.named(pen.last)
    for key in ("/T", "/M", "/Contents", "/NM"):
        del made[key]
    note = only(back(pen.saved()))
    assert (note.author, note.at, note.comment) == (NOBODY, NOW, "Highlighted in the memo.")


def test_every_word_of_the_agreement_that_is_marked_comes_back_as_itself(
    pen: Pen, back: Back, reading: Reading
) -> None:
    words = ("represents and warrants", "To its knowledge", "None is pending", "carry on its business", "Beta K.K.")
    for one in words:
        pen.words("Highlight", one, one)
    notes = [came.note for came in back(pen.saved()).came if isinstance(came, Remarked)]
    assert [(note.comment, note.anchor.quote) for note in notes] == [(one, one) for one in words]
    assert all(note.anchor.span.of(reading.text) == note.comment for note in notes)
