"""Counsel before the real window, with nothing but a mouse and a keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from carveout.agreement.clause import ClauseKind
from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.review.coverage import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow
    from carveout.review.annotation import Annotation, AnnotationKind
    from carveout.review.mark import State

PATIENCE = 30_000
"""Milliseconds for what a child process does on a busy machine."""
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
_NOTCHES = 4
"""Notches that a wheel is turned at once."""


class Counsel:
    """A reviewer before the window: finds things by what they say, and uses only mouse and keyboard.

    Every event goes to a window, as from the system: a click to whatever lies at that point of it, a key to whatever
    has the focus in it.
    """

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

    # The keyboard

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._in_front(), key, held)

    def write(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self._in_front(), ord(letter))

    def _in_front(self) -> QWindow:
        """Return the window that takes the keys: the main one where a dialog has closed, as a window system sees to."""
        if QGuiApplication.focusWindow() is None:
            with self._qtbot.waitActive(self.window):
                self.window.activateWindow()
        return QGuiApplication.focusWindow()

    def tab_to(self, text: str) -> None:
        """Go from widget to widget until the button that says this has the focus."""
        self._tab(self.button(text, self.window).hasFocus, Qt.Key.Key_Tab)

    def tab_back_into(self, choice: str) -> None:
        """Go backwards until one of the values of a choice has the focus."""
        self._tab(lambda: self.focused().accessibleName().startswith(choice), Qt.Key.Key_Backtab)

    def focused(self) -> QWidget:
        found: QWidget | None = QApplication.focusWidget()
        assert found is not None
        return found

    def _tab(self, there: Callable[[], bool], key: Qt.Key) -> None:
        for _ in range(40):
            if there():
                return
            self.key(key, SHIFT if key == Qt.Key.Key_Backtab else NONE)
        pytest.fail("no way there")

    # The mouse

    def press(self, text: str, within: QWidget | None = None) -> None:
        button = self.button(text, within or self.window)
        self.click(button, button.rect().center())

    def button(self, text: str, within: QWidget) -> QPushButton:
        """Find the button in sight that says this, or is called so, and wait for it if need be."""

        def found() -> list[QPushButton]:
            buttons = within.findChildren(QPushButton)
            return [b for b in buttons if not b.visibleRegion().isEmpty() and text in (b.text(), b.accessibleName())]

        self._qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, widget.mapTo(self.window, at))

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        handle, button = self.window.windowHandle(), Qt.MouseButton.LeftButton
        QTest.mousePress(handle, button, NONE, widget.mapTo(self.window, start))
        QTest.mouseMove(handle, widget.mapTo(self.window, end))
        QTest.mouseRelease(handle, button, NONE, widget.mapTo(self.window, end))

    def turn_wheel(self, pane: QWidget, notches: int) -> None:
        middle = pane.mapTo(self.window, pane.rect().center())
        QTest.wheelEvent(self.window.windowHandle(), middle, QPoint(0, 120 * notches))
        QApplication.sendPostedEvents()

    def scroll(self, pane: QWidget, where: Callable[[], QPoint]) -> QPoint:
        """Turn the wheel over a pane until a point of it is in sight, and return the point."""
        for _ in range(200):
            if pane.rect().contains(where()):
                return where()
            self.turn_wheel(pane, -_NOTCHES if where().y() > 0 else _NOTCHES)
        pytest.fail("can't be scrolled there")

    def click_in_outline(self, citation: str) -> None:
        view, clause = self.window.outline.view, self.clause(citation)
        index = self.window.outline.model.at(clause)
        self.click(view.viewport(), self.scroll(view.viewport(), lambda: view.visualRect(index).center()))

    def click_in_text(self, words: str, citation: str) -> None:
        at = self._find(words, citation)
        sheet = self.window.text.sheet.viewport()
        self.click(sheet, self.scroll(sheet, lambda: self._point_of(at)))

    def select_in_text(self, words: str, citation: str) -> None:
        at = self._find(words, citation)
        sheet = self.window.text.sheet.viewport()
        self.scroll(sheet, lambda: self._point_of(at + len(words)))
        self.drag(sheet, self._point_of(at), self._point_of(at + len(words)))

    def _find(self, words: str, citation: str) -> int:
        return self.reading.text.index(words, self.reading.outline[self.clause(citation)].start)

    def _point_of(self, offset: int) -> QPoint:
        """Return the point of the sheet on the left half of the character at an offset."""
        sheet = self.window.text.sheet
        assert sheet.laid is not None
        cursor = QTextCursor(sheet.document())
        cursor.setPosition(sheet.laid.page.offsets.position(offset))
        return sheet.cursorRect(cursor).center() + QPoint(2, 0)

    # The eyes

    def in_outline(self) -> str:
        """Return the row that is chosen, which must be in sight."""
        view = self.window.outline.view
        assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
        return str(view.currentIndex().data())

    def rows(self) -> list[str]:
        """Return the rows of the outline that are open."""
        found = []
        index = self.window.outline.model.index(0, 0)
        while index.isValid():
            found.append(str(index.data()))
            index = self.window.outline.view.indexBelow(index)
        return found

    def in_sight(self, words: str, citation: str) -> bool:
        return self.window.text.sheet.viewport().rect().contains(self._point_of(self._find(words, citation)))

    def inspected(self) -> str:
        """Return what the inspector says, label by label."""
        QApplication.sendPostedEvents()  # everything is laid out
        said = (w.text() if isinstance(w, QLabel) else w.accessibleName() for w in self._in_inspector())
        return "\n".join(filter(None, said))

    def _in_inspector(self) -> list[QWidget]:
        return [widget for widget in self.window.inspector.findChildren(QWidget) if widget.isVisible()]

    def annotation(self, kind: AnnotationKind, citation: str) -> Annotation:
        clause = self.clause(citation)
        found = self.desk.session.review.annotations.values()
        (one,) = (a for a in found if a.kind is kind and a.anchor.clause == clause)
        return one

    def state(self, citation: str) -> State:
        return state_of(self.reading, self.desk.session.review, self.clause(citation))

    # The memo

    def exports(self, target: Path) -> pypdf.PdfReader:
        """Ask for the memo as it is offered, name its file, see how far it is, and read it when it is opened."""
        self.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), MemoSheet), timeout=PATIENCE)
        self.key(Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog), timeout=PATIENCE)
        self.write(str(target))
        reader, exporting = PdfProgram(), self.window.handing_in.exporting
        QDesktopServices.setUrlHandler("file", reader, "show")  # type: ignore[arg-type]  # the stub asks for bytes, PySide for str
        with self._qtbot.waitSignals([exporting.began, exporting.progressed, exporting.exported], timeout=PATIENCE):
            self.key(Qt.Key.Key_Return)
        QDesktopServices.unsetUrlHandler("file")
        assert reader.shown == [target]
        return pypdf.PdfReader(target)


class PdfProgram(QObject):
    """The program that the system opens PDFs with."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def counsel(new_desk: Callable[[], Desk], qtbot: QtBot) -> Iterator[Callable[[], Counsel]]:
    """Seat counsel before a new window."""

    def sit_down() -> Counsel:
        desk = new_desk()
        desk.window.resize(1280, 800)
        with qtbot.waitActive(desk.window):
            desk.window.show()
        return Counsel(desk, qtbot)

    # A dialog of the system's own can't be driven; Qt's can.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield sit_down
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def words_of() -> Callable[[Path], str]:
    """Return what reads the text of a PDF back."""

    def read_back(pdf: Path) -> str:
        return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())

    return read_back
