"""Drawing the pages onto the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carveout.memo.typesetting.comments import SourceLine
from carveout.memo.typesetting.figures import drawn_mark
from carveout.memo.typesetting.pages import HEIGHT, RIGHT
from carveout.memo.typesetting.structure import ARTIFACT, END
from carveout.memo.typesetting.style import CONTENTS
from carveout.memo.typesetting.text import Block, Run
from carveout.memo.typesetting.words import Words, ink
from carveout.memo.typesetting.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.glyphs import Glyphs
    from carveout.memo.typesetting.pages import Page
    from carveout.memo.typesetting.paper import Paper
    from carveout.memo.typesetting.rows import Row
    from carveout.memo.typesetting.style import Colour
    from carveout.memo.typesetting.text import Fragment, Line


_RULE = 0.6
"""How thick the rules under and through words are, in points."""
_ABOVE = 8.0
"""How far above its row a place begins, so that the row isn't cut off at the top of the window."""
_FOLIO = 24.0
"""What the number of a page in the contents takes, in points."""


class Drawing:
    """What a page shows, drawn: shapes below its words, rules above them.

    `source` are its lines that hold text of the source, `waiting` what is drawn when all pages are known: where in the
    words, and what tells it.
    """

    def __init__(self, paper: Paper, glyphs: Glyphs) -> None:
        self.source: list[SourceLine] = []
        self._paper = paper
        self._glyphs = glyphs
        self._under: list[str] = []
        self._words = paper.words()
        self._words.written.append(ARTIFACT)
        self._aside = paper.words()
        self._over: list[str] = []
        self._block: Block | None = None
        self._waiting: list[tuple[int, partial[str]]] = []

    @property
    def characters(self) -> int:
        """How many characters were drawn."""
        return self._words.characters

    def end(self, head: list[str]) -> None:
        """End the page that was drawn, with a head before all else."""
        before = [*head, ARTIFACT, *self._under, END]
        waiting = [(len(before) + place, told) for place, told in self._waiting]
        self._words.written.append(END)
        after = (ARTIFACT, *self._aside.end(), *self._over, END)
        self._paper.end_page([*before, *self._words.end(), *after], waiting)

    def draw(self, page: Page) -> Drawing:
        """Draw a page's rows."""
        paper = self._paper
        for top, row in page.rows:
            if row.boxes or row.marks or row.pictures:
                self._shapes(row, top)
            for name in row.places:
                paper.links.begin(name, paper.page, HEIGHT - max(0.0, top - _ABOVE))
            if row.bookmark is not None:
                paper.outline(row.bookmark, max(0.0, top - _ABOVE))
            baseline = top + row.baseline
            for line in row.lines:
                block = row.drawn or line.block
                if block is None:
                    self._line(line, baseline, self._aside)
                    continue
                if block is not self._block:
                    self._block = block
                    self._words.written += (END, paper.structure.begin(block))
                self._line(line, baseline, self._words)
            if row.folio:
                self._folio(row.folio, baseline)
        return self

    def _line(self, line: Line, baseline: float, words: Words) -> None:
        height = HEIGHT - baseline
        fragments = line.fragments
        words.put(fragments, height)
        linked = dressed = cited = False
        for fragment in fragments:
            run = fragment.run
            if run.link is not None:
                linked = True
            if run.at is not None:
                cited = True
            if run.ruled is not None or run.struck is not None or run.filled is not None:
                dressed = True
        if dressed:
            self._fills(fragments, height)
            self._rules(fragments, height)
        if linked:
            self._links(fragments, height)
        if cited:
            self.source.append(SourceLine([f for f in fragments if f.run.at is not None], baseline))

    def _shapes(self, row: Row, top: float) -> None:
        below = HEIGHT - top
        boxes = [_box(one.colour, one.x, below - one.top - one.height, one.width, one.height) for one in row.boxes]
        if row.drawn is not None:
            self._tell(row.drawn, *boxes, *(drawn_mark(mark, HEIGHT - top) for mark in row.marks))
            return
        self._under += boxes
        for picture in row.pictures:
            self._tell(Block("Figure", picture.said), self._paper.picture(picture, top))
        for mark in row.marks:
            drawn = drawn_mark(mark, HEIGHT - top)
            if mark.said:
                self._tell(Block("Figure", mark.said), drawn)
            else:
                self._under.append(drawn)

    def _tell(self, block: Block, *drawn: str) -> None:
        """Draw what belongs to a block among what only looks."""
        self._under += [END, self._paper.structure.begin(block), *drawn, END, ARTIFACT]

    def _fills(self, fragments: Iterable[Fragment], height: float) -> None:
        for colour, size, x, end in _stretches((f, f.run.filled) for f in fragments):
            self._under.append(_box(colour, x, height - 0.28 * size, end - x, 1.1 * size))

    def _rules(self, fragments: list[Fragment], height: float) -> None:
        under = [(fragment, fragment.run.ruled) for fragment in fragments]
        below = [(fragment, fragment.run.ruled if fragment.run.twice else None) for fragment in fragments]
        through = [(fragment, fragment.run.struck) for fragment in fragments]
        for drop, ruled in ((0.20, under), (0.36, below), (-0.26, through)):
            for colour, size, x, end in _stretches(ruled):
                self._over.append(_box(colour, x, height - drop * size - _RULE / 2, end - x, _RULE))

    def _links(self, fragments: Iterable[Fragment], height: float) -> None:
        current: str | None = None
        size = x = end = 0.0
        for fragment in (*fragments, None):
            name = fragment.run.link if fragment else None
            if current is not None and name != current:
                self._paper.links.lead(current, x - 0.5, height - 0.3 * size, end + 0.5, height + size)
            if fragment is None:
                break
            if name != current:
                current, size, x = name, fragment.size + fragment.run.style.rise, fragment.x
            end = fragment.end

    def _folio(self, name: str, baseline: float) -> None:
        """Leave room for the number of the page on which a place is, and lead there."""
        height, size = HEIGHT - baseline, CONTENTS.size
        self._waiting.append((self._words.leave_room(), partial(_number, self._paper, self._glyphs, name, height)))
        self._paper.links.lead(name, RIGHT - _FOLIO, height - 0.3 * size, RIGHT + 0.5, height + size)


def _number(paper: Paper, glyphs: Glyphs, name: str, height: float) -> str:
    page = paper.links.page_of(name)
    if not page:
        return ""
    words = Words(paper.fonts)
    line = next(wrapped(glyphs, [Run(str(page), CONTENTS)], _FOLIO))
    words.put(line.fragments, height, RIGHT - line.width)
    return " ".join(words.written[1:])


def _box(colour: Colour, x: float, y: float, width: float, height: float) -> str:
    """Return a filled rectangle, its lower left corner at `x` and `y`."""
    return f"{ink(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"


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
