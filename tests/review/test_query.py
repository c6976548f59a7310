"""What somebody types into the search, and what it asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carveout.review.annotation import AnnotationKind, Status
from carveout.review.entry import Entry, Where
from carveout.review.query import LONGEST, MOST, Filters, Phrase, Query, parse

NOTE = Entry(
    Where.NOTES,
    "Ask them.",
    3,
    None,
    "1",
    "Ann B. Counsel",
    AnnotationKind.QUESTION,
    Status.OPEN,
    ("tax", "bring-down"),
)


def wanted(typed: str) -> list[list[str]]:
    return [[phrase.words for phrase in group] for group in parse(typed).wanted]


def test_all_words_must_occur() -> None:
    assert wanted("knowledge of the petition") == [["knowledge"], ["of"], ["the"], ["petition"]]


def test_a_word_stands_for_those_that_begin_with_it_and_a_quoted_one_for_itself() -> None:
    assert parse('represent "warranty"').wanted == ((Phrase("represent", begun=True),), (Phrase("warranty"),))


def test_a_short_word_stands_for_itself_once_another_follows() -> None:
    assert parse("Exhibit B").wanted[1] == (Phrase("B", begun=True),)
    assert parse("Exhibit B ").wanted[1] == (Phrase("B"),)


@pytest.mark.parametrize(
    "typed", ['"material adverse effect"', "“material adverse effect”", "„material adverse effect“"]
)
def test_words_in_quotes_stand_next_to_each_other(typed: str) -> None:
    assert parse(typed).wanted == ((Phrase("material adverse effect"),),)


def test_an_open_quote_is_still_being_typed() -> None:
    assert parse('tax "material adv').wanted[1] == (Phrase("material adv", begun=True),)


def test_or_joins_its_neighbours_more_closely_than_anything_else() -> None:
    assert wanted("seller knowledge OR awareness OR belief date") == [
        ["seller"],
        ["knowledge", "awareness", "belief"],
        ["date"],
    ]


@pytest.mark.parametrize("typed", ["OR tax", "tax OR", "OR tax OR OR", "AND tax AND", "tax -", "- tax", "& tax §"])
def test_an_operator_alone_asks_nothing(typed: str) -> None:
    assert wanted(typed) == [["tax"]]


def test_or_in_small_letters_is_a_word() -> None:
    assert wanted("and or") == [["and"], ["or"]]


def test_a_minus_keeps_out() -> None:
    query = parse('tax -petition -"with respect to" -in:notes')
    assert [phrase.words for phrase in query.unwanted] == ["petition", "with respect to"]
    assert Where.NOTES not in query.places
    assert query.wanted == ((Phrase("tax", begun=True),),)


def test_a_hyphen_within_a_word_keeps_nothing_out() -> None:
    assert wanted("bring-down") == [["bring-down"]]


def test_filters_narrow_to_annotations() -> None:
    query = parse('TAG:Tax by:"ann b." is:open is:question penalty')
    assert query.only == Filters(
        (Phrase("tax"),),
        (Phrase("ann b.", begun=True),),
        frozenset({Status.OPEN}),
        frozenset({AnnotationKind.QUESTION}),
    )
    assert query.places == (Where.NOTES,)
    assert wanted('TAG:Tax by:"ann b." is:open is:question penalty') == [["penalty"]]


@pytest.mark.parametrize(
    "typed",
    [
        "is:open",
        "is:op",
        "is:questions",
        "tag:tax",
        "tag:ta",
        "by:ann",
        "by:counsel",
        "by:b.",
        "tag:tax tag:bring-down",
    ],
)
def test_an_annotation_is_found_by_what_it_is(typed: str) -> None:
    assert parse(typed).admits(NOTE)
    assert not parse(f"-{typed.rpartition(' ')[2]}").admits(NOTE)


@pytest.mark.parametrize("typed", ["is:resolved", "is:issue", "tag:ta x", "by:ounsel", "tag:tax tag:price", "in:terms"])
def test_an_annotation_is_not_found_by_what_it_is_not(typed: str) -> None:
    assert not parse(typed).admits(NOTE)


def test_one_of_several_kinds_will_do() -> None:
    both = parse("is:issue is:question")
    assert both.admits(NOTE)
    assert both.admits(replace(NOTE, kind=AnnotationKind.ISSUE))
    assert not both.admits(replace(NOTE, kind=AnnotationKind.NOTE))


@pytest.mark.parametrize(
    ("typed", "places"), [(f"in:{where}", {where}) for where in Where] + [("in:te", {Where.TERMS, Where.TEXT})]
)
def test_a_place_is_chosen(typed: str, places: set[Where]) -> None:
    assert set(parse(typed).places) == places


def test_headings_and_terms_come_first() -> None:
    assert parse("tax").places == (Where.HEADINGS, Where.TERMS, Where.TEXT, Where.NOTES, Where.FINDINGS)


@pytest.mark.parametrize("typed", ["tag:", "by:", "is:", "in:", "-tag:", 'tag:"'])
def test_a_filter_without_a_value_is_still_being_typed(typed: str) -> None:
    assert parse(typed) == Query()


@pytest.mark.parametrize("typed", ["is:purple", "in:Delaware"])
def test_a_filter_that_is_none_is_words(typed: str) -> None:
    assert wanted(typed) == [[typed]]


@pytest.mark.parametrize(
    "typed", ["", "   ", '"', '""""', "-", "--", "(((", "*", "\x00", "\ud800", "OR", "^:", "{}", "+-*/"]
)
def test_what_holds_no_word_asks_nothing(typed: str) -> None:
    assert parse(typed).empty


def test_no_query_is_too_long() -> None:
    assert parse("(" * 10_000_000).empty
    assert len(parse("x " * 1_000_000).wanted) == MOST
    assert len(wanted("x" * 10_000)[0][0]) == LONGEST
