"""Flip bytes of a matter at random, cut it off, zero its pages; open what comes of it, and count what is not refused.

    python -m bench.byteflip --flips 1000

Each mutant is opened in a child: it must hold the very review, log, reading and source, or be refused in a sentence,
with the backup named where the damage is told. The control believes SQLite's own integrity check instead and reads the
log as it stands: it must find changed notes. Exit status 0 where none was changed, none crashed and none took longer
than two seconds.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import time
import traceback
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from bench.reviewer import review_on, sample
from bench.scratch import scratch
from bench.verdict import Clock, Tried, share_of, verdict

from carveout.store.backup import back_up
from carveout.store.errors import DamagedMatterError, MatterError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carveout.store.matter import Matter

EDITS = 60
A_CHILD = 50
TOO_LONG = 2.0
Damage: TypeAlias = "tuple[int, bytes, bool]"
"""Where, what stands there instead, and whether the file ends there."""
BAD = ("changed", "crashed", "slow", "refused without naming the backup")


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--flips", type=int, default=1000)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    chance, clock = random.Random(chosen.seed), Clock()
    with scratch() as folder:
        path, backups = folder / "matter.carveout", folder / "backups"
        reading, source = sample()
        with create_matter(path, reading, source) as matter:
            review_on(matter, EDITS, chance)
            back_up(matter, backups)
            opened, control = _opener(matter, source, backups), _control(path)
        sound = path.read_bytes()
        damages = list(_damages(sound, chosen.flips, chance))
        found = _tried(path, sound, damages, opened)
        seconds = clock.seconds
        believed = _tried(path, sound, damages[: share_of(chosen.flips)], control)
    found.told += f"; {chosen.flips} flips, the rest cut off or zeroed, of {len(sound)} bytes"
    return verdict("byteflip", chosen.seed, seconds, found, believed)


def _damages(sound: bytes, flips: int, chance: random.Random) -> Iterator[Damage]:
    """Yield flipped bytes, then a twentieth as many files cut off at any byte, and pages and sectors that are zero."""
    for _ in range(flips):
        at = chance.randrange(len(sound))
        yield at, bytes([sound[at] ^ chance.randrange(1, 256)]), False
    for _ in range(max(2, flips // 20)):
        yield chance.randrange(len(sound)), b"", True
        size = chance.choice((512, 4096))
        at = chance.randrange(len(sound) // size) * size
        yield at, bytes(size), False


def _tried(path: Path, sound: bytes, damages: list[Damage], opened: Callable[[Path], str]) -> Tried:
    tally = Counter[str]()
    for at in range(0, len(damages), A_CHILD):
        tally.update(_in_a_child(path, sound, damages[at : at + A_CHILD], opened))
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.items()))
    return Tried(len(damages), sum(tally[outcome] for outcome in BAD), outcomes)


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


def _in_a_child(path: Path, sound: bytes, damages: list[Damage], opened: Callable[[Path], str]) -> Counter[str]:
    """Try a batch in a child, so that one that kills the process is counted and not followed."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _try(path, sound, damages, opened, writes)
    os.close(writes)
    with os.fdopen(reads) as said:
        outcomes = said.read().splitlines()
    os.waitpid(child, 0)
    return Counter([*outcomes, *["crashed"] * (len(damages) - len(outcomes))])


def _try(path: Path, sound: bytes, damages: list[Damage], opened: Callable[[Path], str], says: int) -> None:
    try:
        for at, instead, cut in damages:
            path.write_bytes(sound[:at] + instead + (b"" if cut else sound[at + len(instead) :]))
            began = time.perf_counter()
            outcome = opened(path)
            os.write(says, b"slow\n" if time.perf_counter() - began > TOO_LONG else outcome.encode() + b"\n")
        os._exit(0)
    except BaseException:  # noqa: BLE001 (the child must not run its parent's clean-up)
        traceback.print_exc(file=sys.stderr)
        os._exit(1)


if __name__ == "__main__":
    raise SystemExit(main())
