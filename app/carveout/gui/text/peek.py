"""The popover over the text: what words point to, without leaving them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from carveout.gui.labels import ElidedLabel, PlainLabel
from carveout.gui.text.sheet import Sheet
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QWheelEvent

    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.text.laid import Laid

_AWAY = 6
"""Pixels between the popover and the line that it is about."""
_EDGE = 10
_HIGHEST = 0.55
"""The share of the pane's height that the popover takes at most."""
_LOWEST = 150
_STAYS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_GOING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Peek(QFrame):
    """A card over the pane with a title, words to read, and its keys.

    `going` says that Enter was pressed, `turned` carries 1 or -1 for the next or previous of several, and `pressed`
    the character of any other key that was asked for by `listen`. `closed` says that it went.
    """

    going = Signal()
    turned = Signal(int)
    pressed = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("peek")
        self._pane = pane
        self._keys = ""
        self._line = QRect()
        self._column = 0
        self._title = ElidedLabel(name="peekTitle")
        self._count = PlainLabel(name="muted")
        self._told = PlainLabel(name="faint")
        self.sheet = Sheet(appearance, self)
        self.sheet.setAccessibleName("Peek")
        self.words = QTextEdit(self)
        self.words.setObjectName("xray")
        self.words.setAccessibleName("X-ray")
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setTextInteractionFlags(self.sheet.textInteractionFlags())
        self.words.setTabChangesFocus(True)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.hide()
        self._document: QTextDocument | None = None
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 8)
        foot.addWidget(self._told)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(6)
        self._layout.addLayout(head)
        self._layout.addWidget(self.sheet, 1)
        self._layout.addLayout(foot)
        self._content: QTextEdit = self.sheet
        self.take(self.sheet)
        pane.installEventFilter(self)
        self.hide()

    @property
    def title(self) -> str:
        """What is peeked at."""
        return self._title.text()

    @property
    def told(self) -> str:
        """The keys and what there is to say, below the words."""
        return self._told.text()

    def take(self, content: QTextEdit) -> None:
        """Show a widget for reading in the middle."""
        if content is not self._content:
            self._content.hide()
            self._layout.replaceWidget(self._content, content)
            self._content = content
            content.show()
        content.removeEventFilter(self)
        content.installEventFilter(self)

    def head(self, title: str, told: str, count: str = "", listen: str = "") -> None:
        """Say what is peeked at and which keys do what; `listen` are characters to tell of."""
        self._title.setText(visible(title))
        self._told.setText(told)
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._keys = listen

    def show_excerpt(self, laid: Laid, start: int, frame: Span | None) -> None:
        """Show a part of the text as it is set, from an offset on, with words of it framed."""
        self.take(self.sheet)
        self._column = laid.width + 2 * _EDGE
        self._fit_width()
        self.sheet.put(laid)
        self.sheet.lead_to(start, frame)
        self.sheet.bring(start, 0)

    def show_document(self, document: QTextDocument, width: int) -> None:
        """Show words of another making; the popover owns their document from now on."""
        before, self._document = self._document, document
        document.setParent(self.words)
        self.words.setDocument(document)
        if before is not None:
            before.deleteLater()
        self.take(self.words)
        self._column = width + 2 * _EDGE
        self._fit_width()

    def open_at(self, line: QRect) -> None:
        """Open below a line of the pane, or above it where there is more room, and take the focus."""
        self._line = line
        self._place()
        self.show()
        self.raise_()
        self._content.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close, and give the focus back to the pane where it was here."""
        if not self.isVisible():
            return
        if self._content.hasFocus():
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the popover before the words in it and the window do."""
        if watched is self._pane:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._mine(event):
            event.accept()
            return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._mine(event):
            self._act(event)
            return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and self._goes(event):
            self.leave()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep the wheel from the text below."""
        event.accept()

    def _goes(self, event: QFocusEvent) -> bool:
        return self.isVisible() and event.reason() not in _STAYS

    def _mine(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        turning = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and bool(self._count.text())
        listened = bool(event.text()) and event.text() in self._keys
        return plain and (event.key() == Qt.Key.Key_Escape or event.key() in _GOING or turning or listened)

    def _act(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _GOING:
            self.going.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.turned.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            self.pressed.emit(event.text())

    def _fit_width(self) -> None:
        self.setFixedWidth(max(0, min(self._column, self._pane.width() - 2 * _EDGE)))
        self._layout.activate()

    def _place(self) -> None:
        self._fit_width()
        around = self.sizeHint().height() - self._content.sizeHint().height()
        wanted = ceil(self._content.document().size().height()) + around + 4
        below = self._pane.height() - self._line.bottom() - _AWAY - _EDGE
        above = self._line.top() - _AWAY - _EDGE
        most = max(_LOWEST, round(_HIGHEST * self._pane.height()))
        height = min(wanted, most, max(below, above, _LOWEST), self._pane.height() - 2 * _EDGE)
        under = below >= min(wanted, most) or below >= above
        top = self._line.bottom() + _AWAY if under else self._line.top() - _AWAY - height
        self.setFixedHeight(height)
        top = max(_EDGE, min(top, self._pane.height() - height - _EDGE))
        self.move((self._pane.width() - self.width()) // 2, top)
