"""Have the disk refuse every write of a reviewer's session once, one at a time, and count what was lost.

    python -m bench.eachwrite --edits 200

For each edit the first write, truncation or sync that it asks for fails, then the second, and so on until it asks for
no more: full, broken, over quota in turn. The edit must be refused in a sentence with all before it kept in the open
matter and in the file, and then go through, on the same connection, as if nothing had been. Making, backing up,
restoring and closing a matter are tried in the same way, and must leave a whole file or none. The control takes each
refused edit for saved. Linux, with a compiler.
"""

from __future__ import annotations

import argparse
import errno
import json
import random
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from bench.disk import Refusing, compiler, library_in, run_on
from bench.reviewer import next_operation, sample
from bench.scratch import scratch
from bench.verdict import Clock, Tried, verdict

from carveout.store.backup import back_up, restore
from carveout.store.errors import MatterError
from carveout.store.matter import create_matter, open_matter
from carveout.store.schema import current
from carveout.store.verification import inspected

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.store.matter import Matter

ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


def main() -> int:
    """Run the harness, or the child that it runs on a refusing disk."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edits", type=int, default=20)
    options.add_argument("--seed", type=int, default=19)
    options.add_argument("--under", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.under is not None:
        print(json.dumps(_session(chosen.under, chosen.edits, random.Random(chosen.seed))))
        return 0
    if compiler() is None:
        print("eachwrite: skipped, it takes Linux and a C compiler")
        return 0
    clock = Clock()
    with scratch() as folder:
        home = folder / "home"
        home.mkdir()
        command = ["bench.eachwrite", f"--edits={chosen.edits}", f"--seed={chosen.seed}", f"--under={home}"]
        refused, lost, believed, told, problems = json.loads(run_on(library_in(folder), home, None, command))
    found = Tried(refused, lost, f"{chosen.edits} edits; {told}", problems)
    return verdict("eachwrite", chosen.seed, clock.seconds, found, Tried(refused, believed), least=0.2)


class Trial:
    """What came of every refusal so far."""

    def __init__(self) -> None:
        self.disk = Refusing()
        self.refused = 0
        self.lost = 0
        self.believed = 0
        self.said = Counter[str]()
        self.problems: list[str] = []

    def each(self, what: str, act: Callable[[], object], is_whole: Callable[[bool], bool]) -> None:
        """Act with the first call failing, then the second, until all pass.

        `is_whole` looks at what each try left, told whether it went through, and clears up for the next.
        """
        for nth in count(1):
            self.disk.refuse(nth, ERRORS[nth % len(ERRORS)])
            done, said = _tried(act)
            refused = self.disk.refused
            self.disk.refuse(0, 0)
            self.refused += refused
            self.believed += not done
            self.said[f"{what} {said}"] += refused
            if not _checked(is_whole, done) or not (done or refused):
                self.lost += 1
                self.problems.append(f"{what}: call {nth} failed, {said}, and something is lost")
            if not refused:
                return


def _tried(act: Callable[[], object]) -> tuple[bool, str]:
    try:
        act()
    except MatterError as error:
        return False, f"refused by {type(error).__name__}"
    return True, "in spite of it"


def _checked(is_whole: Callable[[bool], bool], done: bool) -> bool:  # noqa: FBT001 (as `is_whole` is called)
    try:
        return is_whole(done)
    except MatterError:
        return False


def _session(folder: Path, edits: int, chance: random.Random) -> tuple[int, int, int, str, list[str]]:
    trial, path = Trial(), folder / "matter.carveout"
    reading, source = sample()
    trial.each("make", lambda: create_matter(path, reading, source).close(), lambda done: _is_whole(path, done))
    matter = create_matter(path, reading, source)
    for edit in range(edits):
        _Annotating(trial, matter, chance)
        if edit % 50 == 0:
            _BackingUp(trial, matter, folder, chance)
    matter.close()
    with open_matter(path) as again:
        trial.lost += again.operations != matter.operations
    told = ", ".join(f"{number} {said}" for said, number in sorted(trial.said.items()) if number)
    return trial.refused, trial.lost, trial.believed, told, trial.problems


class _Annotating:
    """One edit, asked for until it is saved, and another where it is saved in spite of a refusal."""

    def __init__(self, trial: Trial, matter: Matter, chance: random.Random) -> None:
        self._matter = matter
        self._chance = chance
        self._saved = matter.operations
        self._next = next_operation(matter, chance)
        trial.each("edit", self._append, self._is_whole)

    def _append(self) -> None:
        self._matter.append(self._next)

    def _is_whole(self, done: bool) -> bool:  # noqa: FBT001 (as `each` calls it)
        if done:
            self._saved = (*self._saved, self._next)
            self._next = next_operation(self._matter, self._chance)
        with open_matter(self._matter.path, read_only=True) as found:
            return self._matter.operations == self._saved == found.operations


class _BackingUp:
    """A backup, and a copy of it, asked for until they are there."""

    def __init__(self, trial: Trial, matter: Matter, folder: Path, chance: random.Random) -> None:
        self._matter = matter
        self._chance = chance
        self._backups = folder / "backups"
        self._target = folder / "restored.carveout"
        self._made: list[Path] = []
        trial.each("backup", self._back_up, self._are_whole)
        trial.each("copy of a backup", self._restore, lambda done: _is_whole(self._target, done))

    def _back_up(self) -> None:
        backup = back_up(self._matter, self._backups)
        if backup is not None:
            self._made.append(backup)

    def _are_whole(self, done: bool) -> bool:  # noqa: FBT001 (as `each` calls it)
        found = [path for path in self._backups.rglob("*") if path.is_file()]
        for backup in found:
            inspected(backup, current())
        good = not done or self._made[-1] in found
        self._matter.append(next_operation(self._matter, self._chance))
        return good

    def _restore(self) -> None:
        restore(self._made[-1], self._target)


def _is_whole(path: Path, done: bool) -> bool:  # noqa: FBT001 (as `each` calls it)
    if not path.exists():
        return not done
    inspected(path, current())
    path.unlink()
    return True


if __name__ == "__main__":
    raise SystemExit(main())
