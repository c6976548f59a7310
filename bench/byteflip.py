"""Flip bytes of a matter, one at a time and at random, open what comes of it, and count what is not refused.

    python -m bench.byteflip --flips 1000

Each mutant is opened in a child: it must hold the very review, log, reading and source, or be refused in a sentence,
with the backup named where the damage is told. `--control` believes SQLite's own integrity check instead and reads the
log as it stands: where that finds no changed notes the harness proves nothing. Exit status 0 where none was changed,
none crashed and none took longer than two seconds.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reviewer import review_on, sample

from carveout.store.backup import back_up
from carveout.store.errors import DamagedMatterError, MatterError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.store.matter import Matter

EDITS = 300
A_CHILD = 50
TOO_LONG = 2.0
BAD = ("changed", "crashed", "slow", "refused without naming the backup")


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--flips", type=int, default=1000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--control", action="store_true")
    chosen = options.parse_args()
    chance, began = random.Random(chosen.seed), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path, backups = Path(folder) / "matter.carveout", Path(folder) / "backups"
        reading, source = sample()
        with create_matter(path, reading, source) as matter:
            review_on(matter, EDITS, chance)
            back_up(matter, backups)
            opened = _control(path) if chosen.control else _opener(matter, source, backups)
        sound = path.read_bytes()
        flips = [(chance.randrange(len(sound)), chance.randrange(1, 256)) for _ in range(chosen.flips)]
        tally = Counter[str]()
        for at in range(0, len(flips), A_CHILD):
            tally.update(_in_a_child(path, sound, flips[at : at + A_CHILD], opened))
    seconds = time.perf_counter() - began
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.items()))
    print(f"{chosen.flips} flips (seed {chosen.seed}) of {len(sound)} bytes in {seconds:.0f} s: {outcomes}")
    return 1 if any(tally[outcome] for outcome in BAD) else 0


def _opener(matter: Matter, source: bytes, backups: Path) -> Callable[[Path], str]:
    def opened(path: Path) -> str:
        try:
            with open_matter(path, backups=backups) as mutant:
                same = (
                    mutant.operations == matter.operations
                    and mutant.review == matter.review
                    and mutant.reading == matter.reading
                    and mutant.source() == source
                )
                return "identical" if same else "changed"
        except DamagedMatterError as error:
            return "refused" if error.backup else "refused without naming the backup"
        except MatterError as error:
            return f"refused ({type(error).__name__})"

    return opened


def _control(path: Path) -> Callable[[Path], str]:
    def notes(mutant: Path) -> list[object]:
        with closing(sqlite3.connect(mutant)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise sqlite3.DatabaseError
            return connection.execute("SELECT author, at, edit FROM operation ORDER BY seq").fetchall()

    sound = notes(path)

    def opened(mutant: Path) -> str:
        try:
            return "identical" if notes(mutant) == sound else "changed"
        except (sqlite3.Error, UnicodeDecodeError):
            return "refused"

    return opened


def _in_a_child(path: Path, sound: bytes, flips: list[tuple[int, int]], opened: Callable[[Path], str]) -> Counter[str]:
    """Try a batch of flips in a child, so that one that kills the process is counted and not followed."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _try(path, sound, flips, opened, writes)
    os.close(writes)
    with os.fdopen(reads) as said:
        outcomes = said.read().splitlines()
    os.waitpid(child, 0)
    return Counter([*outcomes, *["crashed"] * (len(flips) - len(outcomes))])


def _try(path: Path, sound: bytes, flips: list[tuple[int, int]], opened: Callable[[Path], str], says: int) -> None:
    try:
        for at, bits in flips:
            mutant = bytearray(sound)
            mutant[at] ^= bits
            path.write_bytes(mutant)
            began = time.perf_counter()
            outcome = opened(path)
            os.write(says, b"slow\n" if time.perf_counter() - began > TOO_LONG else outcome.encode() + b"\n")
        os._exit(0)
    except BaseException:  # noqa: BLE001 (the child must not run its parent's clean-up)
        traceback.print_exc(file=sys.stderr)
        os._exit(1)


if __name__ == "__main__":
    raise SystemExit(main())
