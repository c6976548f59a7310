"""What the reviewer chooses for herself: who she is, the colours of the window, and how the text is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.text.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.menus import Menus
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.review.reviewer import Reviewer


class Preferences(QObject):
    """Each choice holds at once, and the next time."""

    def __init__(self, window: QWidget, session: Session, appearance: Appearance, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self._settings = settings
        self._menus: Menus | None = None
        self.look = Look(settings.zoom, numbered=settings.line_numbers, parent=self)
        self.look.changed.connect(self._on_look_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "preferences": self.show,
            "theme_system": self.wear_system,
            "theme_light": self.wear_light,
            "theme_dark": self.wear_dark,
            "zoom_in": self.look.zoom_in,
            "zoom_out": self.look.zoom_out,
            "reset_zoom": self.look.reset,
            "line_numbers": self.look.switch_numbers,
        }

    def keep(self, menus: Menus) -> None:
        """Keep what these menus mark in step with what is chosen."""
        self._menus = menus
        self._mark()

    def show(self) -> None:
        """Lay the sheet of all choices over the window."""
        from carveout.gui.preferences_sheet import PreferencesSheet  # noqa: PLC0415  (not before it is wanted)

        sheet = PreferencesSheet(self._settings.reviewer, self._appearance, self.look, self._window)
        sheet.signed.connect(self._on_signed)
        sheet.worn.connect(self._wear)
        sheet.open()

    def wear_system(self) -> None:
        """Put on what the system wears."""
        self._wear("system")

    def wear_light(self) -> None:
        """Put on the light theme."""
        self._wear("light")

    def wear_dark(self) -> None:
        """Put on the dark theme."""
        self._wear("dark")

    def _wear(self, choice: str) -> None:
        self._settings.theme = choice
        self._appearance.choose(choice)
        self._mark()

    def _mark(self) -> None:
        if self._menus is not None:
            self._menus.check_theme(self._appearance.choice)
            self._menus.check("line_numbers", on=self.look.numbered)

    def _on_look_changed(self) -> None:
        self._settings.zoom = self.look.zoom
        self._settings.line_numbers = self.look.numbered
        self._mark()

    def _on_signed(self, reviewer: Reviewer) -> None:
        self._settings.reviewer = reviewer
        self._session.author = reviewer.name
