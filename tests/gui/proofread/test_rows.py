"""The findings as rows: narrowed, grouped by rule or in the order of the text, the dismissed ones apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import Finding, FindingSeverity
from carveout.gui.grid.grid import Heading, Row
from carveout.gui.proofread.rows import Criteria, Found, findings_grid, found_in, kept, summary
from carveout.review.applying import applied
from carveout.review.dismissal import Dismissal, everywhere, here
from carveout.review.edits import Dismiss
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

WHY = Dismissal("as agreed", "A. Counsel", dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC))
OUTLINE, NUMBERS = "unheld-text", "numbering"


@pytest.fixture
def proofread(reading: Reading) -> Reading:
    """The deal with three findings by two rules."""
    first, second, third = (carveout.span for carveout in reading.carveouts)
    return replace(
        reading,
        findings=(
            Finding(OUTLINE, 9, first, FindingSeverity.NOTE, "Nobody holds these words."),
            Finding(NUMBERS, 12, second, FindingSeverity.WARNING, "(ii) follows (iv)."),
            Finding(OUTLINE, 13, third, FindingSeverity.NOTE, "Nor these."),
        ),
    )


def messages(found: tuple[Found, ...]) -> list[str]:
    return [one.finding.message for one in found]


def shown(reading: Reading, criteria: Criteria, review: Review | None = None) -> list[str]:
    return messages(kept(reading, found_in(reading, review or Review()), criteria))


def test_by_rule_they_stand_in_the_order_of_the_catalogue(proofread: Reading) -> None:
    assert shown(proofread, Criteria()) == ["(ii) follows (iv).", "Nobody holds these words.", "Nor these."]
    assert shown(proofread, Criteria(by_rule=False)) == [
        "Nobody holds these words.",
        "(ii) follows (iv).",
        "Nor these.",
    ]


def test_they_are_narrowed_by_severity_and_by_any_of_their_words(proofread: Reading) -> None:
    assert shown(proofread, Criteria(severity=FindingSeverity.WARNING)) == ["(ii) follows (iv)."]
    assert shown(proofread, Criteria(words="petition nobody")) == ["Nobody holds these words."]
    assert shown(proofread, Criteria(words="NUMBERING")) == ["(ii) follows (iv)."]
    assert shown(proofread, Criteria(words="nothing at all")) == []


def test_dismissed_ones_are_kept_apart_with_their_reason(proofread: Reading) -> None:
    review = applied(Review(), Dismiss(here(proofread.text, proofread.findings[0]), None, WHY))
    assert shown(proofread, Criteria(), review) == ["(ii) follows (iv).", "Nor these."]
    apart = kept(proofread, found_in(proofread, review), Criteria(dismissed=True))
    assert messages(apart) == ["Nobody holds these words."]
    (_, row) = findings_grid(proofread, apart, Criteria(dismissed=True)).rows
    assert isinstance(row, Row)
    assert row.cells[1].words == "dismissed\nNobody holds these words.\nA. Counsel: as agreed"


def test_a_heading_says_the_rule_and_how_often_it_found_something(proofread: Reading) -> None:
    every = kept(proofread, found_in(proofread, Review()), Criteria())
    headings = [row for row in findings_grid(proofread, every, Criteria()).rows if isinstance(row, Heading)]
    assert [(one.words, one.more) for one in headings] == [("Numbering", "1"), ("Words outside the outline", "2")]
    plain = findings_grid(proofread, every, Criteria(by_rule=False)).rows
    assert not any(isinstance(row, Heading) for row in plain)
    assert plain[0].key == proofread.findings[1]


def test_the_summary_counts_what_stands_and_what_was_dismissed(proofread: Reading) -> None:
    assert summary(found_in(proofread, Review())) == "1 warning, 2 notes"
    review = Review()
    for finding in proofread.findings:
        review = applied(review, Dismiss(everywhere(proofread.text, finding), None, WHY))
    assert summary(found_in(proofread, review)) == "nothing to look at · 3 dismissed"
