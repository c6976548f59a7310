"""Attachments bound to the clauses that cite them, and a filing's figures recomputed, as grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import cite, short
from carveout.agreement.filing import ties
from carveout.agreement.schedules import Held, bindings
from carveout.gui.grid.cells import words_of
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Row, Run, Target, nothing, said
from carveout.gui.inspector.pill import Tone

if TYPE_CHECKING:
    from carveout.agreement.filing import Tie
    from carveout.agreement.reading import Reading
    from carveout.agreement.schedules import Binding

_SCHEDULES = (
    Column("Attachment", 1, 170),
    Column("Held", 0, 130),
    Column("Cited in", 1, 140),
    Column("What it is said to hold", 3, 240),
)
_FIGURES = (
    Column("Clause", 0, 150),
    Column("Figure", 1, 150),
    Column("Working", 3, 260),
    Column("From", 2, 180),
    Column("Ties", 0, 110),
)
_HELD = {
    Held.ATTACHED: ("attached", Tone.GOOD),
    Held.APART: ("delivered apart", Tone.NEUTRAL),
    Held.OMITTED: ("left out", Tone.NEUTRAL),
    Held.MISSING: ("missing", Tone.BAD),
}
_MOST = 8


def schedules_grid(reading: Reading) -> Grid:
    """Return each attachment, where it can be read, who cites it, and what it is said to hold."""
    return Grid(_SCHEDULES, tuple(_attachment(reading, one) for one in bindings(reading)))


def figures_grid(reading: Reading) -> Grid:
    """Return each figure of a filing that can be recomputed, those that don't tie first."""
    return Grid(_FIGURES, tuple(_figure(reading, one) for one in sorted(ties(reading), key=lambda one: one.ties)))


def _attachment(reading: Reading, binding: Binding) -> Row:
    goes = None
    blocks = [Block((Run(binding.name),), Face.STRONG)]
    if binding.attachment is not None:
        goes = Target(binding.attachment)
        heading = reading.outline[binding.attachment].heading
        blocks += [Block((Run(heading),), Face.MUTED)] if heading else []
    places = list(dict.fromkeys(short(reading.outline[one.clause]) for one in binding.citations))
    more = f" and {len(places) - _MOST} more" if len(places) > _MOST else ""
    first = binding.citations[0] if binding.citations else None
    cited = Target(first.clause, first.span) if first else None
    promises = list(dict.fromkeys(words_of(reading, one.promise) for one in binding.citations if one.promise))
    cells = (
        Cell(tuple(blocks), goes=goes or cited),
        Cell(pill=_HELD[binding.held]),
        said(", ".join(places[:_MOST]) + more, goes=cited) if places else nothing("nobody"),
        Cell(tuple(Block((Run(one),), Face.QUOTE) for one in promises[:_MOST]), goes=cited),
    )
    return Row((binding.name, binding.attachment), cells)


def _figure(reading: Reading, tie: Tie) -> Row:
    clause = tie.clause if tie.clause is not None else reading.outline.at(tie.statement.start)
    goes = Target(clause, tie.statement) if clause is not None else None
    sources = []
    for span in tie.sources:
        at = reading.outline.at(span.start)
        sources.append(f"{words_of(reading, span)}: {cite(reading, at, span)}" if at is not None else "")
    cells = (
        said(short(reading.outline[clause]) if clause is not None else "", Face.STRONG, goes=goes),
        said(words_of(reading, tie.statement), Face.QUOTE, goes=goes),
        said(tie.working, goes=goes),
        Cell(tuple(Block((Run(one),), Face.MUTED) for one in sources if one), goes=goes),
        Cell(pill=("ties", Tone.GOOD) if tie.ties else ("doesn’t tie", Tone.BAD), goes=goes),
    )
    return Row((tie.statement, tie.working), cells)
