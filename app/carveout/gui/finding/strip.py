"""The strip above the text while hits are walked: what was looked for, how far counsel is, and the ways on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from carveout.gui.labels import ElidedLabel, PlainLabel
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from carveout.gui.finding.walking import Walking


class FoundStrip(QFrame):
    """There while hits are walked."""

    def __init__(self, walking: Walking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._walking = walking
        self._words = ElidedLabel(name="foundWords")
        self._told = PlainLabel(name="muted")
        self._next = _button("Next  F3")
        self._previous = _button("Previous")
        self._done = _button("Done")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self._told)
        layout.addStretch(1)
        for button in (self._previous, self._next, self._done):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._next.clicked.connect(partial(walking.go_on, 1))
        self._previous.clicked.connect(partial(walking.go_on, -1))
        self._done.clicked.connect(walking.end)
        self.setFocusProxy(self._next)
        walking.changed.connect(self._tell)
        self._tell()

    @property
    def told(self) -> str:
        """What the strip says."""
        return f"{self._words.text()} {self._told.text()}"

    def _tell(self) -> None:
        self._words.setText(visible(self._walking.words))
        self._told.setText(self._walking.told)
        self.setAccessibleName(visible(f"Found {self.told}"))
        self.setVisible(self._walking.under_way)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "quiet")
    return button
