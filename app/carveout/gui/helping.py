"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.settings import Settings
    from carveout.gui.workspaces import Workspaces


class Helping:
    """Lays a page over the window, or the guide beside it.

    The pages are the keys, what each pane is for, what went wrong, and what it is all made of.
    """

    def __init__(
        self,
        window: QWidget,
        panes: Sequence[QWidget],
        appearance: Appearance,
        settings: Settings,
        workspaces: Workspaces,
    ) -> None:
        """Help with the outline, the text and the inspector, which are the panes in this order."""
        self._workspaces = workspaces
        self._window = window
        self._panes = panes
        self._appearance = appearance
        self._settings = settings

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "guide": self.show_guide,
            "keys": self.show_keys,
            "tour": self.show_tour,
            "reports": self.show_reports,
            "about": self.show_about,
        }

    def welcome(self) -> None:
        """Show the reviewer round the first time that she has something to read."""
        if not self._settings.toured:
            self.show_tour()

    def show_guide(self) -> None:
        """Show the page of the guide about what is in front."""
        from carveout.gui.guide.topics import page_about  # noqa: PLC0415

        self._show_page(page_about(self._workspaces.in_front))

    def show_rule(self, rule: str) -> None:
        """Show the page of the guide about a rule of the proofreader."""
        from carveout.gui.guide.contents import rule_page  # noqa: PLC0415

        self._show_page(rule_page(rule))

    def show_tour(self) -> None:
        """Show what each pane is for, and the keys that matter."""
        from carveout.gui.tour import Tour  # noqa: PLC0415  (not before it is wanted)

        self._settings.toured = True
        made = self._window.findChild(Tour)
        tour = Tour(self._panes, self._appearance, self._window) if made is None else made
        if not tour.isVisible():
            tour.begin()

    def show_keys(self) -> None:
        """Show every key of the window."""
        from carveout.gui.keys_sheet import KeysSheet  # noqa: PLC0415  (not before it is wanted)

        KeysSheet(self._window).open()

    def show_reports(self) -> None:
        """Show what was noted where Carveout failed."""
        from carveout.gui.reports_sheet import reports_sheet  # noqa: PLC0415

        reports_sheet(self._window).open()

    def _show_page(self, file: str) -> None:
        from carveout.gui.guide.opening import open_guide  # noqa: PLC0415  (not before it is wanted)

        open_guide(self._window, self._appearance, self._settings, file)

    def show_about(self) -> None:
        """Show the version, and whose work it stands on."""
        from carveout.gui.about_sheet import about_sheet  # noqa: PLC0415

        about_sheet(self._window).open()
