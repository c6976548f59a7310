"""Putting an annotation on words of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Target

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading

SURROUNDINGS = 32
"""Code points of context that an anchor keeps on each side of its words."""


def on_clause(reading: Reading, clause: int) -> Anchor:
    """Anchor to a clause as a whole: its own words up to its first child, or all of them where it has none."""
    named = reading.outline[clause]
    own = reading.outline.own(clause)
    span = own[0] if own else named.span
    return _anchor(reading, Target.CLAUSE, clause, _without_outer_space(reading.text, span))


def on_span(reading: Reading, span: Span) -> Anchor:
    """Anchor to words that a reviewer selected. Raises ValueError where the selection holds no word."""
    trimmed = _without_outer_space(reading.text, span)
    clause = reading.outline.at(trimmed.start)
    if not trimmed or clause is None:
        raise ValueError("The selection holds no words of the document. Select some and try again.")
    return _anchor(reading, Target.SPAN, clause, trimmed)


def on_carveout(reading: Reading, carveout: Carveout) -> Anchor:
    """Anchor to the exact words of a carve-out."""
    return _anchor(reading, Target.CARVEOUT, carveout.clause, carveout.span)


def _anchor(reading: Reading, target: Target, clause: int, span: Span) -> Anchor:
    text = reading.text
    return Anchor(
        target=target,
        clause=clause,
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - SURROUNDINGS) : span.start],
        suffix=text[span.end : span.end + SURROUNDINGS],
    )


def _without_outer_space(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
