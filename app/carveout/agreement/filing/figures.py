"""The figures in a text: amounts of money, prices, numbers of shares and percentages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class FigureKind(Enum):
    """What a figure counts."""

    AMOUNT = auto()
    PRICE = auto()
    """An amount for one share or unit."""
    SHARES = auto()
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit: its value, the digits as printed, and where it stands."""

    kind: FigureKind
    value: Decimal
    digits: str
    span: Span

    @property
    def half(self) -> Decimal:
        """Half of the last digit's unit: how far the figure may lie from what it was rounded from."""
        return Decimal(1).scaleb(-len(self.digits.partition(".")[2])) / 2


_NUMBER = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?"
_FIGURE = re.compile(
    rf"(?P<money>(?:JPY|USD|EUR|GBP|RMB|CHF|US\$|HK\$|C\$|A\$|[$€£¥]) ?(?P<amount>{_NUMBER})(?![\d,.]*\d)"
    r"(?P<scale> (?:thousand|million|billion|trillion)\b)?"
    r"(?P<per>,? (?:per|for each|for every|a) (?:\w+ ){0,3}?(?:share|unit|ADS|note|warrant|option)\b)?)"
    rf"|(?<![\w.,/-])(?P<percent>(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?) ?(?:%|percent\b|per cent\b))"
    rf"|(?<![\w.,/$-])(?P<shares>(?P<count>{_NUMBER}) (?:(?:[A-Za-z]+|Class [A-Z]) ){{0,4}}?"
    r"(?:[Ss]hares?|ADSs?|[Uu]nits?)\b)"
)


def figures(text: str, within: Span) -> Iterator[Figure]:
    """Yield the figures in a stretch of text whose line breaks are spaces, in order; rounded ones are left out."""
    for match in _FIGURE.finditer(text, within.start, within.end):
        span = Span(*match.span())
        if match["percent"]:
            yield _figure(FigureKind.PERCENT, match["rate"], span)
        elif match["shares"]:
            yield _figure(FigureKind.SHARES, match["count"], span)
        elif not match["scale"]:
            yield _figure(FigureKind.PRICE if match["per"] else FigureKind.AMOUNT, match["amount"], span)


def _figure(kind: FigureKind, digits: str, span: Span) -> Figure:
    return Figure(kind, Decimal(digits.replace(",", "")), digits, span)
