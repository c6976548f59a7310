"""Break small agreements in every format at random, read what comes of it, and count what is neither read nor refused.

What is read is read closely as well, and all that the window shows of it is derived.

    python -m bench.mutants --count 100000

Each mutant is read in a child with the limits that the window sets its own reading: 10 seconds of CPU and 1 GB of
memory beyond what the program itself takes. `--control` makes every hundredth reading fail on purpose: where that is
not told, the harness proves nothing. Exit status 0 where none crashed and none ran over the limits.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter

from bench.derived import read_and_derived
from bench.seeds import packed, seeds

from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.read import read
from carveout.agreement.record import from_record, to_record

A_CHILD = 200
SECONDS = 10.0
MEMORY = 2_000_000_000
BAD = ("crashed", "over the limits", "dead", "another record")
HOSTILE = (
    b"\x00", b"\xff\xfe", "\u202e".encode(), "\u2066\u200b".encode(), b"(" * 400, b"(a)" * 200, b"1." * 300,
    b"ivxlc" * 40, b"." * 300 + b"7", b" " * 3000 + b"x", b"<table><tr><td>" * 60, b"<div>" * 500, b"&a;&a;&a;",
    b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>", b"]]>", b"%PDF-1.7", b"PK\x03\x04",
    b"<PAGE>\n" * 40, b"TABLE OF CONTENTS\n", b"ARTICLE I\n" * 20, b"Section 1.1\n" * 20, b"\f\f\f", b"\r\r\n",
    b'"X" means "X" means ' * 20, b"other than except for provided, that " * 20, b"endobj", b"/Kids [3 0 R 3 0 R]",
    b"99999999999999999999", b"-1", b"1e309", "\U0001f4a5\ufffd\ufdd0".encode(), b"<w:p>", b"</w:p>", b'w:val="-7"',
)  # fmt: skip


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--control", action="store_true")
    chosen = options.parse_args()
    began = time.perf_counter()
    tally = Counter[str]()
    at = 0
    while at < chosen.count:
        outcomes = _in_a_child(chosen.seed, at, min(A_CHILD, chosen.count - at), control=chosen.control)
        tally.update(outcomes)
        at += len(outcomes)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.items()))
    print(f"{chosen.count} mutants (seed {chosen.seed}) in {time.perf_counter() - began:.0f} s: {told}")
    return 1 if any(tally[outcome] for outcome in BAD) else 0


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """Return the mutant of this number and the format that it was made from; the same for the same numbers."""
    chance = random.Random(f"{seed} {number}")
    kind, sound = chance.choice(sorted(_SEEDS.items()))
    if kind == "docx" and chance.random() < 0.9:
        with zipfile.ZipFile(io.BytesIO(sound)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        parts[name] = _broken(parts[name], chance)
        return kind, packed(parts)
    return kind, _broken(sound, chance)


_SEEDS = seeds()


def _broken(sound: bytes, chance: random.Random) -> bytes:
    content = bytearray(sound)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 1, 4, 40, 400)))
        match chance.randrange(7):
            case 0:
                content[at:end] = chance.randbytes(end - at)
            case 1:
                del content[at:end]
            case 2:
                content[at:at] = content[at:end] * chance.choice((1, 2, 50))
            case 3:
                content[at:at] = chance.choice(HOSTILE) * chance.choice((1, 1, 10))
            case 4:
                other = chance.choice(sorted(_SEEDS.values()))
                start = chance.randrange(len(other))
                content[at:at] = other[start : start + 300]
            case 5:
                del content[at + (len(content) - at) // 2 :]
            case 6:
                content[at:end] = bytes(byte ^ (1 << chance.randrange(8)) for byte in content[at:end])
    return bytes(content)


def outcome_of(content: bytes) -> str:
    """Read a mutant closely and return what came of it; what is read must come back from its records as it was."""
    try:
        reading = read(content, "mutant")
        return "read" if from_record(to_record(reading)) == reading and read_and_derived(reading) else "another record"
    except NotReadableError:
        return "refused"
    except MemoryError:
        return "over the limits"


def _in_a_child(seed: int, first: int, count: int, *, control: bool) -> list[str]:
    """Read a batch in a child; one that kills it is the last of the batch."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _try(seed, range(first, first + count), writes, control=control)
    os.close(writes)
    with os.fdopen(reads) as said:
        outcomes = said.read().splitlines()
    _, status = os.waitpid(child, 0)
    if len(outcomes) < count:
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        outcomes.append("over the limits" if killed == signal.SIGPROF else "dead")
        print(f"mutant {first + len(outcomes) - 1} of seed {seed}: {outcomes[-1]} (signal {killed})", file=sys.stderr)
    return outcomes


def _try(seed: int, numbers: range, says: int, *, control: bool) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        for number in numbers:
            kind, content = mutant(seed, number)
            signal.setitimer(signal.ITIMER_PROF, SECONDS * max(1.0, len(content) / 1e6))
            try:
                outcome = outcome_of(content)
                if control and number % 100 == 0:
                    raise AssertionError("on purpose")  # noqa: TRY301 (it stands for any fault of the reading)
            except Exception:  # noqa: BLE001 (whatever a reading raises beyond a refusal is what is looked for)
                outcome = "crashed"
                print(f"mutant {number} of seed {seed}, from {kind}:", file=sys.stderr)
                traceback.print_exc(limit=-3, file=sys.stderr)
            os.write(says, f"{outcome}\n".encode())
        os._exit(0)
    except BaseException:  # noqa: BLE001 (the child must not run its parent's clean-up)
        traceback.print_exc(file=sys.stderr)
        os._exit(1)


if __name__ == "__main__":
    raise SystemExit(main())
