"""A reviewer's session, to be run on a disk that is watched: she makes a matter, annotates, closes, comes back.

    python -m bench.session FOLDER --edits 60 --seed 3

In FOLDER/said stands what was acknowledged, a line each: `ready` once the matter is made, the hash of an edit once it
is saved, `backup NAME` once there is one. `--careless` turns SQLite's syncs off.
"""

from __future__ import annotations

import argparse
import os
import random
from pathlib import Path

from bench.reviewer import next_operation, sample

from carveout.store import connection
from carveout.store.backup import back_up
from carveout.store.matter import create_matter, open_matter

MATTER, BACKUPS, SAID = "matter.carveout", "backups", "said"
_A_SITTING = 20


def main() -> int:
    """Run the session."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--edits", type=int, default=60)
    options.add_argument("--seed", type=int, default=3)
    options.add_argument("--careless", action="store_true")
    chosen = options.parse_args()
    if chosen.careless:
        connection._DURABLE = {**connection._DURABLE, "synchronous": 0}  # noqa: SLF001 (the control)
    chance = random.Random(chosen.seed)
    said = os.open(chosen.folder / SAID, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    path = chosen.folder / MATTER
    matter = create_matter(path, *sample())
    os.write(said, b"ready\n")
    for edit in range(chosen.edits):
        operation = next_operation(matter, chance)
        matter.append(operation)
        os.write(said, f"{operation.hash}\n".encode())
        if edit % _A_SITTING == _A_SITTING // 2:
            backup = back_up(matter, chosen.folder / BACKUPS)
            if backup is not None:
                os.write(said, f"backup {backup.relative_to(chosen.folder)}\n".encode())
        if edit % _A_SITTING == _A_SITTING - 1:
            matter.close()
            matter = open_matter(path)
    matter.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
