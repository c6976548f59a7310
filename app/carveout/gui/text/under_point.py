"""What a sheet shows under a point of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from carveout.gui.text.sight import flags_in

if TYPE_CHECKING:
    from carveout.gui.text.flags import PlacedFlag
    from carveout.gui.text.sheet import Sheet


def offset_at(sheet: Sheet, point: QPoint) -> int | None:
    """Return the offset of the code point that is drawn at a point, None where none is."""
    layout = sheet.document().documentLayout()
    position = layout.hitTest(QPointF(point) + sheet.scrolled(), Qt.HitTestAccuracy.ExactHit)
    return sheet.laid.page.offsets.offset(position) if sheet.laid and position >= 0 else None


def flag_at(sheet: Sheet, point: QPoint) -> PlacedFlag | None:
    """Return the flag that is drawn at a point, None where none is."""
    at = QPointF(point) + sheet.scrolled()
    return next((placed for placed in flags(sheet) if placed.box.contains(at)), None)


def flags(sheet: Sheet) -> list[PlacedFlag]:
    """Return the flags of what the window shows, where they stand in pixels of the document."""
    sight = sheet.sight()
    return flags_in(sight) if sight else []
