"""What was copied outlives the window that it was copied in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import createdByPython

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def leave_copied() -> None:
    """Leave the copied words to Qt alone, for the application is about to quit.

    What our editors put on the clipboard is made in Python. Some platforms keep it until after Python has ended, and to
    let it go then ends the process in a crash.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        copied: QMimeData | None = clipboard.mimeData(mode)  # in fact there may be none
        if copied is not None and createdByPython(copied):
            clipboard.setText(copied.text(), mode)
