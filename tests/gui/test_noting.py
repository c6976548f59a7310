"""What is done with a note that is there, in the real window: threads, links, templates, and notes on notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QPushButton

from carveout.agreement.span import Span
from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.editor import AnnotationEditor
from carveout.gui.inspector.redlined import Redlined
from carveout.gui.templates import TemplatesSheet
from carveout.gui.text.lanes import LANES, lanes
from carveout.gui.text.under_point import flags
from carveout.review.anchoring import on_span
from carveout.review.annotation import AnnotationKind, Severity, Status, Visibility
from carveout.review.template import DEFAULTS, Template
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk

STATEMENTS, THREATENED = 9, 12
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def noted(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> str:
    """The text in front at a clause with a proposal on its exception; the proposal's id."""
    bring(matter_file)
    made = put(desk, "except for effects of the Petition", AnnotationKind.PROPOSAL, proposed="except for the Petition")
    desk.place.go(STATEMENTS)
    desk.window.text.setFocus()
    return made


def put(desk: Desk, words: str, kind: AnnotationKind = AnnotationKind.NOTE, proposed: str = "") -> str:
    reading = desk.session.reading
    assert reading is not None
    start = reading.text.index(words)
    made = desk.session.annotate(
        kind, on_span(reading, Span(start, start + len(words))), f"On “{words}”", proposed=proposed
    )
    assert made is not None
    return made


def key(desk: Desk, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget() or desk.window
    QTest.keyClick(focused, which, held)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def card(desk: Desk) -> AnnotationCard:
    shown = [c for c in desk.window.inspector.findChildren(AnnotationCard) if c.isVisible()]
    return shown[0]


def pick(text: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if text in action.text()).trigger()
    menu.close()


def test_enter_opens_the_innermost_note_of_the_words_at_the_caret(desk: Desk, noted: str) -> None:
    inner = put(desk, "effects")
    reading = desk.session.reading
    assert reading is not None
    sheet = desk.window.text.sheet
    for words, wanted in (("effects", inner), ("of the Petition", noted), ("statements are true", noted)):
        sheet.setFocus()
        sheet.put_caret(reading.text.index(words) + 1)
        key(desk, Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        assert isinstance(focused, AnnotationCard)
        assert focused.annotation is not None
        assert focused.annotation.id == wanted


def test_overlapping_and_nested_notes_each_have_a_line_and_a_flag_that_opens_them(desk: Desk, noted: str) -> None:
    ids = {noted, put(desk, "effects"), put(desk, "true, except for effects")}
    sheet = desk.window.text.sheet
    assert sheet.laid is not None
    everything = Span(0, len(sheet.laid.reading.text))
    assert sorted(lane for cluster in sheet.laid.marks.noted(everything) for _, lane in lanes(cluster)) == [0, 1, 2]
    for placed in flags(sheet):
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=_in_window(desk, placed.box.center().y()))
        focused = QApplication.focusWidget()
        assert isinstance(focused, AnnotationCard)
        assert focused.annotation is not None
        ids.discard(focused.annotation.id)
    assert not ids


def test_where_more_notes_overlap_than_there_is_room_for_those_beyond_share_one_line(desk: Desk, noted: str) -> None:
    assert noted
    for words in ("effects", "true, except for effects", "except for effects", "for effects", "are true, except for"):
        put(desk, words)
    laid = desk.window.text.sheet.laid
    assert laid is not None
    (cluster,) = laid.marks.noted(Span(0, len(laid.reading.text)))
    found = lanes(cluster)
    (crowd,) = (span for span, lane in found if lane == LANES - 1)
    assert crowd.of(laid.reading.text) == "except for effects of the Petition"
    assert {lane for _, lane in found} == set(range(LANES))


def _in_window(desk: Desk, y: float) -> QPoint:
    sheet = desk.window.text.sheet
    placed = next(p for p in flags(sheet) if p.box.center().y() == y)
    return QPoint(round(placed.box.center().x()), round(y - sheet.verticalScrollBar().value()))


def reply_buttons(desk: Desk, name: str) -> list[QPushButton]:
    """Return the buttons on the replies of the card."""
    return [b for b in card(desk).answers.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()]


def press_on_reply(desk: Desk, name: str) -> None:
    """Press a button on the one reply that has it."""
    (button,) = reply_buttons(desk, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_notes_apart_have_no_lines_of_their_own(desk: Desk, noted: str) -> None:
    assert noted
    put(desk, "duly organized")
    put(desk, "The statements")
    laid = desk.window.text.sheet.laid
    assert laid is not None
    apart = laid.marks.noted(Span(0, len(laid.reading.text)))
    assert [lanes(cluster) for cluster in apart] == [[], [], []]


def test_a_reply_and_who_resolved_and_reopened_it_stand_under_the_note(desk: Desk, noted: str) -> None:
    key(desk, Qt.Key.Key_R, SHIFT)
    write("Agreed.")
    key(desk, Qt.Key.Key_Return, CTRL)
    key(desk, Qt.Key.Key_V)
    assert desk.session.review.annotations[noted].status is Status.RESOLVED
    key(desk, Qt.Key.Key_V)
    me = desk.session.author
    said = [line.partition(",")[0] for line in card(desk).answers.lines]
    assert said == [me, f"Resolved by {me}", f"Reopened by {me}"]
    assert card(desk).answers.lines[0].endswith(": Agreed.")


def test_a_reply_is_revised_and_withdrawn_by_whoever_wrote_it_and_by_nobody_else(desk: Desk, noted: str) -> None:
    key(desk, Qt.Key.Key_R, SHIFT)
    write("Agreed.")
    key(desk, Qt.Key.Key_Return, CTRL)
    press_on_reply(desk, "Edit your reply")
    write(" In part.")
    key(desk, Qt.Key.Key_Return, CTRL)
    (reply,) = desk.session.review.replies.values()
    assert (reply.annotation, reply.comment) == (noted, "Agreed. In part.")
    assert card(desk).answers.lines[0].endswith(": Agreed. In part.")
    press_on_reply(desk, "Withdraw your reply")
    assert not desk.session.review.replies
    desk.session.undo()
    assert list(desk.session.review.replies.values()) == [reply]
    desk.session.author = "B. Other"
    desk.session.reply(noted, "Not at all.")
    assert len(reply_buttons(desk, "Edit your reply")) == 1


def test_the_revision_of_a_reply_never_takes_the_place_of_words_that_are_not_sent(desk: Desk, noted: str) -> None:
    key(desk, Qt.Key.Key_R, SHIFT)
    write("Agreed.")
    key(desk, Qt.Key.Key_Return, CTRL)
    key(desk, Qt.Key.Key_R, SHIFT)
    write("And more")
    press_on_reply(desk, "Edit your reply")
    key(desk, Qt.Key.Key_Return, CTRL)
    assert [r.comment for r in desk.session.review.replies.values()] == ["Agreed.", "And more"]
    assert {r.annotation for r in desk.session.review.replies.values()} == {noted}


def test_a_reply_that_was_begun_is_saved_when_the_matter_leaves(desk: Desk, noted: str, matter_file: Path) -> None:
    key(desk, Qt.Key.Key_R, SHIFT)
    write("Half a thought")
    desk.place.go(THREATENED)
    desk.place.go(STATEMENTS)
    field = next(f for f in card(desk).findChildren(QPlainTextEdit) if f.accessibleName() == "Reply")
    assert field.isVisible()
    assert field.toPlainText() == "Half a thought"
    desk.session.lay(None)
    with open_matter(matter_file) as matter:
        assert [(r.annotation, r.comment) for r in matter.review.replies.values()] == [(noted, "Half a thought")]


def test_a_proposal_is_a_redline_that_is_copied_as_text(desk: Desk, noted: str) -> None:
    shown = card(desk).findChild(Redlined)
    assert noted
    assert isinstance(shown, Redlined)
    shown.selectAll()
    shown.copy()
    assert QApplication.clipboard().text() == "except for [-effects of -]the Petition"
    assert "struck: effects of" in shown.accessibleName()


def test_a_note_is_linked_to_a_clause_and_to_a_note_and_unlinked(desk: Desk, noted: str) -> None:
    other = put(desk, "duly organized")
    for typed in ("4", "duly"):
        desk.window.text.setFocus()
        desk.place.go(STATEMENTS)
        key(desk, Qt.Key.Key_L)
        write(typed)
        key(desk, Qt.Key.Key_Return)
    ends = {end for link in desk.session.review.links.values() for end in link.ends}
    assert ends == {noted, other, 15}
    assert card(desk).tied.said[0] == "Article 4. Notice"
    unlink = next(b for b in card(desk).findChildren(type(card(desk)._edit)) if b.accessibleName().startswith("Unlink"))
    unlink.click()
    assert len(desk.session.review.links) == 1
    desk.session.undo()
    assert len(card(desk).tied.said) == 2


def test_a_template_fills_an_empty_note(desk: Desk, noted: str) -> None:
    assert noted
    desk.settings.templates = (Template("Wide", "{quote} in {clause} is too wide"),)
    key(desk, Qt.Key.Key_N)
    write("/")
    pick("Wide")
    editor = desk.window.inspector.findChild(AnnotationEditor)
    assert isinstance(editor, AnnotationEditor)
    key(desk, Qt.Key.Key_Return, CTRL)
    assert any(a.comment.endswith("in 3.2 is too wide") for a in desk.session.review.annotations.values())


def test_a_field_that_was_opened_from_the_text_gives_the_focus_back_to_it(desk: Desk, noted: str) -> None:
    sheet = desk.window.text.sheet
    key(desk, Qt.Key.Key_R, SHIFT)
    write("Agreed.")
    key(desk, Qt.Key.Key_Return, CTRL)
    assert [reply.comment for reply in desk.session.review.replies.values()] == ["Agreed."]
    assert QApplication.focusWidget() is sheet
    for which, held in ((Qt.Key.Key_R, SHIFT), (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier)):
        key(desk, which, held)
        assert card(desk).isAncestorOf(QApplication.focusWidget() or sheet)
        key(desk, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is sheet
    assert noted in desk.session.review.annotations


def test_templates_are_written_on_a_sheet_and_kept(desk: Desk) -> None:
    assert [template.name for template in desk.settings.templates] == [template.name for template in DEFAULTS]
    sheet = TemplatesSheet(desk.settings, desk.window)
    sheet.open()
    QTest.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(sheet.name, "Ask tax")
    QTest.keyClicks(sheet.words, "Ask tax about {clause}.")
    sheet.accept()
    assert desk.settings.templates[len(DEFAULTS) :] == (Template("Ask tax", "Ask tax about {clause}."),)


def test_all_of_a_note_is_written_by_keys(desk: Desk, noted: str) -> None:
    key(desk, Qt.Key.Key_F4)
    key(desk, Qt.Key.Key_7, ALT)
    key(desk, Qt.Key.Key_0, ALT)
    key(desk, Qt.Key.Key_Tab)
    write("tax, client, tax")
    key(desk, Qt.Key.Key_Tab)
    write("B. Associate")
    key(desk, Qt.Key.Key_Tab)
    write("2031-02-03")
    key(desk, Qt.Key.Key_Return, CTRL)
    made = desk.session.review.annotations[noted]
    assert (made.kind, made.severity, made.visibility) == (AnnotationKind.ISSUE, Severity.HIGH, Visibility.SHARED)
    assert (made.tags, made.assignee, str(made.due)) == (("client", "tax"), "B. Associate", "2031-02-03")
    assert card(desk).chips.said == ("client", "tax", "for B. Associate", "due 3 Feb 2031")
