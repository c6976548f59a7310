"""Where the pages say what: which words of the source each line holds, and where the names of places stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.memo.typesetting.glyphs import FIXED_SPACES, WHITE
from carveout.memo.typesetting.pages import HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.memo.typesetting.comments import SourceLine
    from carveout.memo.typesetting.pages import Page
    from carveout.memo.typesetting.text import Fragment, Run

_SPACES = re.compile(f"[{WHITE}{FIXED_SPACES}]+")
_WORD = re.compile(f"[^{WHITE}{FIXED_SPACES}]+")


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Words of the source on a page: code points `start` up to `end`, printed from `left` to `right` on a baseline.

    Lengths are points from the page's lower left corner.
    """

    baseline: float
    size: float
    left: float
    right: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The words of the source that a page holds, from top to bottom, and the heights at which its places begin."""

    words: tuple[PrintedWords, ...]
    places: tuple[tuple[float, str], ...]


class Printing:
    """Takes one page after the other as it is drawn."""

    def __init__(self) -> None:
        self.pages: list[PrintedPage] = []
        self._run: Run | None = None
        self._at = 0

    def take(self, page: Page, lines: Sequence[SourceLine]) -> None:
        """Take a page with its lines that hold text of the source."""
        words = tuple(self._words(fragment, line.baseline) for line in lines for fragment in line.fragments)
        places = tuple((HEIGHT - top, name) for top, row in page.rows for name in row.places)
        self.pages.append(PrintedPage(words, places))

    def _words(self, fragment: Fragment, baseline: float) -> PrintedWords:
        """Return where a fragment's words stand in the source: those of a run are printed in their order."""
        run = fragment.run
        if run is not self._run:
            self._run, self._at = run, 0
        text = fragment.text
        left_over = text.count("U+") if fragment.coded else len(text) - len("".join(_SPACES.findall(text)))
        start = self._at
        while left_over > 0 and (word := _WORD.search(run.text, self._at)) is not None:
            if start == self._at:
                start = word.start()
            self._at = min(word.end(), word.start() + left_over)
            left_over -= self._at - word.start()
        offset = run.at or 0
        left, right = fragment.x, fragment.end
        return PrintedWords(
            HEIGHT - baseline, fragment.size, left, right, offset + start, offset + max(start, self._at)
        )
