"""A proposed wording as a redline of the clause's words: struck through and underlined, not told by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.inspector.passage import Passage
from carveout.gui.labels import PlainLabel
from carveout.gui.visible import visible
from carveout.review.redline import Change, in_plain_text

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.review.redline import Run

_SAID = {Change.KEPT: "{}", Change.STRUCK: " struck: {}; ", Change.ADDED: " added: {}; "}


class Proposed(QWidget):
    """A proposed wording, and above it what it is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._redlined = Redlined(appearance, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(PlainLabel("Proposed wording", self, name="lead"))
        layout.addWidget(self._redlined)

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """Show the runs of a redline."""
        self._redlined.set_runs(runs)


class Redlined(Passage):
    """Runs of a redline. What is selected is copied as text alone, struck words as `[-…-]` and added ones as `[+…+]`.

    A screen reader hears which words are struck and which are added.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("wording", parent)
        self._appearance = appearance
        self._runs: tuple[Run, ...] = ()
        appearance.changed.connect(self._paint_runs)

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """Show the runs of a redline."""
        self._runs = runs
        self.set_text("".join(run.words for run in runs))
        self.setAccessibleName(visible("".join(_SAID[run.change].format(run.words) for run in runs)))
        self._paint_runs()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selected runs as text alone."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chosen: list[Run] = []
        at = 0
        for run in self._runs:
            units = visible(run.words).encode("utf-16-le", "surrogatepass")
            own = units[2 * max(0, start - at) : 2 * max(0, end - at)].decode("utf-16-le", "replace")
            at += len(units) // 2
            if own:
                chosen.append(type(run)(run.change, own))
        mime = QMimeData()
        mime.setText(in_plain_text(chosen))
        return mime

    def _paint_runs(self) -> None:
        theme = self._appearance.theme
        cursor = QTextCursor(self.document())
        at = 0
        for run in self._runs:
            look = QTextCharFormat()
            if run.change is not Change.KEPT:
                look.setFontStrikeOut(run.change is Change.STRUCK)
                look.setFontUnderline(run.change is Change.ADDED)
                look.setForeground(QColor(theme.bad if run.change is Change.STRUCK else theme.good))
            cursor.setPosition(at)
            at += len(visible(run.words).encode("utf-16-le", "surrogatepass")) // 2
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
