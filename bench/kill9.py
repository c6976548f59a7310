"""Kill a reviewer with SIGKILL while she annotates, again and again, and count what was lost.

    python -m bench.kill9 --kills 300

A child opens a matter, or creates it, and appends edits; it names each on a pipe once `append` has returned. After a
random time the parent kills it, opens the matter and compares. The control names each edit before it is saved, and must
lose some. Exit status 0 where nothing was lost and nothing refused.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.reviewer import next_operation, sample
from bench.scratch import scratch
from bench.verdict import Clock, Tried, share_of, verdict

from carveout.store.errors import MatterError
from carveout.store.matter import create_matter, open_matter
from carveout.store.placing import journal_of

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.agreement.reading import Reading

KILLS_A_MATTER = 10
LONGEST = 0.15
WHILE_OPENING = 0.25
"""The share of kills whose time runs from the child's first moment, not from its first word: it opens or creates."""
READY = b"ready"


@dataclass
class Tally:
    """What the kills did. `while_creating` left no file yet."""

    acknowledged: int = 0
    lost: int = 0
    unacknowledged: int = 0
    refused: list[str] = field(default_factory=list)
    hot_journals: int = 0
    while_creating: int = 0


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--seed", type=int, default=9)
    chosen = options.parse_args()
    reading, source = sample()
    clock = Clock()
    found = _tried(chosen.kills, chosen.seed, reading, source, control=False)
    seconds = clock.seconds
    control = _tried(share_of(chosen.kills), chosen.seed, reading, source, control=True)
    return verdict("kill9", chosen.seed, seconds, found, control)


def _tried(kills: int, seed: int, reading: Reading, source: bytes, *, control: bool) -> Tried:
    chance, tally = random.Random(seed), Tally()
    with scratch() as folder:
        saved: list[str] = []
        path = folder
        for kill in range(kills):
            if kill % KILLS_A_MATTER == 0:
                if kill:
                    path.unlink(missing_ok=True)
                path, saved = folder / f"{kill}.carveout", []
            named = _killed(path, reading, source, chance, control=control)
            saved = _compared(path, saved, named, tally)
    told = (
        f"{tally.acknowledged} edits acknowledged, {tally.unacknowledged} saved but not yet acknowledged, "
        f"{tally.hot_journals} hot journals rolled back, {tally.while_creating} kills while creating"
    )
    return Tried(kills, tally.lost, told, tally.refused)


def _killed(path: Path, reading: Reading, source: bytes, chance: random.Random, *, control: bool) -> list[str]:
    """Let a child work for a random time, kill it, and return the hashes it named."""
    reads, writes = os.pipe()
    work = random.Random(chance.getrandbits(64))
    child = os.fork()
    if child == 0:
        os.close(reads)
        _annotate(path, reading, source, work, writes, control=control)
    os.close(writes)
    said = b"" if chance.random() < WHILE_OPENING else os.read(reads, 1 << 16)
    deadline = time.perf_counter() + chance.uniform(0, LONGEST)
    while (left := deadline - time.perf_counter()) > 0:
        if select.select([reads], [], [], left)[0]:
            said += os.read(reads, 1 << 16)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The child gave up before it was killed.")
    while more := os.read(reads, 1 << 16):
        said += more
    os.close(reads)
    return said.decode().splitlines()


def _annotate(path: Path, reading: Reading, source: bytes, chance: random.Random, says: int, *, control: bool) -> None:
    try:
        matter = open_matter(path) if path.exists() else create_matter(path, reading, source)
        os.write(says, READY + b"\n")
        while True:
            operation = next_operation(matter, chance)
            if control:
                os.write(says, operation.hash.encode() + b"\n")
            matter.append(operation)
            if not control:
                os.write(says, operation.hash.encode() + b"\n")
    except BaseException:  # noqa: BLE001 (the child must not run its parent's clean-up)
        traceback.print_exc()
        os._exit(1)


def _compared(path: Path, saved: list[str], named: list[str], tally: Tally) -> list[str]:
    """Open what the kill left, count, and return the hashes that the next child starts from."""
    opened, acknowledged = named[:1] == [READY.decode()], named[1:]
    tally.acknowledged += len(acknowledged)
    if not path.exists():
        tally.while_creating += 1
        tally.lost += opened
        return []
    if journal_of(path).exists() and journal_of(path).stat().st_size:
        tally.hot_journals += 1
    try:
        with open_matter(path) as matter:
            found = [operation.hash for operation in matter.operations]
    except MatterError as error:
        tally.refused.append(str(error))
        return saved
    expected = saved + acknowledged
    tally.lost += sum(mine != theirs for mine, theirs in zip(expected, found, strict=False))
    tally.lost += max(0, len(expected) - len(found))
    tally.unacknowledged += max(0, len(found) - len(expected))
    return found


if __name__ == "__main__":
    raise SystemExit(main())
