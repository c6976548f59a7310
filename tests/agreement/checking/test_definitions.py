"""Definitions in which nothing is defined are a reading gone wrong, or an agreement that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.checking.definitions import definitions

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def said(reading: Reading) -> list[str]:
    return [finding.message for finding in definitions(reading.text, reading.outline, reading.terms)]


def test_definitions_that_define_say_nothing(deal: Callable[..., Reading]) -> None:
    reading = deal("ARTICLE 1. DEFINITIONS", '1.1 Terms. "Shares" means the shares of the Company.')
    assert said(reading) == []


def test_definitions_that_define_nothing(deal: Callable[..., Reading]) -> None:
    reading = deal("ARTICLE 1. DEFINITIONS", "1.1 Shares. These are what Seller has, and Buyer wants. " * 10)
    assert said(reading) == ["Article 1 is headed as definitions, and no definition was found in it."]


def test_definitions_that_only_point_to_where_they_are(deal: Callable[..., Reading]) -> None:
    reading = deal("ARTICLE 1. DEFINITIONS", "1.1 Terms. Capitalized terms have the meanings given in Annex A.")
    assert said(reading) == []


def test_definitions_all_in_capitals_do_not_tell_what_they_define(deal: Callable[..., Reading]) -> None:
    reading = deal("ARTICLE 1. DEFINITIONS", '1.1 TERMS. "SHARES" MEANS THE SHARES OF THE COMPANY. ' * 10)
    assert said(reading) == []
