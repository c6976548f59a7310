"""Sheets over the window: what a copy would bring, what was changed, and whether something shall really go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.moments import in_full
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel
from carveout.gui.together.listing import Listing
from carveout.review.arrival import counted, series, told
from carveout.review.disputed import in_words
from carveout.review.edits import Annotate, Respond

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.gui.together.listing import Row
    from carveout.review.arrival import Arrival
    from carveout.review.edits import Edit
    from carveout.review.trail import Entry

_ROW = 27
_FEWEST, _MOST = 3, 12
"""Rows that a list has room for."""
_AROUND = 190
"""Pixels for what stands around the list."""
_LINE = 16
"""Pixels for each line of what leads, beyond the third."""
_ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole
_REJECT = QDialogButtonBox.ButtonRole.RejectRole


class _Sheet(QDialog):
    """A heading, some sentences, perhaps a list, and buttons."""

    def __init__(self, title: str, lead: str, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.lead = WrappedText("muted")
        self.lead.set_text(lead)
        self.list = Listing(title)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(title, name="workspaceTitle"))
        layout.addWidget(self.lead)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        room = _ROW * max(_FEWEST, min(len(rows), _MOST)) if rows else 0
        more = _LINE * max(0, lead.count("\n") - 2)
        self.resize(680, _AROUND + room + more)


class ArrivalSheet(_Sheet):
    """What another copy would bring, before anything of it is taken; accepted, it is merged."""

    def __init__(self, name: str, found: Arrival, parent: QWidget) -> None:
        """Take the file's name and what it would bring."""
        super().__init__(f"Merge “{name}”?", _lead(found), tuple(_arrival_rows(found)), parent)
        self.merge = self.buttons.addButton("Merge", _ACCEPT)
        self.merge.setDefault(True)
        self.buttons.addButton("Cancel", _REJECT)
        self.buttons.accepted.connect(self.accept)
        self.merge.setFocus(Qt.FocusReason.OtherFocusReason)


class MemoSheet(_Sheet):
    """What a marked memo would bring, comment by comment; accepted, it is taken in."""

    def __init__(self, name: str, found: Arrival, elsewhere: int, parent: QWidget) -> None:
        """Take the file's name, what it would bring, and how many of its notes stand on no words."""
        super().__init__(f"Take in “{name}”?", _memo_lead(found, elsewhere), tuple(_memo_rows(found)), parent)
        self.take = self.buttons.addButton("Take in", _ACCEPT)
        self.take.setDefault(True)
        self.buttons.addButton("Cancel", _REJECT)
        self.buttons.accepted.connect(self.accept)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)


class ChangesSheet(_Sheet):
    """What was done, by whom and when; Enter goes to a row's place. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, title: str, lead: str, entries: Sequence[Entry], parent: QWidget) -> None:
        rows = tuple((line_of(entry), entry.spot) for entry in entries)
        super().__init__(title, lead, rows, parent)
        self._text = "\n".join((title, lead, *(line for line, _ in rows)))
        self.copy = QPushButton("Copy as text")
        self.copy.setAutoDefault(False)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton("Close", _REJECT)
        self.copy.clicked.connect(self._on_copy)
        self.list.chosen.connect(self._on_chosen)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _on_chosen(self, spot: object) -> None:
        self.accept()
        self.chosen.emit(spot)


class PurgeSheet(_Sheet):
    """Asks before something goes that undo can't bring back; Cancel is what Return does."""

    def __init__(self, title: str, lead: str, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(title, lead, rows, parent)
        self.purge = self.buttons.addButton("Purge", _ACCEPT)
        self.purge.setAutoDefault(False)
        cancel = self.buttons.addButton("Cancel", _REJECT)
        cancel.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def line_of(entry: Entry) -> str:
    """Return an operation in a line: what, by whom and when."""
    what = f"{entry.what[:1].upper()}{entry.what[1:]}"
    return f"{what} — {entry.operation.author}, {in_full(entry.operation.at)}"


def _lead(found: Arrival) -> str:
    if not found.brought:
        return "What it holds changes nothing of what the review shows; its log is taken in all the same."
    return "\n".join((*_told(found), "Undo takes the merge back as one step."))


def _memo_lead(found: Arrival, elsewhere: int) -> str:
    on_none = counted(elsewhere, "note")
    stands = f"{on_none} {'stands' if elsewhere == 1 else 'stand'} on a clause, not on words of it."
    aside = (stands,) if elsewhere else ()
    return "\n".join((*_told(found), *aside, "Undo takes all of it back as one step."))


def _told(found: Arrival) -> Iterator[str]:
    yield f"{told(found.brought, found.conflicts)}."
    for by in found.authors:
        if counts := found.counts(by):
            yield f"{by}: {series([counted(count, kind) for kind, count in counts])}."


def _arrival_rows(found: Arrival) -> Iterator[Row]:
    for conflict in found.conflicts:
        yield f"Conflict: {in_words(conflict, found.on)}", None
    for one in found.brought:
        yield line_of(one.entry), None


def _memo_rows(found: Arrival) -> Iterator[Row]:
    for conflict in found.conflicts:
        yield f"Conflict: {in_words(conflict, found.on)}", None
    for one in found.brought:
        said = " ".join(_words_of(one.entry.operation.edit).split())
        line = f"{one.entry.what[:1].upper()}{one.entry.what[1:]} — {one.by}"
        yield f"{line}: {said}" if said else line, None


def _words_of(edit: Edit) -> str:
    """Return what a note or a reply says now."""
    match edit:
        case Annotate(_, _, note) if note is not None:
            return note.comment or note.proposed
        case Respond(_, _, reply) if reply is not None:
            return reply.comment
        case _:
            return ""
