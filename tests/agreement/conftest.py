"""The sample filing, read once, and short documents of our own."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"


@pytest.fixture(scope="session")
def filing() -> str:
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample() -> Reading:
    return read(SAMPLE.read_bytes(), SAMPLE.name)


@pytest.fixture(scope="session")
def close_sample(sample: Reading) -> Reading:
    return read_closely(sample)


@pytest.fixture(scope="session")
def deal() -> Callable[..., Reading]:
    """Read an agreement between Seller and Buyer whose clauses, a paragraph each, a test writes out."""

    def reading(*clauses: str) -> Reading:
        preamble = (
            'This Share Purchase Agreement (the "Agreement") is made by and between Anchor Holdings, Inc. ("Seller") '
            'and Beacon Partners Ltd. ("Buyer").'
        )
        return read("\n\n".join((preamble, *clauses)).encode(), "deal.txt")

    return reading


@pytest.fixture(scope="session")
def read_lines() -> Callable[[str], Reading]:
    """Read a document that a test writes out, indented as far as the test is."""

    def reading(document: str) -> Reading:
        return read(dedent(document).encode(), "document.txt")

    return reading
