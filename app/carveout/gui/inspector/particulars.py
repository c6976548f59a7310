"""The particulars of an annotation beside its words: tags, who is to see to it, by when, and whom it is for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from carveout.gui.inspector.choice import Choice
from carveout.gui.inspector.completing import Dressed
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.review.annotation import Visibility
from carveout.review.due import day_in_words, day_meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.review.annotation import Annotation
    from carveout.review.review import Review

_SHARES = {"internal": Visibility.INTERNAL, "to share": Visibility.SHARED}
_NOT_A_DAY = "This names no day, and isn’t kept. Try 2026-12-01, Friday or in 3 days."


def tags_in_use(review: Review) -> tuple[str, ...]:
    """Return the tags of a review in alphabetical order."""
    return tuple(sorted({tag for annotation in review.annotations.values() for tag in annotation.tags}))


def names_in_use(review: Review, *others: str) -> tuple[str, ...]:
    """Return everybody whom a review knows, and others, in alphabetical order."""
    of_notes = {name for a in review.annotations.values() for name in (a.author, a.assignee)}
    of_marks = {mark.by for marks in review.marks.values() for mark in marks}
    return tuple(sorted({*of_notes, *of_marks, *review.reviewers, *others} - {""}))


def tags_meant(words: str) -> tuple[str, ...]:
    """Return the tags that are written with commas between them, in alphabetical order, none of them twice."""
    return tuple(sorted({" ".join(tag.split()).removeprefix("#") for tag in words.split(",")} - {""}))


class Particulars(QWidget):
    """The fields of the particulars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due_before: dt.date | None = None
        self._was = ("", "", "", Visibility.INTERNAL)
        self.tags = _field("Tags", "Tags, with commas between", self)
        self.assignee = _field("Assigned to", "For whom", self)
        self.due = _field("Due", "Due: 1 Dec", self)
        self.share = Choice("For", list(_SHARES), self)
        self.share.setToolTip(plain_tooltip("Whether it goes into papers that leave the firm (Alt+0)"))
        self._day = WrappedText("muted", self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.tags, 0, 0, 1, 2)
        layout.addWidget(self.assignee, 1, 0)
        layout.addWidget(self.due, 1, 1)
        layout.addWidget(self._day, 2, 0, 1, 2)
        layout.addWidget(self.share, 3, 0, 1, 2)
        for field in (self.tags, self.assignee):
            Dressed(field)
        self.due.textChanged.connect(self._say_day)
        self._say_day()

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields that are written in."""
        return self.tags, self.assignee, self.due

    @property
    def touched(self) -> bool:
        """Tell whether anything was changed since it was filled in."""
        return self._now() != self._was

    def offer(self, review: Review, author: str) -> None:
        """Complete what is typed from the tags and the names in use."""
        self.tags.setCompleter(TagCompleter(tags_in_use(review), self.tags))
        self.assignee.setCompleter(_completer(names_in_use(review, author), self.assignee))

    def fill(self, annotation: Annotation) -> None:
        """Start with those of an annotation."""
        self._due_before = annotation.due
        self.tags.setText(", ".join(annotation.tags))
        self.assignee.setText(annotation.assignee)
        self.due.setText(annotation.due.isoformat() if annotation.due else "")
        self.share.choose(next(name for name, shares in _SHARES.items() if shares is annotation.visibility))
        self._was = self._now()

    def tags_given(self) -> tuple[str, ...]:
        """Return the tags."""
        return tags_meant(self.tags.text())

    def assignee_given(self) -> str:
        """Return the name of who is to see to it."""
        return " ".join(self.assignee.text().split())

    def due_given(self) -> dt.date | None:
        """Return the day by which it is due; words that name none leave it as it was."""
        words = self.due.text().strip()
        return (day_meant(words, _today()) or self._due_before) if words else None

    def visibility_given(self) -> Visibility:
        """Return whom it is for."""
        return _SHARES[self.share.value]

    def turn_sharing(self) -> None:
        """Turn from internal to shared, or back."""
        self.share.choose(next(name for name in _SHARES if name != self.share.value))

    def _now(self) -> tuple[str, str, str, Visibility]:
        return self.tags.text(), self.assignee.text(), self.due.text(), self.visibility_given()

    def _say_day(self) -> None:
        words = self.due.text().strip()
        day = day_meant(words, _today())
        said = f"Due {day:%A}, {day_in_words(day, _today())}" if day else _NOT_A_DAY
        self._day.set_text(said if words else "")
        self._day.setVisible(bool(words))


class TagCompleter(QCompleter):
    """Completes the last of several tags with commas between them."""

    def __init__(self, tags: Iterable[str], field: QLineEdit) -> None:
        super().__init__(list(tags), field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field = field

    def splitPath(self, path: str) -> list[str]:
        """Look up the last tag alone."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: object) -> str:
        """Keep the tags before the one that is completed."""
        before, comma, _ = self._field.text().rpartition(",")
        return f"{before}{comma}{' ' if comma else ''}{super().pathFromIndex(index)}"  # type: ignore[arg-type]


def _completer(words: Iterable[str], field: QLineEdit) -> QCompleter:
    made = QCompleter(list(words), field)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made


def _field(name: str, asks: str, parent: QWidget) -> QLineEdit:
    made = QLineEdit(parent)
    made.setAcceptDrops(False)  # it would take a file for text
    made.setAccessibleName(name)
    made.setPlaceholderText(asks)
    made.setToolTip(plain_tooltip(name))
    return made


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
