"""Going by key: round the panes in sight, and to the field that filters what is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.outline.panel import OutlinePanel
    from carveout.gui.text.leaves import Leaves
    from carveout.gui.workspaces import Workspaces


class GoingRound(QObject):
    """Gives the focus to the next or the previous pane: the bars first, then from the left to the right."""

    def __init__(
        self,
        workspaces: Workspaces,
        outline: OutlinePanel,
        leaves: Leaves,
        inspector: InspectorPanel,
        *,
        bars: tuple[QWidget, ...],
        strips: tuple[QWidget, ...],
    ) -> None:
        """Go through the `bars` above all panes, and the `strips` above the text, where they are in sight."""
        super().__init__(workspaces)
        self._workspaces = workspaces
        self._outline = outline
        self._leaves = leaves
        self._inspector = inspector
        self._bars = bars
        self._strips = strips

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "filter": self.go_to_filter,
            "next_pane": self.go_to_next,
            "previous_pane": self.go_to_previous,
        }

    def go_to_filter(self) -> None:
        """Give the focus to the field that filters what is in front, if any; what is typed replaces what it says."""
        field = self._workspaces.field if self._workspaces.panel is not None else self._outline.field
        if field is not None and field.isVisible():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def go_to_next(self) -> None:
        """Give the focus to the next pane."""
        _go_round(self._around(), 1)

    def go_to_previous(self) -> None:
        """Give the focus to the pane before."""
        _go_round(self._around(), -1)

    def _around(self) -> tuple[QWidget, ...]:
        read = (self._outline, *self._strips, *self._leaves.all, self._inspector)
        return (*self._bars, *read, *self._workspaces.around)


def _go_round(around: Iterable[QWidget], step: int) -> None:
    """Give the focus to the pane that is `step` further round than the one that has it, of those in sight."""
    panes: list[QWidget] = [pane for pane in around if pane.isVisible()]
    focused: QWidget | None = QApplication.focusWidget()
    here = next((i for i, p in enumerate(panes) if p is focused or (focused and p.isAncestorOf(focused))), -step)
    if panes:
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
