"""The preview beside the settings of a memo: its pages, and how far their making is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.manuscript import NotReadableError
from carveout.gui.bars import WorkBar
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.preview.pages_view import PagesView
from carveout.gui.preview.turning import Turning

if TYPE_CHECKING:
    from carveout.agreement.intake.pdf.pictured import Pictured
    from carveout.gui.appearance import Appearance
    from carveout.gui.preview.making import Making

_WORK = "The memo is being made; nothing is written yet"
_GIVEN_UP = "The preview was cancelled. The memo can be saved all the same."
_NOT_SHOWN = "The pages can't be shown here. The memo can be saved all the same."
_NO_PARTS = "Choose at least one part to see the memo."


class Preview(QFrame):
    """Shows what a making makes. `settled` says that there is a memo to print now, or that there is none any more."""

    settled = Signal()

    def __init__(self, making: Making, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("preview")
        self.pdf = b""
        """The memo that is shown, whole; empty while it is being made or where it couldn't be."""
        self._making = making
        self.pages = PagesView(appearance, self)
        self.turning = Turning(self.pages, self)
        self.work = WorkBar(self)
        self.told = WrappedText("previewTold", self)
        self.again = QPushButton("Preview again", self)
        self.again.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.turning)
        column.addWidget(self.work)
        column.addWidget(self.told)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pages, 1)
        self.again.clicked.connect(self._on_again)
        self.work.cancelled.connect(making.cancel)
        making.asked.connect(self._on_asked)
        making.progressed.connect(self.work.progress)
        making.begun.connect(self._on_begun)
        making.made.connect(self._on_made)
        making.failed.connect(self._tell)
        making.cancelled.connect(self._on_cancelled)
        self._tell("")

    def miss_parts(self) -> None:
        """Say that there is nothing to show while no part is chosen."""
        self._making.give_up()
        self._tell(_NO_PARTS)

    def say(self, sentence: str) -> None:
        """Say something of the memo that is shown, or nothing; work on it has ended."""
        self.work.hide()
        self.told.set_text(sentence)
        self.told.setVisible(bool(sentence))

    def _on_asked(self) -> None:
        self._forget()
        self._tell("")
        self.again.hide()
        self.work.begin(_WORK)

    def _on_begun(self, pdf: bytes) -> None:
        """Show the first pages, unless the reader is further on in those before."""
        pictured = _pictured(pdf)
        if pictured is not None and self.pages.page <= len(pictured.sizes):
            self.turning.go_on(True)  # noqa: FBT003
            self.pages.show_pages(pictured)
        elif pictured is not None:
            pictured.close()

    def _on_made(self, pdf: bytes) -> None:
        pictured = _pictured(pdf)
        if pictured is None:
            self._tell(_NOT_SHOWN)
            return
        self._tell("")
        self.again.hide()
        self.turning.go_on(False)  # noqa: FBT003
        self.pages.show_pages(pictured)
        self.pdf = pdf
        self.settled.emit()

    def _on_cancelled(self) -> None:
        self._tell(_GIVEN_UP)

    def _on_again(self) -> None:
        self._making.make_again()

    def _tell(self, sentence: str) -> None:
        self.say(sentence)
        self.again.setVisible(bool(sentence) and sentence != _NO_PARTS)
        if sentence:
            self._forget()

    def _forget(self) -> None:
        if self.pdf:
            self.pdf = b""
            self.settled.emit()


def _pictured(pdf: bytes) -> Pictured | None:
    from carveout.agreement.intake.pdf.pictured import Pictured  # noqa: PLC0415  (slow to import)

    try:
        return Pictured(pdf)
    except NotReadableError:
        return None
