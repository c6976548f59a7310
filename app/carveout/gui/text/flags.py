"""Where the flags stand at the right of the text: one for each annotation, beside the paragraph that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from carveout.gui.text.strips import line_reaching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont

    from carveout.agreement.span import Span
    from carveout.gui.text.marks import Flag, Marks
    from carveout.gui.text.page import Page
    from carveout.review.annotation import Severity

PADDING = 6.0
GAP = 3.0
"""Pixels before and behind what a flag says, and between its shape and its number."""
_BETWEEN = 2.0
_MOST = 12
"""Flags of a paragraph that are worth a look each."""


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    """A flag and the box that it takes, in pixels of the document.

    It stands for the annotations at `places` in the order of the text: its own, and those after it in its paragraph
    that had no room for flags of their own. It is open where one of them is, and has the severity of the gravest open
    issue among them.
    """

    flag: Flag
    box: QRectF
    places: range
    open: bool
    severity: Severity | None

    @property
    def words(self) -> str:
        """What the flag says: its number, or how many it stands for."""
        return str(self.flag.number) if len(self.places) == 1 else f"+{len(self.places)}"


def height_of(font: QFont) -> float:
    """Return the height of a flag."""
    return QFontMetricsF(font).height() + 4


def placed_flags(
    page: Page, marks: Marks, part: Span, left: float, font: QFont, top: float = -inf, bottom: float = inf
) -> Iterator[PlacedFlag]:
    """Yield the flags between two heights of the page: those of a part of the text, and any that hang into it.

    Each stands at the line where its words begin, or below the one before it in its paragraph. It stands there wherever
    the window is, so that scrolling moves none: those of a paragraph never reach the next that has any.
    """
    metrics, height = QFontMetricsF(font), height_of(font)
    digit, shape = metrics.horizontalAdvance("0"), metrics.ascent() + GAP
    at, behind = _places(page, marks, part)
    first = _Line(page, marks, at, height) if at < behind else None
    while first is not None:
        until = marks.beginning(page.offsets.around(marks.start(at))).stop
        following = _Line(page, marks, until, height) if until < behind else None
        tops = _stacked(page, marks, range(at, until), first, following.top if following else inf)
        for number, (place, upper) in enumerate(tops):
            if upper + height < top or upper > bottom:
                continue
            places = range(place, until if number == len(tops) - 1 else place + 1)
            box = QRectF(left, upper, 0, height)
            placed = PlacedFlag(marks.flag(place), box, places, *marks.open_among(places))
            box.setWidth(digit * len(placed.words) + 2 * PADDING + (shape if placed.severity else 0.0))
            yield placed
        at, first = until, following if following and following.top <= bottom else None


class _Line:
    """The line where an annotation's words begin: where a flag stands on it, and the position behind its last one."""

    def __init__(self, page: Page, marks: Marks, place: int, height: float) -> None:
        self.height = height
        strip, self.behind = line_reaching(page.document, page.offsets.position(marks.start(place)))
        self.top = round((strip.top + strip.bottom - height) / 2)


def _places(page: Page, marks: Marks, part: Span) -> tuple[int, int]:
    """Return the first annotation to be looked at, and the one behind the last: the paragraph before may hang in."""
    places = marks.beginning(part)
    if not places.start:
        return places.start, places.stop
    return marks.beginning(page.offsets.around(marks.start(places.start - 1))).start, places.stop


def _stacked(page: Page, marks: Marks, places: range, line: _Line, limit: float) -> list[tuple[int, float]]:
    """Return the annotations of a paragraph that have a flag of their own, and its upper edge, above a limit."""
    found = [(places.start, float(line.top))]
    for place in places[1:_MOST]:
        if page.offsets.position(marks.start(place)) >= line.behind:
            line = _Line(page, marks, place, line.height)
        below = found[-1][1] + line.height + _BETWEEN
        if below > line.top and below + line.height > limit:
            break
        found.append((place, max(line.top, below)))
    return found
