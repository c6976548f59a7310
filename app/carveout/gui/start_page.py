"""The page that an empty window shows: what to do first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from carveout.gui.inspector.elision import elided
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip, unmarked
from carveout.gui.recent_button import RecentButton
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WIDTH = 560
_LONGEST = 64
"""Letters of a name that have room on a line."""
_LEAD = (
    "Open an agreement as it was filed or sent: a Word document, a PDF, a web page or plain text. Or paste it, or drop "
    "it anywhere on this window. Nothing leaves this machine."
)
_FIRST = "An agreement that you open becomes a matter: one file that keeps your notes, and that you can mail."


class StartPage(QScrollArea):
    """Open, drop, or go on with a matter. `chosen` carries the path of a recent one."""

    open_wanted = Signal()
    sample_wanted = Signal()
    example_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.recent: dict[QPushButton, Path] = {}
        self._heading = PlainLabel("RECENT MATTERS", name="sectionTitle")
        self._first = WrappedText("muted")
        self._first.set_text(_FIRST)
        lead = WrappedText("startLead")
        lead.set_text(_LEAD)
        open_one = _large("Open an agreement…", self.open_wanted)
        open_one.setDefault(True)
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(open_one)
        ways.addWidget(_large("Open the sample filing", self.sample_wanted))
        ways.addWidget(_large("Example review", self.example_wanted))
        ways.addStretch(1)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(10)
        self._layout.addWidget(PlainLabel("Carveout", name="startTitle"))
        self._layout.addWidget(lead)
        self._layout.addSpacing(10)
        self._layout.addLayout(ways)
        self._layout.addSpacing(18)
        self._layout.addWidget(self._first)
        self._layout.addWidget(self._heading)
        self.setWidget(_in_the_middle(self._layout))
        self.setFocusProxy(open_one)

    def show_recent(self, matters: Sequence[Path]) -> None:
        """List the matters opened last, or without any, say what a matter is."""
        for button in self.recent:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.recent = {}
        self._first.setVisible(not matters)
        self._heading.setVisible(bool(matters))
        for path in matters:
            button = RecentButton(unmarked(f"{elided(path.stem, _LONGEST)}\n{_where_and_when(path)}"))
            button.setAccessibleName(visible(path.stem))
            button.setAutoDefault(True)  # Enter presses it too
            button.setToolTip(plain_tooltip(str(path)))
            button.clicked.connect(self._on_chosen)
            self._layout.addWidget(button)
            self.recent[button] = path

    def _on_chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self.recent[button])


def _large(text: str, wanted: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "large")
    button.setAutoDefault(True)
    button.clicked.connect(wanted)
    return button


def _where_and_when(path: Path) -> str:
    try:
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone()
    except OSError:
        return elided(path.parent.name, _LONGEST)
    return f"{elided(path.parent.name, _LONGEST // 2)}  ·  changed {changed:%d %B %Y, %H:%M}"


def _in_the_middle(column: QVBoxLayout) -> QWidget:
    """Return a widget with the column in its middle, a little above the centre."""
    inner = QWidget()
    inner.setMaximumWidth(_WIDTH)
    inner.setLayout(column)
    content = QWidget()
    content.setObjectName("startContent")
    outer = QVBoxLayout(content)
    outer.addStretch(2)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(inner, 8)
    row.addStretch(1)
    outer.addLayout(row)
    outer.addStretch(3)
    return content
