"""What stands at the caret of a sheet: where its words lead, and whose note is nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.text.ways import pointed_at

if TYPE_CHECKING:
    from carveout.gui.text.sheet import Sheet
    from carveout.gui.text.ways import Pointed
    from carveout.review.annotation import Annotation


def pointed(sheet: Sheet) -> Pointed | None:
    """Return what the words at the caret point to, or else those that end there."""
    laid, offset = sheet.laid, sheet.caret()
    if laid is None or offset is None:
        return None
    return pointed_at(laid, offset) or pointed_at(laid, max(0, offset - 1))


def nearest_note(sheet: Sheet) -> Annotation | None:
    """Return the annotation of the words at the caret, the innermost of several, or else the closest one."""
    laid, offset = sheet.laid, sheet.caret()
    return laid.marks.nearest(offset) if laid is not None and offset is not None else None
