"""Measure the close reading of an agreement against its structural reading.

    python -m bench.closely [FILE ...] [--pairs 5]

Without a file it takes a generated agreement of 400 KB. Both are pure functions in one process, in turn; the figure is
the median ratio of their CPU times, the limit 1.5. What each stage takes is told as well. Exit status 0 where every
file is within the limit.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.large import agreement

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 1.5
_MEGABYTES = 0.4


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--pairs", type=int, default=5)
    chosen = options.parse_args()
    gc.set_threshold(50_000, 10, 10)  # as the command line does
    given = [(file.name, file.read_bytes()) for file in chosen.files]
    every = [_measured(name, content, chosen.pairs) for name, content in given or [("large.txt", _generated())]]
    return 0 if max(every) <= LIMIT else 1


def _generated() -> bytes:
    return agreement(_MEGABYTES).encode()


def _measured(name: str, content: bytes, pairs: int) -> float:
    reading = read(content, name)
    ratios, stages = [], dict[str, float]()
    for _ in range(pairs):
        structural = _seconds(lambda: read(content, name))
        began = _Stages(stages)
        ratios.append(_seconds(lambda told=began.tell: read_closely(reading, told)) / structural)  # type: ignore[misc]
    ratio = statistics.median(ratios)
    print(f"{name}: {ratio:.2f} of the structural reading ({min(ratios):.2f}-{max(ratios):.2f}), limit {LIMIT}")
    for stage, seconds in stages.items():
        print(f"    {1000 * seconds / pairs:6.0f} ms  {stage}", flush=True)
    return ratio


class _Stages:
    """Adds up the CPU time between the reports of stages."""

    def __init__(self, spent: dict[str, float]) -> None:
        self._spent = spent
        self._stage = ""
        self._since = time.process_time()

    def tell(self, _done: int, _total: int, stage: str) -> None:
        now = time.process_time()
        if self._stage:
            self._spent[self._stage] = self._spent.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())
