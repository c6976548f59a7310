"""Going on reading where the reviewer stopped, or where the agreement begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.principal import principal

if TYPE_CHECKING:
    from carveout.gui.place import Place
    from carveout.gui.settings import Settings
    from carveout.gui.text.pane import TextPane
    from carveout.store.matter import Matter


class Resuming:
    """Keeps the place in a matter as it leaves the desk, and goes there when it is back."""

    def __init__(self, place: Place, text: TextPane, settings: Settings) -> None:
        self._place = place
        self._text = text
        self._settings = settings

    def keep(self, matter: Matter) -> None:
        """Remember where the reviewer is in a matter."""
        if self._place.clause is not None:
            self._settings.keep_place(matter.id, self._place.clause, self._text.sheet.top())

    def resume(self, matter: Matter) -> None:
        """Go where the reviewer was, else where what counsel came for begins: the exhibit, or the first clause."""
        outline = matter.reading.outline
        clause, top = self._settings.last_place(matter.id) or (principal(matter.reading) or 0, None)
        if clause < len(outline):
            self._place.go(clause)
            self._text.sheet.bring(outline[clause].start if top is None else top, 0)
