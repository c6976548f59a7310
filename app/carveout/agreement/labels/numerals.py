"""What numerals count: Roman ones, letters, words, and those of Chinese and Japanese."""

from __future__ import annotations

import re
from itertools import pairwise

_ROMAN = re.compile(r"(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
CARDINALS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_EASTERN = {numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}


def _words() -> dict[str, int]:
    found = {word: value for words in (CARDINALS, _ORDINALS) for value, word in enumerate(words, 1)}
    for ten, value in _TENS.items():
        found[ten] = value
        found[ten.replace("y", "ieth")] = value
        for units in (CARDINALS, _ORDINALS):
            for unit, word in enumerate(units[:9], 1):
                found[f"{ten}-{word}"] = found[f"{ten} {word}"] = value + unit
    return found


WORDS = _words()
"""What the numbers written as words count, `twenty-one` and `first` among them, in small letters."""
WORDED = "|".join(sorted(WORDS, key=len, reverse=True))
"""An expression that matches them, longest first."""


def roman(numeral: str) -> int | None:
    """Return what a Roman numeral counts, None for other letters."""
    small = numeral.lower()
    if not small or not _ROMAN.match(small):
        return None
    values = [_VALUES[letter] for letter in small]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


def letters(text: str) -> int | None:
    """Return what a letter counts: a is 1, z is 26, aa is 27; None where the letters differ."""
    small = text.lower()
    if not small or small.strip(small[0]) or len(small) > 3 or not "a" <= small[0] <= "z":
        return None
    return ord(small[0]) - ord("a") + 1 + 26 * (len(small) - 1)


def eastern(numeral: str) -> int | None:
    """Return what a Chinese numeral up to 999 counts, None for what is none: 十二 is 12, 一百零三 is 103."""
    if numeral.isdigit():
        return int(numeral)
    total = unit = 0
    for sign in numeral:
        if sign in _EASTERN:
            unit = _EASTERN[sign]
        elif sign in "十百":
            total, unit = total + (unit or 1) * (10 if sign == "十" else 100), 0
        elif sign not in "零〇":
            return None
    return total + unit or None
