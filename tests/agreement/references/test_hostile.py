"""Texts that repeat what references are made of are read in the time of their length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

_TIMES = 2000
_SECONDS = 2.0


@pytest.mark.parametrize(
    "words",
    [
        "Section 1.1, ",
        "Section ",
        "(a) above ",
        "clause (a) of ",
        "Section 1.1 of ",
        "Section 1.2(a) and (b) ",
        "Sections 1.1, 1.2 and ",
        "Section 1 and 2 (X) ",
        "third paragraph of ",
        "Section 1.1 of the A B C D ",
        "the preceding Article ",
        "EXHIBIT A ",
        "sub-",
    ],
)
def test_repeated_words(deal: Callable[..., Reading], words: str) -> None:
    reading = deal("1.1 First. One.", f"1.2 Second. {words * _TIMES}", "1.3 Third. Three.")
    began = time.process_time()
    references(reading)
    assert time.process_time() - began < _SECONDS
