"""Whether words except a fact from a representation: those that name whom or what it happened to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.remedies.named import mentions, names_of
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedies.classes import Told

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
"""Letters by which two words are taken for one."""
_SAY_NOTHING = frozenset(
    ["effec", "event", "their", "which", "other", "under", "after", "before", "agree", "such", "with", "that", "this"]
)


def excepted(reading: Reading, representation: int, who: str, what: str) -> Told:
    """Return the words that could except a fact, what they suggest, and why.

    Those that name whom it happened to, and speak of what happened, except it. Others are for a person to read.
    """
    carved = _carveouts(reading, representation)
    if not carved:
        return (), True, "Nothing is excepted from it."
    names = names_of(reading, who)
    whom = [one for one in carved if any(mentions(reading, names, one.span))]
    event = [one for one in carved if _stems(what) & _stems(one.quote)]
    both = [one for one in whom if one in event or not _stems(what)]
    if both and _cover(reading, representation, both):
        return _spans(both), False, "These words except it: they name whom and what."
    if both:
        return _spans(both), None, "These words except it from the statement that they stand in, not from the others."
    if whom:
        return _spans(whom), None, "These words name whom, but another event: see whether they cover this one."
    if event:
        return _spans(event), None, "These words speak of such an event, but name nobody: see whether they cover it."
    disclosed = [one for one in carved if one.kind is CarveoutKind.DISCLOSURE]
    if disclosed:
        return _spans(disclosed), None, "It excepts what is disclosed: see whether this is."
    return _spans(carved), None, "What it excepts names neither whom nor what: see whether it covers this."


def _carveouts(reading: Reading, representation: int) -> list[Carveout]:
    """Return what narrows a representation by its words, in it or leading into it."""
    branch = reading.outline.branch(representation)
    numbers = {number for clause in branch for number in reading.carveouts_on.get(clause, ())}
    narrowing = (reading.carveouts[number] for number in sorted(numbers))
    return [one for one in narrowing if one.kind not in {CarveoutKind.INCLUSION, CarveoutKind.DEFINITION}]


def _cover(reading: Reading, representation: int, carved: list[Carveout]) -> bool:
    """Tell whether carve-outs narrow every statement of a representation: each of its sentences and items."""
    outline = reading.outline
    leaves = [one for one in outline.branch(representation) if not outline.children(one)]
    if len(leaves) > 1:
        return all(any(leaf in one.reaches for one in carved) for leaf in leaves)
    words = Span(outline[representation].body_start, outline[representation].end).of(reading.text).strip()
    return sentence_end(words, 0, len(words)) == len(words)


def _stems(words: str) -> set[str]:
    """Return the beginnings of the words that say something: "petitioning" and "petition" are one."""
    return {word[:_STEM] for word in _WORD.findall(words.lower())} - _SAY_NOTHING


def _spans(carved: list[Carveout]) -> tuple[Span, ...]:
    return tuple(one.span for one in carved)
