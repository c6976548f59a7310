"""What a carve-out takes something out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading


def only(reading: Reading) -> Carveout:
    (found,) = reading.carveouts
    return found


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("There is no debt except for trade debt.", CarveoutKind.EXCEPTION),
        ("There is no debt except as provided in Article 15.", CarveoutKind.EXCEPTION),
        ("There is no debt except as otherwise expressly provided for herein.", CarveoutKind.EXCEPTION),
        ("There is no debt except as disclosed in Schedule 3.", CarveoutKind.DISCLOSURE),
        ("There is no debt other than on Exhibit B.", CarveoutKind.DISCLOSURE),
        ("Except as set forth in the Company SEC Documents, there is no debt.", CarveoutKind.DISCLOSURE),
        ("There is no debt except that under Exhibit B.", CarveoutKind.EXCEPTION),
        (
            "Except for the representations set forth here (as modified by the Disclosure Schedules), none is made.",
            CarveoutKind.EXCEPTION,
        ),
        ("Seller pays; provided that no interest is due.", CarveoutKind.PROVISO),
        ("Seller pays. Notwithstanding the foregoing, no interest is due.", CarveoutKind.PROVISO),
        ("Seller pays. The foregoing shall not apply to interest.", CarveoutKind.PROVISO),
        ("“Debt” means all debt other than trade debt.", CarveoutKind.DEFINITION),
        ("“Debt” means all debt; provided that Debt shall not include trade debt.", CarveoutKind.DEFINITION),
        ("“Due Date” means May 1; provided that Buyer may extend it.", CarveoutKind.PROVISO),
        (
            "All debt (“Debt” which means all, provided, that such term does not include tax) is paid.",
            CarveoutKind.DEFINITION,
        ),
    ],
)
def test_kinds(deal: Callable[..., Reading], statement: str, kind: CarveoutKind) -> None:
    assert only(deal(f"1. {statement}")).kind is kind


def test_a_later_proviso_that_names_the_term_narrows_its_definition(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Rights. Buyer may take part in all issues (“Additional Shares”). The term “Ratio” means one half;"
        " provided, however, that the term “Additional Shares” as used herein does not include options.",
        "1.2 Notice. Seller shall give notice of Additional Shares.",
    )
    found = only(reading)
    assert found.kind is CarveoutKind.DEFINITION
    assert [reading.outline[clause].citation for clause in found.reaches] == ["Section 1.2"]


def test_a_sentence_that_says_what_a_term_does_not_include_narrows_its_definition(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Secrets. “Confidential Information” means data. Confidential Information does not include public data.",
        "1.2 Duty. Buyer keeps Confidential Information secret.",
    )
    found = only(reading)
    assert found.kind is CarveoutKind.DEFINITION
    assert found.quote == "Confidential Information does not include public data"
    assert [reading.outline[clause].citation for clause in found.reaches] == ["Section 1.2"]


def test_the_kinds_in_the_sample(sample: Reading) -> None:
    kinds = {sample.outline[one.clause].citation: one.kind for one in sample.carveouts}
    assert kinds["Section 3.1"] is CarveoutKind.DEFINITION
    assert kinds["Section 14.1"] is CarveoutKind.DEFINITION
    assert kinds["Section 3.15"] is CarveoutKind.INCLUSION
    assert {citation for citation, kind in kinds.items() if kind is CarveoutKind.DISCLOSURE} == {
        "Section 3.3",
        "Section 3.7",
        "Section 3.16",
    }


@pytest.mark.parametrize(
    "words", ["The term excludes public data", "Confidential Information shall exclude public data"]
)
def test_a_sentence_that_excludes_something_from_a_term(deal: Callable[..., Reading], words: str) -> None:
    reading = deal(
        f'1. Terms. "Confidential Information" means all data. {words}.',
        "2. Use. Buyer keeps Confidential Information.",
    )
    assert [(one.kind, one.quote) for one in reading.carveouts] == [(CarveoutKind.DEFINITION, words)]
