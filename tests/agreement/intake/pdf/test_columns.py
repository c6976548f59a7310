"""Columns of running text are read one after the other, tables row by row."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[..., bytes]
    Wrapped = Callable[..., list[tuple[float, float, str]]]
    Paragraphs = Callable[[bytes], list[str]]

LEFT = (
    "1. The Seller shall sell the Shares to the Buyer, and the Buyer shall buy them, free of any lien, at the price "
    "that the parties have agreed upon, on the day of the Closing and at the place that the Buyer names, and shall "
    "deliver to the Buyer whatever shows that they are free of it, in the form that the law of that place asks for."
)
RIGHT = (
    "2. The Buyer shall pay the price to the Seller, in money that can be used at once, on the day of the Closing and "
    "to the account that the Seller names, without any deduction other than those that the law asks for, and shall "
    "deliver to the Seller whatever shows that it has been paid, in the form that the bank of the Buyer uses for it."
)


def test_columns_drawn_one_after_the_other(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    pdf = printed([*wrapped(LEFT, right=280), *wrapped(RIGHT, left=320)])
    assert paragraphs(pdf) == [LEFT, RIGHT]


def test_columns_drawn_line_by_line(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    lines = zip_longest(wrapped(LEFT, right=280), wrapped(RIGHT, left=320, right=528))
    assert paragraphs(printed([words for pair in lines for words in pair if words])) == [LEFT, RIGHT]


def test_a_title_over_the_columns_comes_first(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    pdf = printed([*wrapped(LEFT, 680, right=280), *wrapped(RIGHT, 680, left=320), (250, 720, "SALE AGREEMENT")])
    assert paragraphs(pdf) == ["SALE AGREEMENT", LEFT, RIGHT]


def test_a_table_is_read_row_by_row_though_drawn_column_by_column(printed: Printed, paragraphs: Paragraphs) -> None:
    names = [(72, 700 - 14 * at, f"Holder {at}") for at in range(8)]
    shares = [(300, 700 - 14 * at, f"{1000 + at} shares") for at in range(8)]
    assert paragraphs(printed([*names, *shares])) == [" ".join(f"Holder {at} {1000 + at} shares" for at in range(8))]


def test_a_page_turned_for_reading_is_read_so(printed: Printed, paragraphs: Paragraphs) -> None:
    assert paragraphs(printed([(72, 700, "Shown on its side"), (72, 500, "below")], turned=90)) == [
        "Shown on its side",
        "below",
    ]
