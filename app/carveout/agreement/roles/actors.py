"""Who can act: the defined names of the parties and of others, told from those of things."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.prose.names import names_thing
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Term

_NOBODY = re.compile(
    r"Subsidiar|Affiliate|Representative|Effect|Change|Condition|Time\b|Amount|Price|Period|Tax|Plan|Liabilit|Loss"
    r"|Claim|Knowledge|Laws?\b|Proceeding|Interest|Capital|Account|Balance|Ratio|Consent|Warrant|Representation"
    r"|Mortgage|Indenture|Financing|Issuance|Rights\b|Regulation|Agenc|Exhibit|Section|Article"
    r"|^Part(?:y|ies)\b|^(?:ERISA|GAAP|IFRS|IRS|SEC|NYSE|NASDAQ|Nasdaq|HSR|FINRA|DGCL|Board|Material|Permit|Lien"
    r"|Person|Business Day)"
)
_EVERYBODY = re.compile(
    r"\b(?:(?:each|either|both|neither|no|the|every|such|any|other)(?: of the)? (?:other )?part(?:y|ies)(?: hereto)?"
    r"|it|they|he|she|we|you|i|the undersigned|hereto)$"
)
_FINITE = re.compile(
    r"\b(?:shall|will|is|are|was|were|has|have|had|may|must|can|agrees?|date|time|that|which|under)\b|[’']s\b"
)
_DEPENDS = re.compile(
    r"(?:(?<!each )(?<!either )(?<!both )(?<!none )(?<!neither )\bof|\b(?:by|to|with|from|between|under|in|for"
    r"|against))"
    r"(?: the| any| such)? $"
)
"""What makes somebody no subject: `the obligations of Seller shall`, `documents delivered by Buyer shall`."""
_INSERTED = 160
"""Code points between somebody and the verb."""


def can_act(term: str) -> bool:
    """Tell whether a defined term names somebody, or a group of them, and no thing."""
    return term[:1].isupper() and not names_thing(term) and _NOBODY.search(term) is None


class Actors:
    """Where an agreement names somebody by a defined name."""

    def __init__(self, text: str, lower: str, terms: tuple[Term, ...]) -> None:
        """Take a text with its folded twin, and its terms; one that names a thing ("Closing Date") is nobody."""
        people = [term for term in terms if can_act(term.term)]
        self._text = text
        self._lower = lower
        self._uses = sorted((use.start, use.end, term.term) for term in people for use in term.uses)
        self._starts = [start for start, _, _ in self._uses]
        self._by_end = {end: start for start, end, _ in self._uses}
        self.names = frozenset(term.term for term in people)

    def within(self, span: Span) -> list[str]:
        """Return who is named in a span, in order."""
        return [name for _, name in self.named_within(span)]

    def named_within(self, span: Span) -> list[tuple[Span, str]]:
        """Return where somebody is named in a span, and who, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [(Span(start, end), name) for start, end, name in self._uses[first:last] if end <= span.end]

    def act_at(self, floor: int, at: int) -> bool:
        """Tell whether somebody is the subject of the verb at `at`: `Seller, at its expense, shall`."""
        end = at - 1
        if self._text[end - 1 : end] == ",":
            comma = self._text.rfind(",", max(floor, end - _INSERTED), end - 1)
            if comma >= 0 and self._names_at(floor, comma):
                return True
            end -= 1
        return self._names_at(floor, end) or self._opens_with_somebody(floor, end)

    def _opens_with_somebody(self, floor: int, end: int) -> bool:
        """Tell whether a sentence opens with somebody, joined to others: `Seller, its heirs and any assignee`."""
        start = sentence_start(self._text, end, floor)
        if end - start > _INSERTED:
            return False
        first = self._starts[bisect_left(self._starts, start) :][:1]
        return first == [start] and _FINITE.search(self._lower, start, end) is None

    def _names_at(self, floor: int, end: int) -> bool:
        if self._text[end - 1 : end] == ")":
            end = self._text.rfind("(", floor, end) - 1
        start = self._by_end.get(end)
        if start is None:
            everybody = _EVERYBODY.search(self._lower, max(floor, end - 40), end)
            start = None if everybody is None else everybody.start()
        return start is not None and _DEPENDS.search(self._lower, max(floor, start - 24), start) is None
