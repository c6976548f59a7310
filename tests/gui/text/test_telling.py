from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.text.following import Following
from carveout.gui.text.hover import meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.hover import Told
    from carveout.gui.text.pane import TextPane

    Over = Callable[[TextPane, int], QPoint]


def told(pane: TextPane, reading: Reading, words: str) -> Told:
    found = pane.telling.told(reading.text.index(words) + 2)
    assert found is not None
    return found


def rest(pane: TextPane, at: QPoint) -> None:
    viewport = pane.sheet.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))


def move(pane: TextPane, at: QPoint) -> None:
    point, none = QPointF(at), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.sheet.viewport(), moved)


def shown(pane: TextPane) -> list[str]:
    return [label.text() for label in pane.telling.card.findChildren(WrappedText) if label.isVisible()]


def test_a_term_is_told_with_the_terms_in_its_meaning_and_where_it_is_defined(
    open_pane: TextPane, pointing: Reading
) -> None:
    found = told(open_pane, pointing, "Closing Date.")
    assert (found.title, found.words) == ("“Closing Date”", "the third Business Day after the shares are paid for")
    assert found.notes[0].startswith("“Business Day”: any day on which banks are open")
    assert found.notes[-1].startswith("Defined in Section 1.2 (")


def test_a_term_tells_what_its_definition_leaves_out(sample_reading: Reading) -> None:
    found = meaning(sample_reading, next(t for t in sample_reading.terms if t.term == "IIJ Group Companies"))
    assert found.words.startswith("IIJ and its subsidiaries collectively or individually")
    assert "[not: provided, that such term does not include Crosswave Communications, Inc., " in found.words
    assert found.notes == ("“IIJ”: Internet Initiative Japan Inc.", "Defined in Section 3.1 (p. 13, ll. 651–655)")


def test_a_reference_tells_its_clauses_and_their_first_words(open_pane: TextPane, pointing: Reading) -> None:
    found = told(open_pane, pointing, "Sections 4.1")
    assert found.title == "Section 4.1, Indemnity"
    assert found.words == "The Seller shall indemnify the Buyer for a breach of Section 2.2."
    assert found.notes == ("Section 4.2, Cap: The Seller shall pay no more under Section 4.1 than the price.",)


def test_references_to_laws_and_to_no_clause_say_so(open_pane: TextPane, pointing: Reading) -> None:
    assert told(open_pane, pointing, "Section 27 of").words == "Lies outside this document."
    assert told(open_pane, pointing, "Section 9.9").words == "This document holds no such clause, schedule or letter."


def test_the_card_opens_where_the_pointer_rests_and_goes_when_it_leaves_the_words(
    open_pane: TextPane, place: Place, pointing: Reading, over: Over
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.2"))
    at = pointing.text.index("Sections 4.1")
    rest(open_pane, over(open_pane, at + 2))
    assert shown(open_pane)[0] == "Section 4.1, Indemnity"
    assert open_pane.rect().contains(open_pane.telling.card.geometry())
    move(open_pane, over(open_pane, at + 9))
    assert open_pane.telling.card.isVisible()
    move(open_pane, over(open_pane, pointing.text.index("the Company is party")))
    assert not open_pane.telling.card.isVisible()


def test_the_key_that_can_follow_nowhere_tells_why_until_the_next_key(
    session: Session, place: Place, open_pane: TextPane, pointing: Reading
) -> None:
    open_pane.sheet.put_caret(pointing.text.index("Section 9.9"))
    Following(session, place, open_pane).follow()
    assert shown(open_pane) == ["Section 9.9", "This document holds no such clause, schedule or letter."]
    QTest.keyClick(open_pane.sheet, Qt.Key.Key_Down)
    assert not open_pane.telling.card.isVisible()
