"""A number whose words and figures differ, or a figure that doesn't follow from those that it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.filing import ties
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.spelled_numbers import spelled_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "amount-mismatch",
    "Figures that don’t tie",
    "A number stands in words and in other figures (“five (4) days”), or a figure of the filing doesn’t follow from the"
    " agreement that it says it is based on. The sum is shown.",
    "Construction of contracts, by which words prevail over figures; filing against exhibit, recomputed.",
    FindingSeverity.ERROR,
)


def amount_mismatches(ground: Ground) -> Iterator[Finding]:
    """Yield an error for each number whose words and figures differ, a warning for each figure that doesn't tie."""
    for spelled in spelled_numbers(ground.text):
        if spelled.words != spelled.figures:
            told = f"The words say {spelled.words:,f}, the figures {spelled.figures:,f}."
            yield ground.finding(RULE, spelled.span, FindingSeverity.ERROR, told)
    for tie in ties(ground.reading):
        if not tie.ties:
            yield ground.finding(RULE, tie.statement, FindingSeverity.WARNING, f"This doesn’t tie: {tie.working}.")
