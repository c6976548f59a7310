"""Real PDF annotations: a highlight on the words and a comment beside them, with author and date, as Acrobat lists."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from carveout.memo.typesetting.file import moment, text_string
from carveout.memo.typesetting.pages import HEIGHT, RIGHT
from carveout.memo.typesetting.signs import FLAG, RAISED, Sign, flag, rule
from carveout.memo.typesetting.thread import Answer, State, thread

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from carveout.memo.typesetting.paper import Paper
    from carveout.memo.typesetting.style import Colour
    from carveout.memo.typesetting.text import Fragment

_PRINTED = 4
_PRINTED_UPRIGHT = 4 | 8 | 16
"""Flags of an annotation: printed; printed, and neither zoomed nor rotated with the page."""

_ICON_X = RIGHT + 12
_ICON_STEP = 13.0
_ABREAST = 3
_POPUP_WIDTH, _POPUP_HEIGHT = 190.0, 110.0

_Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in PDF's own coordinates."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What an annotation says, and of which code points of the source, half open. `at` is in UTC.

    `answers` are the replies to it, the earliest first; `state` is who says that it is done with, None while it isn't.
    """

    id: str
    label: str
    start: int
    end: int
    subject: str
    contents: str
    author: str
    at: dt.datetime
    colour: Colour
    sign: Sign
    answers: tuple[Answer, ...] = ()
    state: State | None = None


@dataclass(slots=True)
class SourceLine:
    """A set line that holds text of the source: its fragments of it, and its baseline in points from the page's top."""

    fragments: list[Fragment]
    baseline: float

    @property
    def first(self) -> int:
        """The code point with which the line starts."""
        return self.fragments[0].run.at or 0

    @property
    def last(self) -> int:
        """The code point with which its last fragment starts."""
        return self.fragments[-1].run.at or 0


class Commenting:
    """Puts the comments on the pages, in the order of the text."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._waiting = sorted(comments, key=lambda comment: comment.start)[::-1]
        self._begun: list[Comment] = []
        self._beside: Counter[float] = Counter()

    def annotate(self, paper: Paper, lines: Sequence[SourceLine], at_work: Callable[[], None]) -> None:
        """Annotate the page that holds these lines: comments that begin here, and those that go on from before.

        `at_work` is called between them: a page can have thousands.
        """
        if not lines or not (self._begun or (self._waiting and self._waiting[-1].start <= lines[-1].last)):
            return
        starts = [line.last for line in lines]
        self._beside.clear()
        for comment in self._begun:
            at_work()
            self._highlight(paper, comment, lines, starts, first=False)
        begun = [comment for comment in self._begun if comment.end > lines[-1].last]
        while self._waiting and self._waiting[-1].start <= lines[-1].last:
            at_work()
            comment = self._waiting.pop()
            self._highlight(paper, comment, lines, starts, first=True)
            if comment.end > lines[-1].last:
                begun.append(comment)
        self._begun = begun

    def _highlight(
        self, paper: Paper, comment: Comment, lines: Sequence[SourceLine], starts: list[int], *, first: bool
    ) -> None:
        boxes = _boxes(comment, lines, starts)
        if not boxes:
            return
        if not first:
            again = _common(comment, f"{comment.label}, continued from the page before.")
            paper.annotate(_highlight(paper, comment, boxes, f"{comment.id}-{paper.page}", again))
            return
        said = _common(comment, comment.contents)
        popup = paper.file.number()
        drawn = _highlight(paper, comment, boxes, comment.id, said)
        highlight = paper.annotate(f"{drawn} /Popup {popup} 0 R")
        paper.annotate(_popup(highlight, boxes[0]), popup)
        top = boxes[0][3]
        x = _ICON_X + _ICON_STEP * (self._beside[top] % _ABREAST)
        rect = _numbers((x, top - FLAG, x + FLAG, top))
        paper.annotate(_icon(paper, comment, highlight, rect, said))
        for one in thread(paper, comment, highlight, rect):
            paper.annotate(one)
        self._beside[top] += 1


def _boxes(comment: Comment, lines: Sequence[SourceLine], starts: list[int]) -> list[_Box]:
    """Return a box round the comment's words on each line."""
    found = []
    for line in lines[bisect_left(starts, comment.start) :]:
        if line.first >= comment.end:
            break
        words = [f for f in line.fragments if comment.start <= (f.run.at or 0) < comment.end]
        if words:
            size, baseline = words[0].size, HEIGHT - line.baseline
            found.append((words[0].x, baseline - 0.28 * size, words[-1].end, baseline + 0.82 * size))
    return found


def _common(comment: Comment, contents: str) -> str:
    said = f"/T {text_string(comment.author)} /Contents {text_string(contents)} /Subj {text_string(comment.subject)}"
    dated = f"/CreationDate {moment(comment.at)} /M {moment(comment.at)}"
    return f"{said} {dated} /C [{_shade(comment.colour)}]"


def _highlight(paper: Paper, comment: Comment, boxes: list[_Box], name: str, said: str) -> str:
    left, bottom, right, top = (f(box[i] for box in boxes) for i, f in enumerate((min, min, max, max)))
    rect = _numbers((left, bottom, right, top + RAISED))
    drawing = [f"/G gs {_shade(comment.colour)} rg"]
    rules: list[str] = []
    quads: list[float] = []
    for left, bottom, right, top in boxes:
        # The order that Acrobat writes and reads, which is not the one that the specification describes.
        quads += (left, top, right, top, left, bottom, right, bottom)
        drawing.append(f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re")
        rules.append(rule(comment.sign, left, right, top))
    # Darken, not Multiply: a thousand notes on the same words must leave them legible.
    shown = paper.appearance(
        rect, "\n".join([*drawing, "f", *filter(None, rules)]), "/ExtGState << /G << /BM /Darken >> >>"
    )
    place = f"/Rect [{rect}] /QuadPoints [{_numbers(quads)}]"
    return f"/Subtype /Highlight /NM {text_string(name)} {said} /F {_PRINTED} {place} {shown}"


def _popup(parent: int, box: _Box) -> str:
    rect = _numbers((RIGHT - _POPUP_WIDTH + 50, box[1] - _POPUP_HEIGHT, RIGHT + 50, box[1]))
    return f"/Subtype /Popup /Parent {parent} 0 R /Rect [{rect}] /Open false"


def _icon(paper: Paper, comment: Comment, highlight: int, rect: str, said: str) -> str:
    """Return the comment beside the words: one group with their highlight, so that it is listed once."""
    shown = paper.appearance(f"0 0 {FLAG:g} {FLAG:g}", flag(comment.sign, comment.colour))
    named = f"/NM {text_string(f'{comment.id}-comment')}"
    group = f"/IRT {highlight} 0 R /RT /Group"
    return f"/Subtype /Text /Name /Comment {named} {said} /F {_PRINTED_UPRIGHT} /Rect [{rect}] {group} {shown}"


def _shade(colour: Colour) -> str:
    return " ".join(f"{share:.3f}" for share in colour)


def _numbers(lengths: Iterable[float]) -> str:
    return " ".join([f"{length:.5f}" for length in lengths])
