"""The text of one page as PDFium gives it, and where a character of it stands."""

from __future__ import annotations

import ctypes
import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.manuscript import refuse_endless

if TYPE_CHECKING:
    from collections.abc import Sequence

Word: TypeAlias = tuple[int, str, float, float]
"""Where a word begins in the text of its page, its characters, and where it begins on the page."""

_MOST_CHARACTERS = 2_000_000
"""Characters beyond which nothing is one page of an agreement."""

# The bindings' prototypes convert each argument anew. Without one, an argument that already has its C type is taken as
# it is, which saves four fifths of the time; a plain number is taken for a C int.
_CALLED = ctypes.PYFUNCTYPE(ctypes.c_int)
_origin = ctypes.cast(pdfium.FPDFText_GetCharOrigin, _CALLED)
_box = ctypes.cast(pdfium.FPDFText_GetCharBox, _CALLED)
_weight = ctypes.cast(pdfium.FPDFText_GetFontWeight, _CALLED)
_face = ctypes.cast(pdfium.FPDFText_GetFontInfo, _CALLED)
_name = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()
_FACE = (ctypes.byref(_name), ctypes.c_ulong(128), ctypes.byref(_flags))
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_UNITS = 4096
"""Units of UTF-16 by which room for a text grows: for each new length a new type has to be made."""
_HEAVIER = 300
"""By how much bold words are heavier than others, where only the name of their face says so."""
_numbers = (ctypes.c_double * 4)()
_A, _B, _C, _D = (ctypes.byref(_numbers, offset) for offset in range(0, 32, 8))


class PageText:
    """What PDFium knows about the words of one page, in points as the page is shown, from its foot and left edge.

    `unknown` counts the characters of which its fonts don't say what they mean. Not safe in threads, as PDFium isn't.
    """

    def __init__(self, text_page: pdfium.FPDF_TEXTPAGE, turns: int) -> None:
        """Take the page up; `turns` counts the quarter turns clockwise that it is shown with.

        Raises NotReadableError where it holds more characters than a page of an agreement can.
        """
        count = pdfium.FPDFText_CountChars(text_page)
        refuse_endless(count, _MOST_CHARACTERS, "characters on one page")
        self._page = ctypes.cast(text_page, ctypes.c_void_p)
        self.turns = turns
        self.text = _text(text_page, count) if count > 0 else ""
        self.unknown = max(0, count - len(self.text))
        self._index: Sequence[int] = range(len(self.text))
        if len(self.text) != count:
            self._index = [pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at) for at in self._index]

    def place(self, at: int) -> tuple[float, float]:
        """Return where a character begins on its baseline."""
        _origin(self._page, self._index[at], _A, _B)
        if self.turns:
            return _turned(_numbers[0], _numbers[1], self.turns)
        return _numbers[0], _numbers[1]

    def places(self, words: Sequence[str], start: int) -> list[Word]:
        """Return words that follow each other from `start`, each with where it begins in the text and on the page."""
        found: list[Word] = []
        page, index, find, turns = self._page, self._index, self.text.find, self.turns
        at = start
        for word in words:
            at = find(word, at)
            _origin(page, index[at], _A, _B)
            x, y = _numbers[0], _numbers[1]
            if turns:
                x, y = _turned(x, y, turns)
            found.append((at, word, x, y))
            at += len(word)
        return found

    def far_corner(self, at: int) -> tuple[float, float]:
        """Return the right and the top of a character."""
        _box(self._page, self._index[at], _A, _B, _C, _D)
        left, right, bottom, top = _numbers
        if not self.turns:
            return right, top
        one, other = _turned(left, bottom, self.turns), _turned(right, top, self.turns)
        return max(one[0], other[0]), max(one[1], other[1])

    def weight(self, at: int) -> int:
        """Return how heavy a character's face is, by its stems and its name. Only differences mean something."""
        weight: int = _weight(self._page, self._index[at])
        _face(self._page, self._index[at], *_FACE)
        return weight + _HEAVIER if _is_bold(_name.value) else weight


@lru_cache(maxsize=64)
def _is_bold(name: bytes) -> bool:
    """Tell whether the name of a face says that it is a heavy one."""
    return _BOLD.search(name) is not None


def _text(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """Return the text of a page, one code point for each of its characters as a rule."""
    rounded = (2 * count + 2) // _UNITS * _UNITS + _UNITS
    units = (ctypes.c_ushort * rounded)()
    written = pdfium.FPDFText_GetText(text_page, 0, count, units)
    return ctypes.string_at(units, 2 * max(0, written - 1)).decode("utf-16-le", "replace")


def _turned(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a point as it is shown after quarter turns clockwise."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turns % 4]
