"""Going round the panes of a window by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


def go_round(around: Iterable[QWidget], step: int) -> None:
    """Give the focus to the pane that is `step` further round than the one that has it, of those in sight."""
    panes: list[QWidget] = [pane for pane in around if pane.isVisible()]
    focused: QWidget | None = QApplication.focusWidget()
    here = next((i for i, p in enumerate(panes) if p is focused or (focused and p.isAncestorOf(focused))), -step)
    if panes:
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
