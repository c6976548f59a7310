"""Setting words on a page: PDF's own operators, in the characters that the fonts' subsets give each code.

reportlab's text object measures every string again and formats six numbers for each; that is most of the time of a
page. What it knows of fonts, their subsets, is asked for each new character once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import getFont  # type: ignore[import-untyped]

from carveout.memo.typesetting.style import FAINT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfbase.pdfdoc import PDFDocument  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

    from carveout.memo.typesetting.style import Colour
    from carveout.memo.typesetting.text import Fragment

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


class _CodesOf(dict[str, _Codes]):
    """What stands for the characters of each font's first subset."""

    def __init__(self, document: PDFDocument) -> None:
        super().__init__()
        self._document = document

    def __missing__(self, font: str) -> _Codes:
        self[font] = found = _Codes(getFont(font), self._document)
        return found


class Fonts:
    """The fonts of one file, with what stands for each character that was asked for."""

    def __init__(self, document: PDFDocument) -> None:
        self.codes = _CodesOf(document)
        self._document = document
        self._chosen: dict[tuple[str, float, int], str] = {}

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
    """Words on a page, as operators, and how many characters they have. `end` has to be called after the last."""

    def __init__(self, fonts: Fonts) -> None:
        self.written = ["BT"]
        self.characters = 0
        self._fonts = fonts
        self._font = ""
        self._size = 0.0
        self._colour: Colour | None = None

    def put(self, fragments: Iterable[Fragment], height: float, right: float = 0.0) -> None:
        """Set fragments on a baseline, `height` points above the lower edge, moved to the right."""
        written = self.written
        codes = self._fonts.codes
        level = f"{height:.2f}"
        for fragment in fragments:
            style, font, size, text = fragment.run.style, fragment.font, fragment.size, fragment.text
            self.characters += len(text)
            colour = FAINT if fragment.coded else style.colour
            if colour is not self._colour:
                self._colour = colour
                written.append(ink(colour))
            chosen = ""
            if size != self._size or font != self._font:
                self._font, self._size = font, size
                chosen = self._fonts.chosen(font, size)
            y = f"{height + style.rise:.2f}" if style.rise else level
            try:
                said = _escaped(text) if text.isascii() else text.translate(codes[font])
            except _ElsewhereError:
                self._put_pieces(font, size, f"1 0 0 1 {right + fragment.x:.2f} {y} Tm", text)
            else:
                written.append(f"{chosen}1 0 0 1 {right + fragment.x:.2f} {y} Tm ({said}) Tj")

    def _put_pieces(self, font: str, size: float, where: str, text: str) -> None:
        """Set text of several subsets of a font."""
        self._font = ""
        self.written.append(where)
        for subset, piece in self._fonts.split(font, text):
            said = "".join(_ESCAPED.get(character, character) for character in piece.decode("latin-1"))
            self.written.append(f"{self._fonts.chosen(font, size, subset)}({said}) Tj")

    def leave_room(self) -> int:
        """Leave room for words that aren't known yet, and return where."""
        self._font, self._colour = "", None
        self.written.append("")
        return len(self.written) - 1

    def end(self) -> list[str]:
        """End the text, and return its operators."""
        self.written.append("ET")
        return self.written


def _escaped(text: str) -> str:
    """Return ASCII as it stands in a string: in the first subset of each font, each of its characters is itself."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    return text.replace("(", "\\(").replace(")", "\\)") if "(" in text or ")" in text else text


@lru_cache(maxsize=256)
def ink(colour: Colour) -> str:
    """Return the operator that fills in a colour."""
    red, green, blue = colour
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"
