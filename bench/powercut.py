"""Cut the power under a reviewer's session, again and again, and count what was lost.

    python -m bench.powercut --cuts 600

A session runs once on a disk that tells every write, sync, truncation and change of a name. Then the disk is rebuilt as
a power cut at a random moment may leave it: what was synced is there; of what wasn't, each write and each name is kept,
dropped or, by sectors of 512 bytes, torn, in any order. The matter is opened through the app's own store: it must open,
with all that was acknowledged and at most one edit more, and so must the newest backup. The control is the same session
with SQLite's syncs off: it must lose something in at least half of its cuts. Linux, with a compiler.
"""

from __future__ import annotations

import argparse
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from bench.disk import Call, calls_in, compiler, library_in, run_on
from bench.scratch import scratch
from bench.session import MATTER, SAID
from bench.verdict import Clock, Tried, share_of, verdict

from carveout.store.errors import MatterError
from carveout.store.matter import open_matter
from carveout.store.schema import current
from carveout.store.verification import inspected

CUTS_A_SESSION = 2000
SECTOR = 512
BACKUPS_TRIED = 0.1


@dataclass(eq=False, slots=True)
class File:
    """What of a file is on the disk for sure, and the writes and truncations that aren't yet."""

    settled: bytearray = field(default_factory=bytearray)
    loose: list[tuple[int, bytes | None]] = field(default_factory=list)

    def settle(self) -> None:
        """Put everything on the disk."""
        for at, written in self.loose:
            _put(self.settled, at, written)
        self.loose.clear()


class Disk:
    """The files and their names as the calls so far have left them. A name that isn't settled is like a write."""

    def __init__(self) -> None:
        self.names: dict[str, File] = {}
        self.settled: dict[str, File] = {}
        self.loose: list[dict[str, File | None]] = []
        self._open: dict[int, File | str] = {}
        self.said = ""

    def take(self, call: Call) -> None:
        """Go on by one call."""
        match call.what:
            case "o":
                self._take_open(call)
            case "u":
                self.names.pop(call.path, None)
                self.loose.append({call.path: None})
            case "r" | "l":
                old, new = call.path.split("\n")
                self.names[new] = self.names[old]
                self.loose.append({new: self.names[new]} | ({old: None} if call.what == "r" else {}))
                if call.what == "r":
                    del self.names[old]
            case _:
                self._take_change(call)

    def _take_open(self, call: Call) -> None:
        if call.path in self.names:
            self._open[call.fd] = self.names[call.path]
        elif call.at:
            made = self._open[call.fd] = self.names[call.path] = File()
            self.loose.append({call.path: made})
        else:
            self._open[call.fd] = call.path
        found = self._open[call.fd]
        if call.empties and isinstance(found, File):
            found.loose.append((0, None))

    def _take_change(self, call: Call) -> None:
        match call.what, self._open[call.fd]:
            case "w", File() as file:
                file.loose.append((call.at, call.bytes))
                if self.names.get(SAID) is file:
                    self.said += call.bytes.decode()
            case "t", File() as file:
                file.loose.append((call.at, None))
            case "s", File() as file:
                file.settle()
            case "s", str(folder):
                self._settle_names(folder)
            case _:
                pass

    def _settle_names(self, folder: str) -> None:
        here = [change for change in self.loose if any(str(Path(name).parent) == folder for name in change)]
        for change in here:
            self._name(self.settled, change)
            self.loose.remove(change)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that a power cut now may leave."""
        names = dict(self.settled)
        kept = chance.choice([0.0, 0.5, 1.0])
        in_order = chance.random() < 0.5
        for change in self.loose:
            if chance.random() < kept:
                self._name(names, change)
            elif in_order:
                break
        fate = chance.choice(["dropped", "kept", "some", "torn"])
        images = {id(file): _left_of(file, fate, chance) for file in names.values()}
        return {name: images[id(file)] for name, file in names.items()}

    @staticmethod
    def _name(names: dict[str, File], change: dict[str, File | None]) -> None:
        for name, file in change.items():
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file


def _left_of(file: File, fate: str, chance: random.Random) -> bytes:
    left = bytearray(file.settled)
    for at, written in file.loose:
        if fate == "dropped" or (fate != "kept" and chance.random() < 0.5):
            continue
        if fate == "torn" and written:
            for start in range(0, len(written), SECTOR):
                if chance.random() < 0.5:
                    _put(left, at + start, written[start : start + SECTOR])
        else:
            _put(left, at, written)
    return bytes(left)


def _put(content: bytearray, at: int, written: bytes | None) -> None:
    """Write, or cut the content off where there is nothing to write."""
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if written is None:
        del content[at:]
    else:
        content[at : at + len(written)] = written


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cuts", type=int, default=600)
    options.add_argument("--seed", type=int, default=17)
    options.add_argument("--edits", type=int, default=60)
    chosen = options.parse_args()
    if compiler() is None:
        print("powercut: skipped, it takes Linux and a C compiler")
        return 0
    clock = Clock()
    with scratch() as folder:
        library = library_in(folder)
        found = _tried(folder, library, chosen.cuts, chosen.seed, chosen.edits, careless=False)
        seconds = clock.seconds
        control = _tried(folder, library, share_of(chosen.cuts), chosen.seed, chosen.edits, careless=True)
    return verdict("powercut", chosen.seed, seconds, found, control, least=0.5)


def _tried(folder: Path, library: Path, cuts: int, seed: int, edits: int, *, careless: bool) -> Tried:
    tried = Tried(cuts, 0)
    calls = 0
    for first in range(0, cuts, CUTS_A_SESSION):
        session = _session(folder, library, seed + first, edits, careless=careless)
        calls += len(session)
        chance = random.Random(f"{seed} {first}")
        moments = sorted(chance.randrange(1, len(session) + 1) for _ in range(min(CUTS_A_SESSION, cuts - first)))
        disk, at = Disk(), 0
        for moment in moments:
            while at < moment:
                disk.take(session[at])
                at += 1
            problem = _problem(folder / "image", disk.after_a_cut(chance), disk.said, chance)
            if problem:
                tried.lost += 1
                if not careless:
                    tried.problems.append(f"session {seed + first}, call {moment}: {problem}")
    tried.told = f"{calls} calls of {-(-cuts // CUTS_A_SESSION)} sessions"
    return tried


def _session(folder: Path, library: Path, seed: int, edits: int, *, careless: bool) -> list[Call]:
    """Run a session and return its calls, with names as they are below its folder. What they make must be its files."""
    home, log = folder / "home", folder / "log"
    shutil.rmtree(home, ignore_errors=True)
    log.unlink(missing_ok=True)
    home.mkdir()
    more = ["--careless"] if careless else []
    run_on(library, home, log, ["bench.session", str(home), f"--edits={edits}", f"--seed={seed}", *more])
    calls = [_below(home, call) for call in calls_in(log)]
    disk = Disk()
    for call in calls:
        disk.take(call)
    for file in disk.names.values():
        file.settle()
    real = {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}
    if {name: bytes(file.settled) for name, file in disk.names.items()} != real:
        raise RuntimeError("The disk was not told everything.")
    return calls


def _below(home: Path, call: Call) -> Call:
    paths = [str(Path(path).relative_to(home)) for path in call.path.split("\n")] if call.path else []
    return Call(call.what, call.fd, call.at, "\n".join(paths), call.bytes, call.empties)


def _problem(folder: Path, image: dict[str, bytes], said: str, chance: random.Random) -> str:
    """Open what a cut left, and return what is wrong with it: nothing, as a rule."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.items():
        if name != SAID:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    lines = said.split("\n")[:-1]
    hashes = [line for line in lines if line != "ready" and not line.startswith("backup ")]
    path = folder / MATTER
    if not path.exists():
        return "the matter is gone" if lines else ""
    try:
        with open_matter(path) as matter:
            found = [operation.hash for operation in matter.operations]
        backups = [line.removeprefix("backup ") for line in lines if line.startswith("backup ")]
        if backups and chance.random() < BACKUPS_TRIED:
            inspected(folder / backups[-1], current())
    except MatterError as error:
        return str(error)
    if found[: len(hashes)] != hashes:
        return f"{len(hashes)} edits were acknowledged, and not all of them are there"
    return "more than was ever asked for is there" if len(found) > len(hashes) + 1 else ""


if __name__ == "__main__":
    raise SystemExit(main())
