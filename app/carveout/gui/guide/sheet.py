"""The guide beside the window: its contents and what is found on the left, the page on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.guide.hits import Hits
from carveout.gui.guide.listing import Listed
from carveout.gui.guide.page import GuidePage
from carveout.gui.guide.searching import found
from carveout.gui.guide.topics import FIRST
from carveout.gui.labels import ElidedLabel, PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.gui.guide.searching import Hit
    from carveout.gui.settings import Settings

_SIZE = QSize(1120, 820)
_SHARE = 0.94
_KEPT = "guide"
_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WALKING = _ON | {Qt.Key.Key_Down, Qt.Key.Key_Up}
_SIDES = (270, 850)
_TYPED = 60
"""Milliseconds without another letter after which what was typed is looked up."""
_NOTHING = "No page holds all of these words. Try fewer, or look through the contents."
_COPIED = "{} was copied; Carveout opens no connection, so open it in your browser."


class GuideSheet(QDialog):
    """The guide, beside which the window can be worked in."""

    def __init__(self, appearance: Appearance, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Guide")
        self.page = GuidePage(appearance, self)
        self.contents = Listed()
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in the guide")
        self.field.setAccessibleName("Find in the guide")
        self.field.setClearButtonEnabled(True)
        self.hits = Hits()
        self.nothing = PlainLabel(_NOTHING, name="emptyState", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(14, 10, 14, 0)
        self.back = _button("\N{LEFTWARDS ARROW}", "Back", "Alt+Left")
        self.forward = _button("\N{RIGHTWARDS ARROW}", "Forward", "Alt+Right")
        self.told = ElidedLabel("", name="muted")
        self._sides = QStackedWidget()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPED)
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.resize(_SIZE.boundedTo(parent.screen().availableSize() * _SHARE))
        self.restoreGeometry(settings.layout(_KEPT))

    def show_page(self, file: str) -> None:
        """Show a page from its beginning."""
        self.field.clear()
        self.page.turn_to(file or FIRST)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Remember where the guide lay and how large it was, however it is closed."""
        self._settings.keep_layout(_KEPT, self.saveGeometry())
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up what is looked for on Esc, and the guide if nothing is."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field walk what is found: Enter and Shift+Enter through the page, the arrows to other pages."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if self._typing.isActive() and event.key() in _WALKING:
                self._look_up()
                return True
            if event.key() in _ON:
                self.page.marked.go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() in _WALKING:
                self.hits.go_on(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(10, 10, 14, 10)
        above.setSpacing(6)
        above.addWidget(self.back)
        above.addWidget(self.forward)
        above.addSpacing(8)
        above.addWidget(self.told, 1)
        self.field.setFixedWidth(300)
        above.addWidget(self.field)
        for side in (self.contents, self.hits, self.nothing):
            self._sides.addWidget(side)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._sides)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(_SIDES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self._typing.timeout.connect(self._look_up)
        self._marking.timeout.connect(self._mark)
        self.field.textChanged.connect(self._on_typed)
        self.hits.chosen.connect(self._on_hit)
        self.contents.chosen.connect(self.page.turn_to)
        self.page.turned.connect(self._on_turned)
        self.page.copied.connect(self._on_copied)
        self.back.clicked.connect(self.page.backward)
        self.forward.clicked.connect(self.page.forward)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        for keys, do in (
            (QKeySequence.StandardKey.Find, self._look),
            (QKeySequence("Ctrl+K"), self._look),
            (QKeySequence("Alt+Left"), self.page.backward),
            (QKeySequence("Alt+Right"), self.page.forward),
            (QKeySequence("F3"), self._on_next),
            (QKeySequence("Shift+F3"), self._on_previous),
            (QKeySequence("F6"), self._go_round),
        ):
            QShortcut(keys, self).activated.connect(do)

    def _look(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_next(self) -> None:
        self.page.marked.go_on(1)

    def _on_previous(self) -> None:
        self.page.marked.go_on(-1)

    def _go_round(self) -> None:
        side = self.hits if self._sides.currentWidget() is self.hits else self.contents
        (side if self.page.hasFocus() else self.page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._typing.start()
        else:
            self._look_up()

    def _look_up(self) -> None:
        self._typing.stop()
        typed = self.field.text()
        hits = found(typed)
        self._sides.setCurrentIndex((1 if hits else 2) if typed.strip() else 0)
        self.hits.show_hits(hits)

    def _on_hit(self, hit: Hit | None) -> None:
        if hit is not None:
            self.page.turn_to(hit.page.file)
        self._marking.start()  # the page is seen first: going to a place lays out all that is before it

    def _mark(self) -> None:
        self.page.marked.mark(self.field.text().split() if self.hits.count() else ())

    def _on_turned(self, file: str) -> None:
        self.told.setText("")
        self.contents.show_chosen(file)

    def _on_copied(self, address: str) -> None:
        self.told.setText(_COPIED.format(address))


def _button(sign: str, name: str, key: str) -> QPushButton:
    button = QPushButton(sign)
    button.setProperty("look", "quiet")
    button.setAutoDefault(False)
    button.setEnabled(False)
    button.setAccessibleName(name)
    button.setToolTip(plain_tooltip(f"{name} ({key})"))
    return button
