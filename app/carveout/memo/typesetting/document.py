"""From rows to a PDF: each page is drawn and written as soon as it is full, and last what only the whole tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from carveout.memo.typesetting.comments import Comment, Commenting
from carveout.memo.typesetting.draw import Drawing
from carveout.memo.typesetting.pages import BOTTOM, HEIGHT, LEFT, MEASURE, RIGHT, paginated
from carveout.memo.typesetting.paper import Paper, Properties
from carveout.memo.typesetting.printed import Printing
from carveout.memo.typesetting.rows import baseline_of
from carveout.memo.typesetting.structure import ARTIFACT, END
from carveout.memo.typesetting.style import FOOTER, HAIRLINE, RUNNING, Style
from carveout.memo.typesetting.text import Line, Run
from carveout.memo.typesetting.words import ink
from carveout.memo.typesetting.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from carveout.agreement.progress import Report
    from carveout.memo.typesetting.glyphs import Glyphs
    from carveout.memo.typesetting.paper import Enclosure
    from carveout.memo.typesetting.printed import PrintedPage
    from carveout.memo.typesetting.rows import Row

_HEAD = 28.0
"""How far below the upper edge the running head stands, in points."""
_BETWEEN = 24.0
"""What stays free before the number of the page, in points."""
_SETTING, _WRITING = "Setting the pages", "Writing the file"
_LAST = 10
"""The share of the work, one part in so many of the setting, that is left when all pages are drawn."""


class Enclosing(Protocol):
    """Makes the file that the PDF encloses from what each page prints."""

    def take(self, page: PrintedPage) -> None:
        """Take the next page."""

    def enclosure(self) -> Enclosure:
        """Return the file, after the last page."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be set: the rows, the comments on the source's text in them, and what each page says besides.

    `running` stands at the foot of each page; `head` at its head, to the left and to the right, from the second on.
    `weight` is about how many characters the rows hold; progress is reported in them. `enclosing` makes the file that
    the PDF encloses of where everything was printed. Where more rows are to `follow` that aren't among these, no page
    says of how many it is.
    """

    rows: Iterable[Row]
    comments: Sequence[Comment]
    properties: Properties
    running: str
    head: tuple[str, str]
    weight: int
    enclosing: Enclosing | None = None
    follow: bool = False


def typeset(document: Document, glyphs: Glyphs, out: BinaryIO, report: Report) -> None:
    """Write the PDF, from the first byte to the last. Whatever the report raises ends the work."""
    weight = document.weight
    total = weight + max(weight // _LAST, 1)
    paper = Paper(out, document.properties)
    commenting = Commenting(document.comments)
    printing = Printing()
    head = _head(paper, glyphs, document.head)
    done = 0
    report(0, total, _SETTING)
    for page in paginated(document.rows):
        paper.begin_page()
        drawing = Drawing(paper, glyphs).draw(page)
        done += drawing.characters
        at_work = partial(report, min(done, weight), total, _SETTING)
        at_work()
        commenting.annotate(paper, drawing.source, at_work)
        if document.enclosing is not None:
            document.enclosing.take(printing.printed(page, drawing.source))
        drawing.end(head if paper.page > 1 else [])
    if document.enclosing is not None:
        paper.enclose(document.enclosing.enclosure())
    paper.finish(
        _Foot(paper, glyphs, document),
        lambda at, of: report(weight + (total - weight) * at // of, total, _WRITING),
    )
    report(total, total, _WRITING)


def _head(paper: Paper, glyphs: Glyphs, said: tuple[str, str]) -> list[str]:
    """Return the running head: whose memo it is, and under which legend it goes."""
    height = HEIGHT - _HEAD - baseline_of(RUNNING.leading, RUNNING.size)
    left, right = (_first_line(glyphs, words, RUNNING, MEASURE / 2 - 12) for words in said)
    words = paper.words()
    words.put(left.fragments, height, LEFT)
    words.put(right.fragments, height, RIGHT - right.width)
    return [ARTIFACT, *words.end(), END]


class _Foot:
    """The foot of the pages: a hairline and of what the memo is on all of them, and on each which it is of how many."""

    def __init__(self, paper: Paper, glyphs: Glyphs, document: Document) -> None:
        self._paper = paper
        self._glyphs = glyphs
        self._running = document.running
        self._follow = document.follow
        self._top = HEIGHT - BOTTOM + 32
        self._height = HEIGHT - self._top - baseline_of(FOOTER.leading, FOOTER.size)

    def on_all(self, of: int) -> list[str]:
        """Return what all pages show; of what the memo is, as far as the last page's number leaves room for it."""
        count = _first_line(self._glyphs, f"{of} of {of}", FOOTER, MEASURE)
        deal = _first_line(self._glyphs, self._running, FOOTER, MEASURE - count.width - _BETWEEN)
        words = self._paper.words()
        words.put(deal.fragments, self._height, LEFT)
        rule = f"{ink(HAIRLINE)} {LEFT:.2f} {HEIGHT - self._top + 5.5:.2f} {MEASURE:.2f} 0.50 re f"
        return [ARTIFACT, rule, *words.end(), END]

    def on_one(self, number: int, of: int) -> list[str]:
        """Return the number of a page."""
        told = str(number) if self._follow else f"{number} of {of}"
        count = _first_line(self._glyphs, told, FOOTER, MEASURE)
        words = self._paper.words()
        words.put(count.fragments, self._height, RIGHT - count.width)
        return [ARTIFACT, *words.end(), END]


def _first_line(glyphs: Glyphs, words: str, style: Style, width: float) -> Line:
    return next(wrapped(glyphs, [Run(words, style)], width), Line([]))
