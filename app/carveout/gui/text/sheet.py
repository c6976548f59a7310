"""The sheet that the agreement is read on: the page of text on screen, with its marks and its margins."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from carveout.gui.text.fitting import Fitting
from carveout.gui.text.laid import Laid
from carveout.gui.text.lines import reach
from carveout.gui.text.sight import Sight, paint_above, paint_below
from carveout.gui.text.staying import UPPER, staying
from carveout.gui.text.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.review.review import Review


class Sheet(QTextEdit):
    """Shows a reading for reading: words can be selected and copied, not changed.

    Every offset that goes in or comes out is one of the canonical text.
    """

    magnified = Signal(int)
    """Carries the steps by which the wheel makes the text larger."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.laid: Laid | None = None
        self._clause: Span | None = None
        self._frame: Span | None = None
        self._found: tuple[Span, ...] = ()
        self._blank = QTextDocument(self)
        self.is_led = False
        """Whether the sheet is scrolled by a jump or by being laid out anew, not by its reader."""
        self._numbered = True
        self.fitting = Fitting(self)
        self._setting = QTimer(self)
        self._setting.setSingleShot(True)
        self._setting.timeout.connect(self._set_again)
        self.setObjectName("sheet")
        self.setAccessibleName("Text of the document")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setMouseTracking(True)

    def lay(self, reading: Reading | None, review: Review, magnification: float) -> None:
        """Lay a reading on the sheet, or clear it."""
        self._clause = self._frame = None
        self._found = ()
        self.put(Laid(reading, review, Typography(magnification)) if reading else None)

    def put_again(self, laid: Laid) -> None:
        """Put the same text laid out in another way; place and selection stay."""
        with staying(self):
            self.put(laid)

    def put(self, laid: Laid | None) -> None:
        """Put what is laid out on the sheet, or clear it; the sheet owns its page from now on."""
        before = self.laid
        if laid:
            laid.page.document.setParent(self)  # an editor must not outlive its document
        with self.led():
            self.setDocument(laid.page.document if laid else self._blank)
            self.laid = laid
            if before:
                before.page.document.deleteLater()
            self.fitting.fit()

    def set_again(self, reading: Reading, review: Review) -> None:
        """Set the same text by another outline, in the next turn of the event loop; place and selection stay."""
        if self.laid:
            self.laid.take(reading, review)
            self._setting.start()
            self.viewport().update()

    def take_up(self, review: Review) -> None:
        """Show the annotations as they now stand."""
        if self.laid:
            self.laid.marks.review(review)
            self.viewport().update()

    def read_closely(self, reading: Reading) -> None:
        """Mark what the close reading of the same text found; nothing is set anew, so that nothing moves."""
        if self.laid:
            self.laid.read_closely(reading)
            self.viewport().update()

    def point_out(self, clause: Span | None) -> None:
        """Put the bar beside the current clause."""
        self._clause = clause
        self.viewport().update()

    def lead_to(self, offset: int, frame: Span | None) -> None:
        """Put the caret at an offset, bring it to the upper third, and frame the words that are meant."""
        if not self.laid:
            return
        with self.led():
            self.put_caret(offset)
            self._frame = frame
            self.bring(offset, UPPER)

    @contextmanager
    def led(self) -> Iterator[None]:
        """Scroll for another reason than that the reader does."""
        before, self.is_led = self.is_led, True
        yield
        self.is_led = before

    def show_found(self, found: tuple[Span, ...]) -> None:
        """Draw a box around words that were looked for, given in the order of the text."""
        self._found = found
        self.viewport().update()

    def put_caret(self, offset: int) -> None:
        """Put the caret at an offset."""
        if self.laid:
            self.setTextCursor(self.laid.cursor(offset))

    def bring(self, offset: int, share: float) -> None:
        """Scroll until the line of an offset stands at a share of the window's height."""
        if not self.laid:
            return
        top = self.laid.line_at(offset).top
        with self.led():
            reach(self, top)
            self.verticalScrollBar().setValue(round(top - share * self.viewport().height()))
        self.viewport().update()

    def number(self, numbered: bool) -> None:  # noqa: FBT001  (as the look has it)
        """Show the numbers of the source's lines beside the text, or don't."""
        if numbered != self._numbered:
            self._numbered = numbered
            self.viewport().update()

    def unframe(self) -> None:
        """Take the frame away: counsel has moved on."""
        if self._frame:
            self._frame = None
            self.viewport().update()

    def top(self) -> int:
        """Return the offset of the first word in the window."""
        return self.laid.page.offsets.offset(self.cursorForPosition(QPoint(0, 0)).position()) if self.laid else 0

    def caret(self) -> int | None:
        """Return the offset of the code point at the caret, or before it where a line ends there."""
        return self.laid.code_point(self.textCursor().position()) if self.laid else None

    def selected(self) -> Span | None:
        """Return the words that are selected, None where none are."""
        cursor = self.textCursor()
        if not self.laid or not cursor.hasSelection():
            return None
        span = self.laid.page.offsets.span(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def sight(self) -> Sight | None:
        """Return what the window shows, None where nothing lies on the sheet."""
        if not self.laid:
            return None
        top, height = self.scrolled().y(), self.viewport().height()
        return Sight(
            self.laid,
            self.laid.in_sight(top, height),
            self.lineWrapColumnOrWidth(),
            self._clause,
            self._frame,
            self._found,
            self._numbered,
            top,
            top + height,
        )

    def scrolled(self) -> QPointF:
        """Return where the document stands at the upper left corner of the window, in pixels."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the canonical text, not what the screen shows for it."""
        mime = QMimeData()
        span = self.selected()
        if self.laid and span:
            mime.setText(span.of(self.laid.reading.text))
        return mime

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the words upon them, and what stands beside and below the words."""
        sight, theme = self.sight(), self._appearance.theme
        if sight:
            with self._painter() as painter:
                paint_below(painter, sight, theme)
        super().paintEvent(event)
        if sight:
            with self._painter() as painter:
                paint_above(painter, sight, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, no wider than it reads well."""
        super().resizeEvent(event)
        self.fitting.on_resized()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl make the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.magnified.emit(1 if turned > 0 else -1)
        else:
            super().wheelEvent(event)

    def _set_again(self) -> None:
        if self.laid:
            with staying(self):
                self.laid.set_again()

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-self.scrolled())
            yield painter
