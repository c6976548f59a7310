"""How a PDF is set: its margins, the distance of its lines, and which breaks between them were meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.layout.position import Alignment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.pdf.rows import Row

_PROSE = 40
"""Characters that a line of running text has at least."""
_FEW = 5
"""Lines of running text from which the right margin of a page shows."""
_COLUMN = 5.0
_DEEPEST = 200
_LEADING = 2.4
"""Characters of height from one line to the next, where no lines show it."""
_APART = 1.3
"""Of the usual distance of two lines, that beyond which a blank stands between them."""
_ODD = 1.7
"""The same for lines in the midst of a sentence, which a raised figure may part."""
_STOPS = frozenset(".;:?!")
CLOSING = "\"”’')]"


@dataclass(frozen=True, slots=True)
class Setting:
    """Margins in points, the usual distance between lines, and the width of a character."""

    margin: float
    reach: float
    leading: float
    column: float

    def indent(self, row: Row) -> int:
        """Return the columns before a row's first word."""
        return min(_DEEPEST, max(0, round((row.left - self.margin) / self.column)))

    def spare(self, row: Row, after: Row) -> float:
        """Return the columns that would have been left on a row had the first word of the next been set on it.

        A label counts as one word with the word after it.
        """
        left = self.reach - row.right
        opening = after.opening
        if left >= opening and (mark := numbering.parse(after.text)) is not None:
            words = after.text[mark.end :].split(" ", 2)
            opening = (mark.end + 2 + len(next((word for word in words if word), ""))) * self.column
        return (left - opening) / self.column

    def meant(self, row: Row, after: Row) -> bool:
        """Tell whether somebody broke the row on purpose: the next word would have fitted, and may begin something."""
        if row.hyphened or self.spare(row, after) < 0:
            return False
        return ends_sentence(row) or not after.text[0].islower()

    def mostly_meant(self, rows: Sequence[Row]) -> bool:
        """Tell whether more than half of the breaks between rows were meant."""
        return 2 * sum(map(self.meant, rows, rows[1:])) > len(rows) - 1

    def alignment(self, row: Row) -> Alignment:
        """Return how a row is aligned between the margins."""
        middle = (row.left + row.right) / 2
        inset = row.left - self.margin
        if inset >= 4 * self.column and abs(middle - (self.margin + self.reach) / 2) <= 2.5 * self.column:
            return Alignment.CENTRE
        return Alignment.RIGHT if inset >= (self.reach - self.margin) / 2 else Alignment.LEFT

    def centred(self, rows: Sequence[Row]) -> bool:
        """Tell whether rows were set in the middle, each by itself."""
        if any(self.alignment(row) is not Alignment.CENTRE for row in rows):
            return False
        if len(rows) == 1:
            return rows[0].text[0] in "([" or is_caption(rows[0].text)
        lefts = [row.left for row in rows]
        return max(lefts) - min(lefts) > self.column or len({round(row.right) for row in rows}) == 1

    def apart(self, row: Row, after: Row) -> bool:
        """Tell whether a blank, or the end of a page or column, stands between two rows."""
        if row.page != after.page or row.column != after.column:
            return True
        step = row.baseline - after.baseline
        if step <= 0:
            return True
        goes_on = not ends_sentence(row) and after.text[0].islower() and self.spare(row, after) < 0
        return step > (_ODD if goes_on else _APART) * self.leading

    def own(self, rows: Sequence[Row]) -> Setting:
        """Return the setting of rows that wrap before the right margin."""
        reach = max(row.right for row in rows)
        if len(rows) >= 4 and reach < self.reach - self.column:
            own = Setting(self.margin, reach, self.leading, self.column)
            short = sum(own.spare(one, after) >= 0 for one, after in pairwise(rows))
            if short * 5 <= len(rows):
                return own
        return self


def ends_sentence(row: Row) -> bool:
    """Tell whether a row ends with a stop."""
    return row.text[-4:].rstrip(CLOSING)[-1:] in _STOPS


def settings(rows: Sequence[Row]) -> dict[tuple[int, int], Setting]:
    """Return how each column of each page is set."""
    prose = [row for row in rows if len(row.pieces) == 1 and len(row.text) >= _PROSE]
    column = median([row.width for row in prose]) if prose else _COLUMN
    lefts = sorted(row.left for row in prose or rows)
    rights = sorted(row.right for row in prose or rows)
    margin, reach = lefts[len(lefts) // 20], rights[len(rights) * 97 // 100]
    parts: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        parts[row.page, row.column].append(row)
    steps = {key: _steps(held) for key, held in parts.items()}
    every = [step for held in steps.values() for step in held]
    leading = median(every) if every else _LEADING * column
    found = {}
    for key, held in parts.items():
        own = [row.right for row in held if len(row.pieces) == 1 and len(row.text) >= _PROSE]
        columns = key[1] > 1
        limit = max(own, default=reach) if columns else reach + column
        right = max((one for one in own if one <= limit), default=reach) if columns or len(own) >= _FEW else reach
        left = min(row.left for row in held) if columns else margin
        near = steps[key] if len(steps[key]) >= _FEW else []
        found[key] = Setting(left, right, median(near) if near else leading, column)
    return found


def _steps(rows: Sequence[Row]) -> list[float]:
    """Return the distances between lines of which the second goes on in the midst of a sentence."""
    return [
        step
        for one, after in pairwise(rows)
        if len(one.text) >= _PROSE and after.text[0].islower() and 0 < (step := one.baseline - after.baseline) < 60
    ]
