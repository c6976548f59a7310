"""Help > About Carveout: its version, and everything that it is made of with each licence in full."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from carveout import __version__
from carveout.gui.labels import PlainLabel
from carveout.gui.notices import Notice, notices
from carveout.gui.sheets import Sheet

_ABOUT = """Version {version}, Apache License 2.0.

Nothing that you open here leaves this machine.

It stands on Qt {qt} through PySide6, Python {python}, sqlite-utils and reportlab; a matter under a passphrase on
SQLCipher with OpenSSL. It is set in Inter, Source Serif 4 and Noto Serif JP."""
_PARTS = "Everything in it, and by whose leave:"
_MISSING = "The list of what Carveout is made of can't be read: install Carveout again to have it back."
_WIDE, _HIGH = 860, 300


def about_sheet(parent: QWidget) -> Sheet:
    """Return a sheet that tells the version, and whose work it stands on."""
    told = _ABOUT.format(version=__version__, qt=qVersion(), python=platform.python_version())
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(PlainLabel(told))
    try:
        parts = notices()
    except (OSError, ValueError, KeyError):
        column.addWidget(PlainLabel(_MISSING, name="muted"))
    else:
        column.addWidget(PlainLabel(_PARTS, name="muted"))
        column.addWidget(Licences(parts), 1)
    return Sheet("Carveout", content, parent)


class Licences(QWidget):
    """The parts by name, and the licence of the chosen one in full."""

    def __init__(self, parts: tuple[Notice, ...]) -> None:
        """Show the parts with the first one chosen."""
        super().__init__()
        self._parts = parts
        self.names = QListWidget()
        self.names.setObjectName("listing")
        self.names.setAccessibleName("Parts of Carveout")
        self.names.addItems([_line(part) for part in parts])
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = QPlainTextEdit()
        self.words.setObjectName("licence")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName("Licence of the chosen part")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.names, 2)
        row.addWidget(self.words, 3)
        self.setMinimumSize(_WIDE, _HIGH)
        self.names.currentRowChanged.connect(self._on_chosen)
        self.names.setCurrentRow(0)

    def _on_chosen(self, row: int) -> None:
        self.words.setPlainText(self._parts[row].words() if row >= 0 else "")


def _line(part: Notice) -> str:
    """Return a part as one line of the list, with its licence beneath."""
    within = f", within {part.within}" if part.within else ""
    version = f" {part.version}" if part.version else ""
    return f"{part.name}{version}{within}\n{part.licence}"
