"""A marked memo merged into its matter without the window."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from carveout.agreement.read import read
from carveout.cli import main
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Status, Visibility
from carveout.review.edits import Annotate, Merge
from carveout.review.log import Role, sealed
from carveout.review.record_returned import returned_from_record
from carveout.review.returned import Answered, Reworded, Set
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.review.edits import Edit
    from carveout.store.matter import Matter

DEAL = b"""This Agreement is made between Alpha Corp. and Beta Inc.

Article 1.  Representations

     1.1  The Seller represents that it is duly organized.

     1.2  The Seller represents that it is party to no lawsuit.
"""
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
NOTE = "a" * 32
THEM = "C. Meyer"


def do(matter: Matter, edit: Edit, role: Role = Role.EDIT, of: str | None = None) -> None:
    """Append an edit by the one who made the memo."""
    at = NOON + dt.timedelta(minutes=len(matter.operations))
    matter.append(sealed(matter.head, id=uuid.uuid4().hex, at=at, author="A. Ito", role=role, of=of, edit=edit))


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    """A matter with one note that is shared."""
    path = tmp_path / "deal.carveout"
    with create_matter(path, read(DEAL, "deal.txt"), DEAL) as made:
        anchor = on_clause(made.reading, 2)
        note = Annotation(NOTE, AnnotationKind.NOTE, anchor, "as sent", "A. Ito", NOON, visibility=Visibility.SHARED)
        do(made, Annotate(NOTE, None, note))
    return path


@pytest.fixture
def memo(matter: Path) -> Path:
    """Its memo."""
    path = matter.with_name("memo.pdf")
    assert main(["memo", str(matter), "-o", str(path)]) == 0
    return path


def marked(
    memo: Path, *, words: str | None = "as C. Meyer has it", reply: str | None = "Why?", state: str = ""
) -> Path:
    """Save a memo with other words for the note, a reply to it and a state of it."""
    writer = PdfWriter(clone_from=memo)
    page, note = next(
        (page, one.get_object())
        for page in writer.pages
        for one in page.get("/Annots", [])
        if one.get_object().get("/NM") == NOTE
    )
    if words is not None:
        note[NameObject("/Contents")] = TextStringObject(words)
        note[NameObject("/T")] = TextStringObject(THEM)
    made: list[tuple[str, dict[str, TextStringObject]]] = [(reply, {})] if reply else []
    made += [(state, {"State": TextStringObject(state), "StateModel": TextStringObject("Review")})] if state else []
    for contents, more in made:
        answer = {
            "Type": NameObject("/Annot"),
            "Subtype": NameObject("/Text"),
            "Rect": note["/Rect"],
            "NM": TextStringObject(f"theirs-{contents}"),
            "T": TextStringObject(THEM),
            "M": TextStringObject("D:20260303120000Z"),
            "Contents": TextStringObject(contents),
            "IRT": note.indirect_reference,
            "RT": NameObject("/R"),
            **more,
        }
        added = writer._add_object(DictionaryObject({NameObject(f"/{key}"): value for key, value in answer.items()}))
        page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", []), added])
    target = memo.with_name("marked.pdf")
    writer.write(target)
    return target


def test_a_marked_memo_is_taken_by_its_authors_and_twice_brings_nothing(
    matter: Path, memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", str(matter), str(marked(memo, state="Completed"))]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Merged 2 changes by {THEM}. No conflict.")
    with open_matter(matter) as found:
        note = found.review.annotations[NOTE]
        (reply,) = found.review.replies.values()
        assert (note.comment, note.status, note.author) == ("as C. Meyer has it", Status.RESOLVED, "A. Ito")
        assert (reply.comment, reply.author, reply.annotation) == ("Why?", THEM, NOTE)
        assert [one.author for one in found.operations] == ["A. Ito", THEM, THEM, THEM, found.operations[-1].author]
        assert isinstance(found.operations[-1].edit, Merge)
        count = len(found.operations)
    assert main(["merge", str(matter), str(memo.with_name("marked.pdf"))]) == 0
    assert "Nothing new" in capsys.readouterr().out
    with open_matter(matter, read_only=True) as found:
        assert len(found.operations) == count


def test_all_of_it_is_one_step_to_undo_and_comes_again_after_that(matter: Path, memo: Path) -> None:
    main(["merge", str(matter), str(marked(memo))])
    with open_matter(matter) as found:
        (last,) = found.history.undoable[-1:]
        do(found, last.edit.undone(), Role.UNDO, last.id)
        assert found.review.annotations[NOTE].comment == "as sent"
        assert not found.review.replies
    main(["merge", str(matter), str(memo.with_name("marked.pdf"))])
    with open_matter(matter) as found:
        assert found.review.annotations[NOTE].comment == "as C. Meyer has it"
        assert len(found.review.replies) == 1


def test_what_was_changed_here_since_stands_beside_it_in_conflict(
    matter: Path, memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_matter(matter) as found:
        before = found.review.annotations[NOTE]
        do(found, Annotate(NOTE, before, replace(before, comment="as it is here now")))
    assert main(["merge", str(matter), str(marked(memo, reply=None))]) == 0
    assert "1 conflict" in capsys.readouterr().out
    with open_matter(matter) as found:
        (conflict,) = found.review.conflicts
        assert {one.value.comment for one in conflict.sides if isinstance(one.value, Annotation)} == {
            "as it is here now",
            "as C. Meyer has it",
        }


def test_words_that_were_revised_here_after_they_were_taken_stay(matter: Path, memo: Path) -> None:
    main(["merge", str(matter), str(marked(memo, reply=None))])
    with open_matter(matter) as found:
        before = found.review.annotations[NOTE]
        do(found, Annotate(NOTE, before, replace(before, comment="better")))
    main(["merge", str(matter), str(memo.with_name("marked.pdf"))])
    with open_matter(matter) as found:
        assert found.review.annotations[NOTE].comment == "better"


def test_a_memo_of_a_copy_brings_the_shared_notes_that_are_not_here(matter: Path) -> None:
    theirs = matter.with_name("theirs.carveout")
    theirs.write_bytes(matter.read_bytes())
    with open_matter(theirs) as copy:
        made = copy.review.annotations[NOTE]
        do(
            copy,
            Annotate("b" * 32, None, replace(made, id="b" * 32, comment="theirs", anchor=on_clause(copy.reading, 3))),
        )
    memo = matter.with_name("theirs.pdf")
    main(["memo", str(theirs), "-o", str(memo)])
    assert main(["merge", str(matter), str(memo)]) == 0
    with open_matter(matter) as found:
        assert {one.comment for one in found.review.annotations.values()} == {"as sent", "theirs"}


def test_what_the_window_has_read_is_what_comes(matter: Path, memo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = marked(memo, state="Accepted")
    capsys.readouterr()
    assert main(["returned", str(matter), str(path)]) == 0
    returned = returned_from_record(json.loads(capsys.readouterr().out))
    assert [type(one) for one in returned.came] == [Reworded, Answered, Set]


def other_deal(memo: Path) -> Path:
    """Return the memo of another agreement."""
    path = memo.with_name("other.carveout")
    deal = DEAL.replace(b"Alpha", b"Gamma")
    with create_matter(path, read(deal, "other.txt"), deal):
        pass
    made = memo.with_name("other.pdf")
    main(["memo", str(path), "-o", str(made)])
    return made


def newer(memo: Path) -> Path:
    """Return the memo as a later version would write it."""
    return rewritten(memo, lambda copy: copy | {"version": 99})


def altered(memo: Path) -> Path:
    """Return the memo with a copy that isn't the one that was enclosed."""
    return rewritten(memo, lambda copy: copy | {"copy": copy["copy"] | {"principal": 7}})


def rewritten(memo: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Path:
    """Return the memo with another copy enclosed."""
    (data,) = PdfReader(memo).attachments["carveout-review.json"]
    writer = PdfWriter(clone_from=memo)
    root: Any = writer.root_object
    file = root["/AF"][0].get_object()["/EF"]["/F"].get_object()
    file.set_data(json.dumps(change(json.loads(data))).encode())
    made = memo.with_name("rewritten.pdf")
    writer.write(made)
    return made


def locked(memo: Path) -> Path:
    """Return the memo, encrypted."""
    writer = PdfWriter(clone_from=memo)
    writer.encrypt("secret", algorithm="RC4-128")
    made = memo.with_name("locked.pdf")
    writer.write(made)
    return made


def printed(memo: Path) -> Path:
    """Return the memo without what it encloses, as printing it anew leaves it."""
    writer = PdfWriter()
    blank = writer.add_blank_page(300, 300)
    assert blank
    made = memo.with_name("printed.pdf")
    writer.write(made)
    return made


def cut(memo: Path) -> Path:
    """Return the first half of the memo's bytes."""
    made = memo.with_name("cut.pdf")
    made.write_bytes(b"%PDF-1.7\nnothing that follows")
    return made


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (other_deal, "is the memo of another document"),
        (newer, "was made by a newer Carveout"),
        (altered, "is damaged"),
        (cut, "is damaged"),
        (locked, "is locked with a password"),
        (printed, "holds no review to bring comments back to"),
    ],
)
def test_what_can_not_be_taken_is_told_in_a_sentence_and_changes_nothing(
    matter: Path, memo: Path, made: Callable[[Path], Path], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = matter.read_bytes()
    path = made(memo)
    capsys.readouterr()
    assert main(["merge", str(matter), str(path)]) == 3
    told = capsys.readouterr().err
    assert f"“{path.name}”" in told
    assert sentence in told
    assert matter.read_bytes() == before
