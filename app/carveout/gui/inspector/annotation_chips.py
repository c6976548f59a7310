"""What is said of an annotation in a word each: tags, who is to see to it, and by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.pill import Pill, Tone
from carveout.gui.labels import plain_tooltip
from carveout.review.annotation import Status
from carveout.review.due import day_in_words

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.review.annotation import Annotation


def overdue(annotation: Annotation, today: dt.date) -> bool:
    """Tell whether an annotation that still asks for something was due before today."""
    return annotation.status is Status.OPEN and annotation.due is not None and annotation.due < today


def due_in_words(annotation: Annotation, today: dt.date) -> str:
    """Return `due 1 Dec` or `overdue since 1 Dec`, empty where no day is set."""
    if annotation.due is None:
        return ""
    day = day_in_words(annotation.due, today)
    return f"overdue since {day}" if overdue(annotation, today) else f"due {day}"


class AnnotationChips(QWidget):
    """The chips; without any, they take no room."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._said: list[tuple[str, Tone, str]] = []
        self._layout = FlowLayout(self, across=4, down=4)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """The words of the chips."""
        return tuple(text for text, _, _ in self._said)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the chips of an annotation."""
        today = dt.datetime.now().astimezone().date()
        said = [(tag, Tone.NEUTRAL, "Tag") for tag in annotation.tags]
        if annotation.assignee:
            said.append((f"for {annotation.assignee}", Tone.ACCENT, "Who is to see to it"))
        if annotation.due:
            tone = Tone.BAD if overdue(annotation, today) else Tone.NEUTRAL
            said.append((due_in_words(annotation, today), tone, "By when"))
        if said == self._said:
            return
        self._said = said
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for text, tone, tip in said:
            pill = Pill(self._appearance, self)
            pill.say(text, tone)
            pill.setToolTip(plain_tooltip(f"{tip}: {text}"))
            self._layout.addWidget(pill)
            pill.show()
        self.setVisible(bool(said))
        self.updateGeometry()
