"""The parts of a carve-out, however it is written."""

from __future__ import annotations

import pytest

from carveout.agreement.siblings.parts import parts_of
from carveout.agreement.span import Span

NAMES = ("operator", "excused", "cause", "event", "who", "tail")


def parts(words: str, subject: str | None = None) -> dict[str, str]:
    found = parts_of(words, Span(0, len(words)), subject)
    return {name: span.of(words) for name in NAMES if (span := getattr(found, name)) is not None}


def test_an_event_exception_names_effect_cause_event_who_and_tail() -> None:
    assert parts(
        "except for any losses caused by the petition for winding-up by Gamma and its affiliates or "
        "any loss related thereto",
        "Gamma",
    ) == {
        "operator": "except for",
        "excused": "any losses",
        "cause": "caused by",
        "event": "the petition for winding-up",
        "who": "Gamma and its affiliates",
        "tail": "or any loss related thereto",
    }


def test_a_causal_link_takes_in_its_relative_and_all_its_verbs() -> None:
    found = parts("other than claims that may arise out of or in connection with the sale of Gamma", "Gamma")
    assert (found["excused"], found["cause"]) == ("claims", "that may arise out of or in connection with")
    assert (found["event"], found["who"]) == ("the sale", "Gamma")


def test_a_full_name_goes_with_the_short_one_that_it_defines() -> None:
    found = parts(
        'except for effects resulting from the filing by Gamma Trading, Inc. ("Gamma") and its subsidiaries', "Gamma"
    )
    assert found["who"] == 'Gamma Trading, Inc. ("Gamma") and its subsidiaries'


def test_an_exclusion_of_companies_names_them_in_a_row() -> None:
    found = parts(
        "provided, that such term does not include Gamma Trading, Inc., Gamma Oil Ltd. and Gamma Gas Ltd.", "Gamma"
    )
    assert found == {
        "operator": "provided, that such term does not include",
        "who": "Gamma Trading, Inc., Gamma Oil Ltd. and Gamma Gas Ltd.",
    }


def test_things_left_out_without_a_cause_are_what_is_excused() -> None:
    assert parts("other than Permitted Liens", "Permitted Liens") == {
        "operator": "other than",
        "excused": "Permitted Liens",
    }


def test_a_carve_in_says_what_is_between_whom() -> None:
    assert parts("including those between Alpha and Gamma", "Gamma") == {
        "operator": "including",
        "excused": "those",
        "who": "Gamma",
    }


@pytest.mark.parametrize(
    ("limb", "found"),
    [
        ("changes in general economic conditions", {"event": "changes in general economic conditions"}),
        (
            "any change arising out of or resulting from the announcement of this Agreement",
            {
                "excused": "any change",
                "cause": "arising out of or resulting from",
                "event": "the announcement of this Agreement",
            },
        ),
        (
            "any change in Law that does not disproportionately affect the Company",
            {"event": "any change in Law", "tail": "that does not disproportionately affect the Company"},
        ),
    ],
)
def test_a_limb_of_an_adverse_effect_definition_has_no_operator(limb: str, found: dict[str, str]) -> None:
    assert parts(limb) == found


def test_a_cause_in_brackets_is_none_of_the_exception() -> None:
    found = parts("except for taxes (other than taxes arising from the sale) that are not yet due")
    assert "cause" not in found


@pytest.mark.parametrize(
    "operator", ["except for", "other than", "save for", "excluding", "but not", "except to the extent"]
)
def test_operators(operator: str) -> None:
    assert parts(f"{operator} accrued liabilities")["operator"] == operator
