"""Going on reading where the reviewer stopped, or where the agreement begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.gui.principal import principal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.place import Place
    from carveout.gui.settings import Settings
    from carveout.gui.text.pane import TextPane
    from carveout.store.matter import Matter


class Resuming(QObject):
    """Keeps the place in a matter as it leaves the desk, and goes there when it is back."""

    def __init__(self, place: Place, text: TextPane, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._text = text
        self._settings = settings
        self._wanted: tuple[Matter, Callable[[], None]] | None = None
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._on_turn)

    def keep(self, matter: Matter | None) -> None:
        """Remember where the reviewer is in a matter that leaves the desk, if one does; go nowhere any more."""
        if self._next_turn.isActive():
            self._hold(still=False)
        elif matter is not None and self._place.clause is not None:
            self._settings.keep_place(matter.id, self._place.clause, self._text.sheet.top())

    def resume(self, matter: Matter, then: Callable[[], None], *, soon: bool) -> None:
        """Go where the reviewer was, else where what counsel came for begins: the exhibit, or the first clause.

        `then` is called there. With `soon` it is in the next turn of the event loop, for to lay out all that stands
        above takes as long as to lay the matter on the desk; nothing is painted before, or the beginning would be seen.
        """
        self._wanted = matter, then
        if soon:
            self._hold(still=True)
        else:
            self._go_there()

    def _hold(self, *, still: bool) -> None:
        self._text.window().setUpdatesEnabled(not still)
        if still:
            self._next_turn.start()
        else:
            self._next_turn.stop()

    def _on_turn(self) -> None:
        self._hold(still=False)
        self._go_there()

    def _go_there(self) -> None:
        if self._wanted is None:
            return
        (matter, then), self._wanted = self._wanted, None
        outline = matter.reading.outline
        clause, top = self._settings.last_place(matter.id) or (principal(matter.reading) or 0, None)
        if clause < len(outline):
            self._place.go(clause)
            self._text.sheet.bring(outline[clause].start if top is None else top, 0)
        then()
