"""Adverse-effect tests: the statements that turn on an adverse effect, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest


def effect_tests(reading: Reading) -> tuple[EffectTest, ...]:
    """Return the adverse-effect tests of a reading that has its roles, in the order of the text."""
    del reading
    return ()
