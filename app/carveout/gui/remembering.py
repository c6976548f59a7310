"""Reopening a matter as it was left: the workspace in front, and the second view of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.gui.workspaces import Workspace

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.gui.text.leaves import Leaves
    from carveout.gui.text.splitting import Beside, Splitting
    from carveout.gui.workspaces import Workspaces


class Remembering(QObject):
    """Keeps how each matter was looked at, by the matter's id."""

    def __init__(
        self, session: Session, workspaces: Workspaces, splitting: Splitting, leaves: Leaves, settings: Settings
    ) -> None:
        super().__init__(workspaces)
        self._session = session
        self._workspaces = workspaces
        self._splitting = splitting
        self._leaves = leaves
        self._settings = settings
        self._wanted: Beside | None = None
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._split)
        self._turn_after = QTimer(self)
        self._turn_after.setSingleShot(True)
        self._turn_after.timeout.connect(self._lead)
        session.leaving.connect(self.keep)

    def keep(self) -> None:
        """Remember how the matter on the desk is looked at."""
        matter, front = self._session.matter, self._workspaces.in_front
        if matter is not None and front is not None:
            beside = self._wanted or self._splitting.beside()
            self._settings.keep_manner(matter.id, front, beside)
            if beside is not None and self._wanted is None:
                self._settings.keep_layout("views", self._leaves.saveState())
        self._wanted = None
        self._next_turn.stop()
        self._turn_after.stop()

    def restore(self) -> None:
        """Look at the matter on the desk as it was looked at when it was left.

        A second view comes a turn later, and is at its place another turn later: each lays out as much of the text as
        stands above it.
        """
        matter = self._session.matter
        if matter is None:
            return
        front, self._wanted = self._settings.manner(matter.id)
        if front in set(Workspace) - {Workspace.READ}:
            self._workspaces.show_workspace(Workspace(front))
        if self._wanted is not None:
            self._next_turn.start()

    def _split(self) -> None:
        if self._wanted is not None:
            self._splitting.restore(self._wanted, self._settings.layout("views"))
            self._turn_after.start()

    def _lead(self) -> None:
        if self._wanted is not None:
            self._splitting.lead(self._wanted)
        self._wanted = None
