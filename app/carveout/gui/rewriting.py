"""A sheet for as long as the matter is written anew: nobody works on it meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from carveout.gui.errand import Errand
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_MEANWHILE = "It is written anew and compared before it takes the old file's place. This takes a moment."


class RewritingSheet(QDialog):
    """Says what is done, and goes when it is; no key takes it away before. `errand` tells what came of it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        told = WrappedText("muted")
        told.set_text(_MEANWHILE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(title, name="workspaceTitle"))
        layout.addWidget(told)
        self.ensurePolished()  # its height is that of what it wears
        self.resize(460, self.sizeHint().height())
        self.errand = Errand(self)
        self.errand.done.connect(self.accept)

    def begin(self, work: Callable[[], object]) -> None:
        """Stay until the work is done."""
        self.open()
        self.errand.begin(work)

    def reject(self) -> None:
        """Stay: the matter is written whole, or not at all."""
