"""A word that stands twice, or two articles in a row: `within the its business purposes`."""

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
    "doubled-word",
    "Doubled word",
    "A word stands twice in a row, or two words of which only one can stand (“the its”): usually the trace of an edit"
    " that was made by half.",
    "English grammar.",
    FindingSeverity.WARNING,
)
_ARTICLE = r"(?:the|an?|its|their|his|her|our|your|my)"
_TWICE = re.compile(
    rf"(?<![\w’'.,$-])(?P<word>[a-z]{{2,}}) (?P=word)(?![\w’'-])|(?<![\w’'-])(?:the|an?) {_ARTICLE}(?= [a-z]{{2,}})"
)
_NO_PRONOUN = re.compile(r" (?:the|an?|any|no|nothing|each|every|all|such|this|these|it|they|he|we|you)\b")
"""What "that that" can't stand before: the second "that" has no noun of its own there."""
_RIGHT_TWICE = frozenset({"had", "who", "her", "blah", "xx", "xxx", "ha", "so", "aa", "bb"})


def doubled_words(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each word in small letters that stands twice where English has no use for it."""
    for match in _TWICE.finditer(ground.text):
        if match["word"] in _RIGHT_TWICE or (
            match["word"] == "that" and not _NO_PRONOUN.match(ground.text, match.end())
        ):
            continue
        first, second = match[0].split()
        told = (
            f"“{first}” stands twice." if first == second else f"Only one of “{first}” and “{second}” can stand here."
        )
        yield ground.finding(RULE, Span(*match.span()), RULE.severity, told)
