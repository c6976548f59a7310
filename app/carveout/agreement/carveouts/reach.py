"""The clauses that a carve-out narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.sentences import sentence_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.span import Span


def reach_of_term(outline: Outline, term: Term) -> tuple[int, ...]:
    """Return the deepest clauses that hold a use of the term, other than the one that defines it.

    Covers, with their tables of contents and indexes of terms, only name it: nothing on them is narrowed.
    """
    holding = {outline.at(use.start) for use in term.uses} - {None, term.clause}
    return tuple(sorted(c for c in holding if c is not None and outline[c].kind is not ClauseKind.COVER))


def reach_of_words(text: str, outline: Outline, clause: int, span: Span) -> tuple[int, ...]:
    """Return the clause whose statement the words narrow, and the clauses below that complete the same statement.

    Words in the sentence that leads into a list narrow each item of it, and so do words that return to the margin
    after the list. Items that stand inside the words are what they take out: they are not narrowed.
    """
    outside = [child for child in outline.children(clause) if not span.meets(outline[child].span)]
    after = [child for child in outside if outline[child].start >= span.end]
    if after and _same_sentence(text, span.end, outline[after[0]].start):
        listed = after
    elif not after and not any(span.holds(outline[child].span) for child in outline.children(clause)):
        listed = outside
    else:
        listed = []
    return (clause, *sorted(below for child in listed for below in _all(outline, child)))


def _same_sentence(text: str, start: int, end: int) -> bool:
    stop = sentence_end(text, start, end)
    return not text[stop:end].strip()


def _all(outline: Outline, clause: int) -> Iterator[int]:
    yield clause
    for child in outline.children(clause):
        yield from _all(outline, child)
