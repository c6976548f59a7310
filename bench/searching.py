"""Find words in 100 MB of clauses, and compare with looking through all of them.

    python -m bench.searching [--megabytes 100]

Each query is asked as the window asks it, from what was typed to the first hits with the words around them, and against
the same clauses in a plain table with LIKE, in the same run. Exit status 0 where the first hits of every query come in
at most a fortieth of the time that LIKE takes (the best of five, wall time).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import time
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.entry import Entry, Where
from carveout.review.excerpt import excerpt
from carveout.review.query import parse
from carveout.store.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TARGET = 40
_RUNS = 5
_FIRST = 50
_WORDS = 36
"""Words of a clause."""
_SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
_QUERIES = ("company", '"financial statements"', "knowledge petition", "representations -company", "n12345", "zebra")
_TYPED = "representation"


def clauses(megabytes: float) -> Iterator[str]:
    """Yield clauses of this size in all: runs of the sample's words from anywhere, each with a word of its own."""
    words = min(_SAMPLES.glob("*.txt")).read_text(encoding="utf-8").split()
    chance = random.Random(7)
    written = number = 0
    while written < megabytes * 1e6:
        start = chance.randrange(len(words) - _WORDS)
        clause = f"{' '.join(words[start : start + _WORDS])} n{number}"
        yield clause
        written += len(clause)
        number += 1


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=100)
    written = list(clauses(options.parse_args().megabytes))
    size = sum(map(len, written))
    began = time.perf_counter()
    index = _indexed(written)
    took = time.perf_counter() - began
    print(f"{len(written)} clauses, {size / 1e6:.0f} MB, indexed in {took:.1f} s, {size / took / 1e6:.0f} MB a second")
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE TABLE clause (words TEXT)")
    plain.executemany("INSERT INTO clause VALUES (?)", ((words,) for words in written))
    typed = [_TYPED[:length] for length in range(1, len(_TYPED) + 1)]
    ratios = [_compared(index, plain, query) for query in (*_QUERIES, *typed)]
    print(f"first hits against LIKE: 1/{statistics.median(ratios):.0f} at the median, 1/{min(ratios):.0f} at the worst")
    return 0 if min(ratios) >= TARGET else 1


def _indexed(written: list[str]) -> Index:
    index = Index()
    starts = accumulate((len(words) + 1 for words in written), initial=0)
    spans = zip(starts, written, strict=False)
    index.put(
        Where.TEXT, (Entry(Where.TEXT, words, n, Span(at, at + len(words))) for n, (at, words) in enumerate(spans))
    )
    return index


def _compared(index: Index, plain: sqlite3.Connection, typed: str) -> float:
    """Return how many times longer LIKE takes."""
    query = parse(typed)
    wanted = [f"%{group[0].words}%" for group in query.wanted]
    unwanted = [f"%{phrase.words}%" for phrase in query.unwanted]
    where = " AND ".join(["words LIKE ?"] * len(wanted) + ["words NOT LIKE ?"] * len(unwanted))

    def first_hits() -> int:
        hits = index.search(parse(typed), _FIRST)
        return len([excerpt(hit.entry.words, hit.found) for hit in hits])

    def scan() -> int:
        sql = f"SELECT count(*) FROM clause WHERE {where}"  # noqa: S608  (our own words)
        return int(plain.execute(sql, [*wanted, *unwanted]).fetchone()[0])

    (found, fast), (every, slow) = _best(first_hits), _best(scan)
    print(
        f"{typed:24} {found:3} of {every:7} hits in {fast:7.2f} ms; LIKE {slow:7.1f} ms; 1/{slow / fast:.0f}",
        flush=True,
    )
    return slow / fast


def _best(work: Callable[[], int]) -> tuple[int, float]:
    """Return what some work returns, and the milliseconds that the quickest of several runs took."""
    took, found = [], 0
    for _ in range(_RUNS):
        began = time.perf_counter()
        found = work()
        took.append(1000 * (time.perf_counter() - began))
    return found, min(took)


if __name__ == "__main__":
    raise SystemExit(main())
