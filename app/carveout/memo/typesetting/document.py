"""From rows to the bytes of a PDF: layout first, so that every page knows how many there are; then drawing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carveout.memo.typesetting.comments import Comment, Commenting
from carveout.memo.typesetting.draw import draw
from carveout.memo.typesetting.pages import BOTTOM, HEIGHT, LEFT, MEASURE, RIGHT, Page, paginated
from carveout.memo.typesetting.paper import Paper, Properties
from carveout.memo.typesetting.printed import Printing
from carveout.memo.typesetting.rows import Box, Row, baseline_of
from carveout.memo.typesetting.style import CONTENTS, FOOTER, HAIRLINE, RUNNING
from carveout.memo.typesetting.text import Line, Run
from carveout.memo.typesetting.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from carveout.agreement.progress import Report
    from carveout.memo.typesetting.glyphs import Glyphs
    from carveout.memo.typesetting.paper import Enclosure, Places
    from carveout.memo.typesetting.printed import PrintedPage

_ROWS_BETWEEN_REPORTS = 20
_ABOVE = 8.0
"""How far above its row a place begins, so that the row isn't cut off at the top of the window."""
_HEAD = 28.0
"""How far below the upper edge the running head stands, in points."""
_SETTING, _WRITING = "Setting the pages", "Writing the file"


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be set: the rows, the comments on the source's text in them, and what each page says besides.

    `running` stands at the foot of each page; `head` at its head, to the left and to the right, from the second on.
    `weight` is about how many characters the rows hold; progress is reported in them. `enclosing` returns the file that
    the PDF encloses, given where everything was printed.
    """

    rows: Iterable[Row]
    comments: Sequence[Comment]
    properties: Properties
    running: str
    head: tuple[str, str]
    weight: int
    enclosing: Callable[[Sequence[PrintedPage]], Enclosure] | None = None


def typeset(document: Document, glyphs: Glyphs, report: Report) -> bytes:
    """Return the PDF. Whatever the report raises ends the work."""
    weight = document.weight
    total = 3 * weight
    pages = paginated(_reported(document.rows, weight, total, report))
    places: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages, start=1):
        places.update((name, (number, max(0.0, top - _ABOVE))) for top, row in page.rows for name in row.places)
    paper = Paper(document.properties)
    commenting = Commenting(document.comments)
    printing = Printing()
    for number, page in enumerate(pages, start=1):
        at_work = partial(report, weight + weight * number // len(pages), total, _SETTING)
        at_work()
        _number(glyphs, page, places)
        if number > 1:
            draw(paper, _head(glyphs, document.head), places)
        lines = draw(paper, page, places)
        draw(paper, _foot(glyphs, document.running, f"{number} of {len(pages)}"), places)
        commenting.annotate(paper, lines, at_work)
        printing.take(page, lines)
        paper.end_page()
    if document.enclosing is not None:
        paper.enclose(document.enclosing(printing.pages))
    data = paper.finished(lambda done, of: report(2 * weight + weight * done // of, total, _WRITING))
    report(total, total, _WRITING)
    return data


def _reported(rows: Iterable[Row], weight: int, total: int, report: Report) -> Iterator[Row]:
    done = 0
    for count, row in enumerate(rows):
        if count % _ROWS_BETWEEN_REPORTS == 0:
            report(min(done, weight), total, _SETTING)
        done += sum(len(fragment.text) for line in row.lines for fragment in line.fragments)
        yield row


def _number(glyphs: Glyphs, page: Page, places: Places) -> None:
    """Set the page number of the place that a row of the contents leads to."""
    for _, row in page.rows:
        if row.folio in places:
            run = Run(str(places[row.folio][0]), CONTENTS, link=row.folio)
            line = next(wrapped(glyphs, [run], MEASURE))
            row.lines.append(line.shifted(RIGHT - line.width))


def _head(glyphs: Glyphs, said: tuple[str, str]) -> Page:
    """Return the running head: whose memo it is, and under which legend it goes."""
    left, right = (next(wrapped(glyphs, [Run(words, RUNNING)], MEASURE / 2 - 12), Line([])) for words in said)
    row = Row(
        RUNNING.leading,
        [left.shifted(LEFT), right.shifted(RIGHT - right.width)],
        baseline_of(RUNNING.leading, RUNNING.size),
    )
    return Page([(_HEAD, row)])


def _foot(glyphs: Glyphs, running: str, number: str) -> Page:
    count = next(wrapped(glyphs, [Run(number, FOOTER)], MEASURE))
    deal = next(wrapped(glyphs, [Run(running, FOOTER)], MEASURE - count.width - 24), Line([]))
    row = Row(
        FOOTER.leading,
        [deal.shifted(LEFT), count.shifted(RIGHT - count.width)],
        baseline_of(FOOTER.leading, FOOTER.size),
        [Box(LEFT, -6, MEASURE, 0.5, HAIRLINE)],
    )
    return Page([(HEIGHT - BOTTOM + 32, row)])
