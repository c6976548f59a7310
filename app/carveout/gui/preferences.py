"""What the reviewer chooses for herself: the colours of the window, and the name that her notes are signed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings


class Preferences(QObject):
    """Each choice holds at once, and the next time."""

    def __init__(self, window: QWidget, session: Session, appearance: Appearance, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self._settings = settings

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "sign_as": self.ask_for_name,
            "theme_system": self.wear_system,
            "theme_light": self.wear_light,
            "theme_dark": self.wear_dark,
        }

    def wear_system(self) -> None:
        """Put on what the system wears."""
        self._wear("system")

    def wear_light(self) -> None:
        """Put on the light theme."""
        self._wear("light")

    def wear_dark(self) -> None:
        """Put on the dark theme."""
        self._wear("dark")

    def ask_for_name(self) -> None:
        """Ask for the name that notes are signed with."""
        from carveout.gui.sheets import NameSheet  # noqa: PLC0415  (not before it is wanted)

        sheet = NameSheet(self._session.author, self._window)
        sheet.textValueSelected.connect(self._on_named)
        sheet.open()

    def _wear(self, choice: str) -> None:
        self._settings.theme = choice
        self._appearance.choose(choice)

    def _on_named(self, name: str) -> None:
        if name.strip():
            self._session.author = self._settings.author = name.strip()
