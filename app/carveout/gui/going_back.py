"""The way back from the text to the list that it was reached from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.workspaces import Workspace

if TYPE_CHECKING:
    from carveout.gui.place import Place
    from carveout.gui.workspaces import Workspaces


class GoingBack(QObject):
    """Back leads to the list that led to the text, as it was left, until there is another jump; then to that."""

    def __init__(self, place: Place, workspaces: Workspaces) -> None:
        """Be there before the window hears that the text is wanted: what is in front then is what led there."""
        super().__init__(workspaces)
        self._place = place
        self._workspaces = workspaces
        self._from: Workspace | None = None
        workspaces.text_wanted.connect(self._on_text_wanted)
        workspaces.turned.connect(self._on_turned)
        place.moved.connect(self._on_moved)

    @property
    def leads_to_list(self) -> bool:
        """Tell whether back would bring a list to the front."""
        return self._from is not None

    def back(self) -> None:
        """Return to the list, or to the words that the last jump left."""
        if self._from is None:
            self._place.back()
        else:
            self._workspaces.show_workspace(self._from)

    def _on_text_wanted(self) -> None:
        self._from = self._workspaces.in_front

    def _on_turned(self) -> None:
        if self._workspaces.in_front is not Workspace.READ:
            self._from = None

    def _on_moved(self, _clause: int, _span: object) -> None:
        self._from = None
