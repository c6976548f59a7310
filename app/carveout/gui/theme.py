"""Colours: light and dark, from resources/themes, never written anywhere else."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from carveout.assets import RESOURCES


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window by what they mean, each as `#rrggbb`.

    `page` is the reading column and the cards, `window` all around it. `muted` and `faint` are lesser text, legible on
    both at 4.5 to 1, `muted` in a chosen row as well; `disabled` is what can't be used now. A name in `_soft` is the
    ground that its own colour is legible on; `highlight` lies under a carve-out's words, `noted` under an annotation's.
    """

    name: str
    window: str
    page: str
    border: str
    text: str
    muted: str
    faint: str
    disabled: str
    accent: str
    accent_soft: str
    noted: str
    carveout: str
    carveout_soft: str
    highlight: str
    inclusion: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    medium: str
    medium_soft: str


def load_theme(name: str) -> Theme:
    """Return the theme that resources/themes holds under `light` or `dark`."""
    return Theme(**json.loads((RESOURCES / "themes" / f"{name}.json").read_text(encoding="utf-8")))


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that Fusion paints the theme with."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.page,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.bad,
        QPalette.ColorRole.ToolTipBase: theme.page,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.page,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Light: theme.page,
        QPalette.ColorRole.Dark: theme.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette
