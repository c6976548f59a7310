"""What others changed since the reviewer last looked at a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.review.arrival import counted, series
from carveout.review.edits import Introduce, Merge, Purged
from carveout.review.importing import IMPORTED
from carveout.review.trail import trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.review.arrival import Arrival
    from carveout.review.log import Operation
    from carveout.review.trail import Entry, Spot


class Since(QObject):
    """Keeps up to where each reviewer has seen each matter, and lists what others have done after that."""

    def __init__(self, window: QWidget, session: Session, place: Place, settings: Settings, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._place = place
        self._settings = settings
        self._notice = notice
        self._came: tuple[str, ...] = ()
        session.changed.connect(self._keep)

    def tell(self) -> None:
        """Say quietly what came to the matter on the desk since it was last seen, where a notice has room."""
        matter = self._session.matter
        if matter is None:
            return
        seen = self._settings.seen(matter.id, self._session.author)
        came = others_since(matter.operations, seen, self._session.author)
        self._came = tuple(one.id for one in came)
        self._keep()
        if came and self._notice.isHidden():
            self._notice.tell(f"{_told(came)} since you last looked.", "Show", self.show, done=True)

    def show(self) -> None:
        """List what came since the reviewer last looked."""
        matter = self._session.matter
        if matter is not None:
            ids = frozenset(self._came)
            entries = [one for one in trail(matter.operations, matter.corrected) if one.operation.id in ids]
            came = [one.operation for one in entries]
            lead = f"{_told(came)}." if came else "Nobody else has changed anything."
            self._show("Changes since you last looked", lead, entries)

    def take(self, found: Arrival) -> None:
        """Count what a merge brought among what came since the reviewer last looked."""
        self._came = tuple(dict.fromkeys((*self._came, *(one.entry.operation.id for one in found.brought))))

    def show_merged(self, found: Arrival) -> None:
        """List what a merge brought."""
        entries = [one.entry for one in found.brought]
        self._show("Merged", f"{_told([one.operation for one in entries])}.", entries)

    def _show(self, title: str, lead: str, entries: Sequence[Entry]) -> None:
        from carveout.gui.together.sheets import ChangesSheet  # noqa: PLC0415  (not before it is wanted)

        sheet = ChangesSheet(title, lead, entries, self._window)
        sheet.chosen.connect(self._on_chosen)
        sheet.open()

    def _on_chosen(self, spot: Spot) -> None:
        self._place.go(spot.clause, spot.span)

    def _keep(self) -> None:
        matter = self._session.matter
        if matter is not None:
            self._settings.keep_seen(matter.id, self._session.author, matter.head)


def others_since(operations: Sequence[Operation], seen: str | None, author: str) -> tuple[Operation, ...]:
    """Return what others did after the operation whose hash was seen last; nothing where it is unknown."""
    hashes = [one.hash for one in operations]
    if seen not in hashes:
        return ()
    after = operations[hashes.index(seen) + 1 :]
    silent = (Merge, Introduce, Purged)
    return tuple(one for one in after if one.author not in {author, IMPORTED} and not isinstance(one.edit, silent))


def _told(came: Sequence[Operation]) -> str:
    return f"{counted(len(came), 'change')} by {series(tuple(dict.fromkeys(one.author for one in came)))}"
