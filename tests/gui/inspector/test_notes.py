from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from carveout.agreement.span import Span
from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.cards import AT_HAND
from carveout.gui.inspector.editor import AnnotationEditor
from carveout.gui.inspector.links import ClauseLink
from carveout.gui.inspector.notes import PAGE
from carveout.gui.inspector.pill import Pill
from carveout.gui.inspector.wrapping import Quote
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import AnnotationKind, Severity, Status, Target
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session

    Press = Callable[[QWidget, str], None]

STATEMENTS, LAWSUITS = 9, 12


@pytest.fixture(autouse=True)
def _at_the_statements(panel: InspectorPanel, reading: Reading, lay: Callable[[Reading], None], place: Place) -> None:
    assert panel.isVisible()
    lay(reading)
    place.go(STATEMENTS)


def editors(panel: InspectorPanel) -> list[AnnotationEditor]:
    return [editor for editor in panel.findChildren(AnnotationEditor) if editor.isVisible()]


def cards(panel: InspectorPanel) -> list[AnnotationCard]:
    QCoreApplication.sendPostedEvents()  # everything is laid out
    shown = [card for card in panel.findChildren(AnnotationCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.mapTo(panel, QPoint(0, 0)).y())


def field(within: QWidget, name: str = "Comment") -> QPlainTextEdit:
    return next(f for f in within.findChildren(QPlainTextEdit) if f.accessibleName() == name)


def words(reading: Reading, quote: str) -> Span:
    start = reading.text.index(quote)
    return Span(start, start + len(quote))


def comments(panel: InspectorPanel) -> list[str]:
    return [card.annotation.comment for card in cards(panel) if card.annotation]


def test_an_issue_is_raised_on_a_carveout_with_severity_and_comment(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    press(panel, "Raise issue")
    (editor,) = editors(panel)
    assert field(editor).hasFocus()
    assert editor.findChild(QWidget, "on").text() == "“except for effects of the Petition”"  # type: ignore[union-attr]
    press(editor, "High")
    QTest.keyClicks(field(editor), "Too wide")
    QTest.keyClick(field(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (issue,) = session.review.annotations.values()
    assert (issue.kind, issue.severity, issue.comment) == (AnnotationKind.ISSUE, Severity.HIGH, "Too wide")
    assert (issue.anchor.target, issue.anchor.span) == (Target.CARVEOUT, reading.carveouts[0].span)
    assert not editors(panel)
    assert comments(panel) == ["Too wide"]
    assert [p.accessibleName() for p in cards(panel)[0].findChildren(Pill)] == ["Issue, high", "internal"]
    session.undo()
    assert comments(panel) == []
    session.redo()
    assert comments(panel) == ["Too wide"]


def test_a_note_is_added_to_the_clause_with_the_button(panel: InspectorPanel, session: Session, press: Press) -> None:
    press(panel, "+ Add")
    (editor,) = editors(panel)
    QTest.keyClicks(field(editor), "Ask for the audit report")
    press(editor, "Save")
    (note,) = session.review.annotations.values()
    assert (note.kind, note.severity, note.anchor.clause) == (AnnotationKind.NOTE, None, STATEMENTS)


def test_an_issue_is_of_medium_severity_unless_said_otherwise(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    panel.begin(AnnotationKind.ISSUE, on_clause(reading, STATEMENTS))
    QTest.keyClicks(field(editors(panel)[0]), "Flat")
    press(panel, "Save")
    assert next(iter(session.review.annotations.values())).severity is Severity.MEDIUM


def test_a_comment_takes_any_text_as_it_is(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    text = "<b>not bold</b> & 日本語 𠮷, a no\u00a0break, \u202eright to left\u202c, and\n\na second paragraph"
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    field(editors(panel)[0]).insertPlainText(text)
    press(panel, "Save")
    assert next(iter(session.review.annotations.values())).comment == text
    assert "<b>not bold</b>" in cards(panel)[0].findChildren(QPlainTextEdit)[0].toPlainText()


def test_a_proposal_starts_from_the_words_it_would_replace(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    panel.begin(AnnotationKind.PROPOSAL, on_span(reading, words(reading, "effects of the Petition")))
    (editor,) = editors(panel)
    wording = field(editor, "Proposed wording")
    assert wording.toPlainText() == "effects of the Petition"
    QTest.keyClicks(field(editor), "Narrower")
    wording.setPlainText("direct effects of the Petition")
    press(editor, "Save")
    (proposal,) = session.review.annotations.values()
    assert (proposal.proposed, proposal.severity) == ("direct effects of the Petition", None)


def test_a_kind_is_chosen_by_its_number_while_the_comment_is_written(
    panel: InspectorPanel, session: Session, press: Press
) -> None:
    press(panel, "+ Add")
    (editor,) = editors(panel)
    QTest.keyClicks(field(editor), "Ask 1, 2, 3")
    QTest.keyClick(field(editor), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert field(editor, "Proposed wording").isVisible()
    QTest.keyClick(field(editor), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = session.review.annotations.values()
    assert (made.kind, made.comment) == (AnnotationKind.QUESTION, "Ask 1, 2, 3")


def test_an_empty_comment_cannot_be_saved_and_the_button_says_why(
    panel: InspectorPanel, session: Session, reading: Reading
) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    (editor,) = editors(panel)
    QTest.keyClicks(field(editor), "  ")
    save = next(b for b in editor.findChildren(QPushButton) if b.text() == "Save")
    assert not save.isEnabled()
    assert "Write a comment first" in save.toolTip()
    QTest.keyClick(field(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not session.review.annotations


def test_esc_gives_up_and_the_focus_returns_to_where_it_was(
    panel: InspectorPanel, reading: Reading, qtbot: QtBot
) -> None:
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    with qtbot.waitActive(elsewhere):
        elsewhere.show()
        elsewhere.activateWindow()
    elsewhere.setFocus()
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    QTest.keyClick(field(editors(panel)[0]), Qt.Key.Key_Escape)
    assert not editors(panel)
    assert elsewhere.hasFocus()


def test_tab_goes_from_the_comment_through_the_particulars_to_the_buttons(
    panel: InspectorPanel, reading: Reading, qtbot: QtBot
) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    (editor,) = editors(panel)
    QTest.keyClicks(field(editor), "x")
    fields = editor.findChildren(QLineEdit)
    save = next(b for b in editor.findChildren(QPushButton) if b.text() == "Save")

    def laid_out() -> bool:
        lines = [field(editor), *fields, save]
        bottoms = [line.mapTo(editor, line.rect().bottomLeft()).y() for line in lines]
        return bottoms[0] < bottoms[1] < bottoms[2] == bottoms[3] < bottoms[4] - 40

    qtbot.waitUntil(laid_out)
    stops = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert [stop.accessibleName() for stop in stops if stop][:4] == ["Tags", "Assigned to", "Due", "For: internal"]
    assert isinstance(stops[4], QPushButton)
    assert stops[4].text() == "Save"


def test_an_unfinished_comment_waits_where_it_was_begun(panel: InspectorPanel, reading: Reading, place: Place) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    QTest.keyClicks(field(editors(panel)[0]), "Half a thou")
    place.go(LAWSUITS)
    assert not editors(panel)
    back = next(link for link in panel.findChildren(ClauseLink) if link.isVisible() and link.text() == "3.2")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert field(editors(panel)[0]).toPlainText() == "Half a thou"


def test_an_editor_that_was_not_written_in_is_dropped_on_leaving(
    panel: InspectorPanel, reading: Reading, place: Place
) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    place.go(LAWSUITS)
    place.go(STATEMENTS)
    assert not editors(panel)


def test_what_was_written_is_saved_when_the_matter_leaves_the_desk(
    panel: InspectorPanel, session: Session, reading: Reading, place: Place, tmp_path: Path
) -> None:
    panel.begin(AnnotationKind.QUESTION, on_clause(reading, STATEMENTS))
    QTest.keyClicks(field(editors(panel)[0]), "Half a thought")
    place.go(LAWSUITS)
    session.lay(None)
    (path,) = tmp_path.glob("*.carveout")
    with open_matter(path, read_only=True) as matter:
        assert [a.comment for a in matter.review.annotations.values()] == ["Half a thought"]


def test_beginning_on_the_same_words_again_returns_to_what_was_written(panel: InspectorPanel, reading: Reading) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, STATEMENTS))
    QTest.keyClicks(field(editors(panel)[0]), "Half")
    panel.begin(AnnotationKind.QUESTION, on_clause(reading, STATEMENTS))
    (editor,) = editors(panel)
    assert field(editor).toPlainText() == "Half"


def test_words_in_another_clause_take_the_panes_there(panel: InspectorPanel, reading: Reading, place: Place) -> None:
    panel.begin(AnnotationKind.NOTE, on_clause(reading, LAWSUITS))
    assert place.clause == LAWSUITS
    assert field(editors(panel)[0]).hasFocus()


def test_a_note_is_revised_where_it_stands(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    session.annotate(AnnotationKind.PROPOSAL, on_clause(reading, STATEMENTS), "Frist", proposed="Other words")
    press(cards(panel)[0], "Edit")
    (editor,) = editors(panel)
    assert not cards(panel)
    assert field(editor).toPlainText() == "Frist"
    field(editor).setPlainText("First")
    press(editor, "Issue")
    press(editor, "Low")
    press(editor, "Save")
    (revised,) = session.review.annotations.values()
    assert (revised.kind, revised.severity, revised.comment) == (AnnotationKind.ISSUE, Severity.LOW, "First")
    assert revised.proposed == ""
    assert comments(panel) == ["First"]
    session.undo()
    assert comments(panel) == ["Frist"]


def test_a_note_that_is_undone_while_it_is_revised_can_be_saved_as_a_new_one(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    session.annotate(AnnotationKind.NOTE, on_clause(reading, STATEMENTS), "First")
    press(cards(panel)[0], "Edit")
    session.undo()
    press(editors(panel)[0], "Save")
    assert [a.comment for a in session.review.annotations.values()] == ["First"]


def test_a_note_is_resolved_reopened_and_withdrawn_without_a_question(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading
) -> None:
    made = session.annotate(AnnotationKind.QUESTION, on_clause(reading, STATEMENTS), "Who audits?")
    assert made is not None
    press(panel, "Resolve")
    assert session.review.annotations[made].status is Status.RESOLVED
    press(panel, "Reopen")
    assert session.review.annotations[made].status is Status.OPEN
    press(panel, "Withdraw")
    assert made not in session.review.annotations
    assert comments(panel) == []
    session.undo()
    assert comments(panel) == ["Who audits?"]


def test_a_click_on_the_quoted_words_goes_to_them(
    panel: InspectorPanel, session: Session, reading: Reading, place: Place, qtbot: QtBot
) -> None:
    anchor = on_span(reading, words(reading, "statements are true"))
    session.annotate(AnnotationKind.NOTE, anchor, "Are they?")
    quote = next(q for q in cards(panel)[0].findChildren(Quote) if q.isVisible())
    assert quote.words() == "“statements are true”"
    qtbot.waitUntil(lambda: quote.height() > 6)
    with qtbot.waitSignal(place.moved) as moved:
        QTest.mouseClick(quote, Qt.MouseButton.LeftButton, pos=QPoint(10, 6))
    assert moved.args == [STATEMENTS, anchor.span]


def test_notes_stand_in_the_order_of_the_text_and_only_those_of_the_clause(
    panel: InspectorPanel, session: Session, reading: Reading, place: Place
) -> None:
    session.annotate(AnnotationKind.NOTE, on_span(reading, words(reading, "except for effects")), "Second")
    session.annotate(AnnotationKind.NOTE, on_span(reading, words(reading, "Financial Statements")), "First")
    session.annotate(AnnotationKind.NOTE, on_clause(reading, LAWSUITS), "Elsewhere")
    assert comments(panel) == ["First", "Second"]
    place.go(LAWSUITS)
    assert comments(panel) == ["Elsewhere"]


def test_many_notes_come_a_page_at_a_time_and_an_edit_touches_one_card(
    panel: InspectorPanel, session: Session, press: Press, reading: Reading, qtbot: QtBot
) -> None:
    anchor = on_clause(reading, STATEMENTS)
    made = [session.annotate(AnnotationKind.NOTE, anchor, f"Note {n}") for n in range(PAGE + 10)]
    qtbot.waitUntil(lambda: len(cards(panel)) == PAGE)
    before = cards(panel)
    session.revise(str(made[3]), comment="Changed")
    assert cards(panel) == before
    assert comments(panel)[2:5] == ["Note 2", "Changed", "Note 4"]
    press(panel, f"Show 10 more of {PAGE + 10}")
    qtbot.waitUntil(lambda: len(cards(panel)) == PAGE + 10)


def test_the_cards_of_many_notes_are_made_a_few_a_turn_and_one_that_is_asked_for_at_once(
    panel: InspectorPanel, session: Session, reading: Reading, place: Place, qtbot: QtBot
) -> None:
    made = [session.annotate(AnnotationKind.NOTE, on_clause(reading, STATEMENTS), f"Note {n}") for n in range(PAGE)]
    place.go(LAWSUITS)
    place.go(STATEMENTS)
    assert 0 < len(cards(panel)) < PAGE
    assert panel.show_note(str(made[PAGE - 2])) in cards(panel)
    qtbot.waitUntil(lambda: len(cards(panel)) == PAGE)


def test_few_of_the_cards_that_are_not_shown_any_more_are_kept(
    panel: InspectorPanel, session: Session, reading: Reading, place: Place, press: Press, qtbot: QtBot
) -> None:
    for number in range(PAGE + 10):
        session.annotate(AnnotationKind.NOTE, on_clause(reading, STATEMENTS), f"Note {number}")
    qtbot.waitUntil(lambda: len(cards(panel)) == PAGE)
    press(panel, f"Show 10 more of {PAGE + 10}")
    qtbot.waitUntil(lambda: len(cards(panel)) == PAGE + 10)
    place.go(LAWSUITS)
    qtbot.waitUntil(lambda: len(panel.findChildren(AnnotationCard)) == AT_HAND)
    place.go(STATEMENTS)
    qtbot.waitUntil(lambda: comments(panel) == [f"Note {number}" for number in range(PAGE)])
