"""Where the focus was before an editor, a card or a verdict took it, so that closing that gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FocusBefore:
    """Remembers the widget outside a pane that had the focus last."""

    def __init__(self, pane: QWidget) -> None:
        self._pane = pane
        self._before: QWidget | None = None

    def remember(self) -> None:
        """Take note of what has the focus, unless it is in the pane."""
        focused = QApplication.focusWidget()
        if focused is not None and not self._pane.isAncestorOf(focused):
            self._before = focused

    def give_back(self) -> None:
        """Give the focus back, to the pane where nothing is left to give it to."""
        before, self._before = self._before, None
        kept = before is not None and shiboken6.isValid(before) and before.isVisible()
        (before if before is not None and kept else self._pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back_if_taken(self) -> None:
        """Give the focus back where it was taken from somewhere."""
        if self._before is not None:
            self.give_back()
