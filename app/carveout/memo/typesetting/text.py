"""What is to be set, and what comes out: runs of text in, lines of placed fragments out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.memo.typesetting.style import Colour, Style


@dataclass(slots=True)
class Run:
    """Text in one style. `link` names the place it leads to, `at` the code point of the source where it starts.

    `ruled` draws a line under it in that colour, `struck` one through it, `filled` paints behind it. Nobody changes
    one; it isn't frozen because a memo has hundreds of thousands, and those take four times as long to make.
    """

    text: str
    style: Style
    link: str | None = None
    at: int | None = None
    ruled: Colour | None = None
    struck: Colour | None = None
    filled: Colour | None = None


@dataclass(slots=True)
class Fragment:
    """Words of a run in one font, placed on a line: `x` and `end` are points from the line's left edge.

    `end` is where the last word ends; `text` may carry a space after it. `coded` text is code points, set quietly.
    """

    run: Run
    font: str
    size: float
    text: str
    x: float
    end: float
    coded: bool = False


@dataclass(slots=True)
class Line:
    """A set line: its fragments from left to right."""

    fragments: list[Fragment]

    @property
    def width(self) -> float:
        """Where the last word ends, in points from the left edge."""
        return self.fragments[-1].end if self.fragments else 0.0

    def shifted(self, x: float) -> Line:
        """Return this line, moved to the right."""
        for fragment in self.fragments:
            fragment.x += x
            fragment.end += x
        return self
