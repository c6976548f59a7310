"""One view of the text: the sheet, what watches it, and a line above it that says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.labels import ElidedLabel, plain_tooltip
from carveout.gui.text.pointer import Pointer
from carveout.gui.text.sheet import Sheet
from carveout.gui.text.staying import UPPER
from carveout.gui.text.telling import Telling
from carveout.gui.text.ways import Way, named

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance

_WITHIN = 12
"""Pixels below the place where words are led to at which the clause that stands there is looked for."""


class Leaf(QFrame):
    """Shows the text at a place of its own; `clause` is the one that it was led to, kept while another is in front.

    `taken` says that it has the focus, `moved` that its caret moved, `scrolled` by how many pixels the reader
    scrolled; `closing` that the reader wants it gone.
    """

    taken = Signal(object)
    moved = Signal(object)
    scrolled = Signal(object, int)
    closing = Signal(object)

    def __init__(self, appearance: Appearance, pane: QWidget) -> None:
        """Make a view that is at no place yet; what it tells is shown over `pane`."""
        super().__init__(pane)
        self.setObjectName("leaf")
        self.clause: int | None = None
        self._stood = 0
        self.sheet = Sheet(appearance, self)
        self.sheet.setPlaceholderText("Open an agreement to read it here.")
        self.setFocusProxy(self.sheet)
        self.telling = Telling(self.sheet, pane)
        self.pointer = Pointer(self.sheet)
        self._where = ElidedLabel(name="leafWhere")
        self._close = QPushButton("Close")
        self._close.setProperty("look", "quiet")
        self._close.setToolTip(plain_tooltip("Show the text once (F8)"))
        self._head = QFrame()
        self._head.setObjectName("leafHead")
        line = QHBoxLayout(self._head)
        line.setContentsMargins(14, 3, 6, 3)
        line.addWidget(self._where, 1)
        line.addWidget(self._close)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.sheet)
        self._head.hide()
        self._close.clicked.connect(self._on_closed)
        self.sheet.installEventFilter(self)
        self.sheet.cursorPositionChanged.connect(self._on_caret_moved)
        self.sheet.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def where(self) -> str:
        """What the line above the text says, empty where there is none."""
        return self._where.text() if self._head.isVisibleTo(self) else ""

    def head(self, *, shown: bool, front: bool) -> None:
        """Show the line above the text, marked where this view follows the other panes; or take it away."""
        self.sheet.fitting.gives_way = not front
        self._head.setVisible(shown)
        self._head.setProperty("front", front)
        for part in (self._head, self._where):
            part.style().polish(part)
        self._close.setAccessibleName(f"Close this view at {self._where.text()}")
        name = "Text of the document"
        self.sheet.setAccessibleName(f"{name}, {'the view that follows' if front else 'other view'}" if shown else name)
        self.tell_where()

    def take_room(self) -> None:
        """Give the sheet the room that the view has now, before a text is put on it."""
        self._column.activate()

    def lead(self, clause: int, span: Span | None = None) -> None:
        """Show a clause, or words in it, and take note that this is the place."""
        laid = self.sheet.laid
        if laid is not None:
            self.clause = clause
            named_one = laid.reading.outline[clause]
            self.sheet.lead_to(span.start if span else named_one.start, span)
            self.sheet.point_out(named_one.span)

    def line_of(self, offset: int) -> QRect:
        """Return where the line of an offset stands in the sheet's window, brought there where it wasn't in sight."""
        sheet, laid = self.sheet, self.sheet.laid
        if laid is None:
            return sheet.cursorRect()
        if not sheet.viewport().rect().contains(sheet.cursorRect(laid.cursor(offset)).center()):
            sheet.bring(offset, UPPER)
        return sheet.cursorRect(laid.cursor(offset))

    def scroll_by(self, pixels: int) -> None:
        """Scroll along with another view."""
        bar = self.sheet.verticalScrollBar()
        with self.sheet.led():
            bar.setValue(bar.value() + pixels)

    def tell_where(self) -> None:
        """Say above the text which clause stands in its upper part."""
        laid = self.sheet.laid
        if laid is None or not self._head.isVisibleTo(self):
            return
        window = self.sheet.viewport().size()
        end = self.sheet.cursorForPosition(QPoint(window.width(), round(UPPER * window.height()) + _WITHIN))
        offset = laid.code_point(end.position() - 1)  # the clause may begin within the line
        clause = laid.reading.outline.at(offset) if offset is not None else None
        self._where.setText(named(laid.reading, Way(clause)) if clause is not None else "Before the first clause")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the sheet takes the focus."""
        if event.type() is QEvent.Type.FocusIn:
            self.taken.emit(self)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text from beside the column, too."""
        QCoreApplication.sendEvent(self.sheet.verticalScrollBar(), event)

    def _on_caret_moved(self) -> None:
        self.moved.emit(self)

    def _on_scrolled(self, value: int) -> None:
        by, self._stood = value - self._stood, value
        self.tell_where()
        if by and not self.sheet.is_led:
            self.scrolled.emit(self, by)

    def _on_closed(self) -> None:
        self.closing.emit(self)


def focus(leaf: Leaf) -> None:
    """Give a view the focus."""
    leaf.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
