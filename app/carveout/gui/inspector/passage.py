"""Text to read and to select: as tall as it needs to be, scrolled by the pane that it stands in."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from carveout.gui.fonts import load_faces_for
from carveout.gui.inspector.wrapping import Lines
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from carveout.agreement.span import Span

_LONG = 20_000
"""Code points beyond which a passage scrolls in a window of its own."""
_LONG_HEIGHT = 480
_COLUMN = 280


class Passage(QPlainTextEdit):
    """Plain text that can be selected and copied. Font and colour come from the stylesheet, by object name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown = ""
        self._heights: dict[int, int] = {}

    def set_text(self, text: str, highlighted: Span | None = None, ground: str = "") -> None:
        """Show a text, the span of it that is given on a ground of that colour."""
        load_faces_for(text)
        self._shown = visible(text)
        self._heights.clear()
        self.setPlainText(self._shown)
        self.setAccessibleName(self._shown)
        whole = len(self._shown) > _LONG
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setExtraSelections([])
        if highlighted:
            self._highlight(text, highlighted, ground)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the text takes at a width."""
        if len(self._shown) > _LONG:
            return _LONG_HEIGHT
        if width not in self._heights:
            self._heights[width] = ceil(Lines(self._shown, self.font(), width).height) + 2
        return self._heights[width]

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the height follows from the width."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for a column's width; any other will do."""
        return QSize(_COLUMN, self.heightForWidth(_COLUMN))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of a few letters."""
        return QSize(40, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another height in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the pane, but for a passage with a bar of its own."""
        if len(self._shown) > _LONG:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _highlight(self, text: str, span: Span, ground: str) -> None:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(visible(text[: span.start])))
        cursor.setPosition(_units(visible(text[: span.end])), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(QColor(ground))
        self.setExtraSelections([selection])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
