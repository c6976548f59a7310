"""A small word that is missing or wrong: `with respect its directors`, `have an material adverse effect`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.habit import told_once
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "small-word",
    "Small word missing or wrong",
    "A fixed phrase lacks the preposition that belongs to it (“with respect its directors”), or “a” and “an” are mixed"
    " up: usually the trace of an edit, and sometimes of words that were lost with the small one.",
    "English grammar.",
    FindingSeverity.WARNING,
)
_PHRASES = {
    "with respect ": "to",
    "in respect ": "of",
    "pursuant ": "to",
    "in accordance ": "with",
    "in connection ": "with",
    "in lieu ": "of",
    "on behalf ": "of",
}
_FOLLOWS = re.compile(
    r"(?:the|its|their|his|her|any|all|such|each|this|these|those|an?) [a-zA-Z]"
    r"|(?:Section|Article|Clause|Schedule|Exhibit|Rule) [\dIVXA-Z]"
)
_ARTICLE = re.compile(
    r" (?P<article>a (?P<vowel>(?!uni|us[aeu]|util|euro|eu|one\b|once|ut|ub|ur|uk|ew|ou)[aeiou][a-z]{2,})"
    r"|an (?P<consonant>(?!hour|hon|heir|herb|hist|hotel|hum|hyp)[bcdfghjklmnpqrstvwxyz][a-z]{2,}))\b"
)
_MOST = 8
"""Slips of one kind beyond which a text is full of them."""
_LABELLED = re.compile(r"\b(?i:exhibit|schedule|annex|appendix|section|clause|class|series|item|paragraph|plan|part)$")


def small_words(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each fixed phrase without its preposition, a note for each "a" that should be "an"."""
    yield from told_once(_bare_phrases(ground), _MOST)
    yield from told_once(_articles(ground), _MOST)


def _bare_phrases(ground: Ground) -> Iterator[Finding]:
    text = ground.text
    for phrase, missing in _PHRASES.items():
        for at in places(ground.lower, phrase, Span(0, len(text))):
            if not text[at - 1 : at].isalnum() and _FOLLOWS.match(text, at + len(phrase)):
                end = text.find(" ", at + len(phrase))
                span = Span(at, end if end >= 0 else len(text))
                told = f"“{missing}” is missing after “{phrase.strip()}”."
                yield ground.finding(RULE, span, RULE.severity, told)


def _articles(ground: Ground) -> Iterator[Finding]:
    text = ground.text
    for match in _ARTICLE.finditer(text):
        if _LABELLED.search(text, max(0, match.start() - 12), match.start()):
            continue
        article = "an" if match["vowel"] else "a"
        told = f"“{article}” belongs before “{match['vowel'] or match['consonant']}”."
        yield ground.finding(RULE, Span(*match.span("article")), FindingSeverity.NOTE, told)
