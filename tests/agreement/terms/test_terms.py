"""Defined terms of a document: each instrument has its own, and a term can be local to a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Term
    from carveout.agreement.reading import Reading


def named(reading: Reading, name: str) -> list[Term]:
    return [term for term in reading.terms if term.term == name]


def within(reading: Reading, term: Term) -> str:
    """Return the citation of the topmost clause that holds a definition."""
    return [reading.outline[one].citation for one in (term.clause, *reading.outline.ancestors(term.clause))][-1]


def test_a_local_term_holds_in_its_section_only(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Figures. For the purpose of this Section 1.1, “Data” means figures. All Data is right.",
        "1.2 Others. The Data is wrong.",
    )
    (term,) = named(reading, "Data")
    assert [reading.outline.at(use.start) for use in term.uses] == [term.clause]


def test_a_local_term_takes_its_uses_from_the_general_one(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Suits. “Claim” means any claim. Each Claim counts.",
        "1.2 Taxes. For purposes of this Section 1.2, “Claim” means a tax claim. No Claim is late.",
    )
    general, local = named(reading, "Claim")
    assert [use.start > local.span.start for use in general.uses] == [False]
    assert [use.start > local.span.start for use in local.uses] == [True]


def test_the_filing_and_each_agreement_in_it_define_their_own_terms(sample: Reading) -> None:
    around, agreement, joint = named(sample, "NTT")
    assert within(sample, agreement) != within(sample, around)
    assert not {*around.uses} & {*agreement.uses}
    assert all(agreement.span.start < use.start < joint.span.start for use in agreement.uses)


def test_the_terms_of_the_sample(sample: Reading) -> None:
    start = named(sample, "IIJ")[0].span.start
    end = named(sample, "NTT")[2].span.start
    found = [term.term for term in sample.terms if start <= term.span.start < end]
    assert found == [
        "IIJ",
        "IIJ Business",
        "New Shares",
        "New Issuance",
        "Closing Date",
        "IIJ Group Companies",
        "ADRs",
        "Applicable Laws and Regulations",
        "Applicable Government Agencies",
        "Financial Statements",
        "Crosswave",
        "Intellectual Property Rights",
        "Legal Proceedings",
        "material data or information",
        "Convertible Bonds",
        "Observers",
        "Additional Shares",
        "Shareholding Ratio",
        "number of outstanding shares of IIJ then held by NTT",
        "total number of shares of IIJ then issued and outstanding",
        "Securities Act",
        "SEC",
    ]


def test_the_uses_of_the_sample_as_a_lawyer_counts_them(sample: Reading) -> None:
    (companies,) = named(sample, "IIJ Group Companies")
    assert len(companies.uses) == 36
    (receipts,) = named(sample, "ADRs")
    assert receipts.uses == ()
    (agencies,) = named(sample, "Applicable Government Agencies")
    assert [use.of(sample.text) for use in agencies.uses].count("Applicable Government Agency") == 3
