from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.memo.memo import heading_of, memo_of
from carveout.memo.parts.attested import in_words
from carveout.review.mark import Mark, State
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def cleared(*by: str) -> tuple[Mark, ...]:
    """Return the clearances of some reviewers, one after the other."""
    return tuple(Mark(State.CLEARED, name, NOON + dt.timedelta(hours=n)) for n, name in enumerate(by))


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ({}, ""),
        ({3: cleared("A")}, "1 of 3 representations cleared by A."),
        ({3: cleared("A", "B"), 4: cleared("A")}, "2 of 3 representations cleared by A; 1 second-read by B."),
        (
            {3: cleared("A", "B"), 4: cleared("B", "A"), 5: cleared("A")},
            "3 of 3 representations cleared (2 by A and 1 by B); 2 second-read (1 by B and 1 by A).",
        ),
    ],
)
def test_the_memo_says_who_cleared_and_who_second_read(
    reading: Reading, marks: dict[int, tuple[Mark, ...]], said: str
) -> None:
    review = Review(marks=marks)
    assert in_words(memo_of(reading, review, heading_of(reading, review, NOON.date()))) == said
