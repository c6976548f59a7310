"""What can be found in a matter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import Outline
from carveout.agreement.content import Finding, FindingSeverity, Term
from carveout.agreement.span import Span
from carveout.review.anchoring import on_span
from carveout.review.annotation import Annotation, AnnotationKind, Status
from carveout.review.dismissal import Dismissal, here
from carveout.review.entry import Where, entries
from carveout.review.query import parse
from carveout.review.review import Review
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOW = dt.datetime(2024, 5, 5, tzinfo=dt.UTC)


def test_every_word_of_the_text_can_be_found_where_it_stands(reading: Reading) -> None:
    found = list(entries(reading, Review(), Where.TEXT))
    assert all(entry.span and entry.words == entry.span.of(reading.text) for entry in found)
    assert "".join(entry.words for entry in found) == reading.text
    assert [entry.clause for entry in found] == [0, 1, 2, 3, 4, 5]


def test_words_before_the_first_clause_can_be_found_too(reading: Reading) -> None:
    outline = Outline((replace(reading.outline[0], start=11), *reading.outline.clauses[1:]))
    first, second, *_ = entries(replace(reading, outline=outline), Review(), Where.TEXT)
    assert (first.words, first.clause) == (reading.text[:11], None)
    assert second.clause == 0


def test_headings_and_terms_lead_to_their_clauses(reading: Reading) -> None:
    clauses = tuple(replace(clause, heading=f"Of {clause.number}") for clause in reading.outline.clauses[:2])
    made = replace(
        reading,
        outline=replace(reading.outline, clauses=clauses),
        terms=(Term("Petition", 5, Span(50, 58), ()), Term("Accounts", 2, Span(20, 28), ())),
    )
    assert [(e.words, e.clause) for e in entries(made, Review(), Where.HEADINGS)] == [("Of 3", 0), ("Of 3.1", 1)]
    assert [e.words for e in entries(made, Review(), Where.TERMS)] == ["Accounts", "Petition"]


def test_an_annotation_is_found_by_its_comment_and_its_wording(reading: Reading) -> None:
    anchor = on_span(reading, reading.carveouts[0].span)
    made = Annotation("1", AnnotationKind.PROPOSAL, anchor, "Narrow it.", "Ann", NOW, proposed="but for the petition")
    (entry,) = entries(reading, Review({"1": made}), Where.NOTES)
    assert entry.words == "Narrow it.\nbut for the petition"
    assert (entry.annotation, entry.author, entry.kind, entry.status) == ("1", "Ann", made.kind, Status.OPEN)
    assert (entry.clause, entry.span) == (2, reading.carveouts[0].span)


def test_an_annotation_is_found_by_its_tags_and_by_what_was_answered(reading: Reading) -> None:
    anchor = on_span(reading, reading.carveouts[0].span)
    made = Annotation("1", AnnotationKind.NOTE, anchor, "Narrow it.", "Ann", NOW, tags=("price", "tax"))
    replies = {n: Reply(n, "1", said, "Ben", NOW) for n, said in (("a", "Why?"), ("b", "Because."))}
    (entry,) = entries(reading, Review({"1": made}, replies=replies), Where.NOTES)
    assert entry.words == "Narrow it.\nWhy?\nBecause."
    assert parse("tag:tax tag:price").admits(entry)
    assert not parse("tag:deadline").admits(entry)


def test_a_finding_is_found_until_it_is_dismissed(reading: Reading) -> None:
    finding = Finding("doubled-word", 2, Span(40, 45), FindingSeverity.WARNING, "“its” stands twice.")
    made = replace(reading, findings=(finding,))
    assert [entry.words for entry in entries(made, Review(), Where.FINDINGS)] == ["“its” stands twice."]
    dismissed = Review(dismissals={here(made.text, finding): Dismissal("Meant.", "Ann", NOW)})
    assert not list(entries(made, dismissed, Where.FINDINGS))
