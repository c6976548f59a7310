"""What the proofreader says: the findings that stand by severity, and those that were dismissed, with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rules import rule_named
from carveout.memo.word.pieces import cell, paragraph, prose, run, table, words
from carveout.memo.word.saying import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Finding
    from carveout.memo.word.saying import Saying
    from carveout.review.dismissal import Dismissal

_TITLES = {FindingSeverity.ERROR: "Errors", FindingSeverity.WARNING: "Warnings", FindingSeverity.NOTE: "Notes"}


def proofread(say: Saying) -> Iterator[str]:
    """Yield the tables of findings."""
    yield say.heading(1, "Proofreading")
    memo = say.memo
    if not memo.findings:
        yield paragraph("Normal", run("Nothing that the proofreader found stands."))
    for severity, title in _TITLES.items():
        found = [one for one in memo.findings if one.severity is severity]
        if found:
            yield say.heading(2, title)
            rows = ((_where(say, one), _told(one), say.quote(one.span, "")) for one in found)
            yield table((1.4, 4, 2.6), ("Clause", "Finding", "Words"), rows)
    if memo.dismissed:
        yield say.heading(2, "Dismissed")
        dismissed = ((_where(say, one), _told(one), _why(why)) for one, why in memo.dismissed)
        yield table((1.4, 4, 2.6), ("Clause", "Finding", "Dismissed"), dismissed)


def _told(finding: Finding) -> list[str]:
    rule = rule_named(finding.rule)
    return [paragraph("TableText", run(rule.title if rule else finding.rule, bold=True)), *words(finding.message)]


def _where(say: Saying, finding: Finding) -> Sequence[str]:
    if finding.clause is None:
        return words("document", "TableDetails")
    return say.where(finding.clause, finding.span or say.memo.reading.outline[finding.clause].span, brief=True)


def _why(dismissal: Dismissal) -> list[str]:
    by = paragraph("TableDetails", run(signed(dismissal.by, dismissal.at)))
    return cell(*prose(dismissal.reason, "TableText"), by)
