"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Helping:
    """Lays a sheet over the window: the keys, what went wrong, or what the program is made of."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {"keys": self.show_keys, "reports": self.show_reports, "about": self.show_about}

    def show_keys(self) -> None:
        """Show every key of the window."""
        from carveout.gui.sheets import keys_sheet  # noqa: PLC0415  (not before it is wanted)

        keys_sheet(self._window).open()

    def show_reports(self) -> None:
        """Show what was noted where Carveout failed."""
        from carveout.gui.reports_sheet import reports_sheet  # noqa: PLC0415

        reports_sheet(self._window).open()

    def show_about(self) -> None:
        """Show the version, and whose work it stands on."""
        from carveout.gui.sheets import about_sheet  # noqa: PLC0415

        about_sheet(self._window).open()
