"""What a defined adverse effect leaves out, one by one, and which of it a claw-back brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.effects.definitions import effect_definitions

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.effects.definitions import EffectDefinition
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

HEAD = (
    "“Material Adverse Effect” means any event that has a material adverse effect on the business of Seller, other than"
    " any event arising from "
)
LIST = (
    "(a) the economy in general, (b) any war or act of terrorism, (c) any change in law, or (d) the announcement hereof"
)


@pytest.fixture(scope="module")
def defined(deal: Callable[..., Reading]) -> Callable[[str], tuple[Reading, EffectDefinition]]:
    def definition(words: str) -> tuple[Reading, EffectDefinition]:
        reading = read_closely(deal("ARTICLE I", "Section 1.1 Definitions.", HEAD + words))
        (only,) = effect_definitions(reading)
        return reading, only

    return definition


def words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(reading.text).split())


def test_each_event_that_a_definition_lists_is_an_exception_of_its_own(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    reading, definition = defined(f"{LIST}.")
    assert [words(reading, one.words) for one in definition.exceptions] == [
        "the economy in general",
        "any war or act of terrorism",
        "any change in law",
        "the announcement hereof",
    ]
    assert [reading.outline[one.item].number for one in definition.exceptions] == ["(a)", "(b)", "(c)", "(d)"]
    assert not any(one.clawed_back or one.returned for one in definition.exceptions)


def test_the_test_that_a_definition_states_is_of_no_role_and_carries_what_it_leaves_out(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    reading, definition = defined(f"{LIST}.")
    (test,) = definition.tests
    assert (words(reading, test.likelihood), words(reading, test.objects)) == ("has", "the business of Seller")
    assert (test.role, test.whose) == (None, "Seller")
    assert {one.words for one in definition.exceptions} <= set(test.exceptions)


@pytest.mark.parametrize(
    ("clawback", "expected"),
    [
        ("; except, in the case of clauses (a), (b) and (c), to the extent disproportionate to Seller.", "abc"),
        (", except, in the case of clauses (a) through (c), to the extent disproportionate to Seller.", "abc"),
        ("; provided, that clauses (a) and (c) shall not apply to the extent of any disproportionate effect.", "ac"),
        (", in each case except to the extent that it disproportionately affects Seller.", "abcd"),
        (", in each case save to the extent that it disproportionately affects Seller.", "abcd"),
        ("; except to the extent that any of the foregoing has a disproportionate effect on Seller.", "abcd"),
    ],
)
def test_a_claw_back_applies_to_the_exceptions_that_it_names_or_else_to_all_before_it(
    defined: Callable[[str], tuple[Reading, EffectDefinition]], clawback: str, expected: str
) -> None:
    reading, definition = defined(LIST + clawback)
    clawed = [one for one in definition.exceptions if one.clawed_back]
    assert "".join((reading.outline[one.item].number or "").strip("()") for one in clawed) == expected
    assert all("disproportion" in (words(reading, one.clawback) or "") for one in clawed)


def test_a_claw_back_inside_one_exception_applies_to_that_one(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    _, definition = defined(
        "(a) the economy in general, except to the extent that it disproportionately affects Seller; (b) any war; or"
        " (c) any change in law."
    )
    assert [one.clawed_back for one in definition.exceptions] == [True, False, False]


def test_what_brings_back_the_causes_of_a_failure_is_no_claw_back_of_disproportion(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    reading, definition = defined(
        "(a) any war; (b) any change in law; or (c) any missed projection (provided that the underlying causes"
        " of such failure may be taken into account)."
    )
    last = definition.exceptions[-1]
    assert (last.clawed_back, last.clawback) == (False, None)
    assert words(reading, last.returned) == (
        "provided that the underlying causes of such failure may be taken into account"
    )


def test_the_list_goes_on_after_a_list_inside_one_of_its_items_and_a_proviso(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    reading, definition = defined(
        "(a) the announcement hereof, including (i) the identity of Buyer and (ii) its effect on employees; provided,"
        " that this clause (a) shall not apply to the representations on consents; (b) the economy in general; (c) any"
        " war; or (d) any change in law; provided, further, that with respect to clauses (b) and (d), such events count"
        " to the extent that they disproportionately affect Seller."
    )
    labels = [reading.outline[one.item].number for one in definition.exceptions]
    assert labels == ["(a)", "(b)", "(c)", "(d)"]
    assert [one.clawed_back for one in definition.exceptions] == [False, True, False, True]
    assert definition.exceptions[0].returned is not None


def test_exceptions_in_paragraphs_of_their_own_and_a_claw_back_at_the_margin_after_them(
    deal: Callable[..., Reading],
) -> None:
    reading = read_closely(
        deal(
            "ARTICLE I",
            "Section 1.1 Definitions.",
            "“Material Adverse Effect” means any event that has a material adverse effect on Seller; provided, however,"
            " that none of the following shall constitute a Material Adverse Effect:",
            "(a) any change in the economy in general;",
            "(b) any war;",
            "(c) any change in law; or",
            "(d) any missed projection (provided that its underlying causes may be taken into account);",
            "except, in the case of clauses (a) through (c), to the extent that it disproportionately affects Seller.",
            "“Person” means anybody.",
        )
    )
    (definition,) = effect_definitions(reading)
    assert [reading.outline[one.item].number for one in definition.exceptions] == ["(a)", "(b)", "(c)", "(d)"]
    assert [one.clawed_back for one in definition.exceptions] == [True, True, True, False]
    assert definition.exceptions[-1].returned is not None


def test_a_definition_that_leaves_one_thing_out_has_one_exception(
    defined: Callable[[str], tuple[Reading, EffectDefinition]],
) -> None:
    _, definition = defined("the economy in general.")
    assert len(definition.exceptions) == 1


def test_exceptions_in_rows_that_decimals_count_and_a_claw_back_after_those_of_an_inner_list(
    deal: Callable[..., Reading],
) -> None:
    reading = read_closely(
        deal(
            "ARTICLE 1",
            "1.1 Definitions",
            "1.1.1“Material Adverse Effect” means any change that:",
            "1.1.1.1is material and adverse to the business of Seller;",
            "except that:",
            "1.1.1.2any change relating to:",
            "1.1.1.2.1the economy in general; or",
            "1.1.1.2.2war or acts of terrorism,",
            "will not result in a Material Adverse Effect unless it affects Seller disproportionately;",
            "1.1.1.3the failure to meet any projection will not constitute a Material Adverse Effect; and",
            "1.1.1.4any action required hereby will not result in a Material Adverse Effect.",
            "1.1.2“Person” means anybody.",
        )
    )
    (definition,) = effect_definitions(reading)
    assert [(reading.outline[one.item].number, one.clawed_back) for one in definition.exceptions] == [
        ("1.1.1.2.1", True),
        ("1.1.1.2.2", True),
        ("1.1.1.3", False),
        ("1.1.1.4", False),
    ]
