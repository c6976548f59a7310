"""Remedies: the tests of the agreement, what each representation feeds, and the scenarios that were judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.effects.definitions import effect_definitions
from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedies.scenario import Step
from carveout.agreement.remedies.statements import statements
from carveout.agreement.remedy import REMEDIES
from carveout.memo.parts.table import nothing, table
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET, Face, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import QUALIFIER, clipped, counted, long_date, sentence
from carveout.review.supposing import Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.effects.definitions import EffectException
    from carveout.agreement.remedies.matrix import Fed
    from carveout.agreement.remedies.matrix import Row as MatrixRow
    from carveout.agreement.remedy import AccuracyTest, EffectTest, RoleKind
    from carveout.agreement.span import Span
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row
    from carveout.review.supposing import Supposed

    Cell = Sequence[Sequence[Run]]

_ACCURACY = (("CLAUSE", 2), ("REPRESENTATIONS", 2.4), ("STANDARD", 2.4), ("AS OF", 2.4), ("TRIGGER", 1.6))
_EFFECTS = (("CLAUSE", 2), ("LIKELIHOOD", 1.5), ("STANDARD", 1.5), ("OBJECTS, AND WHOSE", 2.6), ("EXCEPTIONS", 3.2))
_MATRIX = (("REPRESENTATION", 2.2), ("LIMITS AND CARVE-OUTS", 2.6), *((r.value.upper(), 1.5) for r in REMEDIES))
_LEFT_OUT = (("ITEM", 1.6), ("WHAT IS LEFT OUT", 4.4), ("WHAT BRINGS IT BACK", 3))
_STRONG = Style(Face.SEMIBOLD, CELL.size, CELL.leading)
_LONGEST = 220
_FEW = 4
_MOST = 150
_FAILS = {
    Step.CLASS: "it is not in the class",
    Step.EXCEPTION: "it is excepted",
    Step.PERIOD: "it is outside the period",
    Step.KNOWLEDGE: "it was not known",
}


def remedies(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the tests, the matrix, what adverse-effect definitions leave out, and the scenarios."""
    yield from composer.part(number, "Remedies")
    reading = composer.memo.reading
    if reading.accuracy_tests:
        yield from composer.subhead("Who tests the representations")
        yield from table(composer, _ACCURACY, (_accuracy(composer, one) for one in reading.accuracy_tests[:_MOST]))
    else:
        yield from composer.paragraph([Run("No clause tests whether representations are true.", BODY)])
    rows = matrix(reading)
    there = frozenset(fed.remedy for row in rows for fed in row.fed if fed.tests)
    if there:
        yield from composer.subhead("What each representation feeds")
        yield from table(composer, _MATRIX, (_row(composer, row, there) for row in rows[:_MOST]))
    if reading.effect_tests:
        yield from composer.subhead("Adverse-effect tests")
        yield from table(composer, _EFFECTS, (_effect(composer, one) for one in reading.effect_tests[:_MOST]))
    for definition in effect_definitions(reading):
        if definition.exceptions:
            yield from composer.subhead(f"What “{clipped(definition.term.term, 80)}” leaves out")
            yield from table(composer, _LEFT_OUT, (_exception(composer, one) for one in definition.exceptions[:_MOST]))
    for name, supposed in composer.memo.scenarios.items():
        yield from _scenario(composer, name, supposed)


def _accuracy(composer: Composer, test: AccuracyTest) -> Sequence[Cell]:
    covered = f"{len(test.covers)} of {len(composer.memo.reading.representations)}"
    return (
        _clause(composer, test.clause, test.span, test.role),
        [*_quote(composer, test.perimeter, "not said"), [Run(covered, CELL_QUIET)]],
        _quote(composer, test.standard),
        _quote(composer, test.as_of, "not stated"),
        _quote(composer, test.trigger, "the fact"),
    )


def _effect(composer: Composer, test: EffectTest) -> Sequence[Cell]:
    whose = [[Run(test.whose, CELL_QUIET)]] if test.whose else []
    excepted = [paragraph for span in test.exceptions[:_FEW] for paragraph in _excepted(composer, test, span)]
    return (
        _clause(composer, test.clause, test.span, test.role),
        _quote(composer, test.likelihood),
        _quote(composer, test.standard),
        [*_quote(composer, test.objects), *whose],
        excepted or nothing("bare"),
    )


def _excepted(composer: Composer, test: EffectTest, span: Span) -> Cell:
    """Return the words of an exception; of one that leads into the whole section, only where it stands."""
    clause = composer.memo.reading.outline.at(span.start)
    if clause is None or clause == test.clause:
        return _quote(composer, span)
    return [[Run("as excepted in ", CELL_QUIET), composer.citation(clause, CELL, brief=True)]]


def _row(composer: Composer, row: MatrixRow, there: frozenset[RoleKind]) -> Sequence[Cell]:
    clause = row.representation.clause
    heading = composer.memo.reading.outline[clause].heading
    named = [
        [composer.citation(clause, CELL, brief=True)],
        *([[Run(clipped(heading, 80), CELL_QUIET)]] if heading else []),
    ]
    kinds = ", ".join(dict.fromkeys(QUALIFIER[one.kind] for one in row.qualifiers))
    limits = [[Run(kinds or "flat", CELL if kinds else CELL_QUIET)]]
    carved = dict.fromkeys(one.subject or one.kind.value for one in row.carveouts)
    if carved:
        limits.append([Run("carved out: " + clipped(", ".join(carved), 120), CELL)])
    disclosed = dict.fromkeys(" ".join(one.quote.split()) for one in row.schedules)
    if disclosed:
        limits.append([Run(clipped(", ".join(disclosed), 80), CELL_QUIET)])
    return (named, limits, *(_fed(composer, fed) if fed.remedy in there else nothing("none") for fed in row.fed))


def _fed(composer: Composer, fed: Fed) -> Cell:
    if not fed.tests:
        return [[Run("ignored", _STRONG)]]
    return [[composer.citation(one.clause, CELL, brief=True)] for one in fed.tests[:_FEW]]


def _exception(composer: Composer, one: EffectException) -> Sequence[Cell]:
    back = one.clawback or one.returned
    how = "clawed back where disproportionate" if one.clawed_back else ""
    returned = [*_quote(composer, back), *([[Run(how, _STRONG)]] if how else [])] if back else nothing("nothing")
    where = [[composer.citation(one.item, CELL)], [Run(composer.extent(one.words), CELL_QUIET)]]
    return (where, _quote(composer, one.words), returned)


def _scenario(composer: Composer, name: str, supposed: Supposed) -> Iterator[Row]:
    fact = supposed.scenario
    day = f" on {long_date(fact.on)}" if fact.on else ""
    yield from composer.subhead(f"Supposed: {clipped(f'{fact.who} {fact.what}', 120)}{day}")
    yield from composer.paragraph([Run(f"By {supposed.by}, {long_date(supposed.at.date())}.", CELL_QUIET)])
    open_ = 0
    for statement in statements(composer.memo.reading):
        judged = {step: composer.memo.judgements.get(Question(name, statement.clause, step)) for step in Step}
        known = [one for one in judged.values() if one is not None]
        if not known:
            open_ += 1
            continue
        fails = [step for step, one in judged.items() if one is not None and not one.untrue]
        by = ", ".join(dict.fromkeys(one.by for one in known))
        if fails:
            said = f" stands, for {' and '.join(_FAILS[step] for step in fails)}"
        elif len(known) == len(Step):
            said = " is untrue: every step counts against it"
        else:
            said = f" is open: {counted(len(Step) - len(known), 'step')} to judge"
        yield from composer.paragraph([composer.citation(statement.clause, CELL), Run(f"{said} ({by}).", CELL)])
    if open_:
        yield from composer.paragraph([Run(sentence(f"{counted(open_, 'statement')} not judged"), CELL_QUIET)])


def _clause(composer: Composer, clause: int, span: Span, role: RoleKind | None) -> Cell:
    said = [[Run(role.value, CELL_QUIET)]] if role else []
    return [[composer.citation(clause, CELL, brief=True)], [Run(composer.extent(span), CELL_QUIET)], *said]


def _quote(composer: Composer, span: Span | None, otherwise: str = "none") -> Cell:
    if span is None:
        return nothing(otherwise)
    return [[Run(f"“{clipped(span.of(composer.memo.reading.text), _LONGEST)}”", CELL)]]
