"""Asking for a file to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from carveout.store.naming import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_KINDS = {
    "Agreements, filings and matters": f"*.docx *.pdf *.htm *.html *.txt *.md *{SUFFIX}",
    "Word documents": "*.docx",
    "PDF": "*.pdf",
    "Web pages": "*.htm *.html",
    "Text": "*.txt *.md",
    "Matters": f"*{SUFFIX}",
    "All files": "*",
}
"""What the dialog offers to open; what a file is shows in its content, not in its name."""


def open_dialog(window: QWidget, folder: Path) -> QFileDialog:
    """Return a dialog that asks for a file, beginning in a folder; it goes away with its closing."""
    kinds = ";;".join(f"{kind} ({endings})" for kind, endings in _KINDS.items())
    dialog = QFileDialog(window, "Open", str(folder), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
