"""The statements that turn on an adverse effect: how likely, by what standard, on what, whose, and what they excuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest
    from carveout.agreement.span import Span

GROUP = "IIJ Group Companies"
CROSSWAVE = "except for any adverse effects caused by the petitioning for Corporate Reorganization Procedure by"


def words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(reading.text).split())


def cells(reading: Reading, test: EffectTest) -> tuple[str | None, ...]:
    return (
        reading.outline[test.clause].citation.removeprefix("Section "),
        test.role,
        words(reading, test.likelihood),
        words(reading, test.standard),
        words(reading, test.objects),
        test.whose,
    )


WIDE = (
    "the business, operations, financial conditions, management results, creditworthiness or profitability of IIJ"
    " or prospect of IIJ Business"
)
VALUE = f"the value of the {GROUP} regarding the business, business operations, assets, profitability of the {GROUP}"
EXPECTED = (
    (
        "3.10",
        RoleKind.REPRESENTATION,
        "may have",
        "material adverse effect",
        "the financial condition or results of operations of IIJ",
        "IIJ",
    ),
    (
        "3.14",
        RoleKind.REPRESENTATION,
        "have occurred",
        "material changes",
        "the business operations of the IIJ Group Companies",
        GROUP,
    ),
    (
        "3.18",
        RoleKind.REPRESENTATION,
        "likely to have",
        "any adverse effect",
        f"the business, operations, financial conditions, profitability or business prospect of the {GROUP}",
        GROUP,
    ),
    ("3.18", RoleKind.REPRESENTATION, "may likely cause", "damage", "NTT", "NTT"),
    (
        "4.1",
        RoleKind.COVENANT,
        "likely to result in having",
        "material adverse effect",
        "the operations, assets, financial condition, profitability or prospects of their businesses",
        GROUP,
    ),
    (
        "5.3",
        RoleKind.CONDITION,
        "likely to have",
        "any material adverse effect",
        WIDE,
        "IIJ",
    ),
    (
        "12.6(ii)",
        RoleKind.NOTICE,
        "likely to result in",
        "material adverse effect",
        "IIJ's business operations",
        "IIJ",
    ),
    (
        "18.1(3)",
        RoleKind.TERMINATION,
        "has",
        "material adverse effect",
        VALUE,
        GROUP,
    ),
)


def test_the_adverse_effect_tests_of_the_sample(close_sample: Reading) -> None:
    assert tuple(cells(close_sample, test) for test in close_sample.effect_tests) == EXPECTED


def test_which_of_them_excuse_the_petition_and_which_do_not(close_sample: Reading) -> None:
    excused = [[words(close_sample, span) or "" for span in test.exceptions] for test in close_sample.effect_tests]
    assert [len(one) for one in excused] == [1, 1, 1, 0, 0, 1, 0, 0]
    assert all(one.startswith(CROSSWAVE) for some in excused for one in some)


MEANING = (
    "“Material Adverse Effect” means any event that, individually or in the aggregate, has or would reasonably be"
    " expected to have a material adverse effect on the business, condition (financial or otherwise) or results of"
    " operations of Seller and its subsidiaries, taken as a whole; provided, that none of the following shall be taken"
    " into account: (a) changes in the economy generally; (b) changes in law; or (c) the announcement of this"
    " Agreement."
)
DEFINED = (
    "ARTICLE I",
    "Section 1.1 Definitions.",
    MEANING,
    "ARTICLE II",
    "REPRESENTATIONS AND WARRANTIES OF SELLER",
    "Seller represents and warrants to Buyer as follows:",
)


@pytest.fixture(scope="module")
def stated(deal: Callable[..., Reading]) -> Callable[[str], tuple[Reading, tuple[EffectTest, ...]]]:
    def reading(statement: str) -> tuple[Reading, tuple[EffectTest, ...]]:
        found = read_closely(deal(*DEFINED, f"Section 2.1 Statement. {statement}"))
        return found, tuple(test for test in found.effect_tests if "2.1" in found.outline[test.clause].citation)

    return reading


@pytest.mark.parametrize(
    ("statement", "likelihood", "standard", "objects"),
    [
        (
            "Nothing would reasonably be expected to have, individually or in aggregate, a Material Adverse Effect.",
            "would reasonably be expected to have",
            "Material Adverse Effect",
            None,
        ),
        (
            "It holds each permit, except as has not had and would not have a Material Adverse Effect.",
            "has not had and would not have",
            "Material Adverse Effect",
            None,
        ),
        (
            "Since January 1, 2020, there has not been any Material Adverse Effect.",
            "has not been",
            "any Material Adverse Effect",
            None,
        ),
        (
            "No Material Adverse Effect on Seller has occurred.",
            "has occurred",
            "Material Adverse Effect",
            "Seller",
        ),
        (
            "No claim could reasonably be expected to materially and adversely affect the ability of Seller to act.",
            "could reasonably be expected to",
            "materially and adversely affect",
            "the ability of Seller to act",
        ),
        (
            "There is no claim that would, individually or in the aggregate, be materially adverse to Seller.",
            "would, individually or in the aggregate, be",
            "materially adverse",
            "Seller",
        ),
        (
            "None is likely to have a material adverse effect on the assets, debts or prospects of Seller, and so on.",
            "likely to have",
            "material adverse effect",
            "the assets, debts or prospects of Seller",
        ),
    ],
)
def test_a_test_in_the_ways_that_lawyers_write_it(
    stated: Callable[[str], tuple[Reading, tuple[EffectTest, ...]]],
    statement: str,
    likelihood: str | None,
    standard: str,
    objects: str | None,
) -> None:
    reading, (test,) = stated(statement)
    assert (words(reading, test.likelihood), words(reading, test.standard), words(reading, test.objects)) == (
        likelihood,
        standard,
        objects,
    )


@pytest.mark.parametrize(
    "statement",
    [
        "It is not in breach, except for any adverse effects caused by the strike.",
        "All representations that are qualified by Material Adverse Effect are listed.",
        "No disclosure is an admission that anything has had a Material Adverse Effect.",
        "Any such change shall not be deemed to have a Material Adverse Effect.",
        "No statement made by Seller in an adverse manner is known.",
    ],
)
def test_words_about_an_adverse_effect_that_test_nothing(
    stated: Callable[[str], tuple[Reading, tuple[EffectTest, ...]]], statement: str
) -> None:
    _, tests = stated(statement)
    assert tests == ()


def test_an_exception_belongs_to_the_limb_that_it_stands_in(
    stated: Callable[[str], tuple[Reading, tuple[EffectTest, ...]]],
) -> None:
    reading, (first, second) = stated(
        "No claim would have a Material Adverse Effect, except for the claims of the landlord; and no strike would have"
        " a Material Adverse Effect."
    )
    assert [words(reading, span) for span in first.exceptions] == ["except for the claims of the landlord"]
    assert second.exceptions == ()


def test_whose_the_effect_is_where_the_name_of_the_standard_says_it(deal: Callable[..., Reading]) -> None:
    reading = read_closely(
        deal(
            "“Buyer Material Adverse Effect” means a material adverse effect on the ability of Buyer to close.",
            "1. Statements. Buyer represents and warrants that nothing would have a Buyer Material Adverse Effect.",
        )
    )
    assert [test.whose for test in reading.effect_tests] == ["Buyer", "Buyer"]
