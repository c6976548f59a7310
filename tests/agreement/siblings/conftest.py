"""The sample, read closely once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


@pytest.fixture(scope="session")
def close_sample(sample: Reading) -> Reading:
    return read_closely(sample)
