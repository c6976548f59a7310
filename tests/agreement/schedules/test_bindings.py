"""What is disclosed in attachments is bound to the clauses that say so, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.schedules import Held, bindings

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

SCHEDULE = "SCHEDULE 2.1\n\nPermits\n\nA building permit."


def held(reading: Reading) -> dict[str, Held]:
    return {binding.name: binding.held for binding in bindings(reading)}


def test_the_exhibits_of_the_sample_are_bound_to_the_representations_that_name_them(sample: Reading) -> None:
    bound = {
        (binding.name, sample.outline[citation.clause].citation, citation.carveout is not None)
        for binding in bindings(sample)
        for citation in binding.citations
    }
    assert bound == {
        ("Exhibit 3-1", "Section 3.1", False),
        ("Exhibit 3-3", "Section 3.3", True),
        ("Exhibit 3-7", "Section 3.7", True),
        ("Exhibit 3-16", "Section 3.16", True),
    }
    assert all(binding.held is Held.ATTACHED and binding.attachment is not None for binding in bindings(sample))


def test_the_words_that_say_what_an_exhibit_holds_are_its_promise(sample: Reading) -> None:
    promises = {
        binding.name: citation.promise.of(sample.text).replace("\n", " ")[:30]
        for binding in bindings(sample)
        for citation in binding.citations
        if citation.promise is not None
    }
    assert promises == {
        "Exhibit 3-1": "List of IIJ Group Companies",
        "Exhibit 3-3": "those shares",
        "Exhibit 3-7": "List of Licenses, Approvals, A",
    }


def test_a_schedule_that_is_cited_and_not_attached_is_missing(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Permits. Schedule 2.1 lists all permits, save as Schedule 2.2 discloses.", SCHEDULE)
    assert held(reading) == {"Schedule 2.1": Held.ATTACHED, "Schedule 2.2": Held.MISSING}


@pytest.mark.parametrize("caption", ["Schedule “2.2”", "Signed by Seller. SCHEDULE 2.2 LIST OF PERMITS"])
def test_a_caption_that_the_outline_passed_over_counts_as_attached(deal: Callable[..., Reading], caption: str) -> None:
    reading = deal("1. Permits. Schedule 2.2 lists all permits.", caption, "A building permit.")
    assert held(reading) == {"Schedule 2.2": Held.ATTACHED}


def test_several_schedules_may_be_cited_at_once(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Permits. Schedules 2.1, 2.2(a) and 2.3 list all permits.", SCHEDULE)
    assert [*held(reading)] == ["Schedule 2.1", "Schedule 2.2(a)", "Schedule 2.3"]


def test_part_of_a_schedule_stands_in_it(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Permits. The permits are listed in Schedule 2.1(a).", SCHEDULE)
    assert held(reading) == {"Schedule 2.1": Held.ATTACHED}


@pytest.mark.parametrize(
    "note",
    [
        "Schedules have been omitted pursuant to Item 601(b)(2) of Regulation S-K.",
        "The schedules to this agreement are not included in this filing.",
    ],
)
def test_schedules_left_out_on_purpose_are_not_missing(deal: Callable[..., Reading], note: str) -> None:
    reading = deal("1. Permits. Schedule 2.2 lists all permits.", note)
    assert held(reading) == {"Schedule 2.2": Held.OMITTED}


def test_a_disclosure_letter_is_kept_apart_and_each_use_of_its_name_cites_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Words. “Disclosure Letter” means the letter delivered by Seller to Buyer today.",
        "2. Permits. Seller represents that it holds all permits, except as set forth in the Disclosure Letter.",
    )
    (binding,) = bindings(reading)
    assert (binding.name, binding.held, binding.attachment) == ("Disclosure Letter", Held.APART, None)
    assert [citation.carveout is not None for citation in binding.citations] == [True]


def test_a_caption_of_the_document_itself_cites_nothing(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
        EXHIBIT 10.41

        July 20, 2004

        Dear Mr. Smith:

        We hereby agree as follows.
        """)
    assert bindings(reading) == ()


def test_an_attachment_that_nobody_cites_has_no_citations(deal: Callable[..., Reading]) -> None:
    (binding,) = bindings(deal("1. Permits. Seller holds all permits.", SCHEDULE))
    assert (binding.name, binding.citations) == ("Schedule 2.1", ())


@pytest.mark.parametrize(
    "words",
    [
        "Buyer shall file a Schedule 13D.",
        "The forms are those of Schedule B to the Credit Agreement of the bank.",
        "It is Exhibit 4 of the Annual Report on Form 10-K.",
    ],
)
def test_schedules_of_laws_and_of_other_documents_are_left_alone(deal: Callable[..., Reading], words: str) -> None:
    assert bindings(deal(f"1. Filings. {words}")) == ()
