"""Printing a memo: a band of a page in each turn of the event loop, so that the window never waits for a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from carveout.gui.preview.image import image_of

_FINEST = 300
"""Dots an inch beyond which no one sees a difference in text."""
_BANDS = 8
_POINTS = 72
_REFUSED = "The printer did not take the memo: look whether it is there and switched on, and print again."


class Printing(QObject):
    """Prints one memo. `progressed` tells how far it is; `printed`, `failed`, with a sentence, or `given_up` ends it.

    A page is drawn as a picture: Qt has no other way to hand a PDF to every printer.
    """

    progressed = Signal(int, int, str)
    printed = Signal()
    failed = Signal(str)
    given_up = Signal()

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        """Prepare to print a PDF on a printer, the pages that it is set to."""
        from carveout.agreement.intake.pdf.pictured import Pictured  # noqa: PLC0415  (slow to import)

        super().__init__(parent)
        self._pictured = Pictured(pdf)
        self._printer = printer
        self._pages = wanted(printer, len(self._pictured.sizes))
        self._painter = QPainter()
        self._at = 0
        self._band = 0
        self._next_turn = QTimer(self)
        self._next_turn.timeout.connect(self._print_band)

    def start(self) -> None:
        """Begin to print."""
        self._printer.setFullPage(True)
        if self._pages and self._painter.begin(self._printer):
            self._next_turn.start(0)
        else:
            self._end()
            self.failed.emit(_REFUSED)

    def cancel(self) -> None:
        """Give up; what the printer has by then it may print."""
        if self._next_turn.isActive():
            self._printer.abort()
            self._end()
            self.given_up.emit()

    def _print_band(self) -> None:
        page, paper = self._pages[self._at], self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        width, height = self._pictured.sizes[page]
        fit = min(paper.width() / width, paper.height() / height)
        band = self._band / _BANDS, (self._band + 1) / _BANDS
        image = image_of(self._pictured.picture(page, min(fit, _FINEST / _POINTS), band))
        left, top = (paper.width() - width * fit) / 2, (paper.height() - height * fit) / 2
        target = QRectF(left, top + band[0] * height * fit, width * fit, (band[1] - band[0]) * height * fit)
        self._painter.drawImage(target, image)
        self._band += 1
        if self._band == _BANDS:
            self._turn()

    def _turn(self) -> None:
        self._at, self._band = self._at + 1, 0
        self.progressed.emit(self._at, len(self._pages), f"page {self._at} of {len(self._pages)}")
        if self._at == len(self._pages):
            self._end()
            self.printed.emit()
        elif not self._printer.newPage():
            self._end()
            self.failed.emit(_REFUSED)

    def _end(self) -> None:
        self._next_turn.stop()
        if self._painter.isActive():
            self._painter.end()
        self._pictured.close()


def wanted(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print, counted from 0 and in their order, each as often as a printer can't do by itself."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(count, printer.toPage() or count)
    pages = tuple(range(first - 1, last))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies
