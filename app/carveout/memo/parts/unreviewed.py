"""What was not reviewed: a memo that doesn't say it would be read as if everything had been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.instructions import Part
from carveout.memo.parts.attested import attested
from carveout.memo.parts.composer import Column, coloured
from carveout.memo.parts.corrections import corrections
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import gap
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped, counted, long_date, sentence
from carveout.review.annotation import AnnotationKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span
    from carveout.memo.memo import RepresentationEntry, ScheduledCarveout
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row

_WORDS = 56
_CLAUSE = 126.0
_ABOUT = {
    "annotations": "An annotation",
    "marks": "What was read or cleared",
    "decisions": "What becomes of a carve-out",
    "corrections": "A correction of the outline",
    "dismissals": "Why a finding was dismissed",
    "scenarios": "A scenario",
    "judgements": "A judgement in a scenario",
    "replies": "A reply",
    "links": "A link",
    "ranks": "Where a note stands in the own order",
    "reviewers": "A reviewer",
}
_PLACE = 98.0


def unreviewed(composer: Composer, number: int) -> Iterator[Row]:
    """Yield who attests to what, and all that is still open; then where the outline was corrected."""
    yield from composer.part(number, Part.OPEN.called)
    yield from attested(composer)
    yield from _left(composer)
    yield from _asked(composer)
    yield from _disputed(composer)
    yield from corrections(composer)


def _left(composer: Composer) -> Iterator[Row]:
    memo = composer.memo
    if not memo.unread and not memo.undecided:
        yield from composer.paragraph([Run("Every representation was read and every carve-out decided.", BODY)])
        return
    if memo.unread:
        verb = "is" if len(memo.unread) == 1 else "are"
        said = sentence(f"{counted(len(memo.unread), 'representation')} {verb} unread")
        yield from _stated(composer, said)
        for unread in memo.unread:
            yield from _representation(composer, unread)
        yield gap(8)
    if memo.undecided:
        said = sentence(f"nothing is decided about {counted(len(memo.undecided), 'carve-out')}")
        yield from _stated(composer, said)
        for undecided in memo.undecided:
            yield from _carveout(composer, undecided)


def _asked(composer: Composer) -> Iterator[Row]:
    """Yield the questions that nobody has resolved."""
    questions = [n for n in composer.memo.of_kind(AnnotationKind.QUESTION) if n.annotation.status is Status.OPEN]
    if not questions:
        return
    yield gap(8)
    verb = "is" if len(questions) == 1 else "are"
    yield from _stated(composer, sentence(f"{counted(len(questions), 'question')} {verb} open"))
    for note in questions:
        anchor = note.annotation.anchor
        named = [composer.to_note(note, CELL), Run("\u00a0 ", CELL), composer.citation(anchor.clause, CELL)]
        yield from _row(composer, named, anchor.span, clipped(note.annotation.comment, _WORDS))


def _disputed(composer: Composer) -> Iterator[Row]:
    """Yield what merged copies of the matter say of the same thing, where nobody has settled it."""
    conflicts = composer.memo.conflicts
    if not conflicts:
        return
    yield gap(8)
    verb = "is" if len(conflicts) == 1 else "are"
    said = (
        f"{counted(len(conflicts), 'conflict')} between merged copies {verb} unsettled; the memo shows one side of each"
    )
    yield from _stated(composer, sentence(said))
    for conflict in conflicts:
        sides = ", ".join(f"{side.by} ({long_date(side.at.date())})" for side in conflict.sides)
        yield from composer.listed([Run(f"{_ABOUT.get(conflict.about, conflict.about)}: {sides}", CELL)])


def _stated(composer: Composer, said: str) -> Iterator[Row]:
    for row in composer.paragraph([Run(said, BODY)]):
        row.keep = True
        yield row


def _representation(composer: Composer, entry: RepresentationEntry) -> Iterator[Row]:
    clause = composer.memo.reading.outline[entry.representation.clause]
    return _row(composer, [composer.citation(clause.id, CELL)], clause.span, clipped(composer.named(clause.id), _WORDS))


def _carveout(composer: Composer, entry: ScheduledCarveout) -> Iterator[Row]:
    number = Run(f"C{entry.number}", coloured(CELL), link=f"schedule-{entry.number}")
    named = [number, Run("\u00a0 ", CELL), composer.citation(entry.carveout.clause, CELL)]
    words = f"“{clipped(composer.words_of(entry.carveout), _WORDS)}”"
    return _row(composer, named, entry.carveout.span, words)


def _row(composer: Composer, named: list[Run], span: Span, words: str) -> Iterator[Row]:
    indent = _CLAUSE + _PLACE
    columns = (
        Column(LEFT, _CLAUSE - 6, [named]),
        Column(LEFT + _CLAUSE, _PLACE - 6, [[Run(composer.extent(span), CELL_QUIET)]]),
        Column(LEFT + indent, MEASURE - indent, [[Run(words, CELL)]]),
    )
    return composer.table_row(columns, CELL)
