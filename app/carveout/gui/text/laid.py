"""A reading as it lies on the sheet."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from carveout.agreement.span import Span
from carveout.gui.text.gutters import gutters
from carveout.gui.text.lines import block_at
from carveout.gui.text.margin import Margin
from carveout.gui.text.marks import Marks
from carveout.gui.text.page import Page
from carveout.gui.text.strips import line_at
from carveout.gui.text.typography import Typography

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.text.strips import Strip
    from carveout.review.review import Review


class Laid:
    """A reading's page, what is marked on it, and what stands in its margins."""

    def __init__(self, reading: Reading, review: Review, typography: Typography) -> None:
        self.reading = reading
        self.typography = typography
        self.margin = Margin(reading)
        self.marks = Marks(reading, review)
        self.gutters = gutters(self.margin, typography)
        self.page = Page(reading, typography, self.gutters.left, self.gutters.right)
        self._near = 0

    @property
    def width(self) -> int:
        """All of it from the left margin to the right, in pixels."""
        return round(self.gutters.left + self.typography.column + self.gutters.right)

    @property
    def magnification(self) -> float:
        """How many times as large as usual it is set."""
        return self.typography.magnification

    def is_of(self, other: Laid) -> bool:
        """Tell whether it shows the same as another, however it is set."""
        return self.reading is other.reading and self.marks is other.marks

    def excerpt(self, within: Span) -> Laid:
        """Return the paragraphs that meet a span on a page of their own, marked and numbered alike."""
        made = copy(self)
        made.page = Page(self.reading, self.typography, self.gutters.left, self.gutters.right, within)
        made._near = 0  # noqa: SLF001 (one of its own kind)
        return made

    def enlarged(self, magnification: float) -> Laid:
        """Return the same in another size, on a page of its own."""
        made = copy(self)
        made.typography = Typography(magnification)
        made.gutters = gutters(self.margin, made.typography)
        made.page = self.page.enlarged(self.reading, made.typography, made.gutters.left, made.gutters.right)
        made._near = 0  # noqa: SLF001 (one of its own kind)
        return made

    def copied(self) -> Laid:
        """Return the same for another sheet, on a page of its own."""
        made = copy(self)
        made.page = self.page.copied(self.reading, self.typography, self.gutters.left, self.gutters.right)
        made._near = 0  # noqa: SLF001 (one of its own kind)
        return made

    def take(self, reading: Reading, review: Review) -> None:
        """Take another outline of the same text; the page stays as it is until it is set again."""
        self.reading = reading
        self.marks = Marks(reading, review)

    def set_again(self) -> None:
        """Set the page by the outline that was taken last."""
        self.page.set_again(self.reading, self.typography)

    def read_closely(self, reading: Reading) -> None:
        """Take the same reading with what its close reading found; the page stays as it is."""
        self.reading = reading
        self.marks.read_closely(reading)

    def cursor(self, offset: int) -> QTextCursor:
        """Return a cursor of the page at an offset."""
        cursor = QTextCursor(self.page.document)
        cursor.setPosition(self.page.offsets.position(offset))
        return cursor

    def line_at(self, offset: int) -> Strip:
        """Return the line on which an offset stands, as a strip without width; its paragraph's where no line is set."""
        return line_at(self.page.document, self.page.offsets.position(offset))

    def code_point(self, position: int) -> int | None:
        """Return the offset of the code point behind a position of the page, or before it where a line ends there."""
        if not self.page.pieces:
            return None
        offset = self.page.offsets.offset(position)
        piece = self.page.pieces[self.page.offsets.piece_at(offset)]
        return max(piece.start, min(offset, piece.end - 1))

    def in_sight(self, top: float, height: float) -> Span:
        """Return the part of the text whose blocks stand in a stretch of the page, in pixels from its top."""
        if not self.page.pieces:
            return Span(0, 0)
        document, pieces = self.page.document, self.page.pieces
        self._near = block_at(document, top, self._near)
        last = block_at(document, top + height, self._near)
        return Span(pieces[self._near].start, pieces[last].end + 1)
