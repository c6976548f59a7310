"""Numbers in words right before the same number in figures: `forty-five (45)`, `two percent (2%)`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.labels.numerals import WORDS
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = re.compile(
    r"\((?:US ?|U\.S\. ?|C|HK|A)?(?:[$€£¥]|JPY|USD|EUR|GBP) ?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?: (?P<scale>thousand|million|billion))?\)"
    r"|\((?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?:%|percent|st|nd|rd|th)?\)"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {
    "zero": 0,
    **{word: value for word, value in WORDS.items() if value < 20},
    **{word: 10 * at for at, word in enumerate(_TENS, 2)},
}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS = frozenset(
    {"percent", "dollars", "dollar", "yen", "euros", "pounds", "u.s", "us", "united", "states", "per", "cent"}
)
_WORD = re.compile(r"[^\s,-]+")
_FRACTION = re.compile(
    r"(?:half|halves|thirds?|quarters?|tenths?|fifths?|eighths?|hundredths?|thousandths?|point|and|plus|minus)"
)
_BACK = 140
"""Code points before a bracket in which a number is spelled out."""


class Spelled(NamedTuple):
    """A number in words and in figures: what each says, and where both stand together."""

    words: Decimal
    figures: Decimal
    span: Span


def spelled_numbers(text: str) -> Iterator[Spelled]:
    """Yield the numbers that stand in words with their figures in brackets, in order; fractions are left out."""
    at = text.find("(")
    while at >= 0:
        match = (
            _FIGURES.match(text, at)
            if text[at + 1 : at + 2].isdigit() or text[at + 1 : at + 2] in "$€£¥UJEGCHA"
            else None
        )
        if match is not None:
            before = _words_before(text, at)
            value = _value([one[0].lower() for one in before])
            if value is not None:
                digits = Decimal((match["amount"] or match["number"]).replace(",", ""))
                scale = _LARGE.get(match["scale"] or "", 1)
                yield Spelled(Decimal(value), digits * scale, Span(before[0].start(), match.end()))
        at = text.find("(", at + 1)


def _words_before(text: str, at: int) -> list[re.Match[str]]:
    """Return the words of a number that ends right before a bracket, none where they are part of a fraction."""
    words = list(_WORD.finditer(text, text.rfind("\n", max(0, at - _BACK), at) + 1 or max(0, at - _BACK), at))
    while words and words[-1][0].lower().strip(".") in _UNITS:
        words.pop()
    first = len(words)
    while first and _numeral(words, first - 1):
        first -= 1
    if first and _FRACTION.fullmatch(words[first - 1][0].lower()):
        return []
    if first > 1 and words[first - 1][0] == "of" and _FRACTION.match(words[first - 2][0].lower()):
        return []
    return words[first:]


def _numeral(words: list[re.Match[str]], at: int) -> bool:
    word = words[at][0].lower()
    if word == "and":
        return 0 < at < len(words) - 1 and words[at - 1][0].lower() in _LARGE
    return word in _SMALL or word in _LARGE


def _value(words: list[str]) -> int | None:
    """Return what the words of a number say, None where they are no number."""
    total = group = 0
    last = 0
    for word in words:
        if word == "and":
            continue
        value = _SMALL.get(word)
        if value is None:
            large = _LARGE[word]
            if not group and not total:
                return None
            if large == 100:
                group *= 100
            else:
                total, group = total + group * large, 0
        elif (last in range(20, 100) and value < 10) or group % 100 == 0:
            group += value
        else:
            return None
        last = value or 0
    return total + group if words else None
