"""The matter's file in a folder that others write to: what they put in its place, and copies beside it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal

from carveout.gui.together.copy_reading import CopyReading
from carveout.gui.together.merging import merge
from carveout.gui.whereabouts import free_place
from carveout.review.merge import arriving
from carveout.store.errors import MatterError
from carveout.store.naming import SUFFIX
from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.papers import Papers
    from carveout.gui.session import Session
    from carveout.gui.together.taking_in import TakingIn
    from carveout.review.arrival import Arrival
    from carveout.review.log import Operation
    from carveout.store.copies import Copy

    Stamp = tuple[int, int, int, int]

_SETTLED = 400
"""Milliseconds after which a program that syncs has likely written all of a file."""


class Watching(QObject):
    """Says where somebody else changed the file on the desk, or left a copy beside it, and offers to take it in.

    `looked` says that it looked.
    """

    looked = Signal()

    def __init__(
        self, window: QWidget, session: Session, papers: Papers, taking_in: TakingIn, notice: NoticeBar
    ) -> None:
        super().__init__(window)
        self._session = session
        self._papers = papers
        self._taking_in = taking_in
        self._notice = notice
        self._stamp: Stamp | None = None
        self._told: Stamp | None = None
        self._offered: set[Path] = set()
        self._ours: tuple[Operation, ...] = ()
        self._came: Arrival | None = None
        self._awaited = ""
        self.copies = CopyReading(session, self)
        """What reads the file that took the place of the one on the desk."""
        self.copies.read.connect(self._on_taken_in)
        self.copies.refused.connect(self._on_not_taken_in)
        self._siblings = CopyReading(session, self)
        self._siblings.read.connect(self._on_sibling_read)
        self._siblings.refused.connect(self._offer_sibling)
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED)
        self._soon.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_saved)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the reviewer comes back to the window: a network drive tells nobody."""
        if event.type() is QEvent.Type.WindowActivate and self._session.matter is not None:
            self._soon.start()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Look at the file and at what lies beside it."""
        self._look()
        self.looked.emit()

    def _look(self) -> None:
        matter = self._session.matter
        if matter is None:
            return
        stamp = _stamp(matter.path)
        if stamp is not None and stamp not in {self._stamp, self._told}:
            self._told = stamp
            name = matter.path.name
            self._notice.tell(f"“{name}” was changed by another program since you opened it.", "Take in", self.take_in)
            return
        if self._session.writable and self._notice.isHidden():
            self._offer_sibling()

    def take_in(self) -> None:
        """Open the file as it is now, and merge into it what was done here; nothing of either is lost.

        Where both went on from what they had in common, this side is kept as a copy beside the file first.
        """
        matter = self._session.matter
        if matter is not None:
            self.copies.begin(matter.path, replaced=True)

    def _on_taken_in(self, copy: Copy, found: Arrival) -> None:
        matter = self._session.matter
        if matter is None:
            return
        try:
            if arriving(copy.operations, matter.operations).operations and _inode(matter.path) != matter.file:
                matter.copy_to(_empty(free_place(matter.path)))
        except (MatterError, OSError) as error:
            self._on_not_taken_in(matter.path, error)
            return
        self._came, self._ours, self._awaited = found, matter.operations, str(matter.path)
        self._papers.open(matter.path)

    def _on_not_taken_in(self, _path: Path, error: Exception) -> None:
        self._notice.tell(f"It could not be taken in: {error}")

    def after_opening(self) -> None:
        """Merge what was done here into the file that took the place of ours, once it is open."""
        matter, ours = self._session.matter, self._ours
        if matter is None or not ours or str(matter.path) != self._awaited:
            return
        self._ours, self._awaited = (), ""
        if arriving(matter.operations, ours).operations and not merge(self._session, ours).operations:
            return
        if self._came is not None and self._came.arrived.operations:
            self._taking_in.tell("Took in", self._came)

    def _offer_sibling(self) -> None:
        """Read the next copy beside the file that was not looked at yet; what brings nothing is passed over."""
        matter = self._session.matter
        if matter is None or self._siblings.under_way:
            return
        sibling = next((one for one in copies_beside(matter.path) if one not in self._offered), None)
        if sibling is not None:
            self._offered.add(sibling)
            self._siblings.begin(sibling)

    def _on_sibling_read(self, copy: Copy, found: Arrival) -> None:
        if not found.arrived.operations:
            self._offer_sibling()
        elif self._notice.isHidden():
            said = f"“{copy.path.name}” is another copy of this matter, and it holds changes that aren't here."
            self._notice.tell(said, "Merge it…", partial(self._taking_in.offer, copy.path), done=True)
        else:
            self._offered.discard(copy.path)  # another notice came meanwhile: it is offered when that is gone

    def _on_opened(self) -> None:
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        matter = self._session.matter
        self._offered.clear()
        self._told = None
        self._stamp = _stamp(matter.path) if matter else None
        if matter is not None:
            self._watcher.addPaths([str(matter.path), str(matter.path.parent)])
            self._soon.start()
        else:
            self._soon.stop()

    def _on_saved(self) -> None:
        self._stamp = _stamp(self._session.matter.path) if self._session.matter else None

    def _on_changed(self) -> None:
        matter = self._session.matter
        if matter is not None:
            if str(matter.path) not in self._watcher.files() and matter.path.exists():
                self._watcher.addPath(str(matter.path))
            self._soon.start()


def copies_beside(path: Path) -> list[Path]:
    """Return the files beside a matter that a program that syncs may have made of it, by their names."""
    try:
        found = [one for one in path.parent.iterdir() if one.suffix.lower() == SUFFIX and one != path]
    except OSError:
        return []
    near = [
        one
        for one in found
        if one.stem.startswith(path.stem) and one.stem[len(path.stem) : len(path.stem) + 1] in " -_(.~"
    ]
    return sorted(one for one in near if looks_like_matter(one))


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _inode(path: Path) -> tuple[int, int] | None:
    stamp = _stamp(path)
    return stamp[:2] if stamp else None


def _empty(path: Path) -> Path:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path
