"""Headings without numbers, and what comes after the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

LONG = (
    "The Seller keeps books of account that show all that it has sold, and lets the Buyer see them each Business Day."
)


def outline(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(clause.kind, clause.number, clause.heading) for clause in reading.outline]


def test_headings_in_capitals_open_sections_where_none_bears_a_number(deal: Callable[..., Reading]) -> None:
    reading = deal("SALE", LONG, "BOOKS AND RECORDS", LONG, "NOTICES:", LONG)
    assert outline(reading)[1:] == [
        ("section", None, "SALE"),
        ("section", None, "BOOKS AND RECORDS"),
        ("section", None, "NOTICES"),
    ]
    assert reading.outline[2].citation == "BOOKS AND RECORDS"


def test_a_heading_between_numbered_sections_is_none_of_them(deal: Callable[..., Reading]) -> None:
    reading = deal(*(part for at in range(1, 6) for part in (f"{at}. Duty. {LONG}", "BOOKS AND RECORDS", LONG)))
    numbers = [number for kind, number, _ in outline(reading) if kind == "section"]
    assert numbers == ["1", "2", "3", "4", "5", None]


def test_a_list_after_the_last_section_stands_below_its_heading(deal: Callable[..., Reading]) -> None:
    sections = [f"{at}. Duty. {LONG}" for at in range(1, 6)]
    reading = deal(*sections, "GENERAL", "1. Time is of the essence.", "2. This is the entire Agreement.")
    assert [clause.citation for clause in reading.outline][-3:] == ["GENERAL", "GENERAL, item 1", "GENERAL, item 2"]


def test_terms_that_follow_the_signatures_are_numbered_again(deal: Callable[..., Reading]) -> None:
    sections = [f"{at}. Duty. {LONG}" for at in range(1, 6)]
    reading = deal(*sections, "IN WITNESS WHEREOF, the parties have signed.", "By: ____", *sections)
    assert [number for kind, number, _ in outline(reading) if kind == "section"] == [*"12345", *"12345"]


def test_a_number_among_the_signatures_opens_nothing(deal: Callable[..., Reading]) -> None:
    reading = deal(f"1. Duty. {LONG}", "IN WITNESS WHEREOF, the parties have signed.", "1. Acme Corp.", "2. Roe LLC")
    assert [kind for kind, _, _ in outline(reading)][-1] == "signature"


def test_each_paragraph_that_the_parties_agree_on_is_a_clause_where_none_bears_a_number(
    deal: Callable[..., Reading],
) -> None:
    reading = deal("WHEREAS, the Seller sells;", "NOW, THEREFORE, the parties agree as follows:", LONG, LONG)
    assert [clause.kind for clause in reading.outline] == ["preamble", "recital", "item", "item"]
