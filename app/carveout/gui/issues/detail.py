"""The chosen annotation beside the list: its card with its thread, or how many are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from carveout.gui.beside import SidePane
from carveout.gui.counting import count
from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.threads import Threads
from carveout.gui.inspector.wrapping import WrappedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation

_KEYS = "   ".join(
    f"{key}\N{NO-BREAK SPACE}{does.replace(' ', chr(0xA0))}"
    for key, does in (
        ("Enter", "show in the text"),
        ("R", "resolve or reopen"),
        ("S", "severity"),
        ("A", "assign"),
        ("T", "tag"),
        ("D", "due"),
        ("1–4", "kind"),
        ("0", "internal or to share"),
        ("G", "group"),
        ("O", "sort"),
        ("Shift+↓", "choose several"),
        ("Alt+↑\N{NO-BREAK SPACE}↓", "move, in own order"),
    )
)
_NONE = "The note that is chosen in the list stands here with its thread."
_READ_ONLY = "This matter is open for reading only. Notes can't be changed here."


class Detail(SidePane):
    """One annotation. `edit_wanted` carries its id; `left` says that a field on its card was closed."""

    edit_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("Chosen note", parent)
        self._session = session
        self._threads = Threads(session)
        self._said = WrappedText("emptyState")
        self.card = AnnotationCard(session, place, appearance, self._threads)
        self._keys = WrappedText("muted")
        self.fill((self._said, self.card, self._keys))
        self.card.edit_wanted.connect(self.edit_wanted)
        self.card.left.connect(self.left)
        session.leaving.connect(self._threads.send_all)
        session.opened.connect(self._threads.words.clear)

    def show_chosen(self, chosen: Sequence[Annotation], current: str | None) -> None:
        """Show the annotation that the keys are at, and how many are chosen with it."""
        reading = self._session.reading
        annotation = self._session.review.annotations.get(current or "")
        several = len(chosen) > 1
        self._said.set_text(
            f"{count(len(chosen), 'note')} chosen. What a key does, it does to all." if several else _NONE
        )
        shown = annotation is not None and reading is not None
        self._said.setVisible(several or not shown)
        self.card.setVisible(shown)
        self._keys.setVisible(shown)
        self._keys.set_text(_KEYS if self._session.writable else _READ_ONLY)
        if annotation is not None and reading is not None:
            self.card.show_annotation(reading, annotation)
