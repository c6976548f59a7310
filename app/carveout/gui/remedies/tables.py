"""The tests of an agreement and its matrix as grids: every cell says the words that it rests on, and leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.agreement.effects.definitions import effect_definitions
from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedy import REMEDIES
from carveout.gui.counting import count
from carveout.gui.glyphs import Glyph, glyph_of_carveout
from carveout.gui.grid.cells import clause_cell, words_of
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Heading, Row, Run, Target, nothing, said
from carveout.gui.inspector.pill import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.content import Carveout, Qualifier, Reference
    from carveout.agreement.effects.definitions import EffectException
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedies.matrix import Row as MatrixRow
    from carveout.agreement.remedy import AccuracyTest, EffectTest, RoleKind
    from carveout.agreement.span import Span

_CLAUSE = Column("Clause", 1, 140)
_ROLE = Column("Role", 0, 118)
_MATRIX = (
    Column("Representation", 2, 150),
    Column("Qualifiers", 1, 110),
    Column("Carve-outs", 1, 110),
    Column("Schedules", 1, 90),
    *(Column(remedy.value.capitalize(), 2, 120) for remedy in REMEDIES),
)
_EFFECTS = (
    _CLAUSE,
    _ROLE,
    Column("Likelihood", 1, 100),
    Column("Standard", 1, 120),
    Column("Objects", 2, 160),
    Column("Whose", 1, 100),
    Column("Exceptions", 2, 150),
)
_ACCURACY = (
    _CLAUSE,
    _ROLE,
    Column("Representations", 2, 150),
    Column("Standard", 2, 150),
    Column("As of", 1, 120),
    Column("Trigger", 1, 110),
)
_DEFINITIONS = (
    Column("Item", 0, 150),
    Column("What is left out", 3, 260),
    Column("Claw-back", 0, 120),
    Column("What brings it back", 2, 200),
)
_FEW = 6


def matrix_grid(reading: Reading) -> Grid:
    """Return each representation with what limits it and what it feeds."""
    rows = matrix(reading)
    there = frozenset(fed.remedy for row in rows for fed in row.fed if fed.tests)
    return Grid(_MATRIX, tuple(_matrix_row(reading, row, there) for row in rows))


def effects_grid(reading: Reading) -> Grid:
    """Return the adverse-effect tests side by side."""
    return Grid(_EFFECTS, tuple(_effect_row(reading, test) for test in reading.effect_tests))


def accuracy_grid(reading: Reading) -> Grid:
    """Return the accuracy tests side by side."""
    return Grid(_ACCURACY, tuple(_accuracy_row(reading, test) for test in reading.accuracy_tests))


def definitions_grid(reading: Reading) -> Grid:
    """Return what each defined adverse effect leaves out, event by event."""
    rows: list[Row | Heading] = []
    for one in effect_definitions(reading):
        clawed = sum(exception.clawed_back for exception in one.exceptions)
        where = short(reading.outline[one.term.clause])
        more = f"{count(len(one.exceptions), 'exception')}, {clawed} of them clawed back where disproportionate"
        rows.append(Heading(one.term.span, f"“{one.term.term}” ({where})", more if one.exceptions else "no exception"))
        rows += [_exception_row(reading, exception) for exception in one.exceptions]
    return Grid(_DEFINITIONS, tuple(rows))


def _matrix_row(reading: Reading, row: MatrixRow, there: frozenset[RoleKind]) -> Row:
    cells = (
        clause_cell(reading, row.representation.clause),
        _qualifiers(reading, row.qualifiers),
        _carveouts(reading, row.carveouts),
        _schedules(row.schedules),
        *(_fed(reading, fed.tests) if fed.remedy in there else nothing("no such test") for fed in row.fed),
    )
    return Row(row.representation.clause, cells)


def _qualifiers(reading: Reading, qualifiers: Sequence[Qualifier]) -> Cell:
    if not qualifiers:
        return nothing("flat")
    kinds = dict.fromkeys(one.kind for one in qualifiers)
    words = ", ".join("look-back" if kind == "lookback" else kind.value for kind in kinds)
    return said(words, goes=Target(reading.outline.at(qualifiers[0].span.start) or 0, qualifiers[0].span))


def _carveouts(reading: Reading, carveouts: Sequence[Carveout]) -> Cell:
    if not carveouts:
        return nothing()
    named = dict.fromkeys(_about(reading, one) for one in carveouts)
    blocks = tuple(Block((Run(words),)) for words in list(named)[:_FEW])
    first = carveouts[0]
    return Cell(blocks, glyph_of_carveout(first.kind), goes=Target(first.clause, first.span))


def _about(reading: Reading, carveout: Carveout) -> str:
    where = short(reading.outline[carveout.clause])
    return f"{carveout.subject} ({where})" if carveout.subject else f"{carveout.kind.value} ({where})"


def _schedules(schedules: Sequence[Reference]) -> Cell:
    if not schedules:
        return nothing()
    named = dict.fromkeys(" ".join(one.quote.split()) for one in schedules)
    first = schedules[0]
    return said("\n".join(named), goes=Target(first.targets[0]) if first.targets else Target(first.clause, first.span))


def _fed(reading: Reading, tests: Sequence[AccuracyTest]) -> Cell:
    if not tests:
        return Cell(pill=("ignored", Tone.MEDIUM))
    blocks = [block for test in tests[:_FEW] for block in _cited(reading, test)]
    return Cell(tuple(blocks), goes=Target(tests[0].clause, tests[0].span))


def _cited(reading: Reading, test: AccuracyTest) -> Iterable[Block]:
    yield Block((Run(short(reading.outline[test.clause])),), Face.STRONG)
    yield Block((Run(words_of(reading, test.perimeter or test.standard)),), Face.QUOTE)


def _quote(reading: Reading, clause: int, span: Span | None, otherwise: str = "none") -> Cell:
    if span is None:
        return nothing(otherwise)
    return said(words_of(reading, span), Face.QUOTE, goes=Target(clause, span))


def _role(role: RoleKind | None) -> Cell:
    return said(role.value.capitalize()) if role else nothing("no role")


def _effect_row(reading: Reading, test: EffectTest) -> Row:
    excepted = tuple(block for span in test.exceptions[:_FEW] for block in _exception(reading, test, span))
    exceptions = (
        Cell(excepted, Glyph.EXCEPTION, goes=Target(test.clause, test.exceptions[0])) if excepted else nothing("bare")
    )
    cells = (
        clause_cell(reading, test.clause, test.span),
        _role(test.role),
        _quote(reading, test.clause, test.likelihood),
        _quote(reading, test.clause, test.standard),
        _quote(reading, test.clause, test.objects),
        said(test.whose) if test.whose else nothing("not said"),
        exceptions,
    )
    return Row(test.span, cells)


def _exception_row(reading: Reading, one: EffectException) -> Row:
    back = one.clawback or one.returned
    pill = ("clawed back", Tone.MEDIUM) if one.clawed_back else ("stays out", Tone.NEUTRAL)
    cells = (
        clause_cell(reading, one.item, one.words),
        said(words_of(reading, one.words), Face.QUOTE, goes=Target(one.item, one.words)),
        Cell(pill=pill),
        said(words_of(reading, back), Face.QUOTE, goes=Target(one.item, back)) if back else nothing(),
    )
    return Row(one.words, cells)


def _exception(reading: Reading, test: EffectTest, span: Span) -> Iterable[Block]:
    """Yield whom an exception is for and its words; of one that leads into a whole section, only where it stands."""
    carveout = next((one for one in reading.carveouts if one.span == span), None)
    if carveout is not None and carveout.clause != test.clause:
        yield Block((Run(f"as excepted in {short(reading.outline[carveout.clause])}"),), Face.MUTED)
        return
    if carveout is not None and carveout.subject:
        yield Block((Run(carveout.subject),), Face.STRONG)
    yield Block((Run(words_of(reading, span)),), Face.QUOTE)


def _accuracy_row(reading: Reading, test: AccuracyTest) -> Row:
    covered = f"{len(test.covers)} of {len(reading.representations)}"
    perimeter = _quote(reading, test.clause, test.perimeter, "not said")
    cells = (
        clause_cell(reading, test.clause, test.span),
        _role(test.role),
        Cell((*perimeter.blocks, Block((Run(covered),), Face.MUTED)), goes=perimeter.goes),
        _quote(reading, test.clause, test.standard),
        _quote(reading, test.clause, test.as_of, "not stated"),
        _quote(reading, test.clause, test.trigger, "the fact"),
    )
    return Row(test.span, cells)
