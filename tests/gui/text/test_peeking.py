from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.agreement.citation import short
from carveout.gui.text.peeking import Peeking

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane


@pytest.fixture
def peeking(session: Session, place: Place, appearance: Appearance, open_pane: TextPane) -> Peeking:
    return Peeking(session, place, appearance, open_pane)


@pytest.fixture
def at_two(peeking: Peeking, open_pane: TextPane, pointing: Reading) -> Peeking:
    """Peeking at Sections 4.1 and 4.2."""
    open_pane.sheet.put_caret(pointing.text.index("Sections 4.1"))
    peeking.look()
    return peeking


def press(peeking: Peeking, key: Qt.Key) -> None:
    QTest.keyClick(peeking.peek.sheet, key)


def test_a_reference_is_peeked_at_over_the_text_and_the_reader_stays(
    at_two: Peeking, open_pane: TextPane, place: Place, pointing: Reading
) -> None:
    assert at_two.peek.title.startswith("Section 4.1, Indemnity")
    assert at_two.peek.sheet.toPlainText().endswith("for a breach of Section 2.2.")
    assert at_two.peek.sheet.toPlainText().startswith("4.1")
    assert at_two.peek.sheet.hasFocus()
    assert open_pane.rect().contains(at_two.peek.geometry())
    assert not place.can_go_back
    assert open_pane.sheet.caret() == pointing.text.index("Sections 4.1")


def test_esc_closes_it_and_gives_the_focus_back(at_two: Peeking, open_pane: TextPane) -> None:
    press(at_two, Qt.Key.Key_Escape)
    assert not at_two.peek.isVisible()
    assert open_pane.sheet.hasFocus()


def test_the_arrows_turn_to_the_other_clauses_and_enter_goes_to_the_one_shown(
    at_two: Peeking, place: Place, pointing: Reading
) -> None:
    press(at_two, Qt.Key.Key_Right)
    assert at_two.peek.title.startswith("Section 4.2, Cap")
    press(at_two, Qt.Key.Key_Right)
    assert at_two.peek.title.startswith("Section 4.1")
    press(at_two, Qt.Key.Key_Left)
    press(at_two, Qt.Key.Key_Return)
    assert place.clause is not None
    assert short(pointing.outline[place.clause]) == "4.2"
    assert not at_two.peek.isVisible()
    place.back()
    assert place.clause is not None
    assert short(pointing.outline[place.clause]) == "2.2"


def test_a_term_is_peeked_at_where_it_is_defined(peeking: Peeking, open_pane: TextPane, pointing: Reading) -> None:
    open_pane.sheet.put_caret(pointing.text.index("Closing Date.") + 3)
    peeking.look()
    assert peeking.peek.title.startswith("“Closing Date”, Section 1.2")
    assert "third Business Day" in peeking.peek.sheet.toPlainText()
    assert "banks are open" not in peeking.peek.sheet.toPlainText()


def test_where_nothing_is_pointed_to_nothing_opens(peeking: Peeking, open_pane: TextPane, pointing: Reading) -> None:
    open_pane.sheet.put_caret(pointing.text.index("party to no"))
    peeking.look()
    assert not peeking.peek.isVisible()


def test_a_click_elsewhere_closes_it_without_taking_the_focus(at_two: Peeking, open_pane: TextPane) -> None:
    QTest.mouseClick(open_pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=open_pane.sheet.rect().topLeft())
    open_pane.sheet.setFocus()
    assert not at_two.peek.isVisible()


def test_it_fits_into_the_pane_when_that_grows_or_shrinks(at_two: Peeking, open_pane: TextPane) -> None:
    for width, height in ((1400, 900), (420, 300)):
        open_pane.resize(width, height)
        assert open_pane.rect().contains(at_two.peek.geometry())
