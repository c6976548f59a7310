"""The reader's corrections of the outline: what the Outline menu does, and when it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.agreement.correction.change import Act, Change
from carveout.agreement.correction.possible import refusal, split_at
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from carveout.gui.menus import Menus
    from carveout.gui.outline.panel import OutlinePanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane

_MOVES = {"promote": Act.PROMOTE, "demote": Act.DEMOTE, "join": Act.JOIN}
_NOT_SPLIT = "A clause is split after its label and heading: put the cursor before the words that begin another."
_NOT_IN_SIGHT = "The outline doesn't show the clause: Esc in the outline clears the filter."


class Correcting(QObject):
    """Corrects the clause that the place names, and lets exactly those actions be taken that can be."""

    def __init__(self, session: Session, place: Place, outline: OutlinePanel, text: TextPane) -> None:
        super().__init__(outline)
        self._session = session
        self._place = place
        self._outline = outline
        self._text = text
        self._menus: Menus | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "promote": self.promote,
            "demote": self.demote,
            "join": self.join,
            "split": self.split,
            "rename": self.rename,
        }

    def keep(self, menus: Menus) -> None:
        """Keep the actions of these menus in step with the place; the outline offers them for the row at hand."""
        self._menus = menus
        self._outline.view.addActions(list(self._actions(menus.actions).values()))
        menus.told.connect(self._tell)
        self._place.moved.connect(self._tell)
        self._place.arrived.connect(self._tell)
        self._session.changed.connect(self._tell)
        self._text.caret_moved.connect(self._tell)
        self._outline.model.modelReset.connect(self._tell)
        self._tell()

    def promote(self) -> None:
        """Put the clause one level up."""
        self._make(Act.PROMOTE)

    def demote(self) -> None:
        """Put the clause below the one before it."""
        self._make(Act.DEMOTE)

    def join(self) -> None:
        """Make the clause part of the one above it."""
        self._make(Act.JOIN)

    def split(self) -> None:
        """Make the words from the cursor on a clause of their own, and go there."""
        change = self._split()
        if change is not None and self._session.correct(change) and self._session.reading is not None:
            made = self._session.reading.outline.beginning(change.start)
            if made is not None:
                self._place.go(made)

    def rename(self) -> None:
        """Have the clause's number and heading written anew, in its row of the outline."""
        if self._place.clause is not None:
            self._outline.rename(self._place.clause)

    def refusals(self) -> dict[str, str | None]:
        """Return by the names of the actions why each can't be taken here, None where it can."""
        reading, clause = self._session.reading, self._place.clause
        if reading is None or clause is None:
            return dict.fromkeys(self.handlers(), "Choose a clause first.")
        return {
            **{name: refusal(reading.outline, act, clause) for name, act in _MOVES.items()},
            "split": None if self._split() else _NOT_SPLIT,
            "rename": None if self._outline.model.at(clause).isValid() else _NOT_IN_SIGHT,
        }

    def _make(self, act: Act) -> None:
        reading, clause = self._session.reading, self._place.clause
        if reading is not None and clause is not None and refusal(reading.outline, act, clause) is None:
            self._session.correct(Change(act, reading.outline[clause].start))

    def _split(self) -> Change | None:
        reading, chosen = self._session.reading, self._text.selection()
        offset = chosen.start if chosen else self._text.sheet.caret()
        return split_at(reading, offset) if reading is not None and offset is not None else None

    def _actions(self, actions: Mapping[str, QAction]) -> dict[str, QAction]:
        return {name: actions[name] for name in self.handlers()}

    def _tell(self) -> None:
        if self._menus is None:
            return
        ready = self._menus.reviewing
        refusals = self.refusals() if ready else {}
        for name, action in self._actions(self._menus.actions).items():
            why = refusals.get(name)
            action.setEnabled(ready and why is None)
            action.setToolTip(plain_tooltip(why or ""))
            action.setStatusTip(why or "")
