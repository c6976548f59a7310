"""An agreement with an article of sections and a list, corrected by what a test names by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.correction import corrected
from carveout.agreement.correction.change import Act, Change
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading

AGREEMENT = """This Share Purchase Agreement (the "Agreement") is made by and between Anchor Holdings, Inc. ("Seller")
and Beacon Partners Ltd. ("Buyer").

ARTICLE 1. DEFINITIONS

1.1 Terms. "Closing" means the transfer of the Shares, other than the Retained Shares.

ARTICLE 2. REPRESENTATIONS

The Seller represents and warrants to the Buyer as follows:

2.1 Organization. The Company is duly organized.

2.2 Taxes. Except as set forth in Schedule 2.2, the Company:

(a) has filed every return;

(b) has paid every tax; and

(c) is party to no audit.

2.3 Accounts. The accounts are true as of the Closing. (a) They follow the law.

2.4 Contracts. All contracts are in force.
"""


@pytest.fixture(scope="session")
def deal() -> Reading:
    return read(AGREEMENT.encode(), "deal.txt")


@pytest.fixture(scope="session")
def named() -> Callable[[Reading, str], Clause]:
    """Find a clause by its citation."""

    def found(reading: Reading, citation: str) -> Clause:
        return next(clause for clause in reading.outline if clause.citation == citation)

    return found


@pytest.fixture(scope="session")
def after(named: Callable[[Reading, str], Clause]) -> Callable[..., Reading]:
    """Correct a reading by acts on clauses, each by the citation that it has then."""

    def made(reading: Reading, *acts: tuple[Act, str]) -> Reading:
        changes: list[Change] = []
        for act, citation in acts:
            now = corrected(reading, changes)
            changes.append(Change(act, named(now, citation).start))
        return corrected(reading, changes)

    return made


@pytest.fixture(scope="session")
def drawn() -> Callable[[Reading], list[str]]:
    """Return the citations of an outline, each behind two dots for every clause above it."""

    def of(reading: Reading) -> list[str]:
        outline = reading.outline
        return ["..".join(["", *[""] * outline.depth(clause.id)]) + clause.citation for clause in outline]

    return of
