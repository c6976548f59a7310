"""Pictures of pages as Qt paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from carveout.agreement.intake.pdf.pictured import Picture


def image_of(picture: Picture) -> QImage:
    """Return a picture of a page as an image of its own."""
    return QImage(picture.pixels, picture.width, picture.height, QImage.Format.Format_RGB32).copy()
