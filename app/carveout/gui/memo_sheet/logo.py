"""The firm's logo: chosen from a file, seen as it will be printed, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel
from carveout.memo.logo import LogoError, logo_of, made_over

if TYPE_CHECKING:
    from carveout.memo.logo import Logo

_KINDS = "Pictures (*.png *.jpg *.jpeg)"
_GLIMPSE = QSize(120, 34)
_THREE = 3
"""Bytes of a pixel."""


class LogoField(QWidget):
    """A glimpse of the logo with two buttons. `chosen` says that a person chose another or none.

    What can't be used is told beneath, which `refused` says, and the logo before it stays.
    """

    chosen = Signal()
    refused = Signal()

    def __init__(self, logo: bytes, trouble: str) -> None:
        """Begin with the bytes of a picture, or none, and with a sentence where it isn't the one of last time."""
        super().__init__()
        self.logo = logo
        self.glimpse = PlainLabel(name="logoGlimpse")
        self.glimpse.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = _button("C&hoose…", "Choose a logo")
        self.remove = _button("&Remove", "Remove the logo")
        self.told = WrappedText("warning")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.glimpse)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.told)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        self._tell(trouble)
        self._show()

    def take(self, path: Path) -> None:
        """Take the picture of a file, or say why it can't be used."""
        try:
            self.logo = logo_of(path)
        except LogoError as error:
            self._tell(str(error))
            self.refused.emit()
            return
        self._tell("")
        self._show()
        self.chosen.emit()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "Choose a logo", str(Path.home()), _KINDS)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, path: str) -> None:
        self.take(Path(path))

    def _on_remove(self) -> None:
        self.logo = b""
        self._tell("")
        self._show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _tell(self, sentence: str) -> None:
        self.told.set_text(sentence)
        self.told.setVisible(bool(sentence))

    def _show(self) -> None:
        self.glimpse.setVisible(bool(self.logo))
        self.remove.setVisible(bool(self.logo))
        if self.logo:
            self.glimpse.setPixmap(_pixmap(made_over(self.logo), self.devicePixelRatioF()))
            self.glimpse.setAccessibleName("Logo")


def _pixmap(logo: Logo, ratio: float) -> QPixmap:
    """Return the picture as large as a glimpse may be, sharp on a screen of so many pixels for each of ours."""
    image = QImage(logo.pixels, logo.width, logo.height, _THREE * logo.width, QImage.Format.Format_RGB888)
    room = _GLIMPSE * ratio
    if image.width() > room.width() or image.height() > room.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(room, keep, smooth)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "segment")
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    return button
