"""Finding words: in a real index, over the sample and over texts made to break it."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.review.annotation import AnnotationKind, Status
from carveout.review.entry import Entry, Where, entries
from carveout.review.query import parse
from carveout.review.review import Review
from carveout.store.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

NASTY = (
    '"',
    '""',
    "AND",
    "NEAR(a b)",
    "a* b*",
    "words:tax",
    "^tax",
    "{words}:tax",
    "tax\x00",
    "\x02tax\x03",
    "\ud800",
    "-",
    "'",
)


def text(*parts: str) -> list[Entry]:
    """Return entries of the text, one behind the other."""
    starts = accumulate(map(len, parts), initial=0)
    return [
        Entry(Where.TEXT, part, clause, Span(at, at + len(part)))
        for clause, (at, part) in enumerate(zip(starts, parts, strict=False))
    ]


@pytest.fixture
def index() -> Iterator[Index]:
    made = Index()
    yield made
    made.close()


@pytest.fixture(scope="module")
def sample(reading: Reading) -> Iterator[Index]:
    """The sample's words."""
    made = Index()
    for where in Where:
        made.put(where, entries(reading, Review(), where))
    yield made
    made.close()


def clauses(index: Index, typed: str, most: int = 50) -> list[int | None]:
    return [hit.entry.clause for hit in index.search(parse(typed), most)]


def test_every_word_must_occur_and_none_that_is_unwanted(index: Index) -> None:
    index.put(Where.TEXT, text("tax and penalty", "penalty", "Tax, no PENALTY; waived", "taxes"))
    assert clauses(index, "tax penalty") == [0, 2]
    assert clauses(index, "tax penalty -waived") == [0]
    assert clauses(index, "waived OR taxes") == [2, 3]
    assert clauses(index, '"tax"') == [0, 2]
    assert clauses(index, '"tax and"') == [0]
    assert clauses(index, "-penalty") == [3]


def test_accents_and_letter_case_do_not_matter(index: Index) -> None:
    index.put(Where.TEXT, text("Société Générale", "societe"))
    assert clauses(index, "SOCIETE") == [0, 1]


def test_headings_and_terms_come_first_and_the_rest_as_it_stands_in_the_document(sample: Index) -> None:
    hits = sample.search(parse("financial statements"), 50)
    places = [hit.entry.where for hit in hits]
    assert places == sorted(places, key=list(Where).index)
    assert places[:3] == [Where.HEADINGS, Where.HEADINGS, Where.TERMS]
    starts = [hit.entry.span.start for hit in hits if hit.entry.where is Where.TEXT and hit.entry.span]
    assert starts == sorted(starts)


def test_a_hit_says_where_in_the_text_its_words_stand(sample: Index, reading: Reading) -> None:
    hits = [hit for hit in sample.search(parse("petitioning OR reorganization"), 50) if hit.entry.where is Where.TEXT]
    found = [span.of(reading.text) for hit in hits for span in hit.spans]
    assert {word.casefold() for word in found} == {"petitioning", "reorganization"}
    assert tuple(span for hit in hits for span in hit.spans) == sample.spans(
        parse("petitioning OR reorganization"), 999
    )
    assert sample.spans(parse("petitioning"), 3) == sample.spans(parse("petitioning"), 999)[:3]


def test_no_more_hits_of_a_place_than_wanted(sample: Index) -> None:
    hits = sample.search(parse("the"), 4)
    assert [hit.entry.where for hit in hits].count(Where.TEXT) == 4


def test_annotations_are_found_by_what_they_are_with_and_without_words(index: Index) -> None:
    issue = Entry(Where.NOTES, "Ask for the letter.", 2, None, "1", "Ann", AnnotationKind.ISSUE, Status.OPEN)
    others = [replace(issue, annotation=str(n), kind=AnnotationKind.NOTE) for n in range(20)]
    index.put(Where.TEXT, text("a letter"))
    index.put(Where.NOTES, [*others, issue])
    assert [hit.entry for hit in index.search(parse("is:issue letter"), 3)] == [issue]
    assert [hit.entry for hit in index.search(parse("by:ann is:issue"), 3)] == [issue]
    assert not index.search(parse("is:resolved"), 3)


def test_what_can_be_found_somewhere_is_replaced_as_a_whole(index: Index) -> None:
    index.put(Where.TEXT, text("tax", "penalty"))
    index.put(Where.TEXT, text("deadline"))
    assert clauses(index, "tax OR penalty OR deadline") == [0]
    assert clauses(index, "tax") == []


def test_a_query_that_asks_nothing_finds_nothing(sample: Index) -> None:
    assert sample.search(parse(""), 10) == ()
    assert sample.spans(parse("is:open"), 10) == ()
    assert sample.search(parse("in:terms"), 10)


@settings(max_examples=300, deadline=None)
@given(words=st.text(st.characters(), max_size=60), typed=st.text(st.characters(), max_size=30))
@example(words="a\x00b", typed="b")
@example(words="\ud800 tax", typed="\ud800")
def test_any_words_can_be_kept_and_any_text_asked_for(words: str, typed: str) -> None:
    index = Index()
    index.put(Where.TEXT, text(words, *NASTY))
    for asked in (typed, words, f'"{words}"', f"-{typed}", f"in:text {typed} OR {words}"):
        for hit in index.search(parse(asked), 50):
            assert all(0 <= span.start < span.end <= len(hit.entry.words) for span in hit.found)
    index.close()


@pytest.mark.parametrize("typed", NASTY)
def test_nothing_that_is_typed_is_an_order_to_the_database(sample: Index, typed: str) -> None:
    sample.search(parse(typed), 10)
    assert clauses(sample, "petitioning")


def test_the_dearest_query_ends_in_time(index: Index) -> None:
    index.put(Where.TEXT, text(*(f"tax {n} aaa bbb" for n in range(20_000))))
    began = time.process_time()
    index.search(parse("a " * 9 + "tax OR " * 20 + "1 OR 2 -aaaa -bbbb"), 10**9)
    assert time.process_time() - began < 2
