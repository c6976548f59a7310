"""An attachment that no clause cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "schedule-uncited",
    "Attachment that nobody cites",
    "A schedule or exhibit is attached and no clause cites it, though clauses cite others: it may bind nobody, or the"
    " clause that cited it is gone.",
    "Review of disclosure schedules beside the representations.",
    FindingSeverity.NOTE,
)
_OF_A_FILING = re.compile(r"\d{1,3}\.\d{1,2}(?:\W.*)?")
"""Numbers that Item 601 of Regulation S-K gives to the exhibits of a filing."""


def schedules_uncited(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each attachment without a citation, where others of its kind are cited."""
    cited = {one.name.partition(" ")[0] for one in ground.bindings if one.citations}
    for binding in ground.bindings:
        kind, _, number = binding.name.rpartition(" ")
        if binding.attachment is None or binding.citations or kind.rpartition(", ")[2] not in cited:
            continue
        if not _OF_A_FILING.fullmatch(number):
            clause = ground.reading.outline[binding.attachment]
            span = Span(clause.start, clause.start + len(clause.label))
            yield ground.finding(RULE, span, RULE.severity, f"No clause cites {binding.name}.")
