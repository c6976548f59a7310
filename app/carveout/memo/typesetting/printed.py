"""Where the pages say what: which words of the source each line holds, and where the names of places stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carveout.memo.typesetting.breaking import FIXED_SPACES, WHITE
from carveout.memo.typesetting.pages import HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.memo.typesetting.comments import SourceLine
    from carveout.memo.typesetting.pages import Page
    from carveout.memo.typesetting.text import Fragment, Run

_SPACES = re.compile(f"[{WHITE}{FIXED_SPACES}]+")
_WORD = re.compile(f"[^{WHITE}{FIXED_SPACES}]+")


class PrintedWords(NamedTuple):
    """Words of the source on a page: code points `start` up to `end`, printed from `left` to `right` on a baseline.

    Lengths are points from the page's lower left corner.
    """

    baseline: float
    size: float
    left: float
    right: float
    start: int
    end: int


class PrintedPage(NamedTuple):
    """The words of the source that a page holds, from top to bottom, and the heights at which its places begin."""

    words: Sequence[PrintedWords]
    places: Sequence[tuple[float, str]]


class Printing:
    """Follows the words of the source from page to page."""

    def __init__(self) -> None:
        self._run: Run | None = None
        self._at = 0

    def printed(self, page: Page, lines: Sequence[SourceLine]) -> PrintedPage:
        """Return what the next page prints, given its lines that hold text of the source."""
        words = []
        for line in lines:
            height = HEIGHT - line.baseline
            words += [self._words(fragment, height) for fragment in line.fragments]
        return PrintedPage(words, [(HEIGHT - top, name) for top, row in page.rows for name in row.places])

    def _words(self, fragment: Fragment, height: float) -> PrintedWords:
        """Return where a fragment's words stand in the source: those of a run are printed in their order."""
        run = fragment.run
        if run is not self._run:
            self._run, self._at = run, 0
        text = fragment.text.rstrip(" ")
        start = self._at
        if run.text.startswith(text, start):
            self._at = start + len(text)
            if self._at < len(run.text) and run.text[self._at] == " ":
                self._at += 1
            end = start + len(text)
        else:
            start, end = self._searched(run.text, fragment)
        offset = run.at or 0
        return PrintedWords(height, fragment.size, fragment.x, fragment.end, offset + start, offset + end)

    def _searched(self, said: str, fragment: Fragment) -> tuple[int, int]:
        """Return where in a run's text a fragment stands that has other white space than it, or code points."""
        text = fragment.text
        left_over = text.count("U+") if fragment.coded else len(text) - len("".join(_SPACES.findall(text)))
        start = self._at
        while left_over > 0 and (word := _WORD.search(said, self._at)) is not None:
            if start == self._at:
                start = word.start()
            self._at = min(word.end(), word.start() + left_over)
            left_over -= self._at - word.start()
        return start, max(start, self._at)
