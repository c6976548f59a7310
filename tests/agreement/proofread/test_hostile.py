"""Text made to be slow: every rule on references, terms and remedies stays linear."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

LENGTH = 60_000
PATIENCE = 6.0
"""Seconds of processor time; each takes well below one on a quiet machine, and minutes where a rule is quadratic."""


@pytest.mark.parametrize(
    "words",
    [
        "A",
        "Ab ",
        "Ab-c",
        "capitalized terms not defin ",
        '"Business Day" means a day. ',
        "Section 9.9(a) and ",
        "since the a ",
        '("',
        "Reef, Inc. ",
    ],
)
def test_a_long_line_costs_no_more_than_its_length(deal: Callable[..., Reading], words: str) -> None:
    reading = deal(f"1.1 Sale. {words * (LENGTH // len(words))}")
    began = time.process_time()
    read_closely(reading)
    assert time.process_time() - began < PATIENCE
