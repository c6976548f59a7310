"""Wording, reach and gaps of one subject as grids."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.agreement.content import GapStrength
from carveout.agreement.siblings.drift import Aspect, drift
from carveout.agreement.siblings.fan_out import fan_outs
from carveout.gui.glyphs import Glyph, glyph_of_carveout
from carveout.gui.grid.cells import clause_cell, words_of
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Heading, Row, Run, Target, nothing, said
from carveout.gui.inspector.pill import TONE_OF_VERDICT, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Carveout, Gap
    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.drift import Cell as DriftCell
    from carveout.agreement.siblings.drift import Drift
    from carveout.agreement.siblings.fan_out import FanOut, Narrowed
    from carveout.review.review import Review

_SHORT = {
    Aspect.OPERATOR: 96,
    Aspect.WHO: 132,
    Aspect.CAUSE: 88,
    Aspect.TAIL: 88,
    Aspect.ENDING: 78,
    Aspect.RULE_SUBJECT: 84,
}
_TITLES = {Aspect.RULE_SUBJECT: "Subject", Aspect.RULE: "Rule", Aspect.ENDING: "Ends with"}
_CLAUSE = Column("Clause", 0, 104)
_ASPECTS = {
    aspect: Column(
        _TITLES.get(aspect, aspect.value.capitalize()), int(aspect is not Aspect.ENDING), _SHORT.get(aspect, 110)
    )
    for aspect in Aspect
}
_DIFFERENCES = (Column("How they differ", 3, 300), Column("Clauses", 1, 160))
_REACH = (
    Column("Clause", 1, 170),
    Column("Role", 0, 118),
    Column("Uses", 0, 60),
    Column("Lines", 1, 110),
    Column("Its own words for the subject", 2, 200),
)
_GAPS = (
    Column("Bare", 0, 120),
    Column("The words that stay bare", 2, 200),
    Column("Its sibling", 0, 110),
    Column("What the sibling excuses", 2, 200),
    Column("Why it matters", 2, 200),
)
_GLYPHS = {GapStrength.STRONG: Glyph.HIGH, GapStrength.MEDIUM: Glyph.MEDIUM, GapStrength.LOW: Glyph.LOW}


def wording_grid(reading: Reading, review: Review, found: Drift) -> Grid:
    """Return a row for each sibling, what differs from most of them marked; no column for what none of them says."""
    said_of = [any(column.cells[at].pieces for column in found.columns) for at in range(len(Aspect))]
    columns = (_CLAUSE, *compress(_ASPECTS.values(), said_of))
    rows = tuple(
        Row(
            column.carveout.span,
            (
                _sibling(reading, review, column.carveout),
                *(_aspect(column.carveout, cell) for cell in compress(column.cells, said_of)),
            ),
        )
        for column in found.columns
    )
    return Grid(columns, rows)


def differences_grid(reading: Reading, found: Drift) -> Grid:
    """Return the differences in words, with the clauses that they lie between."""
    rows = tuple(
        Row(
            at,
            (
                said(one.message, goes=_place(one.carveouts[0]) if one.carveouts else None),
                said(", ".join(short(reading.outline[c.clause]) for c in one.carveouts), Face.MUTED),
            ),
        )
        for at, one in enumerate(found.differences)
    )
    return Grid(_DIFFERENCES, rows)


def reach_grid(reading: Reading, subject: str | None) -> Grid:
    """Return the clauses that a definition's exclusion of the subject narrows, and those that it doesn't help."""
    rows: list[Row | Heading] = []
    for fan in fan_outs(reading):
        if subject is None or fan.carveout.subject == subject:
            rows += _fan(reading, fan)
    return Grid(_REACH, tuple(rows))


def gaps_grid(reading: Reading, subject: str | None) -> Grid:
    """Return the gaps of a subject, the gravest first, and below them those that are for no subject."""
    order = list(GapStrength)
    every = sorted(reading.gaps, key=lambda gap: order.index(gap.strength))
    own = [_gap(reading, gap) for gap in every if gap.subject is not None and gap.subject == subject]
    other = [_gap(reading, gap) for gap in every if gap.subject is None]
    heading = [Heading("other", "For no one subject", str(len(other)))] if own and other else []
    return Grid(_GAPS, (*own, *heading, *other))


def drift_of(reading: Reading, subject: str) -> Drift:
    """Return how the siblings of a subject differ."""
    return drift(reading, subject)


def _place(carveout: Carveout) -> Target:
    return Target(carveout.clause, carveout.span)


def _sibling(reading: Reading, review: Review, carveout: Carveout) -> Cell:
    decision = review.decisions.get(carveout.span)
    pill = (decision.verdict.value, TONE_OF_VERDICT[decision.verdict]) if decision else ("open", Tone.NEUTRAL)
    name = Block((Run(short(reading.outline[carveout.clause])),), Face.STRONG)
    return Cell((name,), glyph_of_carveout(carveout.kind), pill, _place(carveout), pill_last=True)


def _aspect(carveout: Carveout, cell: DriftCell) -> Cell:
    goes = Target(carveout.clause, cell.spans[0]) if cell.spans else _place(carveout)
    if not cell.pieces:
        return Cell((Block((Run("none", cell.differs),), Face.NOTHING),), goes=goes)
    runs = tuple(Run(piece.words, piece.differs) for piece in cell.pieces)
    return Cell((Block(runs, Face.QUOTE),), goes=goes)


def _fan(reading: Reading, fan: FanOut) -> Iterator[Row | Heading]:
    where = short(reading.outline[fan.carveout.clause])
    yield Heading(fan.carveout.span, f"“{fan.term.term}” ({where})", fan.sentence)
    for narrowed in fan.narrowed:
        yield Row((fan.carveout.span, narrowed.clause), tuple(_narrowed(reading, narrowed)))
    if fan.untouched:
        yield Heading(
            (fan.carveout.span, "untouched"),
            "Representations that it doesn’t help",
            "They don’t use the term: what the definition leaves out is not left out of them.",
        )
        for clause in fan.untouched:
            cells = (clause_cell(reading, clause), said("Representation"), nothing("0"), nothing(""), nothing(""))
            yield Row((fan.carveout.span, clause), cells)


def _narrowed(reading: Reading, narrowed: Narrowed) -> Iterator[Cell]:
    yield clause_cell(reading, narrowed.clause, narrowed.uses[0] if narrowed.uses else None)
    roles = ", ".join(role.value for role in narrowed.roles)
    yield said(roles.capitalize()) if roles else nothing("no role")
    yield said(str(len(narrowed.uses)))
    yield said(_lines(reading, narrowed), Face.MUTED)
    if not narrowed.own:
        yield nothing()
        return
    blocks = tuple(Block((Run(words_of(reading, one.span)),), Face.QUOTE) for one in narrowed.own)
    yield Cell(blocks, glyph_of_carveout(narrowed.own[0].kind), goes=_place(narrowed.own[0]))


def _lines(reading: Reading, narrowed: Narrowed) -> str:
    places = (reading.place(use.start) for use in narrowed.uses)
    found = dict.fromkeys(one.line if one.line is not None else one.page for one in places if one)
    return ", ".join(str(one) for one in found if one is not None)


def _gap(reading: Reading, gap: Gap) -> Row:
    bare = Block((Run(short(reading.outline[gap.clause])),), Face.STRONG)
    strength = Block((Run(gap.strength.value),), Face.MUTED)
    sibling = None if gap.sibling is None else reading.outline[gap.sibling]
    twins = [one for one in reading.carveouts if one.clause == gap.sibling and one.subject == gap.subject]
    cells = (
        Cell((bare, strength), _GLYPHS[gap.strength], goes=Target(gap.clause, gap.words)),
        said(words_of(reading, gap.words), Face.QUOTE, goes=Target(gap.clause, gap.words)) if gap.words else nothing(),
        said(short(sibling), Face.STRONG, goes=Target(sibling.id)) if sibling else nothing(),
        said(words_of(reading, twins[0].span), Face.QUOTE, goes=_place(twins[0])) if twins else nothing(),
        said(gap.message),
    )
    return Row((gap.clause, gap.subject, gap.words, gap.message), cells)
