"""Let the disk run full under a reviewer's hands, and count what was lost.

    python -m bench.diskfull

Two ways: a limit on the size of files, which any user can set, and a small file system of its own, which takes the
right to mount one. Each edit that doesn't fit must be refused in a sentence with all before it kept, and the same
edit must go through once there is space. Exit status 0 where that held and every refusal came.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reviewer import next_operation, sample

from carveout.store.backup import back_up
from carveout.store.errors import DiskFullError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.review.log import Operation
    from carveout.store.matter import Matter

ROUNDS = 10
TOO_SMALL = 1 << 14


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=5)
    chance = random.Random(options.parse_args().seed)
    held = _with_a_limit(chance)
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False)  # noqa: S607
        if mounted.returncode == 0:
            try:
                held &= _with_a_small_disk(Path(folder), chance)
            finally:
                subprocess.run(["umount", folder], check=True)  # noqa: S607
        else:
            print("a small file system: skipped, it takes the right to mount one")
    return 0 if held else 1


def _with_a_limit(chance: random.Random) -> bool:
    """Run under RLIMIT_FSIZE, set a little above the file's size and lifted again."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

    def lift() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    with tempfile.TemporaryDirectory() as folder:
        return _filled("a limit on the size of files", Path(folder), limit, lift, chance)


def _with_a_small_disk(folder: Path, chance: random.Random) -> bool:
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

    return _filled("a small file system", folder, fill, free, chance)


def _filled(
    where: str, folder: Path, fill: Callable[[int], None], free: Callable[[], None], chance: random.Random
) -> bool:
    reading, source = sample()
    path = folder / "matter.carveout"
    refusals, appended = 0, 0
    with create_matter(path, reading, source) as matter:
        for _ in range(ROUNDS):
            fill(path.stat().st_size)
            saved, refused = _until_full(matter, chance)
            refusals += 1
            fill(TOO_SMALL)
            refusals += _refuses(lambda: back_up(matter, folder / "backups"))
            refusals += _refuses(lambda: create_matter(folder / "other.carveout", reading, source))
            free()
            matter.append(refused)
            appended += saved + 1
        log = matter.operations
    with open_matter(path) as matter:
        kept = matter.operations == log
    strays = sorted(entry.name for entry in folder.iterdir() if entry != path and entry.name != "backups")
    print(
        f"{where}: {ROUNDS} times full, {refusals} of {3 * ROUNDS} writes refused in a sentence, "
        f"{appended} edits acknowledged, {len(log)} kept, files left over: {', '.join(strays) or 'none'}"
    )
    return kept and appended == len(log) and refusals == 3 * ROUNDS and not strays


def _until_full(matter: Matter, chance: random.Random) -> tuple[int, Operation]:
    """Append until an edit is refused; return how many were saved, and the one that wasn't."""
    for saved in range(10_000):
        operation = next_operation(matter, chance)
        try:
            matter.append(operation)
        except DiskFullError:
            return saved, operation
    raise RuntimeError("The disk never got full.")


def _refuses(write: Callable[[], object]) -> int:
    try:
        write()
    except DiskFullError:
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
