"""The limits that the window sets to a reading: a process that goes beyond them is ended, and nothing else with it.

Where the system has none to set, on Windows, the window watches the clock instead.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from carveout.agreement.intake.bounds import MEMORY, seconds_for

_TO_SAY_SO = 5
"""Seconds after which a process that outlives the first signal is ended by one that can't be outlived."""


def limit(size: int) -> None:
    """Hold this process to what reading a source of `size` bytes may take.

    Out of time, the system ends it by SIGXCPU; out of memory, MemoryError is raised.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not on Windows)

    seconds = seconds_for(size)
    _set(resource.RLIMIT_CPU, seconds, seconds + _TO_SAY_SO)
    _set(resource.RLIMIT_AS, MEMORY, MEMORY)
    _set(resource.RLIMIT_CORE, 0, 0)


def _set(kind: int, soft: int, hard: int) -> None:
    import resource  # noqa: PLC0415

    _, allowed = resource.getrlimit(kind)
    if allowed != resource.RLIM_INFINITY:
        soft, hard = min(soft, allowed), min(hard, allowed)
    with suppress(ValueError, OSError):  # macOS takes no limit of memory
        resource.setrlimit(kind, (soft, hard))
