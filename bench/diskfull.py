"""Let the disk run full under a reviewer's hands, and count what was lost.

    python -m bench.diskfull

Two ways: a limit on the size of files, which any user can set, and a small file system of its own, which takes the
right to mount one. Each edit that doesn't fit must be refused in a sentence with all before it kept, and the same
edit must go through once there is space. The control takes the refused edit for saved. Exit status 0 where that held
and every refusal came.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reviewer import next_operation, sample
from bench.verdict import Clock, Tried, verdict

from carveout.store.backup import back_up
from carveout.store.errors import DiskFullError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.review.log import Operation
    from carveout.store.matter import Matter

TOO_SMALL = 1 << 14


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--seed", type=int, default=5)
    chosen = options.parse_args()
    chance, clock = random.Random(chosen.seed), Clock()
    found = _with_a_limit(chosen.rounds, chance)
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder],  # noqa: S607
            check=False,
            stderr=subprocess.DEVNULL,
        )
        if mounted.returncode == 0:
            try:
                found += _with_a_small_disk(Path(folder), chosen.rounds, chance)
            finally:
                subprocess.run(["umount", folder], check=True)  # noqa: S607
    where = (
        "a limit on files, a small disk" if mounted.returncode == 0 else "a limit on files; mounting takes the right"
    )
    tried = Tried(len(found), sum(one.lost for one in found), where, [one.problem for one in found if one.problem])
    believed = Tried(len(found), sum(one.believed for one in found))
    return verdict("diskfull", chosen.seed, clock.seconds, tried, believed)


@dataclass(frozen=True)
class Round:
    """One time that the disk was full: what was lost, and what would have been, had a refused edit been believed."""

    lost: int
    believed: int
    problem: str


def _with_a_limit(rounds: int, chance: random.Random) -> list[Round]:
    """Run under RLIMIT_FSIZE, set a little above the file's size and lifted again."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

    def lift() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    with tempfile.TemporaryDirectory() as folder:
        return _filled(Path(folder), limit, lift, rounds, chance)


def _with_a_small_disk(folder: Path, rounds: int, chance: random.Random) -> list[Round]:
    """Run on a file system of two megabytes, filled to the last byte and freed again."""
    filler = folder / "filler"

    def fill(_size: int) -> None:
        with filler.open("wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def free() -> None:
        filler.unlink()

    return _filled(folder, fill, free, rounds, chance)


def _filled(
    folder: Path, fill: Callable[[int], None], free: Callable[[], None], rounds: int, chance: random.Random
) -> list[Round]:
    reading, source = sample()
    path = folder / "matter.carveout"
    done = []
    with create_matter(path, reading, source) as matter:
        for _ in range(rounds):
            fill(path.stat().st_size)
            refused = _until_full(matter, chance)
            before = matter.operations
            fill(TOO_SMALL)
            refusals = _refuses(lambda: back_up(matter, folder / "backups"))
            refusals += _refuses(lambda: create_matter(folder / "other.carveout", reading, source))
            free()
            with open_matter(path, read_only=True) as found:
                kept = found.operations
            matter.append(refused)
            strays = {entry.name for entry in folder.iterdir()} - {path.name, f"{path.name}-journal", "backups"}
            wrong = refusals != 2 or strays or matter.operations != (*before, refused)
            problem = f"{refusals} of 2 refused, left over: {', '.join(strays) or 'nothing'}" if wrong else ""
            done.append(Round(int(kept != before), int(kept != (*before, refused)), problem))
    with open_matter(path) as again:
        if again.operations != matter.operations:
            done.append(Round(1, 0, "the log that was opened again is another"))
    return done


def _until_full(matter: Matter, chance: random.Random) -> Operation:
    """Append until an edit is refused, and return that."""
    for _ in range(10_000):
        operation = next_operation(matter, chance)
        try:
            matter.append(operation)
        except DiskFullError:
            return operation
    raise RuntimeError("The disk never got full.")


def _refuses(write: Callable[[], object]) -> int:
    try:
        write()
    except DiskFullError:
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
