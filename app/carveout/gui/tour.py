"""One quiet page over the window the first time: what each pane is for, and the keys that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from carveout.gui.actions import TABLE
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from carveout.gui.appearance import Appearance

_PANES = (
    ("Outline", "Every clause, and how far its review has come. Choose one, and the text follows."),
    ("Text", "The agreement as it came. Carve-outs are marked; terms and references tell what they lead to."),
    ("Inspector", "What narrows the clause at hand, what stays bare beside it, and your notes on it."),
)
KEYS = ("next_unread", "read", "note", "next_carveout", "follow", "keys")
"""The actions whose keys matter most."""
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})
_STAYS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_WIDEST = 300
_EDGE = 14
_VEIL = 0.72


class Tour(QWidget):
    """Covers the panes of a window until a key or the mouse is pressed, or something else takes the keys.

    `ended` says that this has happened.
    """

    ended = Signal()

    def __init__(self, panes: Sequence[QWidget], appearance: Appearance, over: QWidget) -> None:
        """Lie over the outline, the text and the inspector of a window, which are the panes in this order."""
        super().__init__(over)
        self._panes = tuple(panes)
        self._appearance = appearance
        self._before: QWidget | None = None
        self.cards = tuple(_card(title, words, self) for title, words in _PANES)
        self.keys = _keys(self)
        told = [words for pane in _PANES for words in pane] + [f"{what}: {key}" for what, key in keys_that_matter()]
        self.setAccessibleName("Tour")
        self.setAccessibleDescription(". ".join((*told, "Press any key to begin")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def begin(self) -> None:
        """Cover the panes and take the focus."""
        self._before = self.window().focusWidget()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub knows no None
        for pane in self._panes:
            pane.installEventFilter(self)
        self.ensurePolished()
        self._lay_out()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the panes as they are laid out, and go where they go."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._lay_out()
        elif event.type() is QEvent.Type.Hide:
            self._end()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take every key before the window's actions do."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() not in _MODIFIERS:
                self._end()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """End it. It hides and stays: Qt has more to say to what was pressed than the press."""
        event.accept()
        self._end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End where something else takes the keys for good."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._end(give_back=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil over the panes."""
        veil = QColor(self._appearance.theme.window)
        veil.setAlphaF(_VEIL)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)

    def _end(self, *, give_back: bool = True) -> None:
        if self.isHidden():
            return
        for pane in self._panes:
            pane.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self.setFocusProxy(self._before)  # for what gives the keys back to the tour
            if give_back:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def _lay_out(self) -> None:
        over = self.window()
        last = self._panes[-1]
        corners = self._panes[0].mapTo(over, QPoint(0, 0)), last.mapTo(over, last.rect().bottomRight())
        self.setGeometry(QRect(*corners))
        top = round(self.height() * 0.16)
        bottom = top
        for card, pane in zip(self.cards, self._panes, strict=True):
            left = pane.mapTo(over, QPoint(0, 0)).x() - self.x()
            width = min(_WIDEST, pane.width() - 2 * _EDGE)
            layout = card.layout()
            height = layout.totalHeightForWidth(width) if layout else 0
            card.setGeometry(left + (pane.width() - width) // 2, top, width, height)
            bottom = max(bottom, top + height)
        size = self.keys.sizeHint()
        text = self._panes[1]
        middle = text.mapTo(over, QPoint(text.width() // 2, 0)).x() - self.x()
        left = max(_EDGE, min(middle - size.width() // 2, self.width() - size.width() - _EDGE))
        self.keys.setGeometry(QRect(QPoint(left, bottom + 28), size))


def keys_that_matter() -> list[tuple[str, str]]:
    """Return what KEYS do, each with its key as the system writes it."""
    entries = {entry.name: entry for entry in TABLE}
    found = ((entries[name].text.replace("&", ""), entries[name].keys[0]) for name in KEYS)
    return [(what, QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)) for what, key in found]


def _card(title: str, words: str, parent: QWidget) -> QFrame:
    card = _frame(parent)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(4)
    column.addWidget(PlainLabel(title, card, name="clauseTitle"))
    told = WrappedText("message", card)
    told.set_text(words)
    column.addWidget(told)
    return card


def _keys(parent: QWidget) -> QFrame:
    card = _frame(parent)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 16)
    column.setSpacing(6)
    column.addWidget(PlainLabel("Six keys to begin with", card, name="clauseTitle"))
    for what, key in keys_that_matter():
        row = QHBoxLayout()
        row.addWidget(PlainLabel(what, card))
        row.addSpacing(40)
        row.addStretch(1)
        row.addWidget(PlainLabel(key, card, name="key"))
        column.addLayout(row)
    column.addSpacing(6)
    column.addWidget(PlainLabel("Press any key to begin. The tour is in the Help menu.", card, name="faint"))
    return card


def _frame(parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setObjectName("tourCard")
    card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return card
