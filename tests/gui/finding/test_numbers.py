"""Going to a clause by what counsel calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.finding.numbers import Numbers

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


@pytest.fixture(scope="module")
def numbers(sample_reading: Reading) -> Numbers:
    return Numbers(sample_reading)


def first(numbers: Numbers, reading: Reading, typed: str) -> str:
    return reading.outline[numbers.of(typed, 6)[0]].citation


@pytest.mark.parametrize(
    "typed", ["3.16(ii)", "3.16 (ii)", " 3.16  ( ii ) ", "Section 3.16(ii)", "sec. 3.16(ii)", "§ 3.16(ii)", "3.16(II)"]
)
def test_a_clause_is_found_however_its_number_is_spaced(numbers: Numbers, sample_reading: Reading, typed: str) -> None:
    assert first(numbers, sample_reading, typed) == "Section 3.16(ii)"


@pytest.mark.parametrize("typed", ["Article 12", "art. 12", "ART 12"])
def test_articles_are_found_by_their_word(numbers: Numbers, sample_reading: Reading, typed: str) -> None:
    assert first(numbers, sample_reading, typed) == "Article 12"


def test_the_clause_itself_comes_before_those_whose_number_goes_on(numbers: Numbers, sample_reading: Reading) -> None:
    found = [sample_reading.outline[clause].citation for clause in numbers.of("3.1", 6)]
    assert found[0] == "Section 3.1"
    assert len(found) == 6
    assert all(citation.startswith("Section 3.1") for citation in found)


@pytest.mark.parametrize("typed", ["", "   ", "a", "in", "except for the petition", "3.99", "\ud800", "(" * 9_999])
def test_what_is_no_citation_names_no_clause(numbers: Numbers, typed: str) -> None:
    assert numbers.of(typed, 6) == []
