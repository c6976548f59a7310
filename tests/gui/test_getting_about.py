"""Following, peeking and reading by X-ray in the real window, by its own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

    Key = Callable[..., None]

PATIENCE = 30_000
AGREEMENT = """                          SHARE PURCHASE AGREEMENT

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and
Beta Inc. ("Buyer").

Article 1.  Definitions

     1.1  "Closing Date" shall mean the day on which the shares are paid for.

Article 2.  Representations and Warranties

     The Seller represents and warrants to the Buyer as follows:

     2.1  Organization.  The Company is duly organized on the Closing Date.

     2.2  No Lawsuits.  Subject to Sections 3.1 and 3.2, the Company is party to no lawsuit.

Article 3.  Remedies

     3.1  Indemnity.  The Seller shall indemnify the Buyer for a breach of Section 2.2.

     3.2  Cap.  The Seller shall pay no more under Section 3.1 than the price.
"""


@pytest.fixture
def read(desk: Desk, bring: Callable[[Path], None], tmp_path: Path, qtbot: QtBot) -> Desk:
    """The window with an agreement, read closely, and the text in focus."""
    path = tmp_path / "pointing.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    bring(path)
    if not desk.session.reading or not desk.session.reading.closely:
        with qtbot.waitSignal(desk.session.closely_read, timeout=PATIENCE):
            pass
    desk.window.text.sheet.setFocus()
    return desk


@pytest.fixture
def key(read: Desk) -> Key:
    """Press a key where the focus is."""

    def press(pressed: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = read.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, pressed, keys)

    return press


def here(desk: Desk) -> str:
    reading, clause = desk.session.reading, desk.place.clause
    assert reading is not None
    assert clause is not None
    return reading.outline[clause].citation


def test_keys_step_to_a_reference_follow_it_and_come_back(read: Desk, key: Key) -> None:
    key(Qt.Key.Key_F)
    assert here(read) == "Section 2.2"
    key(Qt.Key.Key_F12)
    assert here(read) == "Section 3.1"
    key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here(read) == "Section 2.2"
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here(read) == "Section 3.1"


def test_keys_peek_turn_and_go(read: Desk, key: Key) -> None:
    peek = read.window.peeking.peek
    key(Qt.Key.Key_F)
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert peek.title.startswith("Section 3.1, Indemnity")
    key(Qt.Key.Key_Escape)
    assert (peek.isVisible(), read.window.text.sheet.hasFocus()) == (False, True)
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Return)
    assert (peek.isVisible(), here(read)) == (False, "Section 3.2")


def test_a_key_shows_the_clause_by_x_ray_and_takes_it_away(read: Desk, key: Key) -> None:
    reading, peek = read.session.reading, read.window.peeking.peek
    assert reading is not None
    read.place.go(next(clause.id for clause in reading.outline if clause.number == "2.1"))
    key(Qt.Key.Key_X)
    assert peek.words.toPlainText().endswith("on the Closing Date [the day on which the shares are paid for].")
    key(Qt.Key.Key_Minus)
    assert peek.words.toPlainText().endswith("on the Closing Date.")
    key(Qt.Key.Key_X)
    assert not peek.isVisible()


def test_the_popover_turns_from_one_use_to_the_other(read: Desk, key: Key) -> None:
    peek = read.window.peeking.peek
    key(Qt.Key.Key_F)
    key(Qt.Key.Key_X)
    assert peek.title.endswith("x-ray")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert peek.title.startswith("Section 3.1")
    key(Qt.Key.Key_X)
    assert peek.title.endswith("x-ray")


def test_the_context_menu_of_the_text_leads_there_too(read: Desk, key: Key) -> None:
    key(Qt.Key.Key_F)
    texts = [action.text().replace("&", "") for action in read.window.text.menu().actions()]
    assert {"Go to Section 3.1, Indemnity", "Peek at reference or term", "X-ray the clause"} <= set(texts)
