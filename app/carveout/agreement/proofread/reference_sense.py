"""A reference whose target is there, and is about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.pointed_headings import headings_otherwise
from carveout.agreement.proofread.pointed_nouns import nouns_elsewhere
from carveout.agreement.proofread.pointed_terms import terms_elsewhere
from carveout.agreement.proofread.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "reference-sense",
    "Reference that doesn’t fit its target",
    "The clause that a reference points to exists, and is about something else: the term is defined in another place,"
    " the conditions are those of another article, or the heading cited isn’t the clause’s. References go stale so when"
    " clauses are moved; looking for missing numbers never finds them.",
    "Practice of deal counsel: each reference is followed, and what stands there compared with what was promised.",
    FindingSeverity.WARNING,
)


def senseless_references(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for each reference whose own words contradict what stands at its target."""
    for find in (terms_elsewhere, nouns_elsewhere, headings_otherwise):
        for words, message in find(ground):
            clause = ground.reading.outline.at(words.start)
            if clause is not None and not ground.amends(ground.instrument_of(clause)):
                yield ground.finding(RULE, words, RULE.severity, message)
