"""The words that limit a representation without taking anything out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import QualifierKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def limits(reading: Reading, kind: QualifierKind) -> list[str]:
    return [one.span.of(reading.text) for one in reading.qualifiers if one.kind is kind]


@pytest.mark.parametrize(
    ("statement", "kind", "expected"),
    [
        ("to Seller’s knowledge and belief, all is well", QualifierKind.KNOWLEDGE, "to Seller’s knowledge and belief"),
        (
            "to the best of the actual knowledge of Seller, it is so",
            QualifierKind.KNOWLEDGE,
            "to the best of the actual knowledge of Seller",
        ),
        ("so far as the Vendor is aware, it is so", QualifierKind.KNOWLEDGE, "so far as the Vendor is aware"),
        ("Seller has no knowledge of any claim", QualifierKind.KNOWLEDGE, "has no knowledge"),
        ("it complies in all material respects", QualifierKind.MATERIALITY, "in all material respects"),
        ("there is no material breach", QualifierKind.MATERIALITY, "material breach"),
        ("nothing had a Material Adverse Effect", QualifierKind.MATERIALITY, "a Material Adverse Effect"),
        ("nothing is material to its business", QualifierKind.MATERIALITY, "is material"),
        ("nothing is likely to cause loss", QualifierKind.LIKELIHOOD, "is likely to"),
        (
            "nothing would reasonably be expected to cause loss",
            QualifierKind.LIKELIHOOD,
            "would reasonably be expected to",
        ),
        ("it has no debt as of the date hereof", QualifierKind.DATE, "as of the date hereof"),
        ("it has no debt as at 31 December 2015", QualifierKind.DATE, "as at 31 December 2015"),
        ("it owns all assets as presently conducted", QualifierKind.DATE, "as presently conducted"),
        ("since January 1, 2017 it was sound", QualifierKind.LOOKBACK, "since January 1, 2017"),
        ("it was sound during the past five (5) years", QualifierKind.LOOKBACK, "during the past five (5) years"),
        ("it was sound since its incorporation", QualifierKind.LOOKBACK, "since its incorporation"),
        ("no contract is in excess of $10,000", QualifierKind.THRESHOLD, "in excess of $10,000"),
        ("nobody holds 5% or more of it", QualifierKind.THRESHOLD, "5% or more"),
        (
            "nobody pays an amount of more than ten thousand dollars",
            QualifierKind.THRESHOLD,
            "more than ten thousand dollars",
        ),
        ("it acts in the ordinary course of business", QualifierKind.SCOPE, "in the ordinary course of business"),
        (
            "it stands under the laws of the State of Delaware",
            QualifierKind.SCOPE,
            "under the laws of the State of Delaware",
        ),
    ],
)
def test_kinds(deal: Callable[..., Reading], statement: str, kind: QualifierKind, expected: str) -> None:
    reading = deal(f"1. Seller represents and warrants that {statement}.")
    assert limits(reading, kind) == [expected]


@pytest.mark.parametrize(
    "statement",
    [
        "Seller acknowledges that raw material, hazardous materials and printed material are stored apart.",
        "Each Material Contract is in force since it was signed for one or more years.",
    ],
)
def test_words_that_limit_nothing(deal: Callable[..., Reading], statement: str) -> None:
    assert deal(f"1. Seller represents and warrants as follows: {statement}").qualifiers == ()


def test_only_a_representation_is_qualified(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Seller represents that it is sound.", "2. Seller shall perform in all material respects.")
    assert reading.qualifiers == ()


def test_what_a_carve_out_takes_out_is_no_qualifier_but_its_weight_is(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Seller represents that it has no debt except in the ordinary course of business or as would not have a"
        " Material Adverse Effect."
    )
    assert [one.kind for one in reading.qualifiers] == [QualifierKind.MATERIALITY]


def test_a_qualifier_is_of_the_item_that_holds_it(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Seller represents that:", "(a) it is sound; and", "(b) to its knowledge, Target is sound.")
    (found,) = reading.qualifiers
    assert reading.outline[found.clause].number == "(b)"


def test_the_sample_has_those_that_a_lawyer_finds(sample: Reading) -> None:
    found = {kind: limits(sample, kind) for kind in QualifierKind}
    assert found[QualifierKind.KNOWLEDGE] == ["to IIJ's knowledge", "To IIJ's knowledge and belief"]
    assert "in an amount equal to 5% or more" not in found[QualifierKind.THRESHOLD]
    assert "5% or more" in found[QualifierKind.THRESHOLD]
    assert "a material adverse effect" in found[QualifierKind.MATERIALITY]
    assert "Since March 31, 2003 to the date hereof" in found[QualifierKind.LOOKBACK]
    assert "Since March 31, 2003 to the Closing Date" in found[QualifierKind.LOOKBACK]
    assert "during the past five (5) years" in found[QualifierKind.LOOKBACK]
    assert "are not likely to" in found[QualifierKind.LIKELIHOOD]
