"""What is to be set, and what comes out: runs of text in, lines of placed fragments out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.style import Colour, Style


@dataclass(slots=True)
class Run:
    """Text in one style. `link` names the place it leads to, `at` the code point of the source where it starts.

    `ruled` draws a line under it in that colour, and `twice` another below; `struck` draws one through it, and `filled`
    paints behind it. Nobody changes one; it isn't frozen because a memo has hundreds of thousands, and those take four
    times as long to make.
    """

    text: str
    style: Style
    link: str | None = None
    at: int | None = None
    ruled: Colour | None = None
    struck: Colour | None = None
    filled: Colour | None = None
    twice: bool = False


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


@dataclass(slots=True, eq=False)
class Block:
    """What belongs together to whoever doesn't see the page: a paragraph, a heading, a figure and what it shows.

    `kind` is PDF's own name for it: `P`, `H1` to `H4`, `Figure`. `said` stands for what can't be read. What is `once`
    comes again at the head of later pages, where it isn't said again. The rest is filled in as the file is written:
    the object's number, that of its part, and each page with the mark of what it holds there.
    """

    kind: str = "P"
    said: str = ""
    once: bool = False
    number: int = 0
    part: int = 0
    kids: list[tuple[int, int]] = field(default_factory=list)


def together(lines: Iterable[Line], block: Block) -> Iterator[Line]:
    """Yield lines that belong to one block."""
    for line in lines:
        line.block = block
        yield line


@dataclass(slots=True)
class Line:
    """A set line: its fragments from left to right. What belongs to no block only looks: a number in the margin."""

    fragments: list[Fragment]
    block: Block | None = None

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
