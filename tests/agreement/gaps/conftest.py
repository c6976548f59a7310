"""Agreements read closely, with their gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Gap
    from carveout.agreement.reading import Reading

REPRESENTS = "ARTICLE I\nREPRESENTATIONS OF SELLER\nSeller represents and warrants to Buyer as follows:"
"""An opening under which a test writes sections 1.1 and on."""


@pytest.fixture(scope="session")
def gaps_of(deal: Callable[..., Reading]) -> Callable[..., list[tuple[str, Gap]]]:
    """Return the gaps of a deal whose clauses a test writes out, each with the citation of its clause."""

    def found(*clauses: str) -> list[tuple[str, Gap]]:
        reading = read_closely(deal(*clauses))
        return [(reading.outline[gap.clause].citation, gap) for gap in reading.gaps]

    return found


@pytest.fixture(scope="session")
def represented(gaps_of: Callable[..., list[tuple[str, Gap]]]) -> Callable[..., list[tuple[str, Gap]]]:
    """Return the gaps of a deal in whose Article I Seller represents what a test writes out."""

    def found(*clauses: str) -> list[tuple[str, Gap]]:
        return gaps_of(REPRESENTS, *clauses)

    return found
