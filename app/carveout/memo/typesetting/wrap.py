"""Breaking runs of text into lines of a measured width, in time linear in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_EASY = re.compile(r"(?:[!-,.0-~]{0,60}(?: |\Z))+")
"""Plain words of no more than so many code points, with nothing inside at which a line may break."""
_INNER_BREAK = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])")


@dataclass(slots=True)
class _Word:
    """What must stand together on a line: the pieces of one word, from as many runs as it spans."""

    parts: list[tuple[Run, Piece]]
    width: float
    space: bool
    """Whether white space stands before it."""


def wrapped(glyphs: Glyphs, runs: Iterable[Run], width: float) -> Iterator[Line]:
    """Yield the lines of a paragraph, left-aligned. Where there is no word, there is no line."""
    line = _Setting(glyphs, width)
    for word in _words(glyphs, runs):
        if line.took(word):
            continue
        if line.fragments:
            yield line.finished()
        if word.width > width:
            yield from line.broken(word)
        else:
            line.took(word)
    if line.fragments:
        yield line.finished()


class _Setting:
    """The line that is being set."""

    def __init__(self, glyphs: Glyphs, width: float) -> None:
        self._glyphs = glyphs
        self._width = width
        self._x = 0.0
        self.fragments: list[Fragment] = []

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
        """Set a word that is wider than a line, breaking it wherever the line is full."""
        for run, piece in word.parts:
            size = run.style.size * piece.scale
            start, x = 0, 0.0
            for index, character in enumerate(piece.text):
                advance = self._glyphs.width(piece.font, character) * size
                if self._x + x + advance > self._width + 0.01 and (index > start or self.fragments):
                    if index > start:
                        self._put(run, piece, piece.text[start:index], x)
                    yield self.finished()
                    start, x = index, 0.0
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


def _words(glyphs: Glyphs, runs: Iterable[Run]) -> Iterator[_Word]:
    word = _Word([], 0.0, space=False)
    for run in runs:
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
    if word.parts:
        yield word


def _easy(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the tokens of text whose lines break at its spaces alone."""
    between = False
    for word in text.split(" "):
        if between:
            yield " ", True, True
        if word:
            yield word, False, False
        between = True


def _tokens(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each token, whether it is white space, and whether a line may break before it."""
    if _EASY.fullmatch(text):
        yield from _easy(text)
        return
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
