"""Measure a full reading of EDGAR text against one regular expression for each of its lines.

    python -m bench.reading [--pairs 9]

Both go over the same bytes of the sample filing, in turn, in one process; the figure is the median ratio of their CPU
times. Then an agreement of 0.1, 1 and 10 MB is read, to tell whether the time grows as the text does. Exit status 0
where the ratio is within the limit and a megabyte of the longest takes at most twice what one of the shortest takes.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from typing import TYPE_CHECKING

from bench.large import agreement
from bench.reviewer import SAMPLE

from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 3.0
_LINE = re.compile(rb"\s*(?:ARTICLE|Article|SECTION|Section|\d+\.\d+|\([a-z]+\))\s")
_MEGABYTES = (0.1, 1.0, 10.0)


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pairs", type=int, default=9)
    chosen = options.parse_args()
    content = SAMPLE.read_bytes()
    ratios = [_seconds(lambda: read(content, "sample")) / _seconds(lambda: _scan(content)) for _ in range(chosen.pairs)]
    ratio = statistics.median(ratios)
    print(
        f"reading / a regular expression a line: {ratio:.0f} ({min(ratios):.0f}-{max(ratios):.0f}), limit {LIMIT:.0f}"
    )
    rates = [_seconds_a_megabyte(megabytes) for megabytes in _MEGABYTES]
    for megabytes, rate in zip(_MEGABYTES, rates, strict=True):
        print(f"{megabytes:5} MB: {rate:.2f} s of CPU a megabyte", flush=True)
    return 0 if ratio <= LIMIT and rates[-1] <= 2 * rates[0] else 1


def _scan(content: bytes) -> int:
    return sum(_LINE.match(line) is not None for line in content.split(b"\n"))


def _seconds_a_megabyte(megabytes: float) -> float:
    content = agreement(megabytes).encode()
    return _seconds(lambda: read(content, "long")) / len(content) * 1e6


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())
