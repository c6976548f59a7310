"""Esc, where nothing nearer takes it: back to the list or the text that is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from carveout.gui.workspaces import Workspace

if TYPE_CHECKING:
    from carveout.gui.bars import NoticeBar
    from carveout.gui.finding.walking import Walking
    from carveout.gui.text.pane import TextPane
    from carveout.gui.workspaces import Workspaces


class LeadingBack(QObject):
    """Puts aside the notice that has the focus, ends a walk from hit to hit in the text, and gives the focus back."""

    def __init__(
        self, window: QWidget, workspaces: Workspaces, text: TextPane, walking: Walking, notice: NoticeBar
    ) -> None:
        super().__init__(window)
        self._workspaces = workspaces
        self._text = text
        self._walking = walking
        self._notice = notice
        window.installEventFilter(self)
        notice.aside.clicked.connect(self.lead_back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc when it has come up to the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if _has_focus(self._notice):
                self._notice.hide()
            elif _has_focus(self._text):
                self._walking.end()
            self.lead_back()
            return True
        return super().eventFilter(watched, event)

    def lead_back(self) -> None:
        """Give the focus to the list, or the text, of the workspace in front."""
        shown = self._text if self._workspaces.in_front is Workspace.READ else self._workspaces.panel
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(pane: QWidget) -> bool:
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and pane.isAncestorOf(focused)
