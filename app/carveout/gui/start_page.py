"""The page that an empty window shows: what to do first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.labels import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WIDTH = 560
_LEAD = "Open an agreement as it was filed or sent, or drop it anywhere on this window. Nothing leaves this machine."


class StartPage(QWidget):
    """Open, drop, or go on with a matter. `chosen` carries the path of a recent one."""

    open_wanted = Signal()
    sample_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._layout = QVBoxLayout(column)
        self._layout.setSpacing(10)
        self._layout.addWidget(PlainLabel("Carveout", name="startTitle"))
        self._layout.addWidget(PlainLabel(_LEAD, name="startLead", wrap=True))
        self._layout.addSpacing(10)
        self._layout.addLayout(self._ways())
        self._layout.addSpacing(22)
        self._heading = PlainLabel("RECENT MATTERS", name="sectionTitle")
        self._layout.addWidget(self._heading)
        self._recent: dict[QPushButton, Path] = {}
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(column)
        middle.addStretch(3)
        outer.addLayout(middle, 4)
        outer.addStretch(1)

    def show_recent(self, matters: Sequence[Path]) -> None:
        """List the matters opened last."""
        for button in self._recent:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._recent = {}
        self._heading.setVisible(bool(matters))
        for path in matters:
            opened = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone()
            button = QPushButton(f"{path.stem}\n{path.parent.name}  ·  changed {opened:%d %B %Y, %H:%M}")
            button.setObjectName("recent")
            button.setToolTip(plain_tooltip(str(path)))
            button.clicked.connect(self._on_chosen)
            self._layout.addWidget(button)
            self._recent[button] = path

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for text, wanted in (("Open an agreement …", self.open_wanted), ("Open the sample filing", self.sample_wanted)):
            button = QPushButton(text)
            button.setProperty("look", "large")
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self._recent[button])
