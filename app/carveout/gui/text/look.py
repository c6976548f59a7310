"""How the text is shown, whichever pane shows it: its size, and whether its lines are numbered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

STEP = 1.1
"""How many times as large each step makes the text."""
SMALLEST, LARGEST = -4, 9


class Look(QObject):
    """The size of the text in steps from the usual, and its line numbers. `changed` says that either is another."""

    changed = Signal()

    def __init__(self, zoom: int = 0, *, numbered: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zoom = _bounded(zoom)
        self.numbered = numbered

    @property
    def magnification(self) -> float:
        """How many times as large as usual the text is."""
        return float(STEP**self.zoom)

    def magnify(self, zoom: int) -> None:
        """Give the text another size, as far as that goes."""
        if _bounded(zoom) != self.zoom:
            self.zoom = _bounded(zoom)
            self.changed.emit()

    def zoom_in(self) -> None:
        """Make the text larger."""
        self.magnify_by(1)

    def zoom_out(self) -> None:
        """Make the text smaller."""
        self.magnify_by(-1)

    def reset(self) -> None:
        """Give the text its usual size."""
        self.magnify(0)

    def magnify_by(self, steps: int) -> None:
        """Make the text larger by some steps, or smaller."""
        self.magnify(self.zoom + steps)

    def switch_numbers(self) -> None:
        """Show the line numbers where they were hidden, or hide them."""
        self.number(not self.numbered)

    def number(self, numbered: bool) -> None:  # noqa: FBT001  (an action and a check box carry it)
        """Show the lines of the source beside the text, or don't."""
        if numbered != self.numbered:
            self.numbered = numbered
            self.changed.emit()


def _bounded(zoom: int) -> int:
    return max(SMALLEST, min(zoom, LARGEST))
