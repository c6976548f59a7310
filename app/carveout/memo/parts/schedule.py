"""The carve-out schedule: the exact words, what they reach, and what should become of them; then the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import GapStrength
from carveout.memo.parts.composer import Column, paragraphs
from carveout.memo.parts.table import closed, nothing, table, table_head
from carveout.memo.reach import cited
from carveout.memo.typesetting.pages import LEFT, RIGHT
from carveout.memo.typesetting.rows import Row
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET, QUOTE, Face, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import CARVEOUT, VERDICT, VERDICT_DONE, clipped, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Gap
    from carveout.memo.memo import ScheduledCarveout
    from carveout.memo.parts.composer import Composer

_CLAUSE = LEFT + 28
_WORDS = LEFT + 118
_DECISION = LEFT + 356
_GAP = 14.0
_BARE = (("BARE", 1.5), ("WORDS THAT STAY BARE", 2.5), ("ITS SIBLING", 3.2), ("WHY IT MATTERS", 2.7))
_LONGEST = 200
_LONG = 700
"""Code points beyond which the words of a carve-out are set across the page, below the rest of their row."""
_QUOTED = Style(QUOTE.face, CELL.size, CELL.leading)
_VERDICT = Style(Face.SEMIBOLD, CELL.size, CELL.leading)


def schedule(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the carve-outs in the order of the text, and the clauses of the same role that stay bare."""
    yield from composer.part(number, "Carve-outs")
    entries = composer.memo.schedule
    if not entries:
        yield from composer.paragraph([Run("No carve-out was found in the document.", BODY)])
    else:
        head = table_head(
            composer, ((LEFT, "NO."), (_CLAUSE, "CLAUSE"), (_WORDS, "WORDS AND REACH"), (_DECISION, "DECISION"))
        )
        yield from head
        for entry in entries:
            for row in _entry(composer, entry):
                row.head = head
                yield row
    yield from _gaps(composer)


def decided(entry: ScheduledCarveout) -> str:
    """Return what was decided about a carve-out, and by whom, in a few words."""
    decision = entry.decision
    return f"{VERDICT_DONE[decision.verdict]} by {decision.by}" if decision else "undecided"


def _entry(composer: Composer, entry: ScheduledCarveout) -> Iterator[Row]:
    carveout = entry.carveout
    quoted = [Run(f"“{composer.words_of(carveout)}”", _QUOTED)]
    long = len(carveout.span) > _LONG
    kind = [CARVEOUT[carveout.kind], *([f"for {carveout.subject}"] if carveout.subject else [])]
    columns = (
        Column(LEFT, _CLAUSE - LEFT - 4, [[composer.to_carveout(entry, CELL)]]),
        Column(
            _CLAUSE,
            _WORDS - _CLAUSE - _GAP,
            [
                [composer.citation(carveout.clause, CELL)],
                [Run(composer.extent(carveout.span), CELL_QUIET)],
                [Run(" ".join(kind), CELL_QUIET)],
            ],
        ),
        Column(
            _WORDS,
            _DECISION - _GAP - _WORDS,
            [*([] if long else [quoted]), *_reach(composer, entry)],
        ),
        Column(_DECISION, RIGHT - _DECISION, _decision(entry)),
    )
    yield Row(3.5, keep=True)
    first = True
    for row in closed(composer.table_row(columns, CELL), [] if not long else _across(composer, quoted)):
        if first:
            row.places.append(f"schedule-{entry.number}")
            first = False
        yield row


def _across(composer: Composer, quoted: Sequence[Run]) -> Iterator[Row]:
    yield Row(2, keep=True)
    yield from composer.paragraph(quoted, _CLAUSE, RIGHT - _CLAUSE)


def _reach(composer: Composer, entry: ScheduledCarveout) -> list[list[Run]]:
    outline = composer.memo.reading.outline
    named = cited(outline, entry.carveout.reaches)
    if not named:
        return []
    runs = [Run("Reaches ", CELL_QUIET)]
    for position, (name, clause) in enumerate(named):
        if position:
            runs.append(Run(" and " if clause is None else ", ", CELL_QUIET))
        runs.append(Run(name, CELL_QUIET) if clause is None else composer.to_clause(name, clause, CELL_QUIET))
    return [runs]


def _decision(entry: ScheduledCarveout) -> Iterator[list[Run]]:
    decision = entry.decision
    if decision is None:
        yield [Run("Undecided", CELL_QUIET)]
        return
    yield [Run(VERDICT[decision.verdict], _VERDICT)]
    yield from paragraphs(decision.reason, CELL)
    yield [Run(f"{decision.by}, {long_date(decision.at.date())}", CELL_QUIET)]


def _gaps(composer: Composer) -> Iterator[Row]:
    gaps = composer.memo.reading.gaps
    if not gaps:
        return
    yield from composer.subhead("Clauses of the same role that stay bare")
    order = list(GapStrength)
    shown = sorted(gaps, key=lambda gap: (order.index(gap.strength), gap.clause))
    yield from table(composer, _BARE, (_gap(composer, gap) for gap in shown))


def _gap(composer: Composer, gap: Gap) -> Sequence[Sequence[Sequence[Run]]]:
    reading = composer.memo.reading
    where = [[Run(composer.extent(gap.words), CELL_QUIET)]] if gap.words else []
    named = [[composer.citation(gap.clause, CELL)], *where, [Run(gap.strength.value, CELL_QUIET)]]
    bare = nothing("") if gap.words is None else [[Run(f"“{clipped(gap.words.of(reading.text), _LONGEST)}”", CELL)]]
    if gap.sibling is None:
        return named, bare, nothing("none"), [[Run(gap.message, CELL)]]
    twin = [[composer.citation(gap.sibling, CELL)]]
    found = (one for one in reading.carveouts if one.clause == gap.sibling and one.subject == gap.subject)
    excused = next(found, None)
    if excused is not None:
        twin.append([Run(composer.extent(excused.span), CELL_QUIET)])
        twin.append([Run(f"“{clipped(composer.words_of(excused), _LONGEST)}”", CELL)])
    return named, bare, twin, [[Run(gap.message, CELL)]]
