"""The reading column with an agreement whose clauses point to one another, and the pointer over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.gui.text.pane import TextPane
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_FILLER = "".join(
    f"     3.{number}  Duty.  The Seller shall keep the books and records of the kind numbered {number} in good\n"
    "order until the Closing Date and shall give the Buyer a copy of each of them when it asks for one.\n\n"
    for number in range(1, 25)
)
POINTING = f"""                          SHARE PURCHASE AGREEMENT

     This Share Purchase Agreement (the "Agreement") is made on May 5, 2024 by and between
Alpha Corp. ("Seller") and Beta Inc. ("Buyer").

Article 1.  Definitions

     1.1  "Business Day" shall mean any day on which banks are open.

     1.2  "Closing Date" shall mean the third Business Day after the shares are paid for.

Article 2.  Representations and Warranties

     The Seller represents and warrants to the Buyer as follows:

     2.1  Organization.  The Company is duly organized on the Closing Date.

     2.2  No Lawsuits.  Subject to Sections 4.1 and 4.2, the Company is party to no lawsuit under
Section 27 of the Securities Act of 1933 and to none that Section 9.9 names.

Article 3.  Covenants

{_FILLER}
Article 4.  Remedies

     4.1  Indemnity.  The Seller shall indemnify the Buyer for a breach of Section 2.2.

     4.2  Cap.  The Seller shall pay no more under Section 4.1 than the price.
"""


@pytest.fixture(scope="session")
def pointing() -> Reading:
    """An agreement read closely, with references to one clause, to two, to a law and to none."""
    return read_closely(read(POINTING.encode(), "pointing.txt"))


@pytest.fixture
def unread(session: Session, tmp_path: Path) -> Callable[[], None]:
    """Return what lays that agreement on the desk, before it is read closely."""

    def lay() -> None:
        source = POINTING.encode()
        session.lay(create_matter(tmp_path / "pointing.carveout", read(source, "pointing.txt"), source))

    return lay


@pytest.fixture
def bare(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> TextPane:
    """The pane, with nothing on the desk."""
    made = TextPane(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(900, 420)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def open_pane(bare: TextPane, session: Session, pointing: Reading, unread: Callable[[], None]) -> TextPane:
    """The pane with that agreement, read closely."""
    unread()
    session.take_close_reading(pointing)
    return bare


@pytest.fixture
def over() -> Callable[[TextPane, int], QPoint]:
    """Return the point of the sheet on the left half of the character at an offset."""

    def find(pane: TextPane, offset: int) -> QPoint:
        laid = pane.sheet.laid
        assert laid is not None
        cursor = QTextCursor(pane.sheet.document())
        cursor.setPosition(laid.page.offsets.position(offset))
        return pane.sheet.cursorRect(cursor).center() + QPoint(1, 0)

    return find


@pytest.fixture
def ctrl_click(over: Callable[[TextPane, int], QPoint]) -> Callable[[TextPane, int], None]:
    """Press the character at an offset with Ctrl held."""

    def click(pane: TextPane, offset: int) -> None:
        keys = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, keys, over(pane, offset))

    return click
