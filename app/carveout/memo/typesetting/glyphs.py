"""Which font prints each character, and how wide it is.

A character is printed in the face that was asked for, or else in the Japanese one, or else as its code point:
`U+20BB7`. Nothing is dropped and nothing becomes a black square. Characters that leave no ink or move their
neighbours (controls, bidi overrides, joiners, lone surrogates) are printed as code points too, because a reader of
the memo must see that they are there.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFError, TTFont  # type: ignore[import-untyped]

from carveout import assets
from carveout.memo.typesetting.breaking import FIXED_SPACES, WHITE, holds_together
from carveout.memo.typesetting.style import Face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CODE_FACE = Face.SANS_MEDIUM
CODE_SCALE = 0.74
"""The size of a code point against the text around it."""

_JAPANESE = "NotoSerifJP-Regular"
_FOLDERS = {"SourceSerif4": "source-serif-4", "Inter": "inter", "NotoSerifJP": "noto-serif-jp"}
_ANY_SPACE = re.compile(f"[{WHITE}{FIXED_SPACES}]+")
_PLAIN = re.compile(r"[!-~]+")
_REMEMBERED = 20_000
"""The words that are remembered, of those that are measured alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word that one font prints: `width` in ems, at `scale` times the size of the text around it.

    `coded` tells that the text is code points, not the characters themselves.
    """

    font: str
    text: str
    width: float
    scale: float = 1.0
    coded: bool = False


class Glyphs:
    """The fonts of one memo, with every word's measure remembered."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], tuple[Piece, ...]] = {}
        self._fonts: dict[str, TTFont] = {}
        self._advances: dict[str, Callable[[str], float]] = {}
        self.space = _Spaces(self._font).__getitem__
        """Returns the width of a font's space, in ems."""
        self._shown: dict[tuple[str, str], bool] = {}

    def pieces(self, face: Face, word: str) -> tuple[Piece, ...]:
        """Return the word, which holds no breaking white space, as pieces that each have one font."""
        key = (face, word)
        known = self._words.get(key)
        if known is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            known = self._words[key] = tuple(self._cut(face, word))
        return known

    def ends(self, face: Face, words: Sequence[str]) -> list[float] | None:
        """Return where each word of a line ends, with a space after it, in ems.

        None where a word is not of the face alone, or where a line may break inside of one.
        """
        advances = self._advances.get(face)
        if advances is None:
            advances = self._advances[face] = _Advances(self, face).__getitem__
        ends = list(accumulate(map(advances, words)))
        return None if ends and math.isnan(ends[-1]) else ends

    def width(self, font: str, text: str) -> float:
        """Return the width in ems of text that the font prints."""
        widths = self._font(font).face.charWidths
        total: float = sum(widths[ord(character)] for character in text)
        return total / 1000

    def _cut(self, face: Face, word: str) -> list[Piece]:
        if _PLAIN.fullmatch(word):
            return [Piece(face, word, self.width(face, word))]
        found: list[Piece] = []
        font, run = "", ""
        for character in word:
            chosen = self._chosen(face, character)
            if chosen != font:
                if run:
                    found.append(self._piece(font, run))
                font, run = chosen, ""
            run += " " if character in FIXED_SPACES else character
        found.append(self._piece(font, run))
        return found

    def _piece(self, font: str, run: str) -> Piece:
        if font:
            return Piece(font, run, self.width(font, run))
        text = "".join(code_point(character) for character in run)
        return Piece(CODE_FACE, text, self.width(CODE_FACE, text) * CODE_SCALE, CODE_SCALE, coded=True)

    def _chosen(self, face: Face, character: str) -> str:
        if character in FIXED_SPACES:
            return face
        return next((font for font in (face, _JAPANESE) if self._prints(font, character)), "")

    def _prints(self, font: str, character: str) -> bool:
        key = (font, character)
        known = self._shown.get(key)
        if known is None:
            known = self._shown[key] = is_graphic(character) and self._leaves_ink(font, ord(character))
        return known

    def _leaves_ink(self, font: str, code: int) -> bool:
        face = self._font(font).face
        glyph = face.charToGlyph.get(code)
        return bool(glyph) and face.glyphPos[glyph + 1] > face.glyphPos[glyph]

    def _font(self, name: str) -> TTFont:
        font = self._fonts.get(name)
        if font is None:
            font = self._fonts[name] = _registered(name)
        return font


class _Spaces(dict[str, float]):
    """The width of each font's space, in ems."""

    def __init__(self, font: Callable[[str], TTFont]) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, name: str) -> float:
        self[name] = width = float(self._font(name).face.charWidths[32]) / 1000
        return width


class _Advances(dict[str, float]):
    """The width of each word in ems with a space after it; none (NaN) where it isn't of the face alone, or breaks."""

    def __init__(self, glyphs: Glyphs, face: Face) -> None:
        super().__init__()
        self._width = _Characters(glyphs, face).__getitem__
        self._space = glyphs.space(face)

    def __missing__(self, word: str) -> float:
        if not holds_together(word):
            return math.nan
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = width = sum(map(self._width, word)) + self._space
        return width


class _Characters(dict[str, float]):
    """The width of each character in ems; none (NaN) where the face doesn't print it."""

    def __init__(self, glyphs: Glyphs, face: Face) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._face = face

    def __missing__(self, character: str) -> float:
        (piece,) = self._glyphs.pieces(self._face, character)
        self[character] = width = piece.width if piece.font == self._face and not piece.coded else math.nan
        return width


def is_graphic(character: str) -> bool:
    """Tell whether a character may be printed as itself: it is in the BMP, and is there to be seen."""
    return ord(character) < 0x10000 and unicodedata.category(character)[0] not in "CZ"


def code_point(character: str) -> str:
    """Return a character's code point as the Unicode standard writes it: `U+202E`."""
    return f"U+{ord(character):04X}"


def in_plain_words(text: str) -> str:
    """Return text for a bookmark or a property of the file: `legible`, and on one line."""
    return legible(_ANY_SPACE.sub(" ", text).strip(" "))


def legible(text: str) -> str:
    """Return text for a viewer to show in its own fonts: what it couldn't show becomes a code point."""
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n\r" or _seen(c) else code_point(c) for c in text)


def _seen(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _registered(name: str) -> TTFont:
    if name in pdfmetrics.getRegisteredFontNames():
        return pdfmetrics.getFont(name)
    path: Path = assets.RESOURCES / "fonts" / _FOLDERS[name.partition("-")[0]] / f"{name}.ttf"
    try:
        font = TTFont(name, str(path), asciiReadable=True)
    except (OSError, TTFError) as error:
        raise FileNotFoundError(f"The font {name} is missing from this installation.") from error
    pdfmetrics.registerFont(font)
    return font
