"""The lines of a page as PDFium delimits them, and where their words stand.

Asking PDFium for a place takes as long as all else that is done with a word. So the widths of characters are kept, and
where a line is as long as its characters together, nothing but spaces parts its words, and none of them is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.intake.pdf.page_text import PageText, Word

WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
RAISED = frozenset({"st", "nd", "rd", "th"})
"""What is raised after a number and belongs to it."""
_LINE = re.compile(r"[^\r\n\ufffe]+")
_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, whose line end it then leaves out."""
_NARROW = 5.0
"""Points that a character is taken to be wide where no line of the page tells it."""
_MANY = 60
"""Lines that tell it well enough."""
_TELLING = 40
"""Characters of a line from which their widths are learned."""
_CLOSE = 0.8
"""Characters by which a line may differ from its characters together."""
_RELEARNED = 4
"""Pages one after the other for which the widths are learned anew because they fit few lines."""


@dataclass(slots=True)
class Ruler:
    """What was measured so far: the width of characters and the length of words in points, in the usual face."""

    widths: dict[str, float] = field(default_factory=dict)
    lengths: dict[str, float] = field(default_factory=dict)
    fitting: int = 0
    misfits: int = 0
    relearned: int = 0

    def fits(self, text: str, length: float) -> bool:
        """Tell whether a text in the usual face, with nothing but spaces in it, is so long."""
        if self.relearned > _RELEARNED:
            return False
        try:
            expected = sum(map(self.widths.__getitem__, text))
        except KeyError:
            return False
        fits = abs(expected - length) * len(text) <= _CLOSE * length
        self.fitting += fits
        self.misfits += not fits
        return fits

    def learn(self, page: PageText, start: int, end: int) -> None:
        """Learn the widths of the characters of a line that aren't known."""
        if self.relearned > _RELEARNED:
            return
        for at in range(start, end):
            character = page.text[at]
            if character not in self.widths:
                self.widths[character] = page.place(at + 1)[0] - page.place(at)[0]

    def turn_page(self) -> None:
        """Forget the widths where they fitted few lines of a page, whose face is another one, and in the end give up.

        The lines of a page whose margins are both straight fit none.
        """
        if self.misfits > 2 * self.fitting:
            self.relearned += 1
            self.widths.clear()
        elif self.fitting:
            self.relearned = 0
        self.fitting = self.misfits = 0


@dataclass(slots=True)
class Drawn:
    """A line as PDFium gives it: `text` with its words as they stand in the page's text from `start`.

    `words` holds each word with its place, and nothing where nothing but spaces parts them. `opening` is the width of
    the first word with the space after it. `askew` says that the line doesn't run from left to right, `climbs` that it
    runs up the page, and `hyphened` that a hyphen ends it.
    """

    start: int
    end: int
    text: str
    left: float
    right: float
    baseline: float
    words: list[Word]
    hyphened: bool
    askew: bool
    climbs: bool
    opening: float


def drawn_lines(page: PageText, ruler: Ruler) -> list[Drawn]:
    """Return the lines of a page in the order in which it draws them; it is turned so that most of them are level."""
    lines = list(_lines(page, ruler))
    askew = [line for line in lines if line.askew]
    if 2 * len(askew) > len(lines):
        page.turns += 1 if askew[0].climbs else 3
        lines = list(_lines(page, ruler))
    ruler.turn_page()
    return lines


def character_width(lines: Sequence[Drawn]) -> float:
    """Return how wide a character of a page is as a rule, told by the distance of its words."""
    widths: list[float] = []
    for line in lines[:_MANY]:
        if line.words:
            widths += [
                (after[2] - one[2]) / (len(one[1]) + 1) for one, after in pairwise(line.words) if after[2] > one[2]
            ]
        else:
            widths += [(line.right - line.left) / len(line.text)] * (line.text.count(" ") or 1)
    return max(median(widths), 0.5) if widths else _NARROW


def _lines(page: PageText, ruler: Ruler) -> Iterator[Drawn]:
    text = page.text
    for line in _LINE.finditer(text):
        at, end = line.span()
        found = WORD.findall(text, at, end)
        if not found:
            continue
        start = text.find(found[0], at)
        last = text.rfind(found[-1], start, end)
        stop = last + len(found[-1])
        left, baseline = page.place(start)
        right, top = page.far_corner(stop - 1)
        climb = top - baseline
        askew = abs(climb) > 2 * abs(right - left) and stop - start > 2
        hyphened = text.startswith(_HYPHEN, end)
        drawn = Drawn(start, stop, " ".join(found), left, right, baseline, [], hyphened, askew, climb > 0, right - left)
        if len(found) == 1:
            pass
        elif not askew and RAISED.isdisjoint(found) and ruler.fits(text[start:stop], right - left):
            drawn.opening = sum(map(ruler.widths.__getitem__, found[0])) + ruler.widths.get(" ", 0.0)
        else:
            drawn.words = page.places(found, start)
            drawn.opening = drawn.words[1][2] - left
            if not askew and stop - start >= _TELLING:
                ruler.learn(page, start, stop - 1)
        yield drawn
