"""Sheets over the window, and the one that tells what this program is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from carveout import __version__
from carveout.gui.labels import PlainLabel

_ABOUT = """Version {version}, Apache License 2.0.

Nothing that you open here leaves this machine.

It stands on Qt {qt} through PySide6 (LGPL 3), Python {python}, sqlite-utils (Apache 2.0)
and reportlab (BSD), and is set in Inter, Source Serif 4 and Noto Serif JP (SIL Open Font License 1.1)."""


class Sheet(QDialog):
    """A sheet with a heading and a button that closes it, as Esc does."""

    def __init__(self, title: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        close = QPushButton("Close")
        close.setProperty("look", "large")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(title, name="workspaceTitle"))
        layout.addWidget(content)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def about_sheet(parent: QWidget) -> Sheet:
    """Return a sheet that tells the version, and whose work it stands on."""
    told = _ABOUT.format(version=__version__, qt=qVersion(), python=platform.python_version())
    return Sheet("Carveout", PlainLabel(told), parent)
