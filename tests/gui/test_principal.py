from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind as K
from carveout.agreement.content import Representation
from carveout.gui.principal import principal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def test_the_agreement_of_a_filing_is_the_exhibit_with_the_representations(
    reading: Reading, sample_reading: Reading
) -> None:
    assert principal(reading) == 2
    exhibit = principal(sample_reading)
    assert exhibit is not None
    assert sample_reading.outline[exhibit].citation == "Exhibit 1"


def test_without_representations_it_is_the_exhibit_with_most_clauses(reading: Reading) -> None:
    assert principal(replace(reading, representations=())) == 2


def test_a_document_that_is_the_agreement_has_no_part_that_is(redraft: Callable[..., Reading]) -> None:
    bare = redraft(
        (0, K.ARTICLE, "Article 1.", "Representations", ""),
        (1, K.SECTION, "1.1", "Organization", "The Company is organized."),
        (0, K.EXHIBIT, "Exhibit A", "Form of Certificate", ""),
    )
    assert principal(bare) is None
    assert principal(replace(bare, representations=(Representation(1, None),))) is None


def test_an_empty_document_has_none(redraft: Callable[..., Reading]) -> None:
    assert principal(redraft()) is None
