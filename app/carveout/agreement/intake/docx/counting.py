"""The count of every list through the document, and the label that each paragraph gets of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.numbering import LEVELS, Level
from carveout.agreement.intake.docx.numerals import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.intake.docx.numbering import Numbering

_ARABIC = frozenset({"decimal", "decimalZero", "none", "bullet"})
"""Forms that a level of legal numbers leaves as they are."""
_PLACE = re.compile(r"%([1-9])")


_MISSING = Level()


class Counting:
    """Counts the paragraphs of each list in the order of the document, as Word does when it prints it.

    A level that is passed over on the way to a lower one counts as begun.
    """

    def __init__(self, numberings: Mapping[int, Numbering]) -> None:
        self._numberings = numberings
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()
        self._printed: dict[str, dict[int, str]] = {}

    def label(self, number: int, at: int) -> str:
        """Count the next paragraph of a list at a level, and return its label; empty where it prints none."""
        numbering = self._numberings.get(number)
        level = numbering.levels.get(at) if numbering else None
        if numbering is None or level is None:
            return ""
        counts = self._counts.setdefault(numbering.shared, [None] * LEVELS)
        for above in range(at):
            if counts[above] is None:
                counts[above] = numbering.levels.get(above, _MISSING).start
        before = counts[at]
        anew = at in numbering.starts and (number, at) not in self._started
        self._started.add((number, at))
        counts[at] = level.start if before is None or anew else before + 1
        for below in range(at + 1, LEVELS):
            if _restarts(numbering.levels.get(below), at):
                counts[below] = None
        if level.hidden:
            return ""
        self._printed.setdefault(numbering.shared, {})[at] = f"{level.form} {level.text.replace(f'%{at + 1}', '%')}"
        return _PLACE.sub(lambda place: _number(numbering, counts, int(place[1]) - 1, level), level.text).strip()

    def depth(self, number: int, at: int) -> int | None:
        """Return a level, 1 for the highest, where another of its list printed its numbers alike, else None."""
        printed = self._printed.get(self._numberings[number].shared, {}) if number in self._numberings else {}
        return at + 1 if list(printed.values()).count(printed.get(at, "")) > 1 else None


def _restarts(level: Level | None, above: int) -> bool:
    """Tell whether the count of a level starts anew after a paragraph of the level `above` it."""
    return level is None or level.restarts is None or above < level.restarts


def _number(numbering: Numbering, counts: list[int | None], at: int, asking: Level) -> str:
    level = numbering.levels.get(at, _MISSING)
    count = counts[at]
    form = "decimal" if asking.legal and level.form not in _ARABIC else level.form
    return written(level.start if count is None else count, form)
