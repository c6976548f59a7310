"""The pointer over the text: a hand where a press leads somewhere, and with Ctrl the words that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from carveout.gui.text.under_point import flag_at, offset_at
from carveout.gui.text.ways import Pointed, pointed_at

if TYPE_CHECKING:
    from carveout.agreement.span import Span
    from carveout.gui.text.sheet import Sheet

_CTRL = Qt.KeyboardModifier.ControlModifier


class Pointer(QObject):
    """Watches the pointer over a sheet.

    `flag_pressed` carries the annotation whose flag was pressed; `followed` the offset of the words that were pressed
    with Ctrl and lead somewhere. `note_wanted` says that Enter asks for the note at the caret.
    """

    flag_pressed = Signal(object)
    followed = Signal(int)
    note_wanted = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._shown: Span | None = None
        sheet.installEventFilter(self)
        sheet.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a press that leads somewhere; leave all else to the text."""
        if isinstance(event, QMouseEvent) and watched is self._sheet.viewport():
            if event.type() is QEvent.Type.MouseMove:
                self._show(event.position().toPoint(), event.modifiers())
            elif event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                return self._press(event.position().toPoint(), event.modifiers())
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control:
            pressed = event.type() is not QEvent.Type.KeyRelease
            if self._sheet.viewport().underMouse():
                at = self._sheet.viewport().mapFromGlobal(QCursor.pos())
                self._show(at, _CTRL if pressed else Qt.KeyboardModifier.NoModifier)
        elif isinstance(event, QKeyEvent) and watched is self._sheet and _asks_for_note(event):
            self.note_wanted.emit()
            return True
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.FocusOut}:
            self._underline(None)
        return super().eventFilter(watched, event)

    def _press(self, point: QPoint, keys: Qt.KeyboardModifier) -> bool:
        placed = flag_at(self._sheet, point)
        if placed:
            self.flag_pressed.emit(placed.flag.annotation)
            return True
        offset = offset_at(self._sheet, point)
        if not keys & _CTRL or offset is None or not self._leading(offset):
            return False
        self._underline(None)
        self.followed.emit(offset)
        return True

    def _show(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        offset = offset_at(self._sheet, point) if keys & _CTRL else None
        pointed = self._leading(offset) if offset is not None else None
        self._underline(pointed.span if pointed else None)
        over = pointed is not None or flag_at(self._sheet, point) is not None
        self._sheet.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def _leading(self, offset: int) -> Pointed | None:
        pointed = pointed_at(self._sheet.laid, offset) if self._sheet.laid else None
        return pointed if pointed and pointed.ways else None

    def _underline(self, span: Span | None) -> None:
        if span == self._shown:
            return
        self._shown, laid = span, self._sheet.laid
        shown = []
        if span is not None and laid is not None:
            words = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._sheet.document())
            cursor.setPosition(laid.page.offsets.position(span.start))
            cursor.setPosition(laid.page.offsets.position(span.end), QTextCursor.MoveMode.KeepAnchor)
            words.cursor = cursor
            words.format.setForeground(self._sheet.palette().link())
            words.format.setFontUnderline(True)
            shown.append(words)
        self._sheet.setExtraSelections(shown)


def _asks_for_note(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.type() is QEvent.Type.KeyPress and plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
