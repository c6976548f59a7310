"""A heading that says "Material" or "Adverse" where the clause doesn't."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "heading-mismatch",
    "Heading that says something else",
    "The heading speaks of material or of adverse changes and the clause of others: somebody who reads the headings"
    " takes the statement for weaker or stronger than it is.",
    "Close reading of adverse-change representations; headings seldom bind, but they are what is read.",
    FindingSeverity.WARNING,
)
_KINDS = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.ITEM})
_CHANGE = re.compile(r"\b(?:changes?|effects?|developments?|events?)\b", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(material|adverse)(?:ly)?\b", re.IGNORECASE)
_PHRASE = re.compile(
    r"\b(?:(?:material|materially|adverse|adversely|substantial|detrimental) (?:and |or )?){1,3}"
    r"(?:changes?|effects?|developments?|events?|impacts?|affects?|affected)\b",
    re.IGNORECASE,
)
_LONGEST = 6_000
"""Code points of a clause beyond which one phrase doesn't speak for it."""


def heading_mismatches(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each heading about changes that has a qualifier which none of the clause's own tests has.

    A heading may say less than its clause. Words that a carve-out takes out are not the clause's own, and a clause
    without such a test says nothing.
    """
    for clause in ground.reading.outline:
        if clause.kind in _KINDS and clause.heading and clause.end - clause.body_start <= _LONGEST:
            said = _qualifiers(clause.heading)
            if said and _CHANGE.search(clause.heading):
                tests = [_qualifiers(words) for words in _tests(ground, clause)]
                if tests and all(said - test for test in tests):
                    yield _finding(ground, clause, said, frozenset().union(*tests))


def _qualifiers(words: str) -> frozenset[str]:
    return frozenset(match[1].lower() for match in _QUALIFIED.finditer(words))


def _tests(ground: Ground, clause: Clause) -> Iterator[str]:
    taken = [one.span for one in ground.reading.carveouts_within(clause.id)]
    for match in _PHRASE.finditer(ground.text, clause.body_start, clause.end):
        if not any(span.start <= match.start() < span.end for span in taken):
            yield match[0]


def _finding(ground: Ground, clause: Clause, said: frozenset[str], meant: frozenset[str]) -> Finding:
    heading = ground.text.find(clause.heading or "", clause.start, clause.body_start)
    span = Span(heading, heading + len(clause.heading or "")) if heading >= 0 else Span(clause.start, clause.body_start)
    only = [f"“{word}” in the heading and not in the clause" for word in sorted(said - meant)]
    only += [f"“{word}” in the clause and not in the heading" for word in sorted(meant - said)]
    return ground.finding(RULE, span, RULE.severity, f"{clause.citation} says {', and '.join(only)}.")
