"""The representations that a test is about: the words that say which, whose they are, and the clauses they cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.instruments import instruments
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Reference, Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.roles.actors import Actors

_WHOLE = re.compile(
    r"\b(?:in|under|pursuant to|in or pursuant to) (?:or pursuant to )?(?:this (?:\w+ )?(?:agreement|deed|contract)"
    r"|the agreement)\b|\bhereunder\b|\bherein\b|(?<!date )(?<!parties )\bhereof\b"
)
_IN = re.compile(
    r"\b(?:in|under)(?: (?:the|this|each|any|of|first|last|second|sentence|sentences|clauses?|paragraphs?|said))* $"
)
_ELSE = re.compile(r"\((?:other than|except|excluding|without)|\bother than\b|\bexcluding\b|\bexcept\b")
_JOINED = re.compile(r"(?:,|;|\s|and|or|through|to|\([^()]*\)|the|of|first|last|second|sentences?|in|clauses?)*$")
_CLOSES = re.compile(r"[^()]*(?:\([^()]*\)[^()]*){0,20}\)")
_GOES_ON = re.compile(r"(?:,| and| or)[^.;]{0,40}?\b(?:in |of )?(?:sections?|articles?|clauses?) ")
_BRACKET = re.compile(r"\([^()]*\)")
_APART = 160
"""Code points between two references of one perimeter."""


@dataclass(frozen=True, slots=True)
class Perimeter:
    """The words that say which representations, None where all; whose; and the clauses of those."""

    words: Span | None
    by: str | None
    covers: tuple[int, ...]


class Perimeters:
    """Finds perimeters in one reading that has its references."""

    def __init__(self, reading: Reading, lower: str, actors: Actors) -> None:
        """Take the reading with its folded text, and who can act in it."""
        self._reading = reading
        self._lower = lower
        self._actors = actors
        self._starts = [reference.span.start for reference in reading.references]
        self._clauses = sorted(reading.representation_of)
        self._instrument: dict[int, int] = {}
        for number, instrument in enumerate(instruments(reading.text, reading.outline)):
            self._instrument.update(dict.fromkeys(instrument.clauses, number))
        self._named = {
            use.start: (use, term)
            for term in reading.terms
            if "Represent" in term.term or "Warrant" in term.term
            for use in term.uses
        }

    def of(self, clause: int, subject: Span, speaker: str | None) -> Perimeter:
        """Return the perimeter that the words of a subject name, in a clause; "its" are those of the `speaker`."""
        stated, excluded = self._parts(subject)
        whole = _WHOLE.search(self._lower, stated.start, stated.end)
        by = self._named_in(stated) or speaker
        named = next(iter(self._terms(stated)), None)
        out = set() if excluded is None else self._left_out(excluded)
        if named is not None:
            use, term = named
            covers = self._targets(term.span) or self._all(clause, by)
            return Perimeter(use, by, tuple(c for c in covers if c not in out))
        words = self._pointed(stated, excluded)
        if words is not None:
            covers = tuple(c for c in self._targets(words, excluded) if c not in out)
            return Perimeter(words, by, self._of_party(covers, by))
        covers = tuple(c for c in self._all(clause, by) if c not in out)
        return Perimeter(None if whole is None else Span(*whole.span()), by, covers)

    def _named_in(self, stated: Span) -> str | None:
        """Return who is named first outside brackets, which hold headings: `Section 3.5 (Consents)`."""
        brackets = [Span(*one.span()) for one in _BRACKET.finditer(self._lower, stated.start, stated.end)]
        for span, name in self._actors.named_within(stated):
            if not any(bracket.holds(span) for bracket in brackets):
                return name
        return None

    def _terms(self, within: Span) -> list[tuple[Span, Term]]:
        """Return the uses of terms for representations in some words."""
        return [self._named[at] for at in range(within.start, within.end) if at in self._named]

    def _left_out(self, words: Span) -> set[int]:
        """Return the representations that words leave out as a whole, by number or by a term for them."""
        numbered = {c for one in self._references(words) for target in one.targets for c in self._below(target)}
        return numbered.union(*(self._targets(term.span) for _, term in self._terms(words)))

    def points(self, subject: Span) -> bool:
        """Tell whether the words refer to a representation by its number."""
        return self._pointed(subject, None) is not None

    def _parts(self, subject: Span) -> tuple[Span, Span | None]:
        """Return what a subject states, and what it leaves out: `other than the Fundamental Representations`.

        A statement goes on after the bracket that leaves something out of it.
        """
        other = _ELSE.search(self._lower, subject.start, subject.end)
        if other is None:
            return subject, None
        closes = _CLOSES.match(self._lower, other.end(), subject.end) if other[0][0] == "(" else None
        if closes is not None and _GOES_ON.match(self._lower, closes.end(), subject.end):
            return subject, Span(other.start(), closes.end())
        return Span(subject.start, other.start()), Span(other.start(), subject.end)

    def _pointed(self, subject: Span, aside: Span | None) -> Span | None:
        """Return the words from "in" to the last of the references that follow each other, but for those put aside."""
        inside = [one for one in self._references(subject, aside) if one.targets and self._covered(one)]
        if not inside:
            return None
        end = inside[0].span.end
        for one in inside[1:]:
            between = Span(end, one.span.start)
            skipped = aside is not None and between.holds(aside)
            if not skipped and (len(between) > _APART or not _JOINED.match(between.of(self._lower))):
                break
            end = one.span.end
        opening = _IN.search(self._lower, subject.start, inside[0].span.start)
        return Span(inside[0].span.start if opening is None else opening.start(), end)

    def _targets(self, words: Span, aside: Span | None = None) -> tuple[int, ...]:
        """Return the representations that the references in some words point to, but for those put aside."""
        return tuple(sorted({clause for one in self._references(words, aside) for clause in self._covered(one)}))

    def _references(self, words: Span, aside: Span | None = None) -> list[Reference]:
        first = bisect_left(self._starts, words.start)
        found = self._reading.references[first : bisect_left(self._starts, words.end)]
        return [one for one in found if aside is None or not aside.holds(one.span)]

    def _below(self, target: int) -> list[int]:
        """Return the representations that are a clause or stand below it."""
        branch = self._reading.outline.branch(target)
        return self._clauses[bisect_left(self._clauses, branch.start) : bisect_left(self._clauses, branch.stop)]

    def _covered(self, reference: Reference) -> set[int]:
        """Return the representations at the targets of a reference, below them or above."""
        found = set()
        for target in reference.targets:
            found.update(self._below(target))
            holding = self._reading.representation_holding(target)
            if holding is not None:
                found.add(holding.clause)
        return found

    def _all(self, clause: int, by: str | None) -> tuple[int, ...]:
        own = self._instrument.get(clause)
        every = tuple(one.clause for one in self._reading.representations if self._instrument.get(one.clause) == own)
        return self._of_party(every, by)

    def _of_party(self, clauses: tuple[int, ...], by: str | None) -> tuple[int, ...]:
        """Return those of the clauses in which a party represents: all where nobody is told."""
        if by is None:
            return clauses
        spoken = self._reading.representation_of
        return tuple(c for c in clauses if (said := spoken[c].by) is None or _same(by, said))


def _same(by: str, said: str) -> bool:
    one = by.removesuffix("s")
    return any(name.removesuffix("s") == one for name in said.split(" and "))
