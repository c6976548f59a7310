"""Purging: what was withdrawn, or a note, goes from the matter and from its backups for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from carveout.gui.errand import Errand
from carveout.gui.folders import backups_folder
from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.elision import elided
from carveout.gui.together.merging import purge
from carveout.review.arrival import counted
from carveout.review.coverage import annotations_within
from carveout.review.purging import withdrawn
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from carveout.gui.backups import Backups
    from carveout.gui.bars import NoticeBar
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation
    from carveout.store.matter import Matter

_WHICH = "Which note? Put the focus on its card in the inspector, or go to the words that it is on, and purge it there."
_NONE = "No withdrawn note is left in this matter: there is nothing to purge."
_GOES = (
    "What was said in {them}, and in the replies, goes from “{name}” and from its backups on this machine. Undo can't "
    "bring it back, and nothing that was done before can be undone after that. The log keeps that it was purged, by "
    "whom and when. Copies that others have keep it until it is purged there."
)
_SHOWN = 90


class Purging(QObject):
    """Asks, as undo can't take it back, and purges: the matter at once, its backups beside the window's thread."""

    def __init__(self, window: QWidget, session: Session, place: Place, notice: NoticeBar, backups: Backups) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._place = place
        self._notice = notice
        self._backups = backups

    def purge_withdrawn(self) -> None:
        """Ask whether all that was withdrawn shall go, and purge it."""
        matter = self._session.matter
        if matter is None or not self._session.settle():
            return
        found = withdrawn(matter.operations, matter.review)
        if not found:
            self._notice.tell(_NONE, done=True)
            return
        self._ask(f"Purge {counted(len(found), 'withdrawn note')}?", "them" if len(found) > 1 else "it", found)

    def purge_note(self) -> None:
        """Ask whether the note at hand shall go, and purge it."""
        note = self._note() if self._session.settle() else None
        if note is None:
            self._notice.tell(_WHICH)
            return
        self._ask(f"Purge this {note.kind}?", "it", (note,))

    def _note(self) -> Annotation | None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, AnnotationCard):
            widget = widget.parentWidget()
        if widget is not None and widget.annotation is not None:
            return widget.annotation
        reading, clause = self._session.reading, self._place.clause
        if reading is None or clause is None:
            return None
        here = annotations_within(reading, self._session.review, clause)
        on_words = [note for note in here if note.anchor.span == self._place.span]
        return next((found[0] for found in (on_words, here) if len(found) == 1), None)

    def _ask(self, title: str, them: str, notes: Sequence[Annotation]) -> None:
        from carveout.gui.together.sheets import PurgeSheet  # noqa: PLC0415  (not before it is wanted)

        name = self._session.matter.path.name if self._session.matter else ""
        rows = [(f"{one.kind.capitalize()} by {one.author}: {elided(one.comment, _SHOWN)}", None) for one in notes]
        sheet = PurgeSheet(title, _GOES.format(them=them, name=name), rows, self._window)
        sheet.accepted.connect(partial(self._purge, tuple(one.id for one in notes)))
        sheet.open()

    def _purge(self, notes: tuple[str, ...]) -> None:
        matter = self._session.matter
        if matter is None or not purge(self._session, notes):
            return
        self._backups.stop()
        errand = Errand(self)
        errand.done.connect(partial(self._on_backups_purged, errand, matter.path.name, len(notes)))
        errand.begin(partial(_purge_backups, matter))

    def _on_backups_purged(self, errand: Errand, name: str, notes: int, _: None, wrong: Exception | None) -> None:
        errand.deleteLater()
        if isinstance(wrong, MatterError):
            self._notice.tell(f"It is purged from “{name}”, but not from its backups: {wrong}")
            return
        if wrong is not None:
            raise wrong
        self._backups.make()
        self._notice.tell(f"Purged {counted(notes, 'note')} from “{name}” and its backups.", done=True)


def _purge_backups(matter: Matter) -> None:
    from carveout.store.backup import purge_backups  # noqa: PLC0415  (not before it is wanted)

    purge_backups(matter, backups_folder())
