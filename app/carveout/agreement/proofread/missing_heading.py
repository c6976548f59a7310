"""One clause without a heading among siblings that all have one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Clause
    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "missing-heading",
    "Clause without a heading",
    "One clause has no heading where all others beside it have one. Either the heading was lost, or the words belong to"
    " the clause before.",
    "Drafting practice: headings are given to all clauses of a list or to none.",
    FindingSeverity.WARNING,
)
_HEADED = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION})
_FEWEST = 5
"""Clauses side by side that make a habit."""
_EMPTY = re.compile(r"\W*(?:intentionally|reserved|omitted|deleted|not used|\[)", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?:The|All|An?|Any|Each|Every|No|None|Neither|Nothing|If|In|On|At|Upon|Subject|For|From|To|Except|Unless|Where|When"
    r"|Whenever|This|These|Such|It|There|Notwithstanding|With|Without|As|By|Both|Either) [a-z]"
    r"|(?:The|All|Each|Any|No|This|If|Neither) [A-Z][\w’']*"
    r"|[A-Z][\w’']*,? (?!(?:of|and|or|the|to|in|for|with|by|on|from|as|at|under|upon|not|a|an|during|after|before)\b)"
    r"[a-z]{2}"
)
"""Words that begin a sentence and no heading: an article, or a word in small letters right after the first."""
_TITLED = re.compile(r"[^.;:,\n]{8,140}?[a-z] (?:The|Each|If|In|All|No|Any|Neither|Subject|Upon|Except) [A-Za-z]")
"""Words that run into the first sentence without a stop: a heading, however long."""
_BEGINNING = 160
"""Code points by which a sentence is told from a heading."""


def missing_headings(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each clause that alone among its siblings has no heading."""
    outline = ground.reading.outline
    for parent in (None, *range(len(outline))):
        siblings = [outline[one] for one in outline.children(parent)]
        for kind in _HEADED:
            alike = [one for one in siblings if one.kind is kind and one.number is not None]
            odd = _odd(ground, alike)
            if odd is not None:
                span = Span(odd.start, odd.start + len(odd.label))
                where = "" if parent is None else f" of {outline[parent].citation}"
                told = f"{odd.citation} has no heading; the other {len(alike) - 1} clauses beside it{where} have one."
                yield ground.finding(RULE, span, RULE.severity, told)


def _odd(ground: Ground, alike: Sequence[Clause]) -> Clause | None:
    if len(alike) < _FEWEST:
        return None
    bare = [one for one in alike if not one.heading]
    if len(bare) != 1 or not _runs_in(ground, bare[0]):
        return None
    return bare[0]


def _runs_in(ground: Ground, clause: Clause) -> bool:
    """Tell whether the words begin with a sentence, so that no part of them can be the heading."""
    words = ground.text[clause.body_start : min(clause.end, clause.body_start + _BEGINNING)]
    if _EMPTY.match(words) or _TITLED.match(words):
        return False
    return _SENTENCE.match(words.lstrip()) is not None
