"""The numbers that lawyers print before a clause."""

from __future__ import annotations

import pytest

from carveout.agreement.labels.numbering import Count, Word, counted, parse
from carveout.agreement.labels.numerals import eastern, letters, roman


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
        ("1.2.25.1is material", None, "1.2.25.1", 8),
        ("1.2.25.10is material", None, "1.2.25.10", 9),
        ("7.1. Notices", None, "7.1", 4),
        ("12. Notices", None, "12", 3),
        ("(ii)     transferring", None, "(ii)", 4),
        ("(A) the Seller", None, "(A)", 3),
        ("(a)(i) the Seller", None, "(a)", 3),
        ("b) the Seller", None, "b", 2),
        ("B. The Seller", None, "B", 2),
        ("SECTION 1 .01 Sale", Word.SECTION, "1.01", 13),
        ("Section 1. 01 Sale", Word.SECTION, "1.01", 13),
        ("Section1.01 Sale", Word.SECTION, "1.01", 11),
        ("Section 1-101 Sale", Word.SECTION, "1-101", 13),
        ("ARTICLE  I", Word.ARTICLE, "I", 10),
        ("1 . 1 Sale", None, "1.1", 5),
        ("1. 06. Sale", None, "1.06", 6),
        ("1.1: Sale", None, "1.1", 3),
        ("§5.01 Sale", Word.SECTION, "5.01", 5),
        ("Clause 5 Sale", Word.SECTION, "5", 8),
        ("Paragraph 3. Sale", Word.SECTION, "3", 12),
        ("Art. 7 Sale", Word.ARTICLE, "7", 6),
        ("SECTION FIRST. Sale", Word.SECTION, "FIRST", 14),
        ("SECTION ONE", Word.SECTION, "ONE", 11),
        ("ARTICLE TWENTY-ONE", Word.ARTICLE, "TWENTY-ONE", 18),
        ("FIRST: The name is Acme.", None, "FIRST", 6),
        ("TWENTY-SECOND. The name", None, "TWENTY-SECOND", 14),
        ("Schedule No. 1", Word.SCHEDULE, "1", 14),
        ("Annexure A", Word.ANNEX, "A", 10),
        ("Attachment A", Word.ATTACHMENT, "A", 12),
        ("ADDENDUM 2", Word.ADDENDUM, "2", 10),
        ("Rider B", Word.RIDER, "B", 7),
        ("Exhibit I-A", Word.EXHIBIT, "I-A", 11),
        ("Exhibit A1 Form of Note", Word.EXHIBIT, "A1", 10),
        ("Section 3.7(b) – Litigation", Word.SECTION, "3.7(b)", 14),
        ("Section 3.7(b)(ii)", Word.SECTION, "3.7(b)(ii)", 18),
        ("3 DEFINITIONS AND TERMS", None, "3", 1),
        ("( a ) the Seller", None, "(a)", 5),
        ("II) the Seller", None, "II", 3),
        ("aa. the Seller", None, "aa", 3),
        ("[2] the Seller", None, "[2]", 3),
        ("第十二条 保证", Word.ARTICLE, "十二", 4),
        ("第 3 章 総則", Word.CHAPTER, "3", 5),
        ("二、甲方", None, "二", 2),
        ("③ 甲方", None, "③", 1),
        ("（１） 甲方", None, "(1)", 3),
        ("１．２　甲方", None, "1.2", 3),
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
        "ARTICLES OF INCORPORATION",
        "ADDENDUM TO THE LEASE",
        "Schedule TO",
        "Section 3.1(a). The Buyer",
        "First, the Seller",
        "First. The Seller",
        "10 USD per share",
        "Part's price",
        "第二天",
        "[TBD] the price",
    ],
)
def test_words_that_are_no_labels(text: str) -> None:
    assert parse(text) is None


def test_a_bullet_points_and_counts_nothing() -> None:
    for text in ("o    Issue price:", "- the price", "• the price", "– the price"):
        mark = parse(text)
        assert mark is not None
        assert mark.bullet
    for text in ("•the price", "\uf0b7 the price", "\uf0a7the price", "➢ the price", "-- the price", "§ The price"):
        mark = parse(text)
        assert mark is not None
        assert mark.bullet
    assert parse("or the price") is None
    assert parse("-5 per cent") is None


def test_letters_below_a_decimal_count_on() -> None:
    for text, place in (("Section 3.7(b) – Taxes", (3, 7, 2)), ("Section 3.7(b)(ii)(A)", (3, 7, 2, 2, 1))):
        mark = parse(text)
        assert mark is not None
        assert mark.counts == (Count("decimal", place),)


def test_numbers_written_as_words_count() -> None:
    for text, count in (
        ("ARTICLE ONE", 1),
        ("Article Twentieth", 20),
        ("SECTION THIRTY-FIRST", 31),
        ("FORTY TWO:", 42),
    ):
        mark = parse(text)
        assert mark is not None
        assert mark.counts[0].place == (count,)


def test_a_label_can_stand_right_before_a_small_letter() -> None:
    assert [mark.number for text in ("(a)all goods", "(12)the cost", "7.2.1the Seller") if (mark := parse(text))] == [
        *("(a)", "(12)", "7.2.1")
    ]
    assert [parse(text) for text in ("(s)he pays", "(un)reasonable", "1.2million")] == [None] * 3


def test_eastern_numerals() -> None:
    assert [eastern(numeral) for numeral in ("一", "十", "十二", "二十", "九十九", "一百零三", "15")] == [
        *(1, 10, 12, 20, 99, 103, 15)
    ]
    assert [eastern(numeral) for numeral in ("", "〇", "天")] == [None] * 3


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
