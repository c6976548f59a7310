"""Breaking runs of text into lines of a measured width, in time linear in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.memo.typesetting.breaking import BLANKS, split, tokens
from carveout.memo.typesetting.glyphs import Piece
from carveout.memo.typesetting.text import Fragment, Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.glyphs import Glyphs

_SLACK = 0.01
"""How much wider than it may be a line can be, in points: for the rounding of sums."""


_SHORT = 120
"""Code points beyond which nobody tries whether a run fits one line."""


@dataclass(slots=True)
class _Word:
    """What must stand together on a line: the pieces of one word, from as many runs as it spans."""

    parts: list[tuple[Run, Piece]]
    width: float
    space: bool
    """Whether white space stands before it."""

    def take(self, run: Run, piece: Piece) -> None:
        """Add a piece of a run."""
        self.parts.append((run, piece))
        self.width += piece.width * run.style.size


def wrapped(glyphs: Glyphs, runs: Iterable[Run], width: float, left: float = 0.0) -> Iterator[Line]:
    """Yield the lines of a paragraph, left-aligned at `left`. Where there is no word, there is no line."""
    coming = iter(runs)
    run, following = next(coming, None), next(coming, None)
    if run is None:
        return
    if following is None and len(run.text) <= _SHORT and (only := _alone(glyphs, run, width, left)):
        yield only
        return
    setting = _Setting(glyphs, left, left + width)
    while run is not None:
        if run.text:
            setting.take(run, ended=following is None or following.text[:1] in BLANKS)
            if setting.lines:
                yield from setting.lines
                setting.lines = []
        run, following = following, next(coming, None)
    setting.end()
    yield from setting.lines


def _alone(glyphs: Glyphs, run: Run, width: float, left: float) -> Line | None:
    """Return the line that a run fills by itself, if it does: most paragraphs of tables are no more."""
    style = run.style
    words = split(run.text)
    ends = glyphs.ends(style.face, words)
    if not ends:
        return None
    wide = (ends[-1] - glyphs.space(style.face)) * style.size
    if wide > width:
        return None
    return Line([Fragment(run, style.face, style.size, _printed(" ".join(words)), left, left + wide)])


class _Setting:
    """The lines that are full, the one that is being set, and the word that the next run may go on with."""

    __slots__ = ("_fragments", "_glyphs", "_left", "_limit", "_word", "_x", "lines")

    def __init__(self, glyphs: Glyphs, left: float, right: float) -> None:
        self.lines: list[Line] = []
        self._glyphs = glyphs
        self._left = self._x = left
        self._limit = right + _SLACK
        self._fragments: list[Fragment] = []
        self._word: _Word | None = None

    def take(self, run: Run, *, ended: bool) -> None:
        """Set the words of a run. Where it isn't `ended` by white space, the last of them waits for the next run.

        Words that the run's own font prints, and in which no line breaks, are set at once, as many as a line takes.
        """
        text = run.text
        words = split(text)
        ends = self._glyphs.ends(run.style.face, words)
        if ends is None:
            self._take_closely(run, ended=ended)
            return
        first, last = 0, len(words)
        begun = self._word
        if begun is not None and begun.parts:
            if text[0] not in BLANKS:
                begun.take(run, Piece(run.style.face, _printed(words[0]), self._width(run, ends, 0)))
                first = 1
                if last == 1 and not ended and text[-1] not in BLANKS:
                    return
            self._set(begun)
        self._word = None
        if not ended and text[-1] not in BLANKS:
            last -= 1
        if first < last:
            self._set_all(run, words, ends, first, last)
        if last < len(words) and first <= last:
            self._word = _Word([], 0.0, space=True)
            self._word.take(run, Piece(run.style.face, _printed(words[last]), self._width(run, ends, last)))

    def end(self) -> None:
        """Set what is waiting, and end the last line."""
        if self._word is not None and self._word.parts:
            self._set(self._word)
        if self._fragments:
            self._finish()

    def _width(self, run: Run, ends: list[float], at: int) -> float:
        """Return the width of a word, in ems."""
        return ends[at] - (ends[at - 1] if at else 0.0) - self._glyphs.space(run.style.face)

    def _set_all(self, run: Run, words: list[str], ends: list[float], first: int, last: int) -> None:
        """Set words of one run with white space before them."""
        font, size = run.style.face, run.style.size
        space = self._glyphs.space(font)
        while first < last:
            fragments = self._fragments
            prior = fragments[-1] if fragments else None
            x = self._x if prior is None else self._x + self._glyphs.space(prior.font) * prior.size
            before = (ends[first - 1] if first else 0.0) + space
            after = bisect_right(ends, (self._limit - x) / size + before, first, last)
            if after == first:
                if prior is not None:
                    self._finish(space=True)
                else:
                    self._break(
                        _Word([(run, Piece(font, _printed(words[first]), ends[first] - before))], 0.0, space=True)
                    )
                    first += 1
                continue
            text = _printed(" ".join(words[first:after]))
            end = x + (ends[after - 1] - before) * size
            if prior is not None and prior.run is run and prior.font == font and prior.size == size:
                prior.text += f" {text}"
                prior.end = end
            else:
                if prior is not None:
                    prior.text += " "
                fragments.append(Fragment(run, font, size, text, x, end))
            self._x = end
            first = after
            if first < last:
                self._finish(space=True)

    def _take_closely(self, run: Run, *, ended: bool) -> None:
        """Set the words of a run one by one: those of several fonts, and those in which a line may break."""
        word = self._word or _Word([], 0.0, space=True)
        for token, space, may_break in tokens(run.text):
            if (space or may_break) and word.parts:
                self._set(word)
                word = _Word([], 0.0, space=False)
            if space:
                word.space = True
                continue
            for piece in self._glyphs.pieces(run.style.face, token):
                word.take(run, piece)
        if ended and word.parts:
            self._set(word)
            word = _Word([], 0.0, space=True)
        self._word = word

    def _set(self, word: _Word) -> None:
        """Set a word on this line, or on the next."""
        if self._took(word):
            return
        if self._fragments:
            self._finish(space=word.space)
        if self._left + word.width > self._limit:
            self._break(word)
        else:
            self._took(word)

    def _took(self, word: _Word) -> bool:
        """Add a word if there is room for it, and tell whether there was."""
        prior = self._fragments[-1] if word.space and self._fragments else None
        x = self._x if prior is None else self._x + self._glyphs.space(prior.font) * prior.size
        if x + word.width > self._limit:
            return False
        if prior is not None:
            prior.text += " "
        self._x = x
        for run, piece in word.parts:
            self._put(run, piece, piece.text, piece.width * run.style.size)
        return True

    def _break(self, word: _Word) -> None:
        """Set a word that is wider than a line, breaking it where the line is full, or at a fixed space before that."""
        for run, piece in word.parts:
            size = run.style.size * piece.scale
            start, x = 0, 0.0
            for index, character in enumerate(piece.text):
                advance = self._glyphs.width(piece.font, character) * size
                if self._x + x + advance > self._limit and (index > start or self._fragments):
                    space = piece.text.rfind(" ", start, index)
                    left_over = piece.text[space + 1 : index] if space > start else ""
                    over = self._glyphs.width(piece.font, left_over) * size
                    if index > start:
                        self._put(run, piece, piece.text[start : index - len(left_over)], x - over)
                    self._finish()
                    start, x = index - len(left_over), over
                x += advance
            self._put(run, piece, piece.text[start:], x)

    def _put(self, run: Run, piece: Piece, text: str, width: float) -> None:
        last = self._fragments[-1] if self._fragments else None
        end = self._x + width
        size = run.style.size * piece.scale
        if last is not None and last.run is run and last.font == piece.font and last.size == size:
            last.text += text
            last.end = end
        else:
            self._fragments.append(Fragment(run, piece.font, size, text, self._x, end, piece.coded))
        self._x = end

    def _finish(self, *, space: bool = False) -> None:
        """End the line; a space at its end tells whoever reads by ear that a word ends there."""
        if space:
            self._fragments[-1].text += " "
        self.lines.append(Line(self._fragments))
        self._fragments = []
        self._x = self._left


def _printed(text: str) -> str:
    """Return text with the spaces at which no line breaks as spaces."""
    if text.isascii():
        return text
    return text.replace("\u00a0", " ").replace("\u2007", " ").replace("\u202f", " ")
