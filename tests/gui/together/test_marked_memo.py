"""Taking in a memo that a colleague marked in another program: shown first, taken as one step, told as it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject
from PySide6.QtCore import QMimeData, QUrl
from tests.gui.conftest import PATIENCE
from tests.gui.together.conftest import ISSUE

from carveout.gui.together.sheets import ChangesSheet, MemoSheet
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.returned import TAG
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

    Press = Callable[[QWidget, str], None]

THEM = "C. Meyer"


@pytest.fixture
def marked(theirs: Path, matter_file: Path) -> Path:  # noqa: ARG001  (the issue is made with it)
    """The memo of the matter, with a reply to its one issue and a sticky note on its first page."""
    with open_matter(matter_file, read_only=True) as matter:
        heading = heading_of(matter.reading, matter.review, dt.date(2026, 3, 3))
        memo = memo_of(matter.reading, matter.review, heading, head=matter.head)
    sent = matter_file.with_name("sent.pdf")
    write(memo, sent)
    writer = PdfWriter(clone_from=sent)
    page, issue = next(
        (page, one.get_object())
        for page in writer.pages
        for one in page.get("/Annots", [])
        if one.get_object().get("/NM") == ISSUE
    )
    answering = {"IRT": issue.indirect_reference, "RT": NameObject("/R")}
    for on, contents, more in ((page, "Agreed.", answering), (writer.pages[0], "Well done.", {})):
        made = {
            "Type": NameObject("/Annot"),
            "Subtype": NameObject("/Text"),
            "Rect": ArrayObject(map(FloatObject, (500, 780, 520, 800))),
            "NM": TextStringObject(contents),
            "T": TextStringObject(THEM),
            "M": TextStringObject("D:20260304120000Z"),
            "Contents": TextStringObject(contents),
            **more,
        }
        added = writer._add_object(DictionaryObject({NameObject(f"/{key}"): value for key, value in made.items()}))
        on[NameObject("/Annots")] = ArrayObject([*on.get("/Annots", []), added])
    path = matter_file.with_name("marked.pdf")
    writer.write(path)
    return path


@pytest.fixture
def shown(desk: Desk, bring: Callable[[Path], None], matter_file: Path, marked: Path, qtbot: QtBot) -> MemoSheet:
    """The sheet that shows what the memo would bring to the matter on the desk."""
    bring(matter_file)
    return offered(desk, marked, qtbot)


def offered(desk: Desk, path: Path, qtbot: QtBot) -> MemoSheet:
    """Choose a marked memo, and return the sheet that comes."""
    taking_in = desk.window.together.taking_in
    with qtbot.waitSignal(taking_in.memo.read, timeout=PATIENCE):
        taking_in.offer(path)
    return next(sheet for sheet in desk.window.findChildren(MemoSheet) if sheet.isVisible())


def test_what_a_memo_brings_is_shown_before_anything_is_taken(desk: Desk, shown: MemoSheet) -> None:
    assert shown.windowTitle() == "Take in “marked.pdf”?"
    assert f"2 changes by {THEM}. No conflict." in shown.lead.text()
    assert "1 note stands on a clause, not on words of it." in shown.lead.text()
    rows = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert any(row == "Reply on 3.2 — C. Meyer: Agreed." for row in rows)
    assert any(": Well done. (On page 1 of the memo.)" in row for row in rows)
    assert not desk.session.review.replies


def test_it_is_taken_as_one_step_brings_nothing_twice_and_is_undone_as_one(
    desk: Desk, shown: MemoSheet, press: Press, marked: Path, qtbot: QtBot
) -> None:
    before = desk.session.review
    press(shown, "Take in")
    review = desk.session.review
    (reply,) = review.replies.values()
    (note,) = (one for one in review.annotations.values() if one.author == THEM)
    assert (reply.annotation, reply.comment, reply.author) == (ISSUE, "Agreed.", THEM)
    assert note.tags == (TAG,)
    assert "Merged 2 changes by C. Meyer" in desk.window.notice.text.text()
    press(desk.window.notice, "Show")
    (listed,) = (one for one in desk.window.findChildren(ChangesSheet) if one.isVisible())
    assert listed.list.count() == 2
    listed.reject()
    taking_in = desk.window.together.taking_in
    with qtbot.waitSignal(taking_in.memo.read, timeout=PATIENCE):
        taking_in.offer(marked)
    assert "Nothing new" in desk.window.notice.text.text()
    desk.session.undo()
    assert desk.session.review == before


def test_a_memo_that_is_dropped_is_read_until_that_is_cancelled(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, marked: Path, qtbot: QtBot
) -> None:
    bring(matter_file)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(marked))])
    memo = desk.window.together.taking_in.memo
    assert desk.window.together.take(dropped)
    assert desk.window.reading_work.isVisible()
    with qtbot.waitSignal(memo.ended, timeout=PATIENCE):
        desk.window.reading_work.cancel.click()
    assert desk.window.reading_work.isHidden()
    assert not desk.window.findChildren(MemoSheet)
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file


def test_a_pdf_that_is_no_memo_is_refused_in_a_sentence(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, qtbot: QtBot
) -> None:
    bring(matter_file)
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    path = matter_file.with_name("other.pdf")
    writer.write(path)
    memo = desk.window.together.taking_in.memo
    with qtbot.waitSignal(memo.failed, timeout=PATIENCE):
        desk.window.together.taking_in.offer(path)
    assert desk.window.notice.text.text().startswith("“other.pdf” holds no review to bring comments back to")
    assert desk.window.reading_work.isHidden()
