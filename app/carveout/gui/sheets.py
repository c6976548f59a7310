"""Small sheets over the window: the keys, what this program is made of, and the reviewer's name."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QInputDialog, QPushButton, QVBoxLayout, QWidget

from carveout import __version__
from carveout.gui.actions import TABLE
from carveout.gui.labels import PlainLabel

_ABOUT = """Version {version}, Apache License 2.0.

Nothing that you open here leaves this machine.

It stands on Qt {qt} through PySide6 (LGPL 3), Python {python}, sqlite-utils (Apache 2.0)
and reportlab (BSD), and is set in Inter, Source Serif 4 and Noto Serif JP (SIL Open Font License 1.1)."""
_COLUMNS = (("&File", "&Edit", "&Go", "&Help"), ("&Review", "&View"))


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


def keys_sheet(parent: QWidget) -> Sheet:
    """Return a sheet of every key of the window, menu by menu."""
    content = QWidget()
    columns = QHBoxLayout(content)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(44)
    for menus in _COLUMNS:
        column = QVBoxLayout()
        column.setSpacing(14)
        for menu in menus:
            column.addLayout(_keys_of(menu))
        column.addStretch(1)
        columns.addLayout(column)
    return Sheet("Keyboard", content, parent)


def about_sheet(parent: QWidget) -> Sheet:
    """Return a sheet that tells the version, and whose work it stands on."""
    told = _ABOUT.format(version=__version__, qt=qVersion(), python=platform.python_version())
    return Sheet("Carveout", PlainLabel(told), parent)


class NameSheet(QInputDialog):
    """Asks for the name that notes are signed with."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Offer the name that notes are signed with now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Sign notes as")
        self.setLabelText("Your name, as the memo shows it:")
        self.setTextValue(name)


def _keys_of(menu: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    grid.addWidget(PlainLabel(menu.replace("&", "").upper(), name="sectionTitle"), 0, 0)
    for entry in TABLE:
        if entry.menu != menu or not entry.keys:
            continue
        row = grid.rowCount()
        grid.addWidget(PlainLabel(entry.text.replace("&", "").rstrip("…")), row, 0)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for key in entry.keys:
            keys.addWidget(PlainLabel(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText), name="key"))
        keys.addStretch(1)
        grid.addLayout(keys, row, 1)
    return grid
