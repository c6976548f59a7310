"""Attachments that are missing, that nobody cites, or that hold something else; and addresses that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.ground import Ground
from carveout.agreement.proofread.party_address import party_addresses
from carveout.agreement.proofread.schedule_mismatch import schedule_mismatches
from carveout.agreement.proofread.schedule_missing import schedules_missing
from carveout.agreement.proofread.schedule_number import schedule_numbers
from carveout.agreement.proofread.schedule_uncited import schedules_uncited

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.proofread.rules import Finder
    from carveout.agreement.reading import Reading

WARNING, NOTE = FindingSeverity.WARNING, FindingSeverity.NOTE


def told(find: Finder, reading: Reading) -> list[tuple[FindingSeverity, str]]:
    return [(one.severity, one.message) for one in find(Ground(reading))]


def test_the_sample_cites_all_that_it_attaches_and_attaches_all_that_it_cites(sample: Reading) -> None:
    assert told(schedules_missing, sample) == []
    assert told(schedules_uncited, sample) == []


def test_an_exhibit_of_the_sample_discloses_no_shares(sample: Reading) -> None:
    (finding,) = schedule_mismatches(Ground(sample))
    assert finding.span is not None
    assert finding.span.of(sample.text) == "those shares disclosed in Exhibit 3-3"
    assert finding.message == "Exhibit 3-3 lists options and bonds, and no shares."


def test_an_address_of_the_sample_has_two_postal_codes(sample: Reading) -> None:
    (finding,) = party_addresses(Ground(sample))
    assert finding.message == ("This address has the postal code 100-0051 here and 101-0051 in Item 1 (Schedule 13D).")


def test_a_schedule_missing_among_others(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Permits. Schedule 1 lists permits, Schedule 2 lists leases.", "SCHEDULE 1\n\nA permit.")
    assert told(schedules_missing, reading) == [(WARNING, "Schedule 2 is cited here and not attached.")]


def test_schedules_of_which_none_is_there_are_told_once(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Permits. Schedule 1 lists permits, Schedule 2 lists leases.")
    assert told(schedules_missing, reading) == [
        (NOTE, "Schedule 1 and 1 more like it are cited and not in this document.")
    ]


def test_schedules_left_out_on_purpose_are_told_once(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Permits. Schedule 1 lists permits, Schedule 2 lists leases.",
        "Schedules have been omitted pursuant to Item 601(b)(2) of Regulation S-K.",
    )
    assert told(schedules_missing, reading) == [
        (
            NOTE,
            "Schedule 1 is cited here and so is 1 more; the document says that such attachments were left out of it.",
        )
    ]


def test_an_attachment_that_nobody_cites(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Permits. Schedule 1 lists permits.", "SCHEDULE 1\n\nPermits\n\nOne.", "SCHEDULE 2\n\nLeases\n\nOne."
    )
    assert told(schedules_uncited, reading) == [(NOTE, "No clause cites Schedule 2.")]


LETTER = "1.1 Words. “Disclosure Letter” means the letter delivered by Seller to Buyer today."
NUMBERED = [
    f"2.{at} Item {at}. Seller holds all items, except as set forth in Section 2.{at} of the Disclosure Letter."
    for at in range(1, 7)
]


def test_a_part_of_the_letter_by_the_number_of_a_section_that_calls_for_none(deal: Callable[..., Reading]) -> None:
    reading = deal(
        LETTER,
        *NUMBERED,
        "2.7 Notices. Notices are given in writing.",
        "2.8 People. The persons set forth in Section 2.7 of the Disclosure Letter act for Seller.",
    )
    (finding,) = schedule_numbers(Ground(reading))
    assert finding.span is not None
    assert finding.span.of(reading.text) == "Section 2.7 of the Disclosure Letter"
    assert finding.severity is NOTE


@pytest.mark.parametrize(
    "clauses",
    [
        ["2.7 People. The persons set forth in Section 2.3 of the Disclosure Letter act."],
        [
            "1.2 More. “Key Persons” means those set forth in Section 2.7 of the Disclosure Letter.",
            "2.7 Staff. Buyer hires all Key Persons.",
        ],
        ["2.7 People. The persons set forth in Section 9.9 of the Disclosure Letter act."],
    ],
    ids=["a section that calls for it", "a definition of a term that the section uses", "no section of this number"],
)
def test_parts_that_may_be_cited_elsewhere(deal: Callable[..., Reading], clauses: list[str]) -> None:
    assert told(schedule_numbers, deal(LETTER, *NUMBERED, *clauses)) == []


@pytest.mark.parametrize(("title", "wrong"), [("List of Permits", False), ("List of Leases", True), ("Plan", False)])
def test_an_attachment_under_another_title(
    deal: Callable[..., Reading],
    title: str,
    wrong: bool,
) -> None:
    reading = deal(
        f"1. Permits. The permits are in the “{title}” attached hereto as Schedule 1.",
        "SCHEDULE 1\n\nList of Permits\n\nA building permit.",
    )
    assert bool(told(schedule_mismatches, reading)) is wrong


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("12 Elm Street, Springfield, IL 62701", "12 Elm Street, Springfield, IL 62704", True),
        ("12 Elm Street, Springfield, IL 62701", "12 Elm Street, Springfield, IL 62701-1234", False),
        ("12 Elm Street, London EC4V 4AB", "12 Elm Street, London EC4V 4AD", True),
        ("12 Elm Street, London EC4V 4AB", "12 Elm Street, London EC4V 4AB", False),
        ("12 Elm Street, Springfield, IL 62701", "14 Elm Street, Springfield, IL 62704", False),
        ("112 Elm Street, Springfield, IL 62701", "12 Elm Street, Springfield, IL 62704", False),
        ("9 Oak Road, Suite 200, Springfield, IL 62701", "5 Elm Street, Suite 200, Springfield, IL 62704", False),
    ],
)
def test_one_address_with_two_postal_codes(
    deal: Callable[..., Reading],
    one: str,
    other: str,
    wrong: bool,
) -> None:
    reading = deal(f"1. Office. Seller has its office at {one}.", f"2. Notices. Seller is reached at {other}.")
    assert bool(told(party_addresses, reading)) is wrong
