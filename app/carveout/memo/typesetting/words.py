"""Setting words on a page: PDF's own operators, in the characters that the fonts' subsets give each code.

reportlab's text object measures every string again and formats six numbers for each; that is most of the time of a
page. What it knows of fonts, their subsets, is asked for each new character once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import getFont  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

    from carveout.memo.typesetting.style import Colour

_ESCAPED = {"(": "\\(", ")": "\\)", "\\": "\\\\", "\n": "\\n", "\r": "\\r"}


class _ElsewhereError(Exception):
    """A character is in another subset than the first."""


class _Codes(dict[int, str]):
    """What stands for each character, by its code point, in a string of the first subset of a font."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font = font
        self._document = document

    def __missing__(self, code: int) -> str:
        ((subset, written),) = self._font.splitString(chr(code), self._document)
        if subset:
            raise _ElsewhereError
        character = written.decode("latin-1")
        self[code] = _ESCAPED.get(character, character)
        return self[code]


class Fonts:
    """The fonts of one file, with what stands for each character that was asked for."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._codes: dict[str, _Codes] = {}
        self._chosen: dict[tuple[str, float, int], str] = {}

    def codes(self, font: str) -> _Codes:
        """Return what stands for the characters of the font's first subset."""
        found = self._codes.get(font)
        if found is None:
            found = self._codes[font] = _Codes(getFont(font), self._document)
        return found

    def split(self, font: str, text: str) -> list[tuple[int, bytes]]:
        """Return text in pieces that each are of one subset."""
        pieces: list[tuple[int, bytes]] = getFont(font).splitString(text, self._document)
        return pieces

    def chosen(self, font: str, size: float, subset: int = 0) -> str:
        """Return the operator that chooses a font at a size."""
        wanted = (font, size, subset)
        found = self._chosen.get(wanted)
        if found is None:
            name = getFont(font).getSubsetInternalName(subset, self._document)
            found = self._chosen[wanted] = f"{name} {size:.4g} Tf "
        return found


class Words:
    """Words on a page, as operators. `end` has to be called after the last."""

    def __init__(self, fonts: Fonts) -> None:
        self.written = ["BT"]
        self._fonts = fonts
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None

    def put(self, font: str, size: float, colour: Colour, x: float, y: float, text: str) -> None:
        """Set text in a font, from `x` on the baseline `y`, in points from the lower left corner."""
        written = self.written
        if colour is not self._colour:
            self._colour = colour
            written.append(ink(colour))
        if self._font != (font, size):
            self._font = (font, size)
            chosen = self._fonts.chosen(font, size)
        else:
            chosen = ""
        try:
            said = text.translate(self._fonts.codes(font))
        except _ElsewhereError:
            self._font = None
            written.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for subset, piece in self._fonts.split(font, text):
                said = "".join(_ESCAPED.get(character, character) for character in piece.decode("latin-1"))
                written.append(f"{self._fonts.chosen(font, size, subset)}({said}) Tj")
            return
        written.append(f"{chosen}1 0 0 1 {x:.2f} {y:.2f} Tm ({said}) Tj")

    def leave_room(self) -> int:
        """Leave room for words that aren't known yet, and return where."""
        self._font = self._colour = None
        self.written.append("")
        return len(self.written) - 1

    def end(self) -> list[str]:
        """End the text, and return its operators."""
        self.written.append("ET")
        return self.written


@lru_cache(maxsize=256)
def ink(colour: Colour) -> str:
    """Return the operator that fills in a colour."""
    red, green, blue = colour
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"
