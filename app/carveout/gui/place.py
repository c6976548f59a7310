"""Where counsel is in the document: the clause that every pane shows, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.span import Span


class Place(QObject):
    """The clause, and the words in it, that the panes show together.

    `clause` is its id and `span` the words that were jumped to, None where the jump was to the clause as a whole or
    the reader has moved on. `moved` carries both. `arrived` is not a jump but the reader's own movement in the text,
    which the other panes follow and the text itself need not.
    """

    moved = Signal(int, object)
    arrived = Signal(int)
    trail_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clause: int | None = None
        self.span: Span | None = None
        self._behind: list[int] = []
        self._ahead: list[int] = []

    @property
    def can_go_back(self) -> bool:
        """Tell whether there was a place before this one."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether back was taken and can be taken back."""
        return bool(self._ahead)

    def go(self, clause: int, span: Span | None = None) -> None:
        """Jump to a clause, or to words in it; back returns from there."""
        if self.clause is not None and clause != self.clause:
            self._behind.append(self.clause)
            self._ahead.clear()
            self.trail_changed.emit()
        self.clause = clause
        self.span = span
        self.moved.emit(clause, span)

    def follow(self, clause: int) -> None:
        """Take note that the reader moved into a clause of the text."""
        self.span = None
        if clause != self.clause:
            self.clause = clause
            self.arrived.emit(clause)

    def carry(self, moved: Callable[[int], int]) -> None:
        """Stay where it is while the outline is corrected and every clause gets the id that `moved` returns for it."""
        self.clause = None if self.clause is None else moved(self.clause)
        self._behind = [moved(clause) for clause in self._behind]
        self._ahead = [moved(clause) for clause in self._ahead]

    def back(self) -> None:
        """Return to the place before the last jump."""
        self._step(self._behind, self._ahead)

    def forward(self) -> None:
        """Return to the place that back left."""
        self._step(self._ahead, self._behind)

    def leave(self) -> None:
        """Forget the place and the way: another document is on the desk."""
        self.clause = None
        self.span = None
        self._behind.clear()
        self._ahead.clear()
        self.trail_changed.emit()

    def _step(self, source: list[int], target: list[int]) -> None:
        if not source:
            return
        if self.clause is not None:
            target.append(self.clause)
        self.clause = source.pop()
        self.span = None
        self.trail_changed.emit()
        self.moved.emit(self.clause, None)
