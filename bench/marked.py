"""Mark memos at random and read them back; then flip bytes of a marked memo, and read what comes of it.

    python -m bench.marked [FILE …] --marks 300 --flips 1000

A note is put on random words of an agreement and the memo written; another program then takes each highlight for its
own, under another name. Every comment must come back on the very words. The control reads the marks a line too low: it
must miss most. A flipped memo must bring something or be refused in a sentence, in a process of its own that neither
crashes nor takes longer than five seconds. Exit status 0 where all of that holds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reviewer import sample
from bench.scratch import scratch
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from carveout.agreement.read import read
from carveout.agreement.span import Span
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.returned.errors import MemoReturnError
from carveout.memo.returned.reading import Here, read_back
from carveout.memo.write import write
from carveout.review.anchoring import on_span
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.returned import Remarked
from carveout.review.returning import Told
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)
TOO_LONG = 5.0
LONGEST = 400
A_LINE = 14.0


def main() -> int:
    """Print a line a file and one for the flips."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--marks", type=int, default=300)
    options.add_argument("--flips", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--child", type=Path)
    given = options.parse_args()
    if given.child is not None:
        return _flipped(given.child, given.seed, given.flips)
    good = True
    with scratch() as folder:
        readings = [read(path.read_bytes(), path.name) for path in given.files] or [sample()[0]]
        for reading in readings:
            notes = notes_on(reading, given.marks, random.Random(given.seed))
            memo = folder / "memo.pdf"
            written(reading, notes, memo)
            theirs = marked(memo, 0.0)
            start = time.perf_counter()
            found = came_back(reading, notes, *theirs)
            took = time.perf_counter() - start
            missed = came_back(reading, notes, *marked(memo, A_LINE))
            print(f"{reading.source.name}: {found} of {len(notes)} on their words, control {missed}, {took:.2f} s")
            good = good and found == len(notes) and missed < len(notes) // 2
        small = folder / "small.pdf"
        reading, _ = sample()
        notes = notes_on(reading, 20, random.Random(given.seed))
        written(reading, notes, small)
        small.write_bytes(marked(small, 0.0)[0])
        good = _flips(small, given.flips, given.seed) and good
    return 0 if good else 1


def notes_on(reading: Reading, count: int, at_random: random.Random) -> dict[str, Annotation]:
    """Return notes on random words of a reading, by their ids; none on the same words as another."""
    notes: dict[Span, Annotation] = {}
    words = [paragraph.span for paragraph in reading.paragraphs if len(paragraph.span) > 1]
    for _ in range(20 * count):
        if len(notes) == count:
            break
        within = at_random.choice(words)
        start = at_random.randrange(within.start, within.end)
        span = _whole_words(reading.text, Span(start, min(within.end, start + at_random.randrange(1, LONGEST))))
        try:
            anchor = on_span(reading, span)
        except ValueError:
            continue
        name = f"note{len(notes)}"
        notes.setdefault(anchor.span, Annotation(name, AnnotationKind.NOTE, anchor, name, "A. Ito", AT))
    return {note.id: note for note in notes.values()}


def written(reading: Reading, notes: dict[str, Annotation], target: Path) -> None:
    """Write the memo of a review that has these notes."""
    review = Review(notes)
    write(memo_of(reading, review, heading_of(reading, review, AT.date())), target)


def marked(memo: Path, lower: float) -> tuple[bytes, set[str]]:
    """Return the memo with each highlight taken over by somebody else, moved down by some points.

    With it come the notes whose words go on over the page: nobody's mark does.
    """
    writer = PdfWriter(clone_from=memo)
    going_on = set()
    for page in writer.pages:
        kept = ArrayObject()
        for reference in page.get("/Annots", []):
            one = reference.get_object()
            if one["/Subtype"] not in {"/Highlight", "/Text", "/Popup"}:
                kept.append(reference)
            elif one["/Subtype"] == "/Highlight" and "-" in one["/NM"]:
                going_on.add(one["/NM"].partition("-")[0])
            elif one["/Subtype"] == "/Highlight":
                quads = [float(value) - lower * (at % 2) for at, value in enumerate(one["/QuadPoints"])]
                one[NameObject("/QuadPoints")] = ArrayObject(map(FloatObject, quads))
                one[NameObject("/T")] = TextStringObject("C. Meyer")
                one[NameObject("/NM")] = TextStringObject(f"theirs {one['/NM']}")
                one.pop("/Popup", None)
                kept.append(reference)
        page[NameObject("/Annots")] = kept
    target = memo.with_name("marked.pdf")
    writer.write(target)
    return target.read_bytes(), going_on


def came_back(reading: Reading, notes: dict[str, Annotation], memo: bytes, going_on: set[str]) -> int:
    """Return how many notes came back on their words; on the first part of them where they go on over the page."""
    returned = read_back(memo, Here(reading, Review(), Told()), AT)
    found = 0
    for came in returned.came:
        if isinstance(came, Remarked):
            name = came.note.comment.partition("\n")[0]
            sent, here = notes[name].anchor.span, came.note.anchor.span
            found += here == sent or (name in going_on and here.start == sent.start and here.end < sent.end)
    return found


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _flips(memo: Path, flips: int, seed: int) -> bool:
    """Flip bytes in children of fifty each, and print what came of it."""
    tally: Counter[str] = Counter()
    for start in range(0, flips, 50):
        command = [sys.executable, "-m", "bench.marked", "--child", str(memo)]
        command += ["--seed", str(seed + start), "--flips", str(min(50, flips - start))]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        if done.returncode < 0:
            tally[f"crashed ({signal.Signals(-done.returncode).name})"] += 1
        tally.update(line for line in done.stdout.splitlines() if line in {"brought", "refused", "slow", "failed"})
        if "failed" in done.stdout:
            print(done.stderr[-2000:])
    print(", ".join(f"{count} {what}" for what, count in tally.most_common()))
    return set(tally) <= {"brought", "refused"} and sum(tally.values()) == flips


def _flipped(memo: Path, seed: int, flips: int) -> int:
    """Read mutants of a memo, and print for each what came of it."""
    import traceback  # noqa: PLC0415

    content, at_random = memo.read_bytes(), random.Random(seed)
    here = Here(sample()[0], Review(), Told())
    for _ in range(flips):
        start = time.process_time()
        try:
            read_back(mutant(content, at_random), here, AT)
            said = "brought"
        except MemoReturnError:
            said = "refused"
        except Exception:  # noqa: BLE001  (the very thing that is looked for)
            traceback.print_exc()
            said = "failed"
        print("slow" if time.process_time() - start > TOO_LONG else said, flush=True)
    return 0


def mutant(content: bytes, at_random: random.Random) -> bytes:
    """Return bytes with some of them changed, cut out or doubled; sometimes the end is missing."""
    changed = bytearray(content)
    for _ in range(at_random.choice((1, 4, 32))):
        at = at_random.randrange(len(changed))
        match at_random.randrange(4):
            case 0:
                changed[at] ^= 1 << at_random.randrange(8)
            case 1:
                changed[at] = at_random.randrange(256)
            case 2:
                del changed[at : at + at_random.randrange(1, 40)]
            case _:
                changed[at:at] = changed[at : at + at_random.randrange(1, 40)]
    return bytes(changed[: at_random.randrange(len(changed))]) if at_random.random() < 0.05 else bytes(changed)


if __name__ == "__main__":
    sys.exit(main())
