"""How Word writes a number: `4` is iv, D, fourth or 04, as the list asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS["twelve"] = "twelfth"
_IDEOGRAPHS = "〇一二三四五六七八九"
_LARGEST = 32_767
"""The largest number that Word counts to."""
_LETTERS = 780
"""The largest that it writes in letters."""


def written(value: int, form: str) -> str:
    """Return a number in one of Word's forms (`upperRoman`); in digits where the form is none that is known here."""
    if form in {"none", "bullet"}:
        return ""
    if not 0 < value <= _LARGEST:
        return str(value)
    return _FORMS.get(form, str)(value)


def _roman(value: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        parts.append(letters * (value // worth))
        value %= worth
    return "".join(parts)


def _letters(value: int) -> str:
    if value > _LETTERS:
        return str(value)
    times, at = divmod(value - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}th" if value % 100 in {11, 12, 13} else f"{value}{ending}"


def _words(value: int) -> str:
    parts = []
    if value >= 1000:
        parts += [_words(value // 1000), "thousand"]
        value %= 1000
    if value >= 100:
        parts += [_ONES[value // 100], "hundred"]
        value %= 100
    if value >= 20:
        parts.append(_TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else ""))
    elif value:
        parts.append(_ONES[value])
    return " ".join(parts)


def _ordinal_words(value: int) -> str:
    words = _words(value)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    return words[:start] + (_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1) if value <= 20 else str(value)


def _in_brackets(value: int) -> str:
    return chr(ord("⑴") + value - 1) if value <= 20 else f"({value})"


def _ideographic(value: int) -> str:
    if value >= 100:
        return _digitwise(value)
    tens, ones = divmod(value, 10)
    return (_IDEOGRAPHS[tens] if tens > 1 else "") + ("十" if tens else "") + (_IDEOGRAPHS[ones] if ones else "")


def _digitwise(value: int) -> str:
    return "".join(_IDEOGRAPHS[int(digit)] for digit in str(value))


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": _in_brackets,
    **dict.fromkeys(("japaneseCounting", "chineseCounting", "chineseCountingThousand", "koreanCounting"), _ideographic),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digitwise),
}
