"""References in the English way: clauses, and paragraphs of parts of schedules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


@pytest.fixture(scope="module")
def english(read_lines: Callable[[str], Reading]) -> Reading:
    return read_lines("""
        SHARE PURCHASE AGREEMENT

        THIS AGREEMENT is made on 1 May 2020 between Anchor Limited (the "Seller") and Beacon Limited (the "Buyer").

        IT IS AGREED as follows:

        1. INTERPRETATION

        1.1 The provisions of schedule 2 (Tax) apply, as does paragraph 2 of Part 1 of Schedule 1.

        2. COMPLETION

        2.1 Completion takes place under clause 2.2(a), subject to clauses 1 and 2.

        2.2 At Completion:

        (a) the Seller shall deliver the documents listed in Part 1 of Schedule 1; and

        (b) the Buyer shall comply with section 177 of the Companies Act 2006 and paragraph 3.1 of Schedule 2.

        2.3 Sub-clause 2.2 survives.

        SCHEDULE 1

        COMPLETION

        PART 1

        1. The Seller shall deliver the shares.

        2. The Seller shall deliver the documents in paragraph 1.

        PART 2

        1. The Buyer shall pay, as paragraph 1 of Part 1 of this Schedule and clause 2.1 say.

        SCHEDULE 2

        TAX

        1. Tax is paid under paragraph 3.1.

        2. Tax is due.

        3. Claims

        3.1 Claims are made.
        """)


def test_clauses_schedules_parts_and_paragraphs(english: Reading) -> None:
    found = [
        (" ".join(one.quote.split()), [english.outline[target].citation for target in one.targets])
        for one in references(english)
    ]
    assert found == [
        ("schedule 2", ["Schedule 2"]),
        ("paragraph 2 of Part 1 of Schedule 1", ["Schedule 1, Part 1, item 2"]),
        ("clause 2.2(a)", ["Section 2.2(a)"]),
        ("clauses 1 and 2", ["Section 1", "Section 2"]),
        ("Part 1 of Schedule 1", ["Schedule 1, Part 1"]),
        ("section 177 of the Companies Act 2006", []),
        ("paragraph 3.1 of Schedule 2", ["Schedule 2, Section 3.1"]),
        ("Sub-clause 2.2", ["Section 2.2"]),
        ("paragraph 1", ["Schedule 1, Part 1, item 1"]),
        ("paragraph 1 of Part 1 of this Schedule", ["Schedule 1, Part 1, item 1"]),
        ("clause 2.1", ["Section 2.1"]),
        ("paragraph 3.1", ["Schedule 2, Section 3.1"]),
    ]
