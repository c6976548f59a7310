"""Open a matter in two windows at once, kill one, and count where both could write, or nobody.

    python -m bench.windows --rounds 1000

In each round two or three processes open the same matter as the window does, at moments that chance picks. One may
write, and annotates until it is killed; any other must be told who has it, by its process, before it waited as long as
the store waits for another program, and have its edits refused. Once the writer is dead a further one must get the
matter at once, with every edit that was acknowledged. The control opens without the lock. Linux and macOS.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.reviewer import next_operation, sample
from bench.scratch import scratch
from bench.verdict import Clock, Tried, share_of, verdict

from carveout.gui.opening import Opening
from carveout.store.connection import PATIENCE as TOO_LONG
from carveout.store.errors import MatterError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.store.matter import Matter

LONGEST = 0.05
PATIENCE = 20.0


@dataclass
class Window:
    """A process that opens the matter, and what it said so far: how it got the matter, then its edits."""

    process: int
    reads: int
    said: str = ""

    def wait_until_open(self) -> dict[str, object]:
        """Return how it got the matter; one that ended, or says nothing for too long, got none."""
        deadline = time.perf_counter() + PATIENCE
        while "\n" not in self.said and self._says_more_before(deadline):
            pass
        told, whole, _ = self.said.partition("\n")
        opened: dict[str, object] = json.loads(told) if whole else {"writes": False, "by": "", "seconds": PATIENCE}
        return opened

    def _says_more_before(self, deadline: float) -> bool:
        left = max(0.0, deadline - time.perf_counter())
        more = os.read(self.reads, 1 << 16).decode() if select.select([self.reads], [], [], left)[0] else ""
        self.said += more
        return bool(more)

    def kill(self) -> list[str]:
        """Kill it and return the hashes of its edits."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        while more := os.read(self.reads, 1 << 16):
            self.said += more.decode()
        os.close(self.reads)
        return self.said.split("\n")[1:-1]


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--seed", type=int, default=23)
    chosen = options.parse_args()
    clock = Clock()
    found = _tried(chosen.rounds, chosen.seed, locked=True)
    seconds = clock.seconds
    control = _tried(share_of(chosen.rounds), chosen.seed, locked=False)
    return verdict("windows", chosen.seed, seconds, found, control)


def _tried(rounds: int, seed: int, *, locked: bool) -> Tried:
    chance, tried, slowest = random.Random(seed), Tried(rounds, 0), 0.0
    reading, source = sample()
    with scratch() as folder:
        for number in range(rounds):
            path = folder / f"{number}.carveout"
            create_matter(path, reading, source).close()
            problem, seconds = _round(path, chance, locked=locked)
            slowest = max(slowest, seconds)
            if problem:
                tried.lost += 1
                if locked:
                    tried.problems.append(f"round {number}: {problem}")
            for left in folder.glob(f"*{number}.carveout*"):
                left.unlink()
    tried.told = f"a second window knew after {1000 * slowest:.0f} ms at most"
    return tried


def _round(path: Path, chance: random.Random, *, locked: bool) -> tuple[str, float]:
    windows = []
    for _ in range(chance.choice((2, 2, 3))):
        windows.append(_window(path, random.Random(chance.getrandbits(64)), locked=locked))
        time.sleep(chance.choice((0.0, chance.uniform(0, LONGEST))))
    opened = [window.wait_until_open() for window in windows]
    time.sleep(chance.uniform(0, LONGEST))
    saved = [window.kill() for window in windows]
    writers = [at for at, how in enumerate(opened) if how["writes"]]
    slowest = max(float(str(how["seconds"])) for how in opened)
    if len(writers) != 1:
        return f"{len(writers)} windows could write", slowest
    others = [how for at, how in enumerate(opened) if at != writers[0]]
    if any(f"process {windows[writers[0]].process}" not in str(how["by"]) for how in others):
        return "a window was not told who has the matter", slowest
    if any(saved[at] for at in range(len(windows)) if at != writers[0]):
        return "an edit was taken in a window that may not write", slowest
    if slowest > TOO_LONG:
        return f"a window took {slowest:.1f} s", slowest
    heir = _window(path, chance, locked=locked)
    inherited = heir.wait_until_open()
    heir.kill()
    if not inherited["writes"]:
        return "the lock of a killed window held", slowest
    with open_matter(path, read_only=True) as matter:
        found = [operation.hash for operation in matter.operations]
    mine = saved[writers[0]]
    return ("" if found[: len(mine)] == mine else "an acknowledged edit is gone"), slowest


def _window(path: Path, chance: random.Random, *, locked: bool) -> Window:
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _be_a_window(path, chance, writes, locked=locked)
    os.close(writes)
    return Window(child, reads)


def _be_a_window(path: Path, chance: random.Random, says: int, *, locked: bool) -> None:
    try:
        began = time.perf_counter()
        matter, by = _opened(path) if locked else (open_matter(path), "")
        how = {"writes": not matter.read_only, "by": by, "seconds": time.perf_counter() - began}
        os.write(says, json.dumps(how).encode() + b"\n")
        while True:
            operation = next_operation(matter, chance)
            try:
                matter.append(operation)
            except MatterError:
                signal.pause()
            os.write(says, f"{operation.hash}\n".encode())
    except BaseException:  # noqa: BLE001 (the child must not run its parent's clean-up)
        traceback.print_exc()
        os._exit(1)


_KEPT: list[Opening] = []
"""What holds the lock must not be collected."""


def _opened(path: Path) -> tuple[Matter, str]:
    came: list[tuple[Matter, str]] = []
    opening = Opening()
    _KEPT.append(opening)
    opening.at_once = True
    opening.opened.connect(lambda matter, by: came.append((matter, by)))
    opening.open(path)
    return came[0]


if __name__ == "__main__":
    raise SystemExit(main())
