"""The names of companies, as an agreement prints them."""

from __future__ import annotations

import pytest

from carveout.agreement.prose.names import companies, company_before, continues_as_company, names_company, names_thing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harbor Communications, Inc., Harbor Facilities, Inc., Harbor Services Inc. and Harbor America Inc.)",
            ["Harbor Communications, Inc.", "Harbor Facilities, Inc.", "Harbor Services Inc.", "Harbor America Inc."],
        ),
        ("by Nordic Telegraph and Telephone Corporation today", ["Nordic Telegraph and Telephone Corporation"]),
        ("between BESPIN SUBSIDIARY, LLC and others", ["BESPIN SUBSIDIARY, LLC"]),
        ("The Harbor Holding N.V. and its shares", ["Harbor Holding N.V."]),
        ("a limited company of the Corporation", []),
        ("no company at all", []),
    ],
)
def test_companies_end_in_a_corporate_form(text: str, expected: list[str]) -> None:
    assert [name.of(text) for name in companies(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of Harbor Trading, Inc. ", "Harbor Trading, Inc."),
        ("of Harbor Trading, Inc., a Delaware corporation ", "Harbor Trading, Inc."),
        ("of Service Transport Company, a Texas corporation ", "Service Transport Company"),
        ("common stock of Harbor Trading, Inc., par value $0.01 ", None),
        ("the petition that Harbor Trading, Inc. filed on May 1 ", None),
    ],
)
def test_the_company_right_before_its_short_name(text: str, expected: str | None) -> None:
    name = company_before(text, 0, len(text))
    assert (name.of(text) if name else None) == expected


def test_a_short_name_goes_on_as_another_company() -> None:
    assert continues_as_company("Harbor America Inc. files", len("Harbor"))
    assert not continues_as_company("Harbor files against America Inc.", len("Harbor"))


def test_a_role_is_a_company_and_a_thing_or_a_group_is_none() -> None:
    assert names_company("Seller", "Harbor Trading, Inc.")
    assert names_company("Harbor Group", "Harbor Group Inc.")
    assert not names_company("Notes", "Harbor Trading, Inc.")
    assert not names_company("Harbor Group", "Sea Trading, Inc.")
    assert names_thing("Closing Date")
    assert not names_thing("Buyer")
