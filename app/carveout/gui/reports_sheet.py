"""Help > Show crash reports: what was noted where Carveout failed, and where that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel
from carveout.gui.reports import reports, reports_folder
from carveout.gui.sheets import Sheet

if TYPE_CHECKING:
    from pathlib import Path

_LEAD = (
    "A report holds the kind of an error, places in Carveout's code and versions: no word of a document or a note, and "
    "no name of a file. Nobody is sent one unless you send it."
)
_NONE = "Carveout has not failed on this machine."
_BETWEEN = "\n\n"


def reports_sheet(parent: QWidget) -> Sheet:
    """Return a sheet with every report that is kept, the newest first, and the folder that they are in."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    lead = WrappedText("message")
    lead.set_text(_LEAD)
    lead.setMinimumWidth(620)
    column.addWidget(lead)
    kept = reports()
    if kept:
        told = QPlainTextEdit(_BETWEEN.join(_read(path) for path in kept))
        told.setObjectName("reports")
        told.setReadOnly(True)
        told.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        told.setTabChangesFocus(True)
        told.setMinimumHeight(260)
        told.setAccessibleName("Crash reports")
        column.addWidget(told, 1)
    else:
        column.addWidget(PlainLabel(_NONE, name="muted"))
    column.addWidget(
        PlainLabel("They are in this folder:" if kept else "Reports would be in this folder:", name="muted")
    )
    folder = QLineEdit(str(reports_folder()))
    folder.setReadOnly(True)
    folder.setCursorPosition(0)
    folder.setAccessibleName("Folder of the reports")
    column.addWidget(folder)
    return Sheet("Crash reports", content, parent)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return f"{path.name} can't be read."
