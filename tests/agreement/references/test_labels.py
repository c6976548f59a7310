"""References by a label alone, or by place: what they point to depends on where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Pointing = Callable[..., list[tuple[str, list[str] | None]]]

_ITEMS = ("(a) cash;", "(b) shares, valued as {} say; and", "(c) notes.")


def among_items(pointing: Pointing, words: str) -> list[tuple[str, list[str] | None]]:
    """Return what words point to that stand in Section 2.1(b)."""
    return pointing("Buyer pays:", *(item.format(words) for item in _ITEMS), "2.2 Price. Buyer pays.")


@pytest.mark.parametrize(
    ("quote", "targets"),
    [
        ("clause (a)", ["2.1(a)"]),
        ("clause (a) above", ["2.1(a)"]),
        ("clause (c) below", ["2.1(c)"]),
        ("(a) above", ["2.1(a)"]),
        ("this clause (b)", ["2.1(b)"]),
        ("subparagraphs (a) through (c)", ["2.1(a)", "2.1(b)", "2.1(c)"]),
        ("paragraphs (a) and (c) of this Section", ["2.1(a)", "2.1(c)"]),
        ("the above subparagraph", ["2.1(a)"]),
        ("the preceding paragraph", ["2.1(a)"]),
        ("the following paragraph", ["2.1(c)"]),
    ],
)
def test_items_of_the_same_section(pointing: Pointing, quote: str, targets: list[str]) -> None:
    assert among_items(pointing, quote) == [(quote, [f"Section {target}" for target in targets])]


def test_the_nearest_list_is_meant(pointing: Pointing) -> None:
    words = "Buyer pays (i) cash, (ii) shares and (iii) notes, except that clause (ii) binds nobody."
    assert pointing(words) == [("clause (ii)", ["Section 2.1(ii)"])]


def test_a_label_that_no_list_prints_finds_nothing(pointing: Pointing) -> None:
    assert among_items(pointing, "clause (f)") == [("clause (f)", [])]


@pytest.mark.parametrize("quote", ["the prior Article", "the preceding Article", "the foregoing Article"])
def test_the_article_before(pointing: Pointing, quote: str) -> None:
    assert pointing(f"Seller sells as {quote} says.") == [(quote, ["Article 1"])]


def test_the_items_of_the_section_before(pointing: Pointing) -> None:
    last = "2.2 Price. Buyer pays as the above subparagraphs say."
    assert pointing("Buyer pays.", last) == []


def test_nothing_numbered_stands_there(pointing: Pointing) -> None:
    assert pointing("The following paragraphs apply. The preceding paragraph is clear.") == []
