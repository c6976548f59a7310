"""The status bar: how far the review has come, and that it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from carveout.agreement.particulars import particulars
from carveout.gui.labels import ElidedLabel, PlainLabel
from carveout.review.annotation import Severity
from carveout.review.coverage import coverage_of

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session


class Status(QStatusBar):
    """Counts of the review, and when it was saved last."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self._representations = Tally("good", appearance)
        self._second = PlainLabel(name="status")
        self._carveouts = Tally("carveout", appearance)
        self._issues = PlainLabel(name="status")
        self._saved = PlainLabel(name="status")
        counts = QWidget()
        layout = QHBoxLayout(counts)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.setSpacing(26)
        for part in (self._representations, self._second, self._carveouts, self._issues):
            layout.addWidget(part)
        self._counts = counts
        self.addWidget(counts)
        self._saved.setContentsMargins(0, 0, 14, 0)
        self._particulars = ElidedLabel(name="status")
        self._particulars.setContentsMargins(26, 0, 20, 0)
        self._particulars.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addPermanentWidget(self._particulars, 1)
        self.addPermanentWidget(self._saved)
        session.opened.connect(self._tell)
        session.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        reading = self._session.reading
        self._counts.setVisible(reading is not None)
        self._saved.setText(self._told_of_saving())
        self._particulars.setText("  ·  ".join(particulars(reading)) if reading else "")
        if reading is None:
            return
        coverage = coverage_of(reading, self._session.review)
        self._representations.tell("Representations", coverage.reviewed, coverage.representations)
        self._second.setVisible(coverage.signed_off > 0)
        self._second.setText(f"Second-read {coverage.signed_off} of {coverage.representations}")
        self._carveouts.tell("Carve-outs decided", coverage.decided, coverage.carveouts)
        high = coverage.open_issues.get(Severity.HIGH, 0)
        opened = sum(coverage.open_issues.values())
        self._issues.setText(f"Open issues {opened} ({high} high)" if high else f"Open issues {opened}")

    def _told_of_saving(self) -> str:
        if self._session.matter is None:
            return ""
        if not self._session.writable:
            return "Read-only"
        saved = self._session.saved_at
        return f"Saved {saved.astimezone():%H:%M:%S}" if saved else "All saved"


class Tally(QWidget):
    """`Representations 7 of 20` with a bar."""

    def __init__(self, colour: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Paint the bar in one of the theme's colours, by its name."""
        super().__init__(parent)
        self._text = PlainLabel(name="status")
        self._bar = Bar(colour, appearance)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)

    def tell(self, of_what: str, done: int, total: int) -> None:
        """Show how many of all are done; where there is nothing to do, nothing."""
        self.setVisible(total > 0)
        self._text.setText(f"{of_what} {done} of {total}")
        self._bar.share = done / total if total else 0.0
        self._bar.update()


class Bar(QWidget):
    """A thin bar, filled by a share of its width."""

    def __init__(self, colour: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self._colour = colour
        self._appearance = appearance
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of every bar."""
        return QSize(110, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the share of it that is done."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.border))
        done = self.rect()
        done.setWidth(round(done.width() * self.share))
        painter.fillRect(done, QColor(getattr(theme, self._colour)))
        painter.end()
