"""Small sheets over the window: the keys, what this program is made of, and the reviewer's name."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QInputDialog, QPushButton, QVBoxLayout, QWidget

from carveout import __version__
from carveout.gui.actions import ELSEWHERE, TABLE
from carveout.gui.labels import PlainLabel

_ABOUT = """Version {version}, Apache License 2.0.

Nothing that you open here leaves this machine.

It stands on Qt {qt} through PySide6 (LGPL 3), Python {python}, sqlite-utils (Apache 2.0)
and reportlab (BSD), and is set in Inter, Source Serif 4 and Noto Serif JP (SIL Open Font License 1.1)."""
_PEEK = "In a peek"
_COLUMNS = (
    ("&File", "&Edit", "&Go", _PEEK),
    ("&Review", "&View", "&Help"),
    ("&Review/Ou&tline", *(pane for pane in ELSEWHERE if pane != _PEEK)),
)


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
    for groups in _COLUMNS:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for group in groups:
            _add_keys(grid, group)
        grid.setRowStretch(grid.rowCount(), 1)
        columns.addLayout(grid)
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
        self.setOkButtonText("Sign so")
        self.resize(380, self.sizeHint().height())


def _add_keys(grid: QGridLayout, group: str) -> None:
    if grid.count():
        grid.setRowMinimumHeight(grid.rowCount(), 10)
    title = group.rpartition("/")[2].replace("&", "").upper()
    grid.addWidget(PlainLabel(title, name="sectionTitle"), grid.rowCount(), 0)
    for what, keys in (*_keys_of_menu(group), *ELSEWHERE.get(group, {}).items()):
        row = grid.rowCount()
        grid.addWidget(PlainLabel(what), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(PlainLabel(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText), name="key"))
        caps.addStretch(1)
        grid.addLayout(caps, row, 1)


def _keys_of_menu(menu: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.text.replace("&", "").rstrip("…"), e.keys) for e in TABLE if e.menu == menu and e.keys]
