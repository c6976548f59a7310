"""Breaking runs of text into lines of a measured width, in time linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.memo.typesetting.glyphs import WHITE, Piece
from carveout.memo.typesetting.text import Fragment, Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.glyphs import Glyphs

_LONGEST = 60
"""Code points after which even a word without spaces may be broken."""

_WIDE = "\u2e80-\u2fdf\u3003-\u3007\u3012-\u30ff\u3105-\u9fff\uf900-\ufaff\uff01-\uff60"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d"
_CLINGING = ",.;:!?)]}”’…"
_TOKEN = re.compile(
    f"(?P<space>[{WHITE}]+)|(?P<wide>[{_WIDE}][{_CLOSING}]{{0,8}})|(?P<word>[^{WHITE}{_WIDE}]{{1,{_LONGEST}}})"
)
_BLANK = " \t\n\r"
_EASY = re.compile(r"[!-,.0-~“”‘’ \t\n\r]+")
"""Words with nothing inside at which a line may break."""
_INNER_BREAK = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])")


@dataclass(slots=True)
class _Word:
    """What must stand together on a line: the pieces of one word, from as many runs as it spans."""

    parts: list[tuple[Run, Piece]]
    width: float
    space: bool
    """Whether white space stands before it."""

    def take(self, run: Run, text: str, width: float) -> None:
        """Add plain text of a run, of a width in points."""
        self.parts.append((run, Piece(run.style.face, text, width / run.style.size)))
        self.width += width


def wrapped(glyphs: Glyphs, runs: Iterable[Run], width: float) -> Iterator[Line]:
    """Yield the lines of a paragraph, left-aligned. Where there is no word, there is no line.

    Of plain text all words but the first and the last of a run are set at once: only those can hang together with
    another run's.
    """
    line = _Setting(glyphs, width)
    word = _Word([], 0.0, space=False)
    for run in runs:
        measured = _measured(glyphs, run)
        if measured is None:
            for done in _words(glyphs, run, word):
                if done is not word:
                    yield from line.set(word)
                    word = done
            continue
        words, widths = measured
        if run.text[0] in _BLANK and word.parts:
            yield from line.set(word)
            word = _Word([], 0.0, space=True)
        word.space = word.space or (run.text[0] in _BLANK and not word.parts)
        word.take(run, words[0], widths[0])
        if len(words) > 1:
            yield from line.set(word)
            yield from line.set_all(run, words[1:-1], widths[1:-1])
            word = _Word([], 0.0, space=True)
            word.take(run, words[-1], widths[-1])
        if run.text[-1] in _BLANK:
            yield from line.set(word)
            word = _Word([], 0.0, space=True)
    if word.parts:
        yield from line.set(word)
    if line.fragments:
        yield line.finished()


def _measured(glyphs: Glyphs, run: Run) -> tuple[list[str], list[float]] | None:
    """Return the words of plain text and their widths in points; None where it isn't plain, or holds no word."""
    if not _EASY.fullmatch(run.text):
        return None
    words = run.text.split()
    ems = glyphs.widths(run.style.face, words)
    if ems is None or not words:
        return None
    size = run.style.size
    return words, [em * size for em in ems]


class _Setting:
    """The line that is being set."""

    def __init__(self, glyphs: Glyphs, width: float) -> None:
        self._glyphs = glyphs
        self._width = width
        self._x = 0.0
        self.fragments: list[Fragment] = []

    def set(self, word: _Word) -> Iterator[Line]:
        """Set a word, and yield the lines that are full because of it."""
        if self.took(word):
            return
        if self.fragments:
            yield self.finished()
        if word.width > self._width:
            yield from self.broken(word)
        else:
            self.took(word)

    def set_all(self, run: Run, words: list[str], widths: list[float]) -> Iterator[Line]:
        """Set words of one run with spaces before them, and yield the lines that are full because of them."""
        font, size = run.style.face, run.style.size
        space = self._glyphs.space(font) * size
        ends = [end + at * space for at, end in enumerate(accumulate(widths))]
        at = 0
        while at < len(words):
            last = self.fragments[-1] if self.fragments else None
            x = self._x + (self._glyphs.space(last.font) * last.size if last is not None else 0.0)
            before = ends[at] - widths[at]
            after = bisect_right(ends, self._width + 0.01 - x + before, at)
            if after == at:
                yield from self.set(_Word([(run, Piece(font, words[at], widths[at] / size))], widths[at], space=True))
                at += 1
                continue
            text, end = " ".join(words[at:after]), x + ends[after - 1] - before
            if last is not None:
                last.text += " "
            if last is not None and last.run is run and last.font == font and last.size == size:
                last.text += text
                last.end = end
            else:
                self.fragments.append(Fragment(run, font, size, text, x, end))
            self._x = end
            at = after
            if at < len(words):
                yield self.finished()

    def took(self, word: _Word) -> bool:
        """Add a word if there is room for it, and tell whether there was."""
        space = 0.0
        last = self.fragments[-1] if self.fragments else None
        if word.space and last is not None:
            space = self._glyphs.space(last.font) * last.size
        x = self._x + space
        if x + word.width > self._width + 0.01:
            return False
        if space and last is not None:
            last.text += " "
        self._x = x
        for run, piece in word.parts:
            self._put(run, piece, piece.text, piece.width * run.style.size)
        return True

    def broken(self, word: _Word) -> Iterator[Line]:
        """Set a word that is wider than a line, breaking it where the line is full, or at a fixed space before that."""
        for run, piece in word.parts:
            size = run.style.size * piece.scale
            start, x = 0, 0.0
            for index, character in enumerate(piece.text):
                advance = self._glyphs.width(piece.font, character) * size
                if self._x + x + advance > self._width + 0.01 and (index > start or self.fragments):
                    space = piece.text.rfind(" ", start, index)
                    left_over = piece.text[space + 1 : index] if space > start else ""
                    over = self._glyphs.width(piece.font, left_over) * size
                    if index > start:
                        self._put(run, piece, piece.text[start : index - len(left_over)], x - over)
                    yield self.finished()
                    start, x = index - len(left_over), over
                x += advance
            self._put(run, piece, piece.text[start:], x)

    def finished(self) -> Line:
        line = Line(self.fragments)
        self.fragments, self._x = [], 0.0
        return line

    def _put(self, run: Run, piece: Piece, text: str, width: float) -> None:
        last = self.fragments[-1] if self.fragments else None
        end = self._x + width
        size = run.style.size * piece.scale
        if last is not None and last.run is run and last.font == piece.font and last.size == size:
            last.text += text
            last.end = end
        else:
            self.fragments.append(Fragment(run, piece.font, size, text, self._x, end, piece.coded))
        self._x = end


def _words(glyphs: Glyphs, run: Run, word: _Word) -> Iterator[_Word]:
    """Yield the word that was begun, with what the run adds to it, and each that begins after it."""
    size, face = run.style.size, run.style.face
    for token, space, may_break in _tokens(run.text):
        if (space or may_break) and word.parts:
            yield word
            word = _Word([], 0.0, space=False)
        if space:
            word.space = True
            continue
        for piece in glyphs.pieces(face, token):
            word.parts.append((run, piece))
            word.width += piece.width * size
    yield word


def _tokens(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each token, whether it is white space, and whether a line may break before it."""
    after_wide = False
    whole = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = match.lastgroup
        if kind == "space":
            yield token, True, True
            after_wide = whole = False
            continue
        may_break = (after_wide or kind == "wide" or whole) and token[0] not in _CLINGING
        if "-" in token or "/" in token or "—" in token or "–" in token:
            for part in _INNER_BREAK.split(token):
                yield part, False, may_break
                may_break = True
        else:
            yield token, False, may_break
        after_wide = kind == "wide"
        whole = len(token) == _LONGEST
