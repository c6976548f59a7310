"""Where counsel is in the document: the clause that every pane shows, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the text stood: the caret's offset, and the first word in the window with its share of the height."""

    caret: int
    top: int
    share: float


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place on the way: the clause, the words in it, and how the text stood."""

    clause: int
    span: Span | None
    spot: Spot | None


class Place(QObject):
    """The clause, and the words in it, that the panes show together.

    `clause` is its id and `span` the words that were jumped to, None where the jump was to the clause as a whole or
    the reader has moved on. `moved` carries both. `arrived` is not a jump but the reader's own movement in the text,
    which the other panes follow and the text itself need not. `leaving` says that a jump is about to be made: the text
    answers with `note`, so that `spot` is where it stood when back or forward returns there, and None after a jump.
    """

    leaving = Signal()
    moved = Signal(int, object)
    arrived = Signal(int)
    trail_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clause: int | None = None
        self.span: Span | None = None
        self.spot: Spot | None = None
        self._noted: Spot | None = None
        self._behind: list[_Stop] = []
        self._ahead: list[_Stop] = []

    @property
    def can_go_back(self) -> bool:
        """Tell whether there was a place before this one."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether back was taken and can be taken back."""
        return bool(self._ahead)

    def go(self, clause: int, span: Span | None = None) -> None:
        """Jump to a clause, or to words in it; back returns from there to the words that were left."""
        here = self._here()
        if here is not None and (clause != here.clause or span not in {None, here.span}):
            self._behind.append(here)
            self._ahead.clear()
            self.trail_changed.emit()
        self.clause, self.span, self.spot = clause, span, None
        self.moved.emit(clause, span)

    def note(self, spot: Spot) -> None:
        """Take note of where the text stands, before it is left."""
        self._noted = spot

    def follow(self, clause: int) -> None:
        """Take note that the reader moved into a clause of the text."""
        self.span = None
        if clause != self.clause:
            self.clause = clause
            self.arrived.emit(clause)

    def carry(self, moved: Callable[[int], int]) -> None:
        """Stay where it is while the outline is corrected and every clause gets the id that `moved` returns for it."""
        self.clause = None if self.clause is None else moved(self.clause)
        self._behind = [replace(stop, clause=moved(stop.clause)) for stop in self._behind]
        self._ahead = [replace(stop, clause=moved(stop.clause)) for stop in self._ahead]

    def back(self) -> None:
        """Return to the words that the last jump left."""
        self._step(self._behind, self._ahead)

    def forward(self) -> None:
        """Return to the words that back left."""
        self._step(self._ahead, self._behind)

    def leave(self) -> None:
        """Forget the place and the way: another document is on the desk."""
        self.clause = self.span = self.spot = None
        self._behind.clear()
        self._ahead.clear()
        self.trail_changed.emit()

    def _here(self) -> _Stop | None:
        self._noted = None
        self.leaving.emit()
        return None if self.clause is None else _Stop(self.clause, self.span, self._noted)

    def _step(self, source: list[_Stop], target: list[_Stop]) -> None:
        if not source:
            return
        here = self._here()
        if here is not None:
            target.append(here)
        stop = source.pop()
        self.clause, self.span, self.spot = stop.clause, stop.span, stop.spot
        self.trail_changed.emit()
        self.moved.emit(stop.clause, stop.span)
