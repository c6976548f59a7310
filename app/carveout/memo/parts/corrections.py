"""The corrections of the outline: whoever cites by the memo must know where it isn't as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act
from carveout.memo.parts.composer import Column
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
_MADE = 150.0
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
    change, outline = correction.change, composer.memo.reading.outline
    found = outline.beginning(change.start)
    clause = outline.at(change.start) if found is None else found
    done: list[Run] = [Run(_DONE[change.act], CELL)]
    if change.act is Act.SPLIT:
        words = clipped(composer.memo.reading.text[change.start :][: 4 * _NAME], _NAME // 2)
        done.append(Run(f"from “{words}”, ", CELL))
    if clause is not None:
        name = outline[clause].heading
        done += [
            Run("now ", CELL),
            composer.citation(clause, CELL),
            Run(f" {clipped(name, _NAME)}" if name else "", CELL),
        ]
    made = f"{correction.by}, {long_date(correction.at.date())}"
    columns = (
        Column(LEFT, _CLAUSE - 6, [[Run(correction.clause, CELL)]]),
        Column(LEFT + _CLAUSE, MEASURE - _CLAUSE - _MADE - 6, [done]),
        Column(LEFT + MEASURE - _MADE, _MADE, [[Run(made, CELL_QUIET)]]),
    )
    return composer.table_row(columns, CELL)
