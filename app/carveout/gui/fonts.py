"""The faces that the window is set in, from resources/fonts."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from carveout.assets import RESOURCES

INTERFACE = "Inter"
_FACES = (
    "inter/Inter-Regular.ttf",
    "inter/Inter-Medium.ttf",
    "inter/Inter-SemiBold.ttf",
    "source-serif-4/SourceSerif4-Regular.ttf",
    "source-serif-4/SourceSerif4-Italic.ttf",
    "source-serif-4/SourceSerif4-SemiBold.ttf",
)
_JAPANESE = "noto-serif-jp/NotoSerifJP-Regular.ttf"
_FIRST_IDEOGRAPH = "\u2e80"


@cache
def load_faces() -> None:
    """Make the interface's and the text's faces known to Qt, once."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / face))


def load_faces_for(text: str) -> None:
    """Make the large Japanese face known too, once a text needs it and where the system has none of its own."""
    if max(text, default="") < _FIRST_IDEOGRAPH or QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        return
    QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / _JAPANESE))


def interface_font() -> QFont:
    """Return the font of everything but the agreement's own words."""
    font = QFont(INTERFACE)
    font.setPixelSize(13)
    return font
