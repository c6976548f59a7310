"""Small sheets over the window: the keys, and what this program is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from carveout import __version__
from carveout.gui.actions import TABLE
from carveout.gui.labels import PlainLabel

_ABOUT = """Carveout {version}. Apache License 2.0.

Qt {qt} through PySide6 (LGPL 3), sqlite-utils (Apache 2.0), reportlab (BSD).
Inter, Source Serif 4 and Noto Serif JP (SIL Open Font License 1.1).
Python {python}.

Nothing that you open here leaves this machine."""


class KeysSheet(QDialog):
    """Every key of the window, menu by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        menu = ""
        for entry in TABLE:
            if not entry.keys:
                continue
            row = grid.rowCount()
            if entry.menu != menu:
                menu = entry.menu
                grid.addWidget(PlainLabel(menu.replace("&", "").upper(), name="sectionTitle"), row, 0, 1, 2)
                row += 1
            grid.addWidget(PlainLabel(entry.text.replace("&", "")), row, 0)
            keys = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in entry.keys)
            grid.addWidget(PlainLabel(keys, name="key"), row, 1, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        content.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll)
        layout.addWidget(_close_button(self))
        self.resize(460, 620)


class AboutSheet(QDialog):
    """The version, and whose work it stands on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Carveout")
        told = _ABOUT.format(version=__version__, qt=qVersion(), python=platform.python_version())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addWidget(PlainLabel(told))
        layout.addWidget(_close_button(self))


def _close_button(sheet: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    return buttons
