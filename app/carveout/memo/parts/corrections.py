"""The corrections of the outline: whoever cites by the memo must know where it isn't as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act
from carveout.memo.parts.composer import SEPARATOR, Column
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import gap
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped, counted, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row
    from carveout.review.correction import Correction

_CLAUSE = 110.0
_NAME = 80
_DONE = {
    Act.PROMOTE: "promoted, ",
    Act.DEMOTE: "demoted, ",
    Act.SPLIT: "split, ",
    Act.JOIN: "joined with the clause before it, ",
    Act.RENAME: "renamed, ",
}


def corrections(composer: Composer) -> Iterator[Row]:
    """Yield a line for each correction of the outline, in the order in which they were made; nothing without any."""
    memo = composer.memo
    if not memo.corrections:
        return
    yield gap(8)
    said = f"The outline was corrected by hand in {counted(len(memo.corrections), 'place')}."
    for row in composer.paragraph([Run(said, BODY)]):
        row.keep = True
        yield row
    for correction in memo.corrections:
        yield from _line(composer, correction)


def _line(composer: Composer, correction: Correction) -> Iterator[Row]:
    made = Run(f"{SEPARATOR}{correction.by}, {long_date(correction.at.date())}", CELL_QUIET)
    columns = (
        Column(LEFT, _CLAUSE - 6, [[Run(correction.clause, CELL)]]),
        Column(LEFT + _CLAUSE, MEASURE - _CLAUSE, [[*_done(composer, correction), made]]),
    )
    return composer.table_row(columns, CELL)


def _done(composer: Composer, correction: Correction) -> Iterator[Run]:
    """Yield what was done, what the clause is called now and, where it was moved, what it stands below."""
    change, reading = correction.change, composer.memo.reading
    yield Run(_DONE[change.act], CELL)
    found = reading.outline.beginning(change.start)
    found = reading.outline.at(change.start) if found is None else found
    if found is None:
        return
    clause = reading.outline[found]
    if change.act is Act.SPLIT:
        yield Run(f"from “{clipped(reading.text[change.start : clause.end], _NAME // 2)}”, ", CELL)
    yield Run("now ", CELL)
    yield composer.citation(clause.id, CELL)
    if clause.heading:
        yield Run(f" {clipped(clause.heading, _NAME)}", CELL)
    if change.act in {Act.PROMOTE, Act.DEMOTE}:
        yield Run(" at the top" if clause.parent is None else " below ", CELL)
        if clause.parent is not None:
            yield composer.citation(clause.parent, CELL)
