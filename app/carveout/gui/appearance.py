"""Which theme the window wears: the system's, unless counsel chose one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from carveout.gui.theme import Theme, load_theme


class Appearance(QObject):
    """The theme in force, and the news that it has changed."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        """Wear `light`, `dark`, or what the system wears."""
        super().__init__(parent)
        self._choice = choice
        self._theme = load_theme(self._name())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> str:
        """What counsel chose: `light`, `dark` or `system`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Wear `light`, `dark`, or what the system wears."""
        self._choice = choice
        self._refresh()

    def _on_system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        name = self._name()
        if name != self._theme.name:
            self._theme = load_theme(name)
            self.changed.emit()

    def _name(self) -> str:
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"
