"""What the proofreader says: the findings that stand, those dismissed and why, attachments, and recomputed figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.filing import ties
from carveout.agreement.proofread.rules import rule_named
from carveout.agreement.schedules import Held, bindings
from carveout.memo.parts.table import nothing, table
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET, Face, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped, counted, long_date, sentence, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Finding
    from carveout.agreement.filing import Tie
    from carveout.agreement.schedules import Binding
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row
    from carveout.review.dismissal import Dismissal

    Cell = Sequence[Sequence[Run]]

_FINDINGS = (("CLAUSE", 1.4), ("FINDING", 4.2), ("WORDS", 2.4))
_DISMISSED = (("CLAUSE", 1.4), ("FINDING", 3.8), ("DISMISSED", 2.8))
_FIGURES = (("CLAUSE", 1.4), ("FIGURE", 1.8), ("WORKING", 4))
_STRONG = Style(Face.SEMIBOLD, CELL.size, CELL.leading)
_TITLES = {FindingSeverity.ERROR: "Errors", FindingSeverity.WARNING: "Warnings", FindingSeverity.NOTE: "Notes"}
_LONGEST = 140
_MOST = 200
_CITED = 5


def proofread(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the findings by severity, the dismissed ones, the attachments that are missing, and the figures."""
    yield from composer.part(number, "Proofreading")
    memo = composer.memo
    yield from composer.paragraph([Run(_counts(composer), BODY)])
    for severity in FindingSeverity:
        found = [one for one in memo.findings if one.severity is severity]
        if found:
            yield from composer.subhead(_TITLES[severity])
            yield from table(composer, _FINDINGS, (_finding(composer, one) for one in found[:_MOST]))
        if len(found) > _MOST:
            yield from composer.paragraph([Run(f"{len(found) - _MOST} more stand in the window.", CELL_QUIET)])
    if memo.dismissed:
        yield from composer.subhead("Dismissed")
        yield from table(composer, _DISMISSED, (_dismissed(composer, *one) for one in memo.dismissed[:_MOST]))
    bound = bindings(memo.reading)
    if bound:
        yield from composer.subhead("Attachments")
        for binding in bound[:_MOST]:
            yield from composer.paragraph(_binding(composer, binding))
    figures = ties(memo.reading)
    if figures:
        yield from composer.subhead("Figures of the filing")
        yield from table(composer, _FIGURES, (_figure(composer, one) for one in sorted(figures, key=lambda f: f.ties)))


def _counts(composer: Composer) -> str:
    memo = composer.memo
    numbers = [(sum(one.severity is severity for one in memo.findings), severity.value) for severity in FindingSeverity]
    standing = [counted(number, name) for number, name in numbers if number]
    said = sentence(f"{series(standing)} stand") if standing else "Nothing that the proofreader found stands."
    more = sentence(f"{counted(len(memo.dismissed), 'finding')} dismissed, with the reason") if memo.dismissed else ""
    return f"{said} {more}".strip()


def _finding(composer: Composer, finding: Finding) -> Sequence[Cell]:
    rule = rule_named(finding.rule)
    return (
        _where(composer, finding),
        [[Run(rule.title if rule else finding.rule, _STRONG)], [Run(finding.message, CELL)]],
        _words(composer, finding),
    )


def _dismissed(composer: Composer, finding: Finding, dismissal: Dismissal) -> Sequence[Cell]:
    by = f"{dismissal.by}, {long_date(dismissal.at.date())}"
    return (
        _where(composer, finding),
        [[Run(finding.message, CELL)]],
        [[Run(dismissal.reason, CELL)], [Run(by, CELL_QUIET)]],
    )


def _where(composer: Composer, finding: Finding) -> Cell:
    named = (
        [[composer.citation(finding.clause, CELL, brief=True)]] if finding.clause is not None else nothing("document")
    )
    return [*named, *([[Run(composer.extent(finding.span), CELL_QUIET)]] if finding.span else [])]


def _words(composer: Composer, finding: Finding) -> Cell:
    if finding.span is None:
        return nothing("")
    return [[Run(f"“{clipped(finding.span.of(composer.memo.reading.text), _LONGEST)}”", CELL)]]


def _binding(composer: Composer, binding: Binding) -> list[Run]:
    name = clipped(binding.name, 80)
    runs = [
        Run(name, _STRONG) if binding.attachment is None else composer.to_clause(name, binding.attachment, CELL),
        Run(f" ({'delivered apart' if binding.held is Held.APART else binding.held.value})", CELL_QUIET),
    ]
    cited = list(dict.fromkeys(one.clause for one in binding.citations))
    if not cited:
        return [*runs, Run(", cited nowhere.", CELL)]
    runs.append(Run(", cited in ", CELL))
    for position, clause in enumerate(cited[:_CITED]):
        runs += [Run(", ", CELL)] if position else []
        runs.append(composer.citation(clause, CELL, brief=True))
    more = f" and {len(cited) - _CITED} more" if len(cited) > _CITED else ""
    return [*runs, Run(f"{more}.", CELL)]


def _figure(composer: Composer, tie: Tie) -> Sequence[Cell]:
    clause = tie.clause if tie.clause is not None else composer.memo.reading.outline.at(tie.statement.start)
    named = nothing("") if clause is None else [[composer.citation(clause, CELL)]]
    verdict = "" if tie.ties else "It doesn’t tie: "
    working = [Run(verdict, _STRONG), Run(tie.working, CELL)] if verdict else [Run(tie.working, CELL)]
    return (
        [*named, [Run(composer.extent(tie.statement), CELL_QUIET)]],
        [[Run(clipped(tie.statement.of(composer.memo.reading.text), 80), CELL)]],
        [working],
    )
