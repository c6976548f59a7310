"""Counsel before the real window, with nothing but a mouse and a keyboard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from carveout.agreement.clause import ClauseKind
from carveout.review.coverage import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow
    from carveout.review.annotation import Annotation, AnnotationKind
    from carveout.review.mark import State

SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE = 30_000
"""Milliseconds for what a child process does on a busy machine."""


class Counsel:
    """A reviewer before the window: finds things by what they say, and uses only mouse and keyboard."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.window: MainWindow = desk.window
        self._qtbot = qtbot

    @property
    def reading(self) -> Reading:
        found = self.desk.session.reading
        assert found is not None
        return found

    def clause(self, citation: str) -> int:
        found = [c.id for c in self.reading.outline if c.citation == citation and c.kind is not ClauseKind.FILING_ITEM]
        assert len(found) == 1, citation
        return found[0]

    def opens(self, do: Callable[[], object]) -> None:
        with self._qtbot.waitSignal(self.desk.session.opened, timeout=PATIENCE):
            do()
        assert self.desk.session.reading is not None

    def is_told(self, do: Callable[[], object]) -> str:
        """Return the sentence that the window says in consequence."""
        self.window.notice.hide()
        do()
        self._qtbot.waitUntil(self.window.notice.isVisible, timeout=PATIENCE)
        return self.window.notice.text.text()

    def is_told_or_opens(self, do: Callable[[], object]) -> None:
        self.window.notice.hide()
        do()
        self._qtbot.waitUntil(
            lambda: self.window.notice.isVisible() or self.desk.session.reading is not None, timeout=PATIENCE
        )

    def press(self, text: str, within: QWidget | None = None) -> None:
        QTest.mouseClick(self.button(text, within or self.window), Qt.MouseButton.LeftButton)

    def button(self, text: str, within: QWidget) -> QPushButton:
        """Find the button in sight that says this, or is called so, and wait for it if need be."""

        def found() -> list[QPushButton]:
            buttons = within.findChildren(QPushButton)
            return [b for b in buttons if b.isVisible() and text in (b.text(), b.accessibleName())]

        self._qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        QTest.keyClick(focused or self.window, key, held)

    def tab_to(self, text: str) -> None:
        """Go from widget to widget until the button that says this has the focus."""
        self._tab(self.button(text, self.window).hasFocus, Qt.Key.Key_Tab)

    def tab_back_into(self, choice: str) -> None:
        """Go backwards until one of the values of a choice has the focus."""
        self._tab(lambda: self.window.focusWidget().accessibleName().startswith(choice), Qt.Key.Key_Backtab)

    def _tab(self, there: Callable[[], bool], key: Qt.Key) -> None:
        for _ in range(40):
            if there():
                return
            self.key(key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        pytest.fail("no way there")

    def write(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    def click_in_outline(self, citation: str) -> None:
        view = self.window.outline.view
        index = self.window.outline.model.at(self.clause(citation))
        view.scrollTo(index)
        row: QRect = view.visualRect(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())

    def point_of(self, offset: int) -> QPoint:
        sheet = self.window.text.sheet
        assert sheet.laid is not None
        cursor = QTextCursor(sheet.document())
        cursor.setPosition(sheet.laid.page.offsets.position(offset))
        return sheet.cursorRect(cursor).center() + QPoint(2, 0)

    def click_in_text(self, words: str, citation: str) -> None:
        """Scroll the text, as with the wheel, until the words are in sight, and click before them."""
        start = self.reading.text.index(words, self.reading.outline[self.clause(citation)].start)
        sheet = self.window.text.sheet
        bar = sheet.verticalScrollBar()
        while not sheet.viewport().rect().contains(self.point_of(start)):
            bar.setValue(bar.value() + (1 if self.point_of(start).y() > 0 else -1) * sheet.viewport().height() // 2)
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=self.point_of(start))

    def click_into_comment(self) -> None:
        fields = self.window.inspector.findChildren(QPlainTextEdit, "commentField")
        (field,) = (field for field in fields if field.isVisible())
        QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)

    def annotation(self, kind: AnnotationKind) -> Annotation:
        (found,) = (a for a in self.desk.session.review.annotations.values() if a.kind is kind)
        return found

    def in_outline(self) -> int | None:
        return self.window.outline.model.clause(self.window.outline.view.currentIndex())

    def shown_in_outline(self, citation: str) -> bool:
        return self.window.outline.model.at(self.clause(citation)).isValid()

    def in_sight(self, offset: int) -> bool:
        return self.window.text.sheet.viewport().rect().contains(self.point_of(offset))

    def state(self, citation: str) -> State:
        return state_of(self.reading, self.desk.session.review, self.clause(citation))

    def exports(self, target: Path) -> None:
        """Ask for the memo, name its file in the dialog, and wait until it is opened."""
        QTimer.singleShot(0, partial(_name_file_when_asked, target))
        self.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        reader = PdfReader()
        QDesktopServices.setUrlHandler("file", reader, "show")  # type: ignore[arg-type]  # the stub asks for bytes, PySide for str
        self._qtbot.waitUntil(lambda: reader.shown == [target], timeout=PATIENCE)
        QDesktopServices.unsetUrlHandler("file")
        with self._qtbot.waitActive(self.window):  # a window system gives the focus back by itself
            self.window.activateWindow()


class PdfReader(QObject):
    """The program that the system opens PDFs with."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


def _name_file_when_asked(target: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(20, partial(_name_file_when_asked, target))
        return
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(target))
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def counsel(new_desk: Callable[[], Desk], qtbot: QtBot) -> Callable[[], Counsel]:
    """Seat counsel before a new window."""

    def sit_down() -> Counsel:
        desk = new_desk()
        desk.window.resize(1280, 800)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        return Counsel(desk, qtbot)

    return sit_down


@pytest.fixture
def words_of() -> Callable[[Path], str]:
    """Return what reads the text of a PDF back."""

    def read_back(pdf: Path) -> str:
        return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())

    return read_back
