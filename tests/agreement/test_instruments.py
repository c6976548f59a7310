"""A filing carries agreements, and each is an instrument with its own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.instruments import instruments

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.instruments import Instrument
    from carveout.agreement.reading import Reading


def of(reading: Reading) -> list[Instrument]:
    return list(instruments(reading.text, reading.outline))


def test_instruments_hold_every_code_point_once(sample: Reading) -> None:
    spans = sorted(span for instrument in of(sample) for span in instrument.spans)
    assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
    assert spans[-1].end == len(sample.text)


def test_only_the_agreements_of_a_filing_are_operative(sample: Reading) -> None:
    operative = [one for one in of(sample) if one.operative]
    assert len(operative) == 2
    assert {sample.outline[one.root].number for one in operative if one.root is not None} == {"1", "2"}


def test_the_exhibits_of_an_agreement_belong_to_it(sample: Reading) -> None:
    (agreement,) = (one for one in of(sample) if one.root is not None and sample.outline[one.root].number == "1")
    exhibits = {sample.outline[clause].citation for clause in agreement.clauses}
    assert {"Exhibit 3-1", "Exhibit 3-3", "Exhibit 3-7", "Exhibit 3-16"} <= exhibits


def test_the_preamble_is_where_the_parties_are_named(sample: Reading) -> None:
    agreement = next(one for one in of(sample) if one.operative)
    assert agreement.preamble is not None
    assert "Internet Initiative Japan Inc." in agreement.preamble.of(sample.text)


def test_a_document_that_speaks_of_itself_as_an_agreement_is_one(deal: Callable[..., Reading]) -> None:
    (only,) = of(deal("1. Term. This Agreement lasts a year."))
    assert only.operative


def test_a_statute_is_no_agreement(read_lines: Callable[[str], Reading]) -> None:
    (only,) = of(read_lines("Section 1. Purpose. This Act protects bees.\n\nSection 2. Bees. Bees are protected.\n"))
    assert not only.operative


def test_parties_who_agree_as_follows_make_an_agreement(read_lines: Callable[[str], Reading]) -> None:
    (only,) = of(read_lines("AMENDMENT NO. 3\n\nThe parties agree to modify the Agreement as follows:\n\n1. Term."))
    assert only.operative


def test_a_filing_that_amends_itself_is_no_agreement(read_lines: Callable[[str], Reading]) -> None:
    (only,) = of(
        read_lines(
            """\
            SCHEDULE 13D/A

            This Amendment No. 2 amends the Schedule 13D dated May 1, 2020. Save for this Amendment it stands.

            Item 1. Security and Issuer

            Item 4. Purpose of Transaction
            """
        )
    )
    assert not only.operative


def test_a_heading_without_words_in_an_exhibit_opens_no_agreement(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Sale. Seller sells the Shares, unless there is a Material Change.",
        "EXHIBIT A",
        "DEFINITIONS",
        '"Material Change" means a change for the worse.',
        "Recitals",
    )
    (only,) = of(reading)
    assert only.operative
    (term,) = (term for term in reading.terms if term.term == "Material Change")
    assert [use.of(reading.text) for use in term.uses] == ["Material Change"]


def test_a_cover_page_that_is_signed_is_an_agreement(read_lines: Callable[[str], Reading]) -> None:
    form = "By signing this Cover Page, each party enters into the Standard Terms."
    assert [one.operative for one in of(read_lines(f"Mutual NDA\n\n{form}"))] == [True]
