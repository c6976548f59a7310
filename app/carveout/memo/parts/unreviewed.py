"""What was not reviewed: a memo that doesn't say it would be read as if everything had been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.attested import attested
from carveout.memo.parts.composer import Column, coloured
from carveout.memo.parts.corrections import corrections
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import gap
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped, counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span
    from carveout.memo.memo import RepresentationEntry, ScheduledCarveout
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row

_WORDS = 56
_CLAUSE = 110.0
_PLACE = 104.0


def unreviewed(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the unread representations, the undecided carve-outs, and where the outline was corrected."""
    yield from composer.part(number, "Not reviewed")
    yield from attested(composer)
    yield from _left(composer)
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
