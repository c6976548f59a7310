"""Which font prints each character, and how wide it is.

A character is printed in the face that was asked for, or else in the Japanese one, or else as its code point:
`U+20BB7`. Nothing is dropped and nothing becomes a black square. Characters that leave no ink or move their
neighbours (controls, bidi overrides, joiners, lone surrogates) are printed as code points too, because a reader of
the memo must see that they are there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFError, TTFont  # type: ignore[import-untyped]

from carveout import assets
from carveout.memo.typesetting.style import Face

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WHITE = " \t\n\r\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may break, as the inside of a regular expression's character class."""

FIXED_SPACES = "\u00a0\u2007\u202f"
"""White space at which no line breaks; it is printed as a space."""

CODE_FACE = Face.SANS_MEDIUM
CODE_SCALE = 0.74
"""The size of a code point against the text around it."""

_JAPANESE = "NotoSerifJP-Regular"
_FOLDERS = {"SourceSerif4": "source-serif-4", "Inter": "inter", "NotoSerifJP": "noto-serif-jp"}
_ANY_SPACE = re.compile(f"[{WHITE}{FIXED_SPACES}]+")
_PLAIN = re.compile(r"[!-~]+")
_CACHED_LENGTH = 64


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
        self._plain: dict[str, dict[str, float]] = {}
        self._spaces: dict[str, float] = {}
        self._shown: dict[tuple[str, str], bool] = {}

    def pieces(self, face: Face, word: str) -> tuple[Piece, ...]:
        """Return the word, which holds no breaking white space, as pieces that each have one font."""
        key = (face, word)
        known = self._words.get(key)
        if known is None:
            known = tuple(self._cut(face, word))
            if len(word) <= _CACHED_LENGTH:
                self._words[key] = known
        return known

    def widths(self, face: Face, words: Sequence[str]) -> list[float] | None:
        """Return the widths in ems of words that the face prints by itself; None where there is another."""
        known = self._plain.setdefault(face, {})
        try:
            return [known[word] for word in words]
        except KeyError:
            for word in words:
                pieces = () if len(word) > _CACHED_LENGTH - 4 else self.pieces(face, word)
                if len(pieces) != 1 or pieces[0].font != face or pieces[0].coded:
                    return None
                known[word] = pieces[0].width
            return [known[word] for word in words]

    def space(self, font: str) -> float:
        """Return the width of a space, in ems."""
        known = self._spaces.get(font)
        if known is None:
            known = self._spaces[font] = float(self._font(font).face.charWidths[32]) / 1000
        return known

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
        font = TTFont(name, str(path))
    except (OSError, TTFError) as error:
        raise FileNotFoundError(f"The font {name} is missing from this installation.") from error
    pdfmetrics.registerFont(font)
    return font
