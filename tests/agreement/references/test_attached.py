"""References to attachments, and from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

    Cited = list[tuple[str, list[str]]]


@pytest.fixture(scope="module")
def cited(deal: Callable[..., Reading]) -> Callable[..., Cited]:
    """Return the references of an agreement by their words and the citations of their targets."""

    def found(*clauses: str) -> Cited:
        reading = deal(*clauses)
        return [
            (" ".join(one.quote.split()), [reading.outline[target].citation for target in one.targets])
            for one in references(reading)
        ]

    return found


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("EXHIBIT A", "Exhibit A"),
        ("EXHIBIT A", "Exhibit “A”"),
        ("EXHIBIT A", "Exhibit A hereto"),
        ("Exhibit A-1", "Exhibit A-1"),
        ("Schedule 4.5", "Schedule 4.5"),
        ("SCHEDULE 3", "schedule 3"),
        ("Annex II", "Annex II"),
        ("Appendix 2", "Appendix 2"),
    ],
)
def test_an_attachment(cited: Callable[..., Cited], label: str, words: str) -> None:
    ((quote, targets),) = cited("1.1 List. The list is in " + words + ".", label, "The List", "Nothing is listed.")
    assert quote == words
    assert [target.casefold() for target in targets] == [label.casefold()]


def test_an_attachment_that_is_not_there(cited: Callable[..., Cited]) -> None:
    assert cited("1.1 List. The list is in Exhibit C.", "EXHIBIT A", "The List", "Nothing is listed.") == [
        ("Exhibit C", [])
    ]


def test_a_list_of_attachments_refers_to_none(cited: Callable[..., Cited]) -> None:
    assert (
        cited("1.1 List. Nothing is listed.", "Exhibits", "Exhibit C – Form of Notice", "Exhibit D – Form of Note")
        == []
    )


def test_an_attachment_printed_in_the_midst_of_a_paragraph(cited: Callable[..., Cited]) -> None:
    ((quote, targets),) = cited(
        "1.1 List. The list is in Exhibit A.", "1.2 End. Nothing follows. EXHIBIT A THE PRODUCTS Each unit is a kit."
    )
    assert (quote, targets) == ("Exhibit A", ["Section 1.2"])


def test_an_exhibit_cites_its_own_numbers_first(cited: Callable[..., Cited]) -> None:
    found = cited(
        "1.1 List. Lists count.",
        "1.2 End. Nothing follows.",
        "EXHIBIT A",
        "The Terms",
        "1. Fees. Fees are due under Section 2 and under Section 1.2 of the Share Purchase Agreement.",
        "2. Costs. Costs are due.",
    )
    assert [target for _, targets in found for target in targets] == ["Exhibit A, item 2", "Section 1.2"]


def test_an_amendment_cites_the_numbers_of_what_it_amends(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""
        AMENDMENT NO. 1 TO LEASE

        This Amendment is made between Anchor Holdings, Inc. ("Landlord") and Beacon Ltd. ("Tenant").

        1. Rent. Section 4.2 is deleted in its entirety.

        2. Effect. The Lease stays in force.
        """)
    ((quote, external),) = [(one.quote, one.external) for one in references(reading)]
    assert (quote, external) == ("Section 4.2", True)
