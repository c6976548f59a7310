"""The pieces of a page: words that stand together on one baseline, and where PDFium says that they stand.

PDFium is asked for the text of a page at once, and then only where each word begins and each line ends: asking for
every character would take four times as long.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Word: TypeAlias = tuple[int, int, float, float]
"""Where a word begins and ends in the text of its page, and where it begins on the page."""

_LINE = re.compile(r"[^\r\n\ufffe]+")
_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_SPACES = (" ", "\u00a0")
_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, whose line end it then leaves out."""
_READ_AS = str.maketrans(
    {"\u00ad": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
)
_WIDE = 2.2
"""Characters of white space that part two pieces; the words of a justified line stand closer."""
_STRETCHED = 3
"""Times the usual gap of a line that a gap must have to part it, where all its gaps are wide."""
_MOST_CHARACTERS = 2_000_000
"""Characters beyond which nothing is one page of an agreement."""
_NARROW = 5.0
"""Points that a character is taken to be wide where no line of the page tells it."""
_TELLING = 20
"""Characters of a line that tells how wide they are."""
_BOLDER = 100
"""By how much the weight of bold words exceeds what is usual on the page."""


@dataclass(slots=True)
class Piece:
    """Words on one baseline without a wide gap between them, measured in points from the left and from the foot.

    `opening` is the width of the first word with the space after it, and `bold` counts the code points at the start
    that are heavier than is usual on the page. `hyphened` says that the page gave the last character as a hyphen.
    """

    left: float
    right: float
    baseline: float
    text: str
    opening: float
    width: float
    words: list[Word]
    bold: int = 0
    hyphened: bool = False
    askew: bool = False
    spaced: tuple[bool, bool] = (False, False)
    """Whether white space was drawn before it and after it."""


@dataclass(slots=True)
class _Drawn:
    """A line as PDFium gives it. `askew` says that it doesn't run from left to right, `climbs` that it runs up."""

    words: list[Word]
    right: float
    hyphened: bool
    askew: bool
    climbs: bool


# The bindings' own prototypes convert each argument anew; taking addresses as numbers saves two thirds of the time.
_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_origin = ctypes.cast(pdfium.FPDFText_GetCharOrigin, ctypes.PYFUNCTYPE(_INT, _POINTER, _INT, _POINTER, _POINTER))
_box = ctypes.cast(
    pdfium.FPDFText_GetCharBox, ctypes.PYFUNCTYPE(_INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
)
_weight = ctypes.cast(pdfium.FPDFText_GetFontWeight, ctypes.PYFUNCTYPE(_INT, _POINTER, _INT))
_numbers = (ctypes.c_double * 4)()
_A, _B, _C, _D = range(ctypes.addressof(_numbers), ctypes.addressof(_numbers) + 32, 8)


class PageText:
    """What PDFium knows about the words of one page. Not safe in threads, as PDFium isn't."""

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, turns: int) -> None:
        """Take the page up; `turns` counts the quarter turns clockwise that it is shown with."""
        count = pdfium.FPDFText_CountChars(text_page)
        self._page = ctypes.cast(text_page, ctypes.c_void_p).value
        self._turns = turns
        self._text = _text(text_page, count) if 0 < count <= _MOST_CHARACTERS else ""
        self._index: Sequence[int] = range(len(self._text))
        if len(self._text) != count:
            self._index = [pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at) for at in self._index]

    def pieces(self) -> list[Piece]:
        """Return the pieces of the page, in the order in which it draws them."""
        lines = list(self._lines())
        askew = [line for line in lines if line.askew]
        if 2 * len(askew) > len(lines):
            self._turns = (self._turns + (1 if askew[0].climbs else 3)) % 4
            lines = list(self._lines())
        widths = [
            (line.right - line.words[0][2]) / (line.words[-1][1] - line.words[0][0])
            for line in lines
            if line.words[-1][1] - line.words[0][0] >= _TELLING and not line.askew
        ]
        width = max(median(widths), 0.5) if widths else _NARROW
        found = [piece for line in lines for piece in self._cut(line, width)]
        self._embolden(found)
        return found

    def _lines(self) -> Iterator[_Drawn]:
        page, text, index, turns, numbers = self._page, self._text, self._index, self._turns, _numbers
        for line in _LINE.finditer(text):
            words: list[Word] = []
            for word in _WORD.finditer(text, line.start(), line.end()):
                start = word.start()
                _origin(page, index[start], _A, _B)
                if turns:
                    words.append((start, word.end(), *_turned(numbers[0], numbers[1], turns)))
                else:
                    words.append((start, word.end(), numbers[0], numbers[1]))
            if not words:
                continue
            left, baseline = words[0][2:]
            right, top = self._far_corner(words[-1][1] - 1)
            climb = top - baseline
            askew = abs(climb) > 2 * abs(right - left) and words[-1][1] - words[0][0] >= 3
            hyphened = text[line.end() : line.end() + 1] == _HYPHEN
            yield _Drawn(words, right, hyphened, askew, climb > 0)

    def _far_corner(self, at: int) -> tuple[float, float]:
        """Return the corner of a character's box that is farthest to the right and the top as it is shown."""
        _box(self._page, self._index[at], _A, _B, _C, _D)
        left, right, bottom, top = _numbers
        if not self._turns:
            return right, top
        one, other = _turned(left, bottom, self._turns), _turned(right, top, self._turns)
        return max(one[0], other[0]), max(one[1], other[1])

    def _cut(self, line: _Drawn, width: float) -> Iterator[Piece]:
        """Yield a line's pieces, parted where the gap between two words is wide."""
        words = line.words
        gaps: dict[int, float] = {}
        breaks: dict[int, float] = {}
        if not line.askew:
            for at in range(1, len(words)):
                before = words[at - 1]
                step, climb = words[at][2] - before[2], words[at][3] - before[3]
                if step < 0 or abs(climb) > width:
                    breaks[at] = self._far_corner(before[1] - 1)[0]
                elif step > (before[1] - before[0] + _WIDE) * width * 0.8:
                    right = self._far_corner(before[1] - 1)[0]
                    if words[at][2] - right > _WIDE * width:
                        gaps[at] = right
        if len(gaps) >= 3 and 2 * len(gaps) >= len(words) - 1:
            usual = median(words[at][2] - right for at, right in gaps.items())
            gaps = {at: right for at, right in gaps.items() if words[at][2] - right > _STRETCHED * usual}
        ends = {**gaps, **breaks, len(words): line.right}
        cuts = [0, *sorted(ends)]
        for start, end in pairwise(cuts):
            piece = self._piece(words[start:end], ends[end], width)
            piece.hyphened, piece.askew = line.hyphened and end == len(words), line.askew
            piece.text += "-" * piece.hyphened
            yield piece

    def _piece(self, words: list[Word], right: float, width: float) -> Piece:
        text = " ".join([self._text[word[0] : word[1]] for word in words]).translate(_READ_AS)
        left = words[0][2]
        return Piece(
            left,
            max(left, right),
            words[len(words) // 2][3],
            text,
            (words[1][2] if len(words) > 1 else right) - left,
            width,
            words,
            spaced=(
                self._text[max(0, words[0][0] - 1)] in _SPACES,
                self._text[words[-1][1] : words[-1][1] + 1] in _SPACES,
            ),
        )

    def _embolden(self, pieces: Sequence[Piece]) -> None:
        """Count the code points at the start of each piece that are set in a heavier face than is usual."""
        weights = [_weight(self._page, self._index[piece.words[0][0]]) for piece in pieces]
        if len(set(weights)) < 2:
            return
        long = [weight for weight, piece in zip(weights, pieces, strict=True) if len(piece.text) >= _TELLING]
        usual = mode(long or weights)
        for weight, piece in zip(weights, pieces, strict=True):
            if weight >= usual + _BOLDER:
                heavy = 0
                for start, end, _x, _y in piece.words:
                    if _weight(self._page, self._index[start]) < usual + _BOLDER:
                        break
                    heavy += end - start + 1
                piece.bold = min(heavy, len(piece.text)) if heavy > len(piece.text) else heavy - 1


def _text(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """Return the text of a page, one code point for each of its characters as a rule."""
    units = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, units)
    return bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")


def _turned(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a point as it is shown after quarter turns clockwise."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turns]
