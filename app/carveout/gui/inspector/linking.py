"""Choosing what an annotation is linked to: a clause by its number, or another annotation by words of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

from carveout.agreement.citation import short
from carveout.gui.inspector.elision import elided
from carveout.gui.visible import visible
from carveout.review.link import linked_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session
    from carveout.review.link import End
    from carveout.review.review import Review

_MOST = 8
_LONGEST = 60
_AROUND = 8
"""Pixels around the rows: the border and the room within it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could be linked, in words."""

    end: End
    said: str


def candidates(reading: Reading, review: Review, annotation: str, words: str) -> tuple[Candidate, ...]:
    """Return what words may mean: clauses whose number begins so, then notes and headings that hold all of them.

    What the annotation is linked to already is left out.
    """
    wanted = words.casefold().split()
    if not wanted:
        return ()
    tied = {annotation, *(other for _, other in linked_to(review, annotation))}
    found = chain(_clauses(reading, _bare(words)), _notes(reading, review, wanted), _headings(reading, wanted))
    seen: dict[End, Candidate] = {}
    for candidate in islice((one for one in found if one.end not in tied), 3 * _MOST):
        seen.setdefault(candidate.end, candidate)
    return tuple(seen.values())[:_MOST]


def named(reading: Reading, review: Review, end: End) -> str:
    """Return how an end of a link is called."""
    if isinstance(end, int):
        clause = reading.outline[end]
        return f"{short(clause)} {clause.heading}" if clause.heading else short(clause)
    annotation = review.annotations.get(end)
    if annotation is None:
        return "a note that was withdrawn"
    where = short(reading.outline[annotation.anchor.clause])
    return f"{annotation.kind.capitalize()} on {where}: {elided(annotation.comment, _LONGEST)}"


def _clauses(reading: Reading, wanted: str) -> Iterator[Candidate]:
    named_so = [(_bare(short(clause)), clause.id) for clause in reading.outline]
    exact = [id_ for name, id_ in named_so if name == wanted]
    begun = [id_ for name, id_ in named_so if name.startswith(wanted) and name != wanted]
    for id_ in (*exact, *begun):
        clause = reading.outline[id_]
        yield Candidate(id_, f"{short(clause)} {clause.heading or ''}".strip())


def _notes(reading: Reading, review: Review, wanted: list[str]) -> Iterator[Candidate]:
    for annotation in review.annotations.values():
        said = f"{annotation.comment} {annotation.proposed}".casefold()
        if all(word in said for word in wanted):
            yield Candidate(annotation.id, named(reading, review, annotation.id))


def _headings(reading: Reading, wanted: list[str]) -> Iterator[Candidate]:
    for clause in reading.outline:
        heading = (clause.heading or "").casefold()
        if all(word in heading for word in wanted):
            yield Candidate(clause.id, f"{short(clause)} {clause.heading}")


def _bare(name: str) -> str:
    """Return a clause's name as people type it: its number alone, without spaces and a stop at its end."""
    flat = "".join(name.casefold().split()).rstrip(".")
    return flat.removeprefix("section").removeprefix("article").removeprefix("§") or flat


class LinkChooser(QFrame):
    """A field and what it may mean: arrows choose, Enter takes, Esc gives up. `chosen` carries the end of the link."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._annotation = ""
        self._found: tuple[Candidate, ...] = ()
        self.field = QLineEdit(self)
        self.field.setAcceptDrops(False)  # it would take a file for text
        self.field.setAccessibleName("Link to")
        self.field.setPlaceholderText("3.16(ii), or words of a note")
        self.list = QListWidget(self)
        self.list.setObjectName("listing")
        self.list.setAccessibleName("What can be linked")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._look)
        self.list.itemClicked.connect(self._take)
        self.hide()

    def begin(self, annotation: str) -> None:
        """Ask what an annotation shall be linked to."""
        self._annotation = annotation
        self.field.clear()
        self._look()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep the chooser's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by arrows, take on Enter, give up on Esc."""
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(1, self.list.count()))
        else:
            self._take()

    def _look(self) -> None:
        reading = self._session.reading
        words = self.field.text()
        self._found = candidates(reading, self._session.review, self._annotation, words) if reading else ()
        self.list.clear()
        self.list.addItems([visible(candidate.said) for candidate in self._found])
        if self._found:
            self.list.setCurrentRow(0)
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(self._found) + _AROUND)
        self.list.setVisible(bool(self._found))

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.hide()
            self.chosen.emit(self._found[row].end)
            self.left.emit()


def _is_ours(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up}
    return plain and event.key() in keys
