"""For whom a paper is, with what that means for this matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carveout.gui.inspector.choice import Choice
from carveout.gui.inspector.wrapping import WrappedText
from carveout.memo.instructions import Audience
from carveout.review.for_client import for_client

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.review import Review

_SHOWN = {Audience.FIRM: ("our firm", "&Our firm"), Audience.CLIENT: ("client", "&Client")}
_OURS = "whom notes are given to, by when and under which tags"
_NONE = "There is no note in this matter yet."
_WHOLE = "Everything is in it, {} too."
_WHOLE_SHARED = "Everything is in it. No note of this matter is internal."
_LESS = "Leaves out {} with what answers or links to {}, and {}."
_LEAST = "Leaves out all {:,} notes, since each of them is internal."
_ALL_SHARED = "No note of this matter is internal, so all are in it. It leaves out {}."


class ForWhom(QWidget):
    """Our firm or the client. `chosen` says that it was changed by a person."""

    chosen = Signal()

    def __init__(self, reading: Reading, review: Review, audience: Audience) -> None:
        """Begin with an audience; the reading and its review tell what the client's papers leave out."""
        super().__init__()
        self._all = len(review.annotations)
        self._internal = self._all - len(for_client(reading, review).annotations)
        self._firm_only = ""
        self.choice = Choice("For whom", [value for value, _ in _SHOWN.values()])
        for value, text in _SHOWN.values():
            self.choice.button(value).setText(text)
        self.choice.choose(_SHOWN[audience][0])
        self.told = WrappedText("audienceTold")
        self._ground = QFrame()
        self._ground.setObjectName("audience")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self._ground)
        within = QVBoxLayout(self._ground)
        within.setContentsMargins(7, 5, 7, 6)
        within.addWidget(self.told)
        self.choice.chosen.connect(self._on_chosen)
        self._tell()

    @property
    def audience(self) -> Audience:
        """Whom the paper is for."""
        if self._firm_only:
            return Audience.FIRM
        return next(audience for audience, (value, _) in _SHOWN.items() if value == self.choice.value)

    def keep_to_firm(self, why: str) -> None:
        """Let the paper be for the firm alone, and say why in a sentence; an empty one lets both be chosen again."""
        self._firm_only = why
        self.choice.setVisible(not why)
        self._tell()

    def _on_chosen(self) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        self.told.set_text(self._firm_only or told(self.audience, self._internal, self._all))
        self._ground.setProperty("client", self.audience is Audience.CLIENT)
        self._ground.style().polish(self._ground)


def told(audience: Audience, internal: int, every: int) -> str:
    """Return what a paper for an audience holds, where so many of all notes are internal."""
    if not every:
        return _NONE
    notes = f"the {internal:,} internal notes" if internal != 1 else "the one internal note"
    if audience is Audience.FIRM:
        return _WHOLE.format(notes) if internal else _WHOLE_SHARED
    if not internal:
        return _ALL_SHARED.format(_OURS)
    if internal == every > 1:
        return _LEAST.format(every)
    return _LESS.format(notes, "them" if internal > 1 else "it", _OURS)
