"""The list of what a field completes to, which Qt opens apart from the window, in the window's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.dressing import worn_by

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCompleter, QLineEdit


class Dressed(QObject):
    """Has what a field completes to look like the window that the field is in, whatever that wears by then."""

    def __init__(self, field: QLineEdit) -> None:
        """Stay as long as the field does."""
        super().__init__(field)
        self._field = field
        field.textEdited.connect(self._dress)

    def _dress(self) -> None:
        completer: QCompleter | None = self._field.completer()
        popup = completer.popup() if completer is not None else None
        worn = worn_by(self._field)
        if popup is not None and popup.styleSheet() != worn:
            popup.setObjectName("completions")
            popup.setStyleSheet(worn)
