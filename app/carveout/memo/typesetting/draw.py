"""Drawing the pages onto the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.typesetting.comments import SourceLine
from carveout.memo.typesetting.figures import draw_mark
from carveout.memo.typesetting.pages import HEIGHT
from carveout.memo.typesetting.style import FAINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.pages import Page
    from carveout.memo.typesetting.paper import Paper, Places
    from carveout.memo.typesetting.rows import Row
    from carveout.memo.typesetting.style import Colour
    from carveout.memo.typesetting.text import Fragment


_RULE = 0.6
"""How thick the rules under and through words are, in points."""


def draw(paper: Paper, page: Page, places: Places) -> list[SourceLine]:
    """Draw a page's rows, and return its lines that hold text of the source. Links lead to the places that exist."""
    for top, row in page.rows:
        _draw_shapes(paper, row, top)
    for top, row in page.rows:
        for line in row.lines:
            _draw_fills(paper, line.fragments, top + row.baseline)
    _draw_words(paper, page)
    source = []
    for top, row in page.rows:
        if row.bookmark is not None:
            paper.outline(row.bookmark, max(0.0, top - 8))
        for line in row.lines:
            _draw_rules(paper, line.fragments, top + row.baseline)
            _link(paper, line.fragments, top + row.baseline, places)
            cited = [fragment for fragment in line.fragments if fragment.run.at is not None]
            if cited:
                source.append(SourceLine(cited, top + row.baseline))
    return source


def _draw_shapes(paper: Paper, row: Row, top: float) -> None:
    for box in row.boxes:
        paper.box(box.colour, box.x, HEIGHT - top - box.top - box.height, box.width, box.height)
    for picture in row.pictures:
        paper.picture(picture, top)
    for mark in row.marks:
        draw_mark(paper, mark, HEIGHT - top)


def _draw_words(paper: Paper, page: Page) -> None:
    words = paper.words()
    for top, row in page.rows:
        height = HEIGHT - top - row.baseline
        for line in row.lines:
            for fragment in line.fragments:
                style = fragment.run.style
                colour = FAINT if fragment.coded else style.colour
                words.put(fragment.font, fragment.size, colour, fragment.x, height + style.rise, fragment.text)
    words.end()


def _draw_fills(paper: Paper, fragments: Iterable[Fragment], baseline: float) -> None:
    for colour, size, x, end in _stretches((f, f.run.filled) for f in fragments):
        paper.box(colour, x, HEIGHT - baseline - 0.28 * size, end - x, 1.1 * size)


def _draw_rules(paper: Paper, fragments: list[Fragment], baseline: float) -> None:
    under = [(fragment, fragment.run.ruled) for fragment in fragments]
    below = [(fragment, fragment.run.ruled if fragment.run.twice else None) for fragment in fragments]
    through = [(fragment, fragment.run.struck) for fragment in fragments]
    for drop, ruled in ((0.20, under), (0.36, below), (-0.26, through)):
        for colour, size, x, end in _stretches(ruled):
            paper.box(colour, x, HEIGHT - baseline - drop * size - _RULE / 2, end - x, _RULE)


def _stretches(fragments: Iterable[tuple[Fragment, Colour | None]]) -> Iterator[tuple[Colour, float, float, float]]:
    """Yield colour, size, left and right of neighbours that share a colour."""
    current: Colour | None = None
    size = x = end = 0.0
    for fragment, colour in fragments:
        if current is not None and colour != current:
            yield current, size, x, end
        if colour != current:
            current, size, x = colour, fragment.size, fragment.x
        end = fragment.end
    if current is not None:
        yield current, size, x, end


def _link(paper: Paper, fragments: Iterable[Fragment], baseline: float, places: Places) -> None:
    current: str | None = None
    size = x = end = 0.0
    for fragment in (*fragments, None):
        name = fragment.run.link if fragment else None
        if current is not None and name != current and current in places:
            paper.link(places[current], x - 0.5, baseline - size, end + 0.5, baseline + 0.3 * size)
        if fragment is None:
            break
        if name != current:
            current, size, x = name, fragment.size + fragment.run.style.rise, fragment.x
        end = fragment.end
