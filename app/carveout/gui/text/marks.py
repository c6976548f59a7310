"""What is marked in the text: carve-outs, annotated words, terms, references, tracked changes, by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import CarveoutKind, Reference, Term
from carveout.agreement.reading import AsideKind
from carveout.agreement.span import Span
from carveout.gui.text.lanes import clusters
from carveout.review.annotation import Severity, Status
from carveout.review.placed import placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.reading import Aside, Reading
    from carveout.gui.text.lanes import Cluster
    from carveout.review.annotation import Annotation
    from carveout.review.review import Review

T = TypeVar("T")


class Tone(Enum):
    """How words are marked."""

    CARVEOUT = auto()
    INCLUSION = auto()
    TERM = auto()
    REFERENCE = auto()
    """Points to a clause."""
    INSERTED = auto()
    """Put in as a tracked change."""
    DELETED = auto()
    """Before the code point, words were taken out as a tracked change."""


class Spans(Generic[T]):
    """Things by the words that they are about, for asking which are about some part of the text."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda thing: (thing[0].start, thing[0].end))
        self._starts = [span.start for span, _ in self._things]
        self._furthest = list(accumulate((span.end for span, _ in self._things), max))

    def within(self, part: Span) -> list[tuple[Span, T]]:
        """Return those that share a code point with the part, in the order of the text."""
        first = bisect_right(self._furthest, part.start)
        behind = bisect_left(self._starts, part.end)
        return [thing for thing in self._things[first:behind] if thing[0].meets(part)]


_GRAVITY = {None: 0, Severity.LOW: 1, Severity.MEDIUM: 2, Severity.HIGH: 3}


@dataclass(frozen=True, slots=True)
class Flag:
    """An annotation and its number in the order of the text."""

    number: int
    annotation: Annotation


class Marks:
    """The marks of a reading and its review."""

    def __init__(self, reading: Reading, review: Review) -> None:
        inclusion = CarveoutKind.INCLUSION
        self._carveouts = Spans(
            (c.span, Tone.INCLUSION if c.kind is inclusion else Tone.CARVEOUT) for c in reading.carveouts
        )
        self._reading = reading
        self._toned: tuple[Span, list[tuple[Span, Tone]]] | None = None
        self._changes = Spans(
            (a.span or _one(a.span.start), a) for a in reading.asides if a.kind is not AsideKind.COMMENT
        )
        self._aliases = {party.alias for party in reading.parties}
        self._outline = reading.outline
        self.review(review)

    @cached_property
    def _terms(self) -> Spans[Term]:
        """The uses of the terms, gathered when they are first painted: there are thousands."""
        return Spans((use, term) for term in self._reading.terms for use in term.uses)

    @cached_property
    def _references(self) -> Spans[Reference]:
        return Spans((reference.span, reference) for reference in self._reading.references)

    def read_closely(self, reading: Reading) -> None:
        """Take up the references of the same reading, now that it was read closely."""
        self._reading = reading
        self.__dict__.pop("_references", None)
        self._toned = None

    def review(self, review: Review) -> None:
        """Take up the review as it now stands."""
        self._annotations = placed(review)
        self._toned = None

    def tones(self, part: Span) -> list[tuple[Span, Tone]]:
        """Return how the words of a part are marked, what lies above after what lies below.

        An annotation of a whole clause, or of a carve-out, has its flag only: its words are no choice of counsel's.
        Terms are marked in running text outside carve-outs, not on covers and in tables of contents, and the parties'
        own names nowhere: they are on every line. References are marked wherever they lead to a clause.
        """
        if self._toned is None or self._toned[0] != part:  # a frame asks twice, below the words and above them
            self._toned = part, self._tones(part)
        return self._toned[1]

    def _tones(self, part: Span) -> list[tuple[Span, Tone]]:
        carveouts = self._carveouts.within(part)
        terms = [
            (span, Tone.TERM)
            for span, term in self._terms.within(part)
            if term.term not in self._aliases
            and not self._in_heading_or_cover(span)
            and not any(carveout.meets(span) for carveout, _ in carveouts)
        ]
        references = [(span, Tone.REFERENCE) for span, reference in self._references.within(part) if reference.targets]
        return [*carveouts, *references, *terms]

    def changes(self, part: Span) -> list[tuple[Span, Tone]]:
        """Return the tracked changes in a part."""
        inserted = AsideKind.INSERTION
        return [(span, Tone.INSERTED if a.kind is inserted else Tone.DELETED) for span, a in self._changes.within(part)]

    def changed(self, offset: int) -> list[Aside]:
        """Return the tracked changes at an offset."""
        return [aside for _, aside in self._changes.within(_one(offset))]

    def beginning(self, part: Span) -> range:
        """Return the places, in the order of the text, of the annotations whose words begin in a part."""
        return self._annotations.beginning(part)

    def start(self, place: int) -> int:
        """Return the offset at which the words of an annotation begin."""
        return self._annotations.start(place)

    def flag(self, place: int) -> Flag:
        """Return the flag of the annotation at a place."""
        return Flag(place + 1, self._annotations[place])

    def open_among(self, places: range) -> tuple[bool, Severity | None]:
        """Tell whether one of some annotations is open, and return the severity of the gravest open issue of them."""
        still_open, gravest = False, None
        for place in places:
            annotation = self._annotations[place]
            if annotation.status is Status.OPEN:
                still_open = True
                if _GRAVITY[annotation.severity] > _GRAVITY[gravest]:
                    gravest = annotation.severity
                    if gravest is Severity.HIGH:
                        break
        return still_open, gravest

    def nearest(self, offset: int) -> Annotation | None:
        """Return the annotation of the words at an offset, the innermost of several, or else the closest one before."""
        around = [self._annotations[at] for at in self._annotations.meeting(_one(offset))]
        if around:
            return min(around, key=lambda a: (len(a.anchor.span), a.anchor.span, a.at))
        before = self._annotations.beginning(Span(0, offset))
        behind = self._annotations.beginning(Span(offset, offset + len(self._reading.text)))
        close = [self._annotations[at] for at in (*before[-1:], *behind[:1])]
        return min(close, key=lambda a: abs(a.anchor.span.start - offset), default=None)

    def noted(self, part: Span) -> list[Cluster]:
        """Return the selected words of annotations in a part, those together that overlap."""
        return clusters(self._annotations.selected(part))

    def term(self, offset: int) -> Term | None:
        """Return the defined term that is used at an offset, the longest where several are."""
        found = self._terms.within(_one(offset))
        return max(found, key=lambda use: len(use[0]))[1] if found else None

    def reference(self, offset: int) -> Reference | None:
        """Return the reference whose words hold the code point at an offset."""
        found = self._references.within(_one(offset))
        return found[0][1] if found else None

    def _in_heading_or_cover(self, span: Span) -> bool:
        at = self._outline.at(span.start)
        if at is None:
            return False
        clause = self._outline[at]
        return clause.kind is ClauseKind.COVER or (clause.heading is not None and span.end <= clause.body_start)


def _one(offset: int) -> Span:
    return Span(offset, offset + 1)
