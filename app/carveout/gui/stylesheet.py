"""The one stylesheet of the window, made from a theme. Widgets are known to it by object name or `look`."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from carveout.assets import RESOURCES

if TYPE_CHECKING:
    from carveout.gui.theme import Theme


def stylesheet(theme: Theme) -> str:
    """Return resources/themes/window.qss with the theme's colours in it."""
    sheet = Template((RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"))
    return sheet.substitute(asdict(theme))
