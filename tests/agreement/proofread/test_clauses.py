"""The odd one out among clauses: without a heading, without a full stop, or headed as something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.proofread.end_punctuation import end_punctuation
from carveout.agreement.proofread.ground import Ground
from carveout.agreement.proofread.heading_mismatch import heading_mismatches
from carveout.agreement.proofread.interim_period import interim_periods
from carveout.agreement.proofread.missing_heading import missing_headings

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.proofread.rules import Finder
    from carveout.agreement.reading import Reading

BODY = "Buyer holds all permits that are needed to carry on its business as it is carried on today"


def faults(find: Finder, reading: Reading) -> list[str]:
    return [one.span.of(reading.text) for one in find(Ground(reading)) if one.span is not None]


def headed(count: int) -> list[str]:
    return [f"1.{at} Permits {'ABCDEFGHIJ'[at]}. {BODY}." for at in range(1, count + 1)]


def test_the_faults_of_the_sample(sample: Reading) -> None:
    assert faults(missing_headings, sample) == ["3.15"]
    assert faults(heading_mismatches, sample) == [
        "No Adverse Changes in Business Operations",
        "No Material Adverse Changes",
    ]
    assert [words.replace("\n", " ") for words in faults(end_punctuation, sample)] == [
        "and its subsidiaries;",
        "the U.S. market",
    ]


def test_one_clause_without_a_heading_among_others_that_have_one(deal: Callable[..., Reading]) -> None:
    reading = deal(*headed(5), f"1.6 All of the shares are paid for, and {BODY}.", "1.7 Taxes. Buyer pays taxes.")
    assert faults(missing_headings, reading) == ["1.6"]


@pytest.mark.parametrize(
    "clauses",
    [
        [*headed(5), f"1.6 The shares are paid for, and {BODY}.", f"1.7 No share is free, and {BODY}."],
        [*headed(2), f"1.3 The shares are paid for, and {BODY}."],
        [*headed(5), "1.6 [Reserved]"],
        [*headed(5), "1.6 Governmental Approvals, Except as Disclosed, Seller needs none."],
        [*headed(5), "1.6 Other products outside of this range The Seller sells other products too."],
    ],
    ids=[
        "two of them",
        "too few to make a habit",
        "nothing in it",
        "a heading with a comma",
        "a heading without a stop",
    ],
)
def test_no_clause_is_the_odd_one_out(deal: Callable[..., Reading], clauses: list[str]) -> None:
    assert faults(missing_headings, deal(*clauses)) == []


@pytest.mark.parametrize(
    ("heading", "body", "wrong"),
    [
        ("No Material Adverse Change", "There has been no adverse change in the business.", True),
        ("No Adverse Change", "There has been no material change in the business.", True),
        ("No Material Adverse Change", "There has been no Material Adverse Effect.", False),
        ("No Adverse Change", "There has been no material adverse change.", False),
        ("Absence of Changes", "There has been no material adverse change.", False),
        ("No Material Adverse Change", "Seller has conducted its business in the ordinary course.", False),
        ("Material Contracts", "No contract has an adverse effect on Seller.", False),
        (
            "No Adverse Change",
            "There has been no adverse change, except for material changes in the market.",
            False,
        ),
    ],
)
def test_a_heading_about_changes(
    deal: Callable[..., Reading],
    heading: str,
    body: str,
    wrong: bool,
) -> None:
    reading = deal(f"1.1 {heading}. {body}", "1.2 Taxes. Buyer pays all taxes.")
    assert faults(heading_mismatches, reading) == ([heading] if wrong else [])


@pytest.mark.parametrize("end", [";", ",", ""])
def test_a_section_that_ends_in_no_full_stop(deal: Callable[..., Reading], end: str) -> None:
    reading = deal(*headed(6), f"1.7 Leases. {BODY}{end}", "1.8 Taxes. Buyer pays all taxes.")
    assert faults(end_punctuation, reading) == [f"carried on today{end}"]


def test_a_list_that_ends_in_or_is_told(deal: Callable[..., Reading]) -> None:
    reading = deal(
        *headed(6), "1.7 Ends. Buyer may end it if:", f"(a) {BODY};", f"(b) {BODY}; or", "1.8 Taxes. Buyer pays."
    )
    (finding,) = end_punctuation(Ground(reading))
    assert finding.message.startswith("Section 1.7 ends with “or”")


def test_a_clause_that_is_all_heading_to_the_end_of_the_text_misses_no_stop(deal: Callable[..., Reading]) -> None:
    reading = deal(*headed(6), 'Section 1.7 Effect. "Material Adverse Effect" means any effect on Seller, except the')
    last = reading.outline[len(reading.outline) - 1]
    assert last.body_start == last.end == len(reading.text)
    assert faults(end_punctuation, reading) == []


@pytest.mark.parametrize(
    "clauses",
    [
        [f"1.{at} Permits. {BODY}" for at in range(1, 9)],
        [
            *headed(6),
            "1.7 Notices. Notices go to:",
            "Attention: John Doe, General Counsel, One Main Street, Springfield",
        ],
        [*headed(6), f"1.7 Taxes. {BODY}.", "[Remainder of this page is intentionally left blank, signatures follow]"],
        [*(f"1.{at} {BODY};" for at in range(1, 7)), f"1.7 {BODY}."],
    ],
    ids=["a habit", "an address", "a remark of the page", "a list of sections"],
)
def test_clauses_that_may_end_as_they_do(deal: Callable[..., Reading], clauses: list[str]) -> None:
    assert faults(end_punctuation, deal(*clauses)) == []


BETWEEN = "2.1 Conduct. From the date hereof until the Closing Date, Seller acts in the ordinary course."
SAME_DAY = "1.1 Closing. The sale is closed on the date hereof (the “Closing Date”)."
LATER = "1.1 Closing. The sale is closed on the fifth day after the date hereof (the “Closing Date”)."


def test_the_time_between_signing_and_closing_of_the_sample_has_no_day(sample: Reading) -> None:
    (finding,) = interim_periods(Ground(sample))
    assert finding.clause is not None
    assert sample.outline[finding.clause].citation == "Article 2, Closing Date"
    assert finding.message == (
        "The Closing Date is the date of the agreement itself. The time between them, of which the clauses speak 4"
        " times, first in Article 4, has no day."
    )


@pytest.mark.parametrize(
    ("clauses", "wrong"),
    [([SAME_DAY, BETWEEN], True), ([LATER, BETWEEN], False), ([SAME_DAY, "2.1 Taxes. Buyer pays taxes."], False)],
)
def test_a_period_from_a_day_to_the_same_day(deal: Callable[..., Reading], clauses: list[str], wrong: bool) -> None:
    assert bool(faults(interim_periods, deal(*clauses))) is wrong
