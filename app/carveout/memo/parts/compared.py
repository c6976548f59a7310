"""The carve-outs of one subject compared: the picture, the wording side by side, how it drifts, and what it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.siblings.drift import Aspect, drift, subjects
from carveout.agreement.siblings.fan_out import fan_outs
from carveout.memo.parts.composer import strong
from carveout.memo.parts.picture import picture_rows
from carveout.memo.parts.table import nothing, table
from carveout.memo.typesetting.rows import Bookmark, gap
from carveout.memo.typesetting.style import BODY, CARVEOUT, CELL, CELL_QUIET, Face, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.siblings.drift import Column, Drift
    from carveout.agreement.siblings.fan_out import FanOut
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row

_COLUMNS = (("CLAUSE", 1.8), ("RULE", 2.4), ("WHAT IS EXCUSED", 2.4), ("CAUSE AND EVENT", 2.4), ("WHO, AND TAIL", 2.8))
_TOGETHER = (
    (Aspect.RULE, Aspect.RULE_SUBJECT, Aspect.PERIOD),
    (Aspect.OPERATOR, Aspect.EXCUSED),
    (Aspect.CAUSE, Aspect.EVENT),
    (Aspect.WHO, Aspect.TAIL),
)
"""The aspects that stand in a cell together, below each other."""
_DIFFERS = Style(Face.SEMIBOLD, CELL.size, CELL.leading, CARVEOUT)
_MOST_SUBJECTS = 6
_MOST_SIBLINGS = 40


def compared(composer: Composer, number: int) -> Iterator[Row]:
    """Yield each subject that two carve-outs or more are for: picture, wording, differences, and reach."""
    yield from composer.part(number, "Carve-outs compared")
    reading = composer.memo.reading
    named = subjects(reading)
    if not named:
        words = "No two carve-outs are for the same subject, so there is no wording to compare."
        yield from composer.paragraph([Run(words, BODY)])
    for subject in named[:_MOST_SUBJECTS]:
        first = True
        for row in composer.subhead(subject):
            if first:
                row.bookmark = Bookmark(subject, 1)
                first = False
            yield row
        yield from picture_rows(composer, subject)
        yield gap(6)
        yield from _wording(composer, drift(reading, subject))
        for fan in fan_outs(reading):
            if fan.carveout.subject == subject:
                yield from _reach(composer, fan)
    if len(named) > _MOST_SUBJECTS:
        rest = ", ".join(clipped(one, 60) for one in named[_MOST_SUBJECTS:])
        yield from composer.paragraph([Run(f"The window also compares those for {rest}.", CELL_QUIET)])


def _wording(composer: Composer, found: Drift) -> Iterator[Row]:
    shown = found.columns[:_MOST_SIBLINGS]
    yield from table(composer, _COLUMNS, (_sibling(composer, column) for column in shown))
    if len(found.columns) > len(shown):
        left = len(found.columns) - len(shown)
        yield from composer.paragraph([Run(f"{left} more stand in the window and in the schedule.", CELL_QUIET)])
    if found.differences:
        yield gap(4)
    for difference in found.differences:
        yield from composer.listed([Run(difference.message, CELL)])


def _sibling(composer: Composer, column: Column) -> Sequence[Sequence[Sequence[Run]]]:
    carveout = column.carveout
    entry = next(one for one in composer.memo.schedule if one.carveout == carveout)
    cells = {cell.aspect: cell for cell in column.cells}
    named = [
        [composer.citation(carveout.clause, CELL, brief=True)],
        [composer.to_carveout(entry, CELL)],
        [Run(composer.extent(carveout.span), CELL_QUIET)],
    ]
    found: list[Sequence[Sequence[Run]]] = [named]
    for together in _TOGETHER:
        paragraphs = []
        for aspect in together:
            cell = cells[aspect]
            pieces = [Run(piece.words, _DIFFERS if piece.differs else CELL) for piece in cell.pieces if piece.words]
            if pieces:
                paragraphs.append(pieces)
            elif cell.differs:
                paragraphs.append(
                    [Run(f"no {aspect.value}", strong(Style(CELL.face, CELL.size, CELL.leading, CARVEOUT)))]
                )
        found.append(paragraphs or nothing("none"))
    return found


def _reach(composer: Composer, fan: FanOut) -> Iterator[Row]:
    yield gap(8)
    where = composer.citation(fan.carveout.clause, BODY)
    runs = [Run(f"What “{clipped(fan.term.term, 80)}” leaves out in ", BODY), where, Run(f": {fan.sentence} ", BODY)]
    yield from composer.paragraph(runs)
    narrowed = [Run("Narrowed, with the uses of the term: ", CELL_QUIET)]
    for position, one in enumerate(fan.narrowed):
        narrowed.append(composer.citation(one.clause, CELL, brief=True))
        own = ", has its own words" if one.own else ""
        separator = "; " if position + 1 < len(fan.narrowed) else "."
        narrowed.append(Run(f" ({len(one.uses)}{own}){separator}", CELL_QUIET))
    yield from composer.paragraph(narrowed)
    if fan.untouched:
        left = [Run("Not helped, for they don’t use the term: ", CELL_QUIET)]
        for position, clause in enumerate(fan.untouched):
            left.append(composer.citation(clause, CELL, brief=True))
            left.append(Run(", " if position + 1 < len(fan.untouched) else ".", CELL_QUIET))
        yield from composer.paragraph(left)
