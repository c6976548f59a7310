"""What words point to: the clauses that they name, by number or by place, within their own instrument."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import cited_by, reference_at, references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

_CLAUSES = (
    "Article 1. Definitions",
    "1.1 Terms. In this Agreement words have these meanings:",
    "(a) first words;",
    "(b) second words; and",
    "(c) third words.",
    "1.2 Numbers. Numbers count.",
    "1.3 Days. Days are calendar days.",
    "Article 2. Sale",
)


def pointing(deal: Callable[..., Reading], words: str) -> list[tuple[str, list[str] | None]]:
    """Return each reference of a Section 2.1 by its words and the citations of its targets, None for external."""
    reading = deal(*_CLAUSES, f"2.1 Sale. {words}", "2.2 Price. Buyer pays.")
    section = next(clause for clause in reading.outline if clause.number == "2.1")
    return [
        (one.quote, None if one.external else [reading.outline[target].citation for target in one.targets])
        for one in references(reading)
        if section.span.holds(one.span)
    ]


@pytest.mark.parametrize(
    ("words", "quote", "targets"),
    [
        ("Seller sells under Section 1.2.", "Section 1.2", ["Section 1.2"]),
        ("Seller sells under Sections 1.1 through 1.3.", "Sections 1.1 through 1.3", ["1.1", "1.2", "1.3"]),
        (
            "Seller sells under Section 1.1(a), (b) and (c).",
            "Section 1.1(a), (b) and (c)",
            ["1.1(a)", "1.1(b)", "1.1(c)"],
        ),
        ("Seller sells under clauses (a) to (c) of Section 1.1.", None, ["1.1(a)", "1.1(b)", "1.1(c)"]),
        ("Seller sells under Article I.", "Article I", ["Article 1"]),
        ("Seller sells under Article One.", "Article One", ["Article 1"]),
        ("Seller sells under § 1.3.", "§ 1.3", ["1.3"]),
        ("Seller sells under the third paragraph of Section 1.1.", "third paragraph of Section 1.1", ["1.1(c)"]),
        ("Seller sells as the preceding Article says.", "the preceding Article", ["Article 1"]),
    ],
)
def test_targets(deal: Callable[..., Reading], words: str, quote: str | None, targets: list[str]) -> None:
    ((found, cited),) = pointing(deal, words)
    assert cited == [one if one.startswith(("Article", "Section")) else f"Section {one}" for one in targets]
    assert quote is None or found == quote


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Article 226-2 of the Commercial Code of Japan applies.", "Article 226-2 of the Commercial Code of Japan"),
        ("Rule 144(k) under the Securities Act applies.", "Rule 144(k) under the Securities Act"),
        ("Section 13(d) of the Exchange Act applies.", "Section 13(d) of the Exchange Act"),
        ("Section 1.1 of the Escrow Agreement applies.", "Section 1.1 of the Escrow Agreement"),
        ("Section 1.1 thereof applies.", "Section 1.1 thereof"),
    ],
)
def test_words_that_point_out_of_the_agreement(deal: Callable[..., Reading], words: str, quote: str) -> None:
    assert pointing(deal, words) == [(quote, None)]


def test_a_reference_to_a_clause_that_is_not_there_has_no_target_and_is_not_external(
    deal: Callable[..., Reading],
) -> None:
    assert pointing(deal, "Seller sells under Section 1.9.") == [("Section 1.9", [])]


def test_the_sample_holds_every_reference_that_was_read_by_hand(sample: Reading) -> None:
    reading = replace(sample, references=references(sample))
    article = next(clause for clause in reading.outline if clause.citation == "Article 7")
    assert [reading.outline[one.clause].citation for one in cited_by(reading, article.id)] == [
        "Section 3.4",
        "Article 8",
    ]
    (first, _) = cited_by(reading, article.id)
    assert reference_at(reading, first.span.start) == first
    assert reference_at(reading, first.span.end) is None
