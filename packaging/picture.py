"""Taking one picture: once a widget has laid itself out, in no more colours than it has use for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TypeVar

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPixmap

SETTLED = 500  # milliseconds in which a window lays itself out
PATIENCE = 60_000  # milliseconds for the sample to be read
_STEP = 50
_COLOURS = 256
_Made = TypeVar("_Made")


def picture(widget: QWidget, target: Path) -> None:
    """Write a picture of a widget, once it has laid itself out."""
    settle()
    save(widget.grab(), target)


def save(grabbed: QPixmap, target: Path) -> None:
    """Write what was grabbed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    grabbed.save(buffer, "PNG")
    keep(Image.open(io.BytesIO(buffer.data().data())), target)


def keep(image: Image.Image, target: Path) -> None:
    """Write a picture in its 256 best colours: a window has few more, and none that is missed."""
    image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def settle(milliseconds: int = SETTLED) -> None:
    """Let the window lay itself out."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def after(made: Callable[[], _Made | None]) -> _Made:
    """Return what a function makes, as soon as it makes something."""
    for _ in range(PATIENCE // _STEP):
        found = made()
        if found is not None:
            return found
        settle(_STEP)
    raise SystemExit("What was to be pictured did not come.")


def front() -> QDialog | None:
    """Return the sheet in front."""
    sheet = QApplication.activeModalWidget()
    return sheet if isinstance(sheet, QDialog) else None


def focused() -> QWidget:
    """Return what takes keys."""
    found = QApplication.focusWidget()
    if found is None:
        raise SystemExit("Nothing in the window takes keys.")
    return found
