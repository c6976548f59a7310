"""A term that is defined twice: which of the two meanings governs is anybody's guess."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.defined import lists_definitions
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.openings import sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "duplicate-definition",
    "Defined twice",
    "One agreement defines a term in two places. Where the two say different things, nobody can tell which governs the"
    " clauses that use it; where they say the same, the next draft will change one and forget the other.",
    "Drafting practice: one term, one definition, in one place.",
    FindingSeverity.WARNING,
)
_LOCAL = re.compile(
    r"\b(?:purposes? (?:of|under) (?:this|the foregoing|clause|section|subsection|paragraph)|used in this"
    r"|solely for|(?:in|for) this (?:section|clause|paragraph|article|subsection)|such purposes?)\b",
    re.IGNORECASE,
)
_INTERPRETS = re.compile(r"\b(?:is|are) (?:a )?references? to\b|\bbe construed\b")
_SENTENCE = 200
"""Code points after a term in which its sentence may say how to read it."""
_MANY = 5
"""Terms of one list beyond which it is the list that stands twice, which is told once."""
_REFERS = re.compile(r"\b(?:references?|the terms?|the words?|the expressions?)\b")
_NUMBERED = frozenset(
    {
        ClauseKind.PREAMBLE,
        ClauseKind.RECITAL,
        ClauseKind.CHAPTER,
        ClauseKind.ARTICLE,
        ClauseKind.SECTION,
        ClauseKind.ITEM,
        ClauseKind.TERM,
    }
)
_WORD = re.compile(r"\w+")
_NEAR = 40
"""Code points before a short name in which the words stand that it shortens."""
_SAME = 0.6
"""The share of words from which two short definitions say the same thing."""


def duplicate_definitions(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for each definition of a term that the same instrument has defined before.

    Definitions for one clause alone may repeat, and so may those of forms that are attached: each is a paper of its
    own. Words of one clause that define a term again, in a proviso, refine what stands before.
    """
    outline = ground.reading.outline
    made: dict[tuple[int | None, str], dict[int, Defined]] = defaultdict(dict)
    often = Counter(one.name for one in ground.defined)
    for one in ground.defined:
        clause = one.term.clause
        if (
            often[one.name] > 1
            and one.firm
            and outline[clause].kind in _NUMBERED
            and not one.points(ground.text)
            and not _local(ground, one)
        ):
            made[one.instrument.root, one.name].setdefault(clause, one)
    again: dict[int, list[tuple[Defined, Defined]]] = defaultdict(list)
    for by_clause in made.values():
        definitions = list(by_clause.values())
        for at, later in enumerate(definitions):
            first = next((one for one in islice(definitions, at) if _one_paper(ground, one, later)), None)
            if first is not None:
                again[_list_of(ground, later)].append((first, later))
    for pairs in again.values():
        if len(pairs) <= _MANY:
            yield from (_finding(ground, first, later) for first, later in pairs)
        else:
            yield _list_again(ground, pairs)


def _list_of(ground: Ground, one: Defined) -> int:
    """Return the clause whose definitions a definition is one of: the one above where each has a clause of its own."""
    clause = ground.reading.outline[one.term.clause]
    return clause.id if clause.parent is None else clause.parent


def _list_again(ground: Ground, pairs: list[tuple[Defined, Defined]]) -> Finding:
    """Return the one finding about a whole list of definitions that stands twice."""
    first, later = min(pairs, key=lambda pair: pair[1].words.start)
    where = ground.reading.outline[first.term.clause].citation
    message = (
        f"“{later.name}” is defined in {where} already, and {len(pairs) - 1} more of these terms are defined twice."
    )
    differ = any(not _alike(ground, *pair) for pair in pairs)
    return ground.finding(RULE, later.words, FindingSeverity.WARNING if differ else FindingSeverity.NOTE, message)


def _local(ground: Ground, one: Defined) -> bool:
    """Tell whether the words say that the term holds here alone, or how it is to be read and not what it means."""
    outline = ground.reading.outline
    if _INTERPRETS.search(ground.text, one.words.end, one.words.end + _SENTENCE):
        return True
    start = max(outline[one.term.clause].start, sentence_start(ground.text, one.words.start) - 400)
    return _LOCAL.search(ground.text, max(0, start), min(one.words.end + 60, len(ground.text))) is not None


def _one_paper(ground: Ground, first: Defined, later: Defined) -> bool:
    """Tell whether both stand in the same paper, or one in the attachment that holds the definitions."""
    if first.paper == later.paper:
        return True
    papers = [one.paper for one in (first, later) if one.paper is not None]
    outline = ground.reading.outline
    return len(papers) == 1 and lists_definitions(outline[papers[0]])


def _finding(ground: Ground, first: Defined, later: Defined) -> Finding:
    outline = ground.reading.outline
    where = outline[first.term.clause]
    named = "the preamble" if where.kind is ClauseKind.PREAMBLE else where.citation
    refers = _REFERS.search(ground.text, sentence_start(ground.text, later.words.start), later.words.start)
    mild = where.kind is ClauseKind.PREAMBLE or refers is not None or _alike(ground, first, later)
    severity = FindingSeverity.NOTE if mild else FindingSeverity.WARNING
    return ground.finding(RULE, later.words, severity, f"“{later.name}” is defined in {named} already.")


def _alike(ground: Ground, first: Defined, later: Defined) -> bool:
    """Tell whether two definitions are made of the same words, so that they differ in form alone."""
    one, other = (
        frozenset(_WORD.findall(ground.lower, max(definition.term.span.start, definition.words.start - _NEAR), end))
        for definition in (first, later)
        for end in (definition.term.span.end if definition.stated else definition.words.end,)
    )
    return len(one & other) >= _SAME * min(len(one), len(other))
