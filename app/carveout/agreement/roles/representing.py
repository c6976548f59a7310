"""The words that make a section a representation: its own "represents and warrants", or those that lead into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_VERB = re.compile(
    r"\b(?:represents?|warrants?)\b(?:,?(?: and| &)? (?:warrants?|represents?|covenants?|agrees?)\b){0,3}"
)
_LEAD = 4_000
"""Code points of a clause in which its representing verb stands."""


def representing(reading: Reading, lower: str) -> Iterator[tuple[int, Span]]:
    """Yield each representation's clause with the words that make it one, given the folded text.

    Without such words near, they are the label and heading of the clause.
    """
    outline = reading.outline
    leads: dict[int, Span | None] = {}
    for representation in reading.representations:
        clause = representation.clause
        found = None
        for one in (clause, *outline.ancestors(clause)):
            if one not in leads:
                own = outline.own(one)[0] if outline.own(one) else Span(0, 0)
                verb = _VERB.search(lower, max(own.start, outline[one].body_start), min(own.end, own.start + _LEAD))
                leads[one] = None if verb is None else Span(*verb.span())
            found = leads[one]
            if found is not None:
                break
        yield clause, found or Span(outline[clause].start, outline[clause].body_start)
