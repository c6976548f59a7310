"""Opening the guide: one sheet of it beside a window, brought forward where it is open already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.guide.contents import contents
from carveout.gui.guide.sheet import GuideSheet
from carveout.gui.labels import PlainLabel
from carveout.gui.sheets import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.settings import Settings

_MISSING = "The guide can't be read: install Carveout again to have it back."


def open_guide(window: QWidget, appearance: Appearance, settings: Settings, file: str) -> None:
    """Show a page of the guide beside the window; its first page where no file is named."""
    try:
        contents()
    except OSError:
        Sheet("Guide", PlainLabel(_MISSING), window).open()
        return
    made = window.findChild(GuideSheet)
    sheet = GuideSheet(appearance, settings, window) if made is None else made
    sheet.show_page(file)
    sheet.show()
    sheet.raise_()
    sheet.activateWindow()
