"""A word that stands twice, or two articles in a row: `within the its business purposes`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.habit import told_once
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
_TWICE = re.compile(r" (?P<word>[a-z]{2,}) (?P=word)(?![\w’'-])")
_TWO_ARTICLES = re.compile(rf" (?:the|an?) {_ARTICLE}(?= [a-z]{{2}})")
_NO_PRONOUN = re.compile(r" (?:the|an?|any|no|nothing|each|every|all|such|this|these|it|they|he|we|you)\b")
"""What "that that" can't stand before: the second "that" has no noun of its own there."""
_MOST = 8
"""Doubled words beyond which a text is full of them."""
_STRAY = 2
"""Articles before a name that may have slipped in."""
_HABIT = 25
"""How many times as often a name stands without an article."""
_LONGEST_NAME = 60
"""Code points of a name that is short."""
_RIGHT_TWICE = frozenset({"had", "her", "so"})


def doubled_words(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each word in small letters that stands twice where English has no use for it.

    A note tells of an article before a party's short name that stands without one everywhere else. A text full of
    doubled words, which its way here may have doubled, is told once.
    """
    yield from told_once(_twice(ground), _MOST)
    for alias in sorted({party.alias for party in ground.reading.parties if party.alias}):
        yield from _articles(ground, alias)


def _twice(ground: Ground) -> Iterator[Finding]:
    for match in _TWICE.finditer(ground.text):
        pronoun = match["word"] == "that" and not _NO_PRONOUN.match(ground.text, match.end())
        blank = len(set(match["word"])) == 1
        if match["word"] not in _RIGHT_TWICE and not pronoun and not blank:
            yield _finding(ground, match, f"“{match['word']}” stands twice.")
    for match in _TWO_ARTICLES.finditer(ground.text):
        first, second = match[0].split()
        if first != second:
            yield _finding(ground, match, f"Only one of “{first}” and “{second}” can stand here.")


def _finding(ground: Ground, match: re.Match[str], told: str) -> Finding:
    return ground.finding(RULE, Span(match.start() + 1, match.end()), RULE.severity, told)


def _articles(ground: Ground, alias: str) -> Iterator[Finding]:
    """Yield a note for each "the" before the possessive of a name that has an article nowhere else."""
    text = ground.text
    if len(alias) > _LONGEST_NAME or not any(f"the {alias}{mark}s" in text for mark in "’'"):
        return
    stray = list(re.finditer(rf"\bthe {re.escape(alias)}[’']s\b", text))
    if 0 < len(stray) <= _STRAY:
        every = len(re.findall(rf"(?<![\w“\"]){re.escape(alias)}\b(?![”\"])", text))
        with_article = len(re.findall(rf"\b[Tt]he {re.escape(alias)}\b(?! [A-Z(\w]*[a-zA-Z])", text))
        if every - with_article >= _HABIT * with_article:
            for match in stray:
                told = f"“{alias}” stands here with an article, and nearly everywhere else without one."
                yield ground.finding(RULE, Span(*match.span()), FindingSeverity.NOTE, told)
