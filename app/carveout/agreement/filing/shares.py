"""Amounts that are shares times their price, and shares that are the sum of others."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from carveout.agreement.filing.figures import FigureKind
from carveout.agreement.filing.tie import Tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from carveout.agreement.filing.figures import Figure

_LEAST = 100
"""Shares below which a sum may be chance."""
_MOST = 24
"""Different numbers and prices that are tried at most."""


def products(paragraph: Sequence[Figure], agreed: Sequence[Figure]) -> Iterator[Tie]:
    """Yield each amount of a paragraph that is one of its numbers of shares times a price, of the paragraph or agreed.

    Where the paragraph itself gives one amount, one number and one price, they must tie, but for a rounded price.
    """
    amounts = [one for one in paragraph if one.kind is FigureKind.AMOUNT]
    shares = [one for one in paragraph if one.kind is FigureKind.SHARES]
    own = [one for one in paragraph if one.kind is FigureKind.PRICE]
    prices = [*own, *(one for one in agreed if one.kind is FigureKind.PRICE)]
    by_value = {one.value: one for one in reversed(shares)}
    different = {one.value: one for one in reversed(prices) if one.value}
    for amount in amounts:
        fitting = ((by_value.get(amount.value / value), one) for value, one in [*different.items()][:_MOST])
        count, price = next((pair for pair in fitting if pair[0] is not None), (None, None))
        if count is not None and price is not None:
            working = f"{count.digits} × {price.digits} = {amount.digits}"
            yield Tie(None, amount.span, (count.span, price.span), working, ties=True)
        elif len(amounts) == len(shares) == len(own) == 1:
            product = shares[0].value * own[0].value
            if abs(product - amount.value) > shares[0].value * own[0].half + 1:
                working = f"{shares[0].digits} × {own[0].digits} = {product.normalize():,f}, not {amount.digits}"
                yield Tie(None, amount.span, (shares[0].span, own[0].span), working, ties=False)


def sums(paragraph: Sequence[Figure]) -> Iterator[Tie]:
    """Yield each number of shares in a paragraph that is the sum of two named before it."""
    shares = _different(paragraph)
    for position, total in enumerate(shares):
        yield from _sum(total, shares[:position])


def sums_agreed(stated: Sequence[Figure], agreed: Sequence[Figure]) -> Iterator[Tie]:
    """Yield each number of shares of the agreement that is the sum of two that the filing states."""
    parts = _different(stated)
    for total in _different(agreed):
        yield from _sum(total, parts)


def _different(figures: Sequence[Figure]) -> list[Figure]:
    """Return the numbers of shares among some figures, each value where it stands first."""
    found: dict[Decimal, Figure] = {}
    for one in figures:
        if one.kind is FigureKind.SHARES and one.value >= _LEAST:
            found.setdefault(one.value, one)
    return list(found.values())[:_MOST]


def _sum(total: Figure, parts: Sequence[Figure]) -> Iterator[Tie]:
    for one, other in combinations(parts, 2):
        if one.value + other.value == total.value:
            working = f"{one.digits} + {other.digits} = {total.digits}"
            yield Tie(None, total.span, (one.span, other.span), working, ties=True)
            return
