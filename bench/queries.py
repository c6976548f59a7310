"""Type anything into the search, at random, and count what is an error or takes too long.

    python -m bench.queries --count 1000000

Every string is parsed and looked up in an index of the sample. `--control` hands the strings to SQLite as they are:
where that makes no errors, the harness proves nothing. Exit status 0 where nothing was an error and nothing took longer
than a second of CPU.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.read import read
from carveout.review.entry import Where, entries
from carveout.review.query import parse
from carveout.review.review import Review
from carveout.store.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable

_TOO_LONG = 1.0
_FIRST = 10
_SHOWN = 5
_HUGE = 200_000
"""One string of so many is of 10 MB."""
_SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
NASTY = (
    '"', '""', '"a', "“", "”", "'", "(", ")", "((", "*", "a*", "-", "--", "-a", '-"', ":", "^", "{", "}", "+", "\\",
    "%", "_", ";", "OR", "AND", "NOT", "NEAR", "NEAR(a b, 2)", "or", "a OR", "OR a", "OR OR", "-OR", "words:",
    "words:a", "tag:", "tag:x", 'tag:"', "by:", "by:a", "is:", "is:open", "is:o", "-is:issue", "in:", "in:t",
    "in:text", "-in:text", "IN:TERMS", "in:in:in:", "\x00", "\x00a", "a\x00", "\x01", "\x02", "\x03", "\ud800",
    "\udfff", "\ud83d", "\ufffd",
    "\ufeff", "\u202e", "\u200b", "\u0301", "a\u0301", "ß", "İ", "ﬁ", "\U0001f4a5", "\U000e0001", "株式", "ก็", "שלום",
    "\u2028", "\t", "\n", "\x85", "\xa0", "3.16(ii)", "AT&T", "x'41'", "--;", "DROP TABLE text", "1e309", "%s", "{0}",
)  # fmt: skip
_WORDS = ("petition", "the", "financial", "statements", "a", "material", "3.1", "knowledge")


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=3)
    options.add_argument("--control", action="store_true")
    chosen = options.parse_args()
    look_up = _unquoted() if chosen.control else _looking_up()
    chance = random.Random(chosen.seed)
    tally = Counter[str]()
    longest = 0.0
    began = time.perf_counter()
    for number in range(chosen.count):
        typed = "(" * 10_000_000 if number % _HUGE == _HUGE - 1 else _typed(chance)
        at = time.process_time()
        try:
            found = look_up(typed)
        except Exception as error:  # noqa: BLE001  (they are what is counted)
            tally["errors"] += 1
            if tally["errors"] <= _SHOWN:
                print(f"{typed[:80]!a}: {type(error).__name__}: {error}")
        else:
            tally["found something" if found else "found nothing"] += 1
        took = time.process_time() - at
        longest = max(longest, took)
        tally["too long"] += took > _TOO_LONG
    told = ", ".join(f"{tally[what]} {what}" for what in ("errors", "too long", "found something", "found nothing"))
    print(f"{chosen.count} strings in {time.perf_counter() - began:.0f} s: {told}; the longest {1000 * longest:.0f} ms")
    return 0 if not tally["errors"] and not tally["too long"] else 1


def _typed(chance: random.Random) -> str:
    """Return a string as nobody would type it, and now and then as somebody might."""
    kind = chance.random()
    if kind < 0.3:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(30)))
    if kind < 0.5:
        return "".join(chr(chance.randrange(0x20, 0x7F)) for _ in range(chance.randrange(40)))
    between = chance.choice(("", " ", "  ", '"', "-"))
    longest = chance.choice((4, 9, 120))
    return between.join(chance.choice(chance.choice((NASTY, _WORDS))) for _ in range(chance.randrange(longest)))


def _looking_up() -> Callable[[str], int]:
    index = Index()
    source = min(_SAMPLES.glob("*.txt"))
    reading = read(source.read_bytes(), source.name)
    for where in Where:
        index.put(where, entries(reading, Review(), where))

    def look_up(typed: str) -> int:
        query = parse(typed)
        return len(index.search(query, _FIRST)) + len(index.spans(query, _FIRST))

    return look_up


def _unquoted() -> Callable[[str], int]:
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE text USING fts5(words)")
    plain.execute("INSERT INTO text VALUES ('the financial statements')")

    def look_up(typed: str) -> int:
        return len(plain.execute("SELECT words FROM text WHERE text MATCH ?", [typed]).fetchall())

    return look_up


if __name__ == "__main__":
    raise SystemExit(main())
