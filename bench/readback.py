"""Read a memo back from its PDF, and compare it with what went in: every note, reply, quotation and citation.

    python -m bench.readback [FILE …] [--notes 300]

The example review, and notes with hostile Unicode all over each agreement that is named (else a made one of 400 KB).
Each part is read by columns and must say what the review says, in order, and nothing else; the annotated agreement must
be the source, its margin the source's lines; a highlight must lie on its words, and each number lead to them and back.
The control is the same memo held against a review of which one word differs: it must be noticed. Exit status 0 then.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.agreed import agreed
from bench.large import agreement
from bench.led import misled
from bench.memos import AT, of_example
from bench.printed import Printed
from bench.said import said_by
from bench.scratch import scratch

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.mark import Decision, Verdict
from carveout.review.review import Review
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.annotation import Anchor

HOSTILE = (
    "The <Company> & <b>its</b> accounts; $5 (five) \\ %s {x}",
    "Ελληνικά русский 日本語の文章も折り返す。 e\u0301 ﬁ",
    "𠮷野家 \U0001f4a9 quiet\u202eteiuq \u2066x\u2069 עברית عربي",
    "\x00 \x1b \x1c \x85 half \ud800 a pair \ufffe",
    "no\u200bspace soft\u00adhyphen a\u00a0b c\u202fd e\u2028f\u2029g",
    "one\n\n  two\tthree \u3000 four\r\nfive",
    "x" * 200,
    "“quoted” [12] C3 … p. 4, ll. 5–6",
)
"""Beside words that are none of a contract's, what the memo's own signs look like."""
_WORDS = ("the", "exception", "names", "a", "letter", "that", "nobody", "has", "seen", "ask", "for", "it", "Schedule")


def main() -> int:
    """Print a line a memo."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--notes", type=int, default=300)
    options.add_argument("--kilobytes", type=int, default=400)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    reading, review = of_example()
    memos = [("example", memo_of(reading, review, heading_of(reading, review, AT.date())))]
    sources = [(path.name, path.read_bytes()) for path in given.files]
    for name, content in sources or [("made.txt", agreement(given.kilobytes / 1000).encode())]:
        chance = random.Random(given.seed)
        reading = read_closely(read(content, name))
        review = noted(reading, given.notes, chance)
        memos.append((name, memo_of(reading, review, heading_of(reading, review, AT.date()))))
    agree = [_told(name, memo) for name, memo in memos]
    return 0 if all(agree) else 1


def _told(name: str, memo: Memo) -> bool:
    start = time.perf_counter()
    with scratch() as folder:
        write(memo, folder / "memo.pdf")
        printed = Printed(folder / "memo.pdf")
        pages = len(printed.pages)
    checked, faults = read_back(memo, printed)
    _, noticed = read_back(otherwise(memo), printed)
    took = time.perf_counter() - start
    for fault in faults[:10]:
        print(f"  {fault}")
    compared = f"{checked} sayings read back, {len(faults)} faults, control {len(noticed)}"
    print(f"{name}: {pages} pages, {compared}, {took:.1f} s")
    return not faults and bool(noticed)


def read_back(memo: Memo, printed: Printed) -> tuple[int, list[str]]:
    """Return how much was compared, and each fault in words."""
    sayings = said_by(memo)
    faults = [fault for saying in sayings for fault in agreed(saying, printed)]
    return sum(len(saying.said) for saying in sayings), [*faults, *misled(memo, printed)]


def otherwise(memo: Memo) -> Memo:
    """Return the memo with another word in the last of its notes."""
    *notes, last = memo.notes
    other = replace(last, annotation=replace(last.annotation, comment=f"{last.annotation.comment} not"))
    return replace(memo, notes=(*notes, other))


def noted(reading: Reading, count: int, chance: random.Random) -> Review:
    """Return a review with notes of every kind on random words, clauses and carve-outs, some answered."""
    kinds, made = list(AnnotationKind), {}
    for number in range(count):
        kind, name = kinds[number % len(kinds)], f"n{number:04}"
        made[name] = Annotation(
            name,
            kind,
            _anchor(reading, chance),
            _comment(chance),
            chance.choice(("First reader", "Second reader", "山田 & Söhne")),
            AT,
            chance.choice(list(Severity)) if kind is AnnotationKind.ISSUE else None,
            _comment(chance) if kind is AnnotationKind.PROPOSAL else "",
            Status.RESOLVED if number % 7 == 0 else Status.OPEN,
        )
    replies = {
        f"r{number}": Reply(f"r{number}", chance.choice(list(made)), _comment(chance), "Second reader", AT)
        for number in range(count // 5)
    }
    decisions = {
        one.span: Decision(chance.choice(list(Verdict)), _comment(chance), "First reader", AT)
        for one in reading.carveouts[::2]
    }
    return Review(made, {}, decisions, replies=replies)


def _comment(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randrange(1, 60))
    words.insert(chance.randrange(len(words) + 1), chance.choice(HOSTILE))
    return " ".join(words)


def _anchor(reading: Reading, chance: random.Random) -> Anchor:
    if reading.carveouts and chance.random() < 0.3:
        return on_carveout(reading, chance.choice(reading.carveouts))
    clause = chance.randrange(len(reading.outline))
    span = reading.outline[clause].span
    start = chance.randrange(span.start, span.end)
    end = min(span.end, start + chance.randrange(1, 400))
    if chance.random() < 0.4 or not reading.text[start:end].strip():
        return on_clause(reading, clause)
    return on_span(reading, type(span)(start, end))


if __name__ == "__main__":
    sys.exit(main())
