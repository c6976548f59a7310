"""The Proofread workspace, by keys and by mouse, on a real matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.agreement.content import Finding, FindingSeverity
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.proofread.panel import ProofreadPanel
from carveout.review.dismissal import everywhere, here

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


@pytest.fixture
def findings(reading: Reading) -> tuple[Finding, ...]:
    """A warning and a note, each on a carve-out's words."""
    first, second, _ = reading.carveouts
    return (
        Finding("numbering", first.clause, first.span, FindingSeverity.WARNING, "3.2 comes too late."),
        Finding("unheld-text", second.clause, second.span, FindingSeverity.NOTE, "Nobody holds these words."),
    )


@pytest.fixture
def panel(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> ProofreadPanel:
    """The workspace, shown, with nothing on the desk."""
    made = ProofreadPanel(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def read(
    panel: ProofreadPanel,
    session: Session,
    lay: Callable[[Reading], None],
    reading: Reading,
    findings: tuple[Finding, ...],
) -> ProofreadPanel:
    """The workspace over the deal, read closely, the list in focus."""
    lay(reading)
    session.take_close_reading(replace(reading, findings=findings, closely=True))
    panel.list.setFocus()
    return panel


def empty_words(panel: ProofreadPanel) -> str:
    """Return what stands in the place of the list."""
    said = [one.text() for one in panel.findChildren(WrappedText, "emptyState")]
    return next(words for words in said if "chosen in the list" not in words)


def test_until_there_is_something_it_says_why_there_is_nothing(
    panel: ProofreadPanel, session: Session, lay: Callable[[Reading], None], reading: Reading
) -> None:
    assert "Open an agreement" in empty_words(panel)
    lay(reading)
    assert "being read closely" in empty_words(panel)
    session.miss_close_reading("Close other programs.")
    assert "could not be read closely. Close other programs." in empty_words(panel)
    session.take_close_reading(replace(reading, closely=True))
    assert "found nothing" in empty_words(panel)


def test_a_finding_stands_beside_the_list_with_its_rule(read: ProofreadPanel, findings: tuple[Finding, ...]) -> None:
    assert read.detail.finding == findings[0]
    QTest.keyClick(read.list, Qt.Key.Key_Down)
    assert read.detail.finding == findings[1]


def test_d_dismisses_with_a_reason_and_backspace_takes_up_again(
    read: ProofreadPanel, session: Session, findings: tuple[Finding, ...], reading: Reading
) -> None:
    QTest.keyClick(read.list, Qt.Key.Key_D)
    field = read.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not session.review.dismissals, "a dismissal has a reason"
    QTest.keyClicks(field, "agreed with the other side")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (dismissal,) = session.review.dismissals.values()
    assert (dismissal.reason, dismissal.by) == ("agreed with the other side", "A. Reader")
    assert set(session.review.dismissals) == {here(reading.text, findings[0])}
    assert read.list.key == findings[1]
    assert read.focusWidget() is read.list
    QTest.mouseClick(read.narrowing.dismissed, Qt.MouseButton.LeftButton)
    assert read.list.key == findings[0]
    QTest.keyClick(read.list, Qt.Key.Key_Backspace)
    assert not session.review.dismissals
    assert session.undo()
    assert session.review.dismissals


def test_shift_d_dismisses_everywhere_and_esc_gives_up(
    read: ProofreadPanel, session: Session, findings: tuple[Finding, ...], reading: Reading
) -> None:
    QTest.keyClick(read.list, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    field = read.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not session.review.dismissals
    QTest.keyClick(read.list, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    field = read.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "house style")
    session.settle()
    assert set(session.review.dismissals) == {everywhere(reading.text, findings[0])}


def test_enter_shows_the_words_in_the_text_and_i_raises_an_issue_on_them(
    read: ProofreadPanel, place: Place, findings: tuple[Finding, ...], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(read.text_wanted):
        QTest.keyClick(read.list, Qt.Key.Key_Return)
    assert (place.clause, place.span) == (findings[0].clause, findings[0].span)
    with qtbot.waitSignal(read.issue_wanted) as heard:
        QTest.keyClick(read.list, Qt.Key.Key_I)
    assert heard.args is not None
    assert heard.args[0].span == findings[0].span


def test_chips_and_the_field_narrow_and_esc_clears(
    read: ProofreadPanel, findings: tuple[Finding, ...], press: Callable[[QWidget, str], None]
) -> None:
    press(read, "Notes 1")
    assert read.list.key == findings[1]
    read.field.setText("late")
    assert "Nothing matches" in empty_words(read)
    QTest.keyClick(read.field, Qt.Key.Key_Escape)
    assert read.list.key is not None
    assert read.narrowing.chip(None).isChecked()
