"""Whose representations they are where the words only say "its": whoever the sentence says breaches them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.roles.actors import Actors

_OWN = re.compile(r"(?:its|their|his|her)\b")
_OPENS = re.compile(r"\b(?:if|that|when|upon|because|where|event)\b")
_EITHER = re.compile(r"\b(?:other|either|such|terminating|breaching|defaulting|any|each) party\b")
_DONE = re.compile(r"breached")


class Speakers:
    """Tells whose representations a test is about, from who is named around it."""

    def __init__(self, lower: str, actors: Actors) -> None:
        """Take the folded text and who can act in it."""
        self._lower = lower
        self._actors = actors

    def within(self, span: Span) -> str | None:
        """Return who is named first in some words."""
        return next(iter(self._actors.within(span)), None)

    def of(self, sentence: Span, subject: Span, standard: Span, *, nominal: bool) -> str | None:
        """Return who made the representations of a subject, as far as the words around it say.

        `If the Company shall have breached any representation` says so, and `breach by Seller of its representations`;
        `the other party` is whoever it is.
        """
        between = self.within(Span(standard.end, subject.start)) if nominal else None
        if between is not None:
            return between
        if nominal and _DONE.match(self._lower, standard.start):
            lead = Span(sentence.start, standard.start)
            if _EITHER.search(self._lower, lead.start, lead.end):
                return None
            openings = [one.end() for one in _OPENS.finditer(self._lower, lead.start, lead.end)]
            return self.within(Span(openings[-1] if openings else lead.start, lead.end))
        if _OWN.match(self._lower, subject.start) or _OWN.search(self._lower, standard.end, subject.start):
            return self.within(Span(sentence.start, standard.start))
        return None
