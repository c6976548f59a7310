"""The numbers that lawyers print before a clause."""

from __future__ import annotations

import pytest

from carveout.agreement.labels.numbering import Count, Word, counted, letters, parse, roman


@pytest.mark.parametrize(
    ("text", "word", "number", "end"),
    [
        ("Article 3.  (Representations)", Word.ARTICLE, "3", 10),
        ("ARTICLE IV", Word.ARTICLE, "IV", 10),
        ("ARTICLE FIVE INTELLECTUAL PROPERTY", Word.ARTICLE, "FIVE", 12),
        ("Chapter 10. Termination", Word.CHAPTER, "10", 11),
        ("SECTION 1.01.  Certain Terms", Word.SECTION, "1.01", 13),
        ("Section 2. Sale", Word.SECTION, "2", 10),
        ("§ 12 Notices", Word.SECTION, "12", 4),
        ("EXHIBIT 3-7", Word.EXHIBIT, "3-7", 11),
        ("Exhibit A - Form of Note", Word.EXHIBIT, "A", 9),
        ("Exhibit “B”", Word.EXHIBIT, "B", 11),
        ("Schedule 1.1(a)", Word.SCHEDULE, "1.1(a)", 15),
        ("SCHEDULE A", Word.SCHEDULE, "A", 10),
        ("ITEM 4.       PURPOSE", Word.ITEM, "4", 7),
        ("3.16     No Lawsuits", None, "3.16", 4),
        ("4.1.2Binding Obligation", None, "4.1.2", 5),
        ("7.1. Notices", None, "7.1", 4),
        ("12. Notices", None, "12", 3),
        ("(ii)     transferring", None, "(ii)", 4),
        ("(A) the Seller", None, "(A)", 3),
        ("(a)(i) the Seller", None, "(a)", 3),
        ("b) the Seller", None, "b", 2),
        ("B. The Seller", None, "B", 2),
    ],
)
def test_labels(text: str, word: Word | None, number: str | None, end: int) -> None:
    mark = parse(text)
    if number is None:
        assert mark is None
    else:
        assert mark is not None
        assert (mark.word, mark.number, mark.end) == (word, number, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Seller",
        "Section 3.1(a) shall apply",
        "article 3 of the Plan",
        "Sections 12.1 through 12.3",
        "Articles of Incorporation",
        "Exhibit Description.",
        "EXHIBIT INDEX",
        "Part of the price",
        "(the “Seller”)",
        "(or its nominee)",
        "10,883 new shares",
        "$5.00 per share",
        "951.300yen",
        "2-3-1 Otemachi",
        "of the Company",
        "²) as printed",
    ],
)
def test_words_that_are_no_labels(text: str) -> None:
    assert parse(text) is None


def test_a_bullet_points_and_counts_nothing() -> None:
    for text in ("o    Issue price:", "- the price", "• the price", "– the price"):
        mark = parse(text)
        assert mark is not None
        assert mark.bullet
    assert parse("or the price") is None


def test_roman_numerals() -> None:
    assert [roman(numeral) for numeral in ("i", "iv", "ix", "XIV", "xl", "lxxxix", "cc")] == [1, 4, 9, 14, 40, 89, 200]
    assert [roman(numeral) for numeral in ("", "iiii", "vx", "ic", "a")] == [None] * 5


def test_letters_double_after_z() -> None:
    assert [letters(text) for text in ("a", "Z", "aa", "bb")] == [1, 26, 27, 28]
    assert [letters(text) for text in ("ab", "", "1", "aaaa")] == [None] * 4


def test_a_lone_i_can_be_either() -> None:
    assert counted("i", "({})") == (Count("(i)", (1,)), Count("(a)", (9,)))
    assert counted("h", "({})") == (Count("(a)", (8,)),)
    assert counted("I", "{}.") == (Count("I.", (1,)), Count("A.", (9,)))


def test_only_numbers_of_one_family_follow_each_other() -> None:
    assert Count("decimal", (3, 17)).follows(Count("decimal", (3, 16)))
    assert not Count("decimal", (4, 17)).follows(Count("decimal", (3, 16)))
    assert not Count("(a)", (2,)).follows(Count("(A)", (1,)))
    assert not Count("(a)", (3,)).follows(Count("(a)", (1,)))
    assert Count("(a)", (3,)).passes(Count("(a)", (1,)))
