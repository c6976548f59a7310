"""Make the client's memo of many random matters and look for anything internal in it, down to the inflated streams.

    python -m bench.canary --matters 1000

Every internal note, its wording, its tags, whom it was given to, the replies to it and what is linked to it carry a
word that stands nowhere else, as do the tags and the assignees of shared notes, the internal sides of conflicts, the
ranks of all notes in counsel's own order with who differs about them, and shared notes that a merged copy has as
internal. The words are looked for in the pages' text, the comments, the properties, the bookmarks, the attachments and
every object of the file, as it is stored and as it is inflated, in each way in which a PDF writes text. The control
makes the firm's memo of the same matters, where the words must be found. Exit status 0 where no client's memo holds
any.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bench.large import agreement
from bench.scratch import scratch
from bench.verdict import Clock, Tried, share_of, verdict
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.agreement.span import Span
from carveout.memo.instructions import Audience, Instructions
from carveout.memo.memo import memo_for
from carveout.memo.write import write
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status, Visibility
from carveout.review.conflict import Conflict, Side
from carveout.review.link import Link
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review
from carveout.review.reviewer import Reviewer
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Anchor

AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)
DAY = AT.date()
_MOST = 12
_LETTERS = "bcdfghjkmnpqrstvwxz"
_WORDS = ("the petition", "a limit in time", "material changes", "the schedule", "株式会社", "fair presentation")


class Matter(NamedTuple):
    """A review, the words of it that nobody outside may see, and how many shared notes must be seen."""

    review: Review
    canaries: tuple[str, ...]
    shared: tuple[str, ...]


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--matters", type=int, default=1000)
    options.add_argument("--seed", type=int, default=6)
    chosen = options.parse_args()
    readings = tuple(read_closely(read(agreement(size).encode(), "deal.txt")) for size in (0.006, 0.012))
    clock = Clock()
    found = _tried(readings, Audience.CLIENT, chosen.matters, chosen.seed)
    seconds = clock.seconds
    control = _tried(readings, Audience.FIRM, share_of(chosen.matters), chosen.seed)
    return verdict("canary", chosen.seed, seconds, found, control, least=0.5)


def _tried(readings: tuple[Reading, ...], audience: Audience, matters: int, seed: int) -> Tried:
    chance = random.Random(seed)
    lost, words, objects = 0, 0, 0
    problems = []
    with scratch() as folder:
        for number in range(matters):
            reading = chance.choice(readings)
            matter = random_matter(reading, chance)
            target = folder / "memo.pdf"
            write(memo_for(reading, matter.review, Instructions(audience=audience), DAY), target)
            told = list(everything_in(target))
            seen = [word for word in matter.canaries if any(word in one for one in told)]
            lost += bool(seen)
            words += len(matter.canaries)
            objects += len(told)
            missing = [word for word in matter.shared if not any(word in one for one in told)]
            problems += [f"matter {number} lost a shared note: {word}" for word in missing]
    return Tried(matters, lost, f"{words} words looked for in {objects} texts", problems)


def random_matter(reading: Reading, chance: random.Random) -> Matter:
    """Return a review as random as reviews get, its internal parts marked with words of their own."""
    canaries: list[str] = []

    def canary() -> str:
        canaries.append("".join(chance.choices(_LETTERS, k=16)))
        return canaries[-1]

    annotations: dict[str, Annotation] = {}
    shared: list[str] = []
    for number in range(chance.randint(1, _MOST)):
        internal = chance.random() < 0.6
        word = canary() if internal else "".join(chance.choices(_LETTERS, k=15))
        if not internal:
            shared.append(word)
        kind = chance.choice(list(AnnotationKind))
        annotations[f"a{number}"] = Annotation(
            f"{word}-{number}" if internal else f"a{number}",
            kind,
            _anchor(reading, chance),
            f"{chance.choice(_WORDS)} {word}",
            canary() if internal else "First reader",
            AT,
            chance.choice(list(Severity)) if kind is AnnotationKind.ISSUE else None,
            f"{chance.choice(_WORDS)} {word}" if kind is AnnotationKind.PROPOSAL else "",
            chance.choice(list(Status)),
            (canary(),) if chance.random() < 0.5 else (),
            canary() if chance.random() < 0.5 else "",
            DAY if chance.random() < 0.3 else None,
            Visibility.INTERNAL if internal else Visibility.SHARED,
        )
    annotations = {one.id: one for one in annotations.values()}
    hidden = [one for one in annotations.values() if one.visibility is Visibility.INTERNAL]
    for one in hidden:  # on a representation it shows who has read it, which is no secret; elsewhere it is one
        if any(reading.outline[r.clause].span.holds(one.anchor.span) for r in reading.representations):
            canaries.remove(one.author)
            annotations[one.id] = replace(one, author="Second reader")
    replies = {}
    for number, one in enumerate(chance.choices(list(annotations.values()), k=chance.randint(0, _MOST))):
        words = canary() if one.visibility is Visibility.INTERNAL else "Agreed."
        replies[f"r{number}"] = Reply(f"r{number}", one.id, words, "Second reader", AT)
    links = {}
    for number, one in enumerate(hidden):
        other = chance.choice((chance.choice(list(annotations)), chance.randrange(len(reading.outline))))
        links[f"l{number}"] = Link(f"l{number}", (one.id, other), canary(), AT)
    sides = (Side(one, canary(), AT) for one in hidden)
    conflicts = tuple(
        Conflict("annotations", side.value.id, ("comment",), (side, Side(None, "Second reader", AT)))
        for side in sides
        if isinstance(side.value, Annotation)
    )
    for one in annotations.values():  # a copy of the matter has it internal, and nobody has settled which it is
        if one.visibility is Visibility.SHARED and chance.random() < 0.2:
            word = one.comment.split()[-1]
            shared.remove(word)
            canaries.append(word)
            sides_of_it = (Side(one, "First reader", AT), Side(replace(one, visibility=Visibility.INTERNAL), "B", AT))
            conflicts += (Conflict("annotations", one.id, ("visibility",), sides_of_it),)
    ranks = {id_: canary() for id_ in annotations if chance.random() < 0.3}
    disputed = (id_ for id_ in ranks if chance.random() < 0.5)
    conflicts += tuple(
        Conflict("ranks", id_, (), (Side(ranks[id_], canary(), AT), Side(canary(), "First reader", AT)))
        for id_ in disputed
    )
    marked = chance.sample(range(len(reading.outline)), 2)
    marks = {clause: (Mark(chance.choice([State.READ, State.CLEARED]), "First reader", AT),) for clause in marked}
    decided = [one for one in reading.carveouts if chance.random() < 0.5]
    decisions = {one.span: Decision(chance.choice(list(Verdict)), "Too wide.", "First reader", AT) for one in decided}
    reviewers = {one.author: Reviewer(one.author, canary(), "blue") for one in hidden if one.author in canaries}
    review = Review(
        annotations,
        marks,
        decisions,
        replies=replies,
        links=links,
        ranks=ranks,
        reviewers=reviewers,
        conflicts=conflicts,
    )
    return Matter(review, tuple(canaries), tuple(shared))


def _anchor(reading: Reading, chance: random.Random) -> Anchor:
    where = chance.random()
    if where < 0.3 and reading.carveouts:
        return on_carveout(reading, chance.choice(reading.carveouts))
    clause = chance.randrange(len(reading.outline))
    if where < 0.6:
        return on_clause(reading, clause)
    span = reading.outline[clause].span
    start = chance.randrange(span.start, span.end)
    end = chance.randint(start, span.end)
    return on_span(reading, Span(start, end)) if reading.text[start:end].strip() else on_clause(reading, clause)


def everything_in(file: Path) -> Iterator[str]:
    """Yield all that a PDF says: as stored, every object and stream inflated, and the words of its pages."""
    stored = file.read_bytes()
    yield from _readings_of(stored)
    reader = PdfReader(file)
    yield repr(reader.metadata)
    yield repr(reader.outline)
    yield repr(reader.attachments)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield repr(found)
        if isinstance(found, StreamObject):
            yield from _readings_of(found.get_data())
    for page in reader.pages:
        yield re.sub(r"\s", "", page.extract_text())


def _readings_of(data: bytes) -> Iterator[str]:
    """Yield bytes as the texts that they may be: one byte a character, two, or hexadecimal digits of either."""
    for one in (data, *(bytes.fromhex(digits.decode()) for digits in re.findall(rb"<((?:[0-9A-Fa-f]{2}){8,})>", data))):
        yield one.decode("latin-1")
        yield one.replace(b"\x00", b"").decode("latin-1")


if __name__ == "__main__":
    raise SystemExit(main())
