"""Exporting the picture: asked for by name, told in words where it can't be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from carveout.gui.inspector.wrapping import WrappedText

if TYPE_CHECKING:
    from carveout.gui.siblings.map import Canvas

_KINDS = "Scalable picture (*.svg);;Picture (*.png)"
_ENDINGS = {".svg", ".png"}


class PictureExport(QWidget):
    """A button, and beside it what came of it."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._told = WrappedText("muted", self)
        self._told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton("Export picture…", self)
        self.button.setProperty("look", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._on_clicked)

    @property
    def told(self) -> str:
        """What came of the last export."""
        return self._told.text()

    def write(self, path: Path) -> None:
        """Write the picture to a file, which is given the ending of a scalable picture where it has none of a kind."""
        path = path if path.suffix.lower() in _ENDINGS else path.with_name(f"{path.name}.svg")
        try:
            self._canvas.export(path)
        except OSError:
            self._told.set_text(f"“{path.name}” could not be written there: choose a folder of your own.")
        else:
            self._told.set_text(f"Written to “{path.name}”.")

    def _on_clicked(self) -> None:
        dialog = QFileDialog(self.window(), "Export picture", str(Path.home() / "carve-outs.svg"), _KINDS)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self.write(Path(path))
