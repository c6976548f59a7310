"""A space too few or too many: `losses(including`, `over-the- counter`."""

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
    "spacing",
    "Spacing",
    "A space is missing or stands where none belongs. It changes no meaning, and shows where a text was edited last.",
    "Typographic convention.",
    FindingSeverity.NOTE,
)
_WORD = r"[a-z]{3,16}"
_SLIPS = (
    (
        "(",
        re.compile(rf"(?<![\w.(\[/&-]){_WORD}\((?!s\)|es\)|ies\)){_WORD}(?=[ ,.;)])"),
        "A space is missing before the bracket.",
    ),
    (")", re.compile(rf"(?<![\w.(\[/&-]){_WORD}\){_WORD}(?=[ ,.;])"), "A space is missing after the bracket."),
    (",", re.compile(rf"(?<![\w.&/-]){_WORD},{_WORD}(?=[ .;])"), "A space is missing after the comma."),
    (";", re.compile(rf"(?<![\w.&/-]){_WORD};{_WORD}(?=[ ,.])"), "A space is missing after the semicolon."),
    (" ,", re.compile(rf"(?<![\w-]){_WORD} ,(?= [a-z])"), "A space stands before the comma."),
    (" ;", re.compile(rf"(?<![\w-]){_WORD} ;(?= [a-z])"), "A space stands before the semicolon."),
    (
        "- ",
        re.compile(r"(?<![\w-])[a-z]{2,12}-[a-z]{2,12}- (?!(?:and|or|to|but|versus)\b)[a-z]{3,16}\b"),
        "A space stands inside a word with hyphens.",
    ),
)
_MOST = 4
"""Slips of one kind beyond which a text is spaced so, by its author or on its way here."""
_BACK = 32
"""Code points on either side of a sign that tell whether it is spaced as it should be."""


def spacing(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each slip of the space bar; of a kind that a text is full of, one note in all.

    A line break of the source counts as no space: what it parts may have been one word.
    """
    text = ground.reading.text
    for cue, pattern, told in _SLIPS:
        found = (ground.finding(RULE, span, RULE.severity, told) for span in _found(text, cue, pattern))
        yield from told_once(found, _MOST)


def _found(text: str, cue: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield what a pattern finds around its cue: most cues stand where they should and are passed over quickly."""
    past = 0
    for at in _suspects(text, cue):
        match = pattern.search(text, max(past, at - _BACK), at + _BACK) if at >= past else None
        if match is not None and match.start() <= at < match.end():
            past = match.end()
            yield Span(*match.span())


def _suspects(text: str, cue: str) -> Iterator[int]:
    at = text.find(cue)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(cue) : at + len(cue) + 1]
        if before.islower() and (after.islower() or cue[0] == " "):
            yield at
        at = text.find(cue, at + len(cue))
