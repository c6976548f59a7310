"""Remedies: who tests the representations, what each of them feeds, and the adverse-effect tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedy import REMEDIES
from carveout.memo.word.pieces import cell, paragraph, run, table, words
from carveout.memo.word.saying import signed
from carveout.memo.words import QUALIFIER, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.remedies.matrix import Row
    from carveout.agreement.remedy import AccuracyTest, EffectTest, RoleKind
    from carveout.memo.word.saying import Saying


def remedies(say: Saying) -> Iterator[str]:
    """Yield the tests, the matrix, and the facts that were supposed."""
    yield say.heading(1, "Remedies")
    reading = say.memo.reading
    if reading.accuracy_tests:
        yield say.heading(2, "Who tests the representations")
        titles = ("Clause", "Representations", "Standard", "As of", "Trigger")
        yield table((2, 2.4, 2.4, 2.4, 1.6), titles, (_accuracy(say, one) for one in reading.accuracy_tests))
    else:
        yield paragraph("Normal", run("No clause tests whether representations are true."))
    rows = matrix(reading)
    there = frozenset(fed.remedy for row in rows for fed in row.fed if fed.tests)
    if there:
        yield say.heading(2, "What each representation feeds")
        columns = ("Representation", "Limits", *(one.value.capitalize() for one in REMEDIES))
        yield table((2.4, 2.2, *(1.5 for _ in REMEDIES)), columns, (_row(say, row, there) for row in rows))
    if reading.effect_tests:
        yield say.heading(2, "Adverse-effect tests")
        titles = ("Clause", "Likelihood", "Standard", "Objects, and whose", "Exceptions")
        yield table((2, 1.6, 1.8, 3, 2.4), titles, (_effect(say, one) for one in reading.effect_tests))
    for supposed in say.memo.scenarios.values():
        fact = supposed.scenario
        day = f" on {long_date(fact.on)}" if fact.on else ""
        told = f"{fact.who} {fact.what}{day} ({signed(supposed.by, supposed.at)})"
        yield paragraph("Remark", run("Supposed: ", bold=True), run(told))


def _accuracy(say: Saying, test: AccuracyTest) -> Sequence[list[str]]:
    covered = f"{len(test.covers)} of {len(say.memo.reading.representations)}"
    return (
        say.where(test.clause, test.span, test.role.value if test.role else "", brief=True),
        [*say.quote(test.perimeter, "not said"), paragraph("TableDetails", run(covered))],
        say.quote(test.standard),
        say.quote(test.as_of, "not stated"),
        say.quote(test.trigger, "the fact"),
    )


def _row(say: Saying, row: Row, there: frozenset[RoleKind]) -> Sequence[list[str]]:
    clause = row.representation.clause
    limits = ", ".join(dict.fromkeys(QUALIFIER[one.kind] for one in row.qualifiers)) or "flat"
    carved = ", ".join(dict.fromkeys(one.subject or one.kind.value for one in row.carveouts))
    return (
        cell(
            paragraph("TableText", say.citation(clause, brief=True)),
            *(paragraph("TableDetails", run(one)) for one in (say.memo.reading.outline[clause].heading,) if one),
        ),
        words(f"{limits}\ncarved out: {carved}" if carved else limits),
        *(
            cell(*(paragraph("TableText", say.citation(one.clause, brief=True)) for one in fed.tests))
            if fed.tests
            else words("ignored" if fed.remedy in there else "none", "TableDetails")
            for fed in row.fed
        ),
    )


def _effect(say: Saying, test: EffectTest) -> Sequence[list[str]]:
    whose = [paragraph("TableDetails", run(test.whose))] if test.whose else []
    excepted = [one for span in test.exceptions for one in say.quote(span)]
    return (
        say.where(test.clause, test.span, test.role.value if test.role else "", brief=True),
        say.quote(test.likelihood),
        say.quote(test.standard),
        [*say.quote(test.objects), *whose],
        excepted or words("bare", "TableDetails"),
    )
