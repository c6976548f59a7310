"""The palette over the window: a field to type into, and what was found below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from carveout.gui.finding.box import NAME
from carveout.gui.finding.model import PaletteModel
from carveout.gui.finding.view import PaletteView
from carveout.gui.labels import ElidedLabel, PlainLabel
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.items import Item
    from carveout.gui.finding.rows import Row

_HOW = "“exact phrase”   OR   -without   in:terms   is:open   by:   tag:      > commands"
_WIDEST, _EDGE, _DOWN = 760, 24, 52
_HIGHEST = 0.72
"""The share of the window's height that the palette takes at most."""
_SHADE = 46
_AROUND = 14
"""Pixels around the rows."""
_STAYS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OURS = frozenset({*_STEPS, *_PAGES, *_TAKES, Qt.Key.Key_Escape})
_MOST_TYPED = 10_000


class Palette(QWidget):
    """Lies over the whole window while it is open; Esc, a click beside it, or whatever else takes the keys ends it.

    `typed` carries what is in the field whenever it changes, `taken` an Item.
    """

    typed = Signal(str)
    taken = Signal(object)

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._moved = False
        self._card = QFrame(self)
        self._card.setObjectName("palette")
        self.field = QLineEdit(self._card)
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText("Words, a clause such as 3.1(a), or a command")
        self.field.setAccessibleName(NAME)
        self.field.setMaxLength(_MOST_TYPED)
        self.model = PaletteModel()
        self.model.setParent(self)
        self.view = PaletteView(self.model, appearance, self._card)
        self._state = PlainLabel(name="paletteState", wrap=True)
        self._how = ElidedLabel(_HOW, name="paletteHow")
        layout = QVBoxLayout(self._card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._state)
        layout.addWidget(self._how)
        self.setAccessibleName(NAME)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.view.taken.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self._tell_chosen)
        appearance.changed.connect(self.view.viewport().update)
        self.hide()

    @property
    def state(self) -> str:
        """What is said below the rows, or instead of them."""
        return self._state.text()

    def open(self, typed: str, select: int = 0) -> None:
        """Open with a text in the field, from `select` on selected, and take the keys."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.field.text() == typed:
            self._on_typed(typed)
        self.field.setText(typed)
        self.field.setSelection(select, len(typed) - select)

    def leave(self) -> None:
        """Close, and give the keys back to who had them."""
        if not self.isVisible():
            return
        held = self.field.hasFocus()
        self.hide()
        before, self._before = self._before, None
        if held and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[Row], state: str = "") -> None:
        """Show rows, and say how things stand. The first row is chosen, until another is by key: that stays chosen."""
        before = self.model.item(self.view.chosen) if self._moved else None
        self.model.show(rows)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self.view.setVisible(bool(rows))
        self._place()
        if before is not None and before in rows:
            self.view.choose(rows.index(before))
        else:
            self.view.choose_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list before the field does, and go where the keys go elsewhere."""
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
                self._place()
        elif isinstance(event, QKeyEvent) and _plain(event):
            if event.key() in _OURS and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.key() in _OURS and event.type() is QEvent.Type.KeyPress:
                self._act(Qt.Key(event.key()))
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.leave()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close where the click is beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))

    def _on_typed(self, typed: str) -> None:
        self._moved = False
        self.typed.emit(typed)

    def _act(self, key: Qt.Key) -> None:
        self._moved = self._moved or key in _STEPS or key in _PAGES
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self.view.step(_STEPS[key])
        elif key in _PAGES:
            self.view.turn_page(_PAGES[key])
        else:
            self._take(self.view.chosen)

    def _take(self, row: int) -> None:
        item: Item | None = self.model.item(row)
        if item is not None:
            self.leave()
            self.taken.emit(item)

    def _tell_chosen(self) -> None:
        row = self.view.chosen
        said = visible(self.model.rows[row].said) if 0 <= row < len(self.model.rows) else self.state
        self.field.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def _place(self) -> None:
        width = min(_WIDEST, self.width() - 2 * _EDGE)
        around = 2 + self.field.sizeHint().height() + self._how.sizeHint().height()
        if self._state.text():
            around += self._state.heightForWidth(width - 2)
        wanted = around + (self.view.rows_height() + _AROUND if self.model.rows else 0)
        height = min(wanted, round(_HIGHEST * self.height()))
        self._card.setGeometry(QRect((self.width() - width) // 2, _DOWN, width, height))


def _plain(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Backtab or not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
