"""The Reading: all that was found in one document, frozen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import (
        Carveout,
        Finding,
        Gap,
        Qualifier,
        Reference,
        Representation,
        Term,
    )
    from carveout.agreement.outline.contents import Entry
    from carveout.agreement.remedy import AccuracyTest, EffectTest, Role
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read: its name without folders, its bytes' SHA-256, its format and its page count.

    `encoding` names how its characters were read, None where the format leaves no choice. `wordless` are the 1-based
    pages that show something but hold no text.
    """

    name: str
    sha256: str
    format: str
    pages: int | None
    encoding: str | None = None
    wordless: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the agreement: its full name, and what the agreement calls it."""

    name: str
    alias: str | None


class ParagraphStyle(StrEnum):
    """How a paragraph stood in the source."""

    HEADING = "heading"
    """The label and heading of a clause, on lines of their own."""
    BODY = "body"
    """Running text."""
    CENTERED = "centered"
    """A title, or a line that was set in the middle."""
    FIXED = "fixed"
    """A table, a form or an address: its line breaks and columns carry meaning and stay."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the canonical text, without the line end that separates it from the next."""

    span: Span
    style: ParagraphStyle


@dataclass(frozen=True, slots=True)
class Place:
    """The page and line of the source, 1-based, whose first word stands at `start` of the canonical text."""

    start: int
    page: int | None
    line: int | None


class AsideKind(StrEnum):
    """What a source keeps beside its words."""

    COMMENT = "comment"
    INSERTION = "insertion"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Aside:
    """A comment on words of the source, or a tracked change in them, which stands accepted in the canonical text.

    `span` is what a comment speaks of or what was inserted; it is empty where words were deleted. `text` is the
    comment, or the words that were inserted or deleted. `at` is an ISO 8601 moment as the source gives it.
    """

    kind: AsideKind
    span: Span
    text: str
    author: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Extent:
    """The pages and lines of the source, first to last inclusive, that a span covers.

    A Word document has no lines but those of one printer or another: there they are its paragraphs, and `paragraphs`.
    """

    page_first: int | None
    page_last: int | None
    line_first: int | None
    line_last: int | None
    paragraphs: bool = False


@dataclass(frozen=True)
class Reading:
    """One reading of one document. Offsets are code points of `text`, half open.

    `text` is the canonical text: every word of the source that is no page furniture, in order. `paragraphs` and
    `places` are in the order of the text; paragraphs don't overlap and hold every word. `contents` are the rows of the
    tables of contents that the document prints about itself. `closely` tells that the close reading was made, which
    adds references, roles, tests, gaps and the proofreader's findings.
    """

    source: Source
    title: str | None
    date: dt.date | None
    parties: tuple[Party, ...]
    text: str
    paragraphs: tuple[Paragraph, ...]
    places: tuple[Place, ...]
    outline: Outline
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()
    representations: tuple[Representation, ...] = ()
    carveouts: tuple[Carveout, ...] = ()
    gaps: tuple[Gap, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    findings: tuple[Finding, ...] = ()
    asides: tuple[Aside, ...] = ()
    contents: tuple[Entry, ...] = ()
    roles: tuple[Role, ...] = ()
    effect_tests: tuple[EffectTest, ...] = ()
    accuracy_tests: tuple[AccuracyTest, ...] = ()
    closely: bool = False

    @cached_property
    def _place_starts(self) -> tuple[int, ...]:
        return tuple(place.start for place in self.places)

    def place(self, offset: int) -> Place | None:
        """Return the line of the source that holds the code point at `offset`, None before the first."""
        position = bisect_right(self._place_starts, offset) - 1
        return self.places[position] if position >= 0 else None

    def extent(self, span: Span) -> Extent:
        """Return the pages and lines of the source that the span covers.

        In a term sheet, whose columns are read one after the other, lines come back: the first is the lowest number.
        """
        first = max(0, bisect_right(self._place_starts, span.start) - 1)
        last = bisect_right(self._place_starts, max(span.start, span.end - 1))
        pages = [place.page for place in self.places[first:last] if place.page is not None]
        lines = [place.line for place in self.places[first:last] if place.line is not None]
        return Extent(
            min(pages, default=None),
            max(pages, default=None),
            min(lines, default=None),
            max(lines, default=None),
            paragraphs=self.source.format == "docx",
        )

    @cached_property
    def representation_of(self) -> dict[int, Representation]:
        """The representations by the id of their clause."""
        return {representation.clause: representation for representation in self.representations}

    def representation_holding(self, clause: int) -> Representation | None:
        """Return the representation that is this clause or has it below it."""
        for candidate in (clause, *self.outline.ancestors(clause)):
            if candidate in self.representation_of:
                return self.representation_of[candidate]
        return None

    @cached_property
    def carveouts_on(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the carve-outs, in order, by each clause that they stand in or narrow."""
        found: dict[int, dict[int, None]] = {}
        for number, carveout in enumerate(self.carveouts):
            for clause in (carveout.clause, *carveout.reaches):
                found.setdefault(clause, {})[number] = None
        return {clause: tuple(numbers) for clause, numbers in found.items()}

    def carveouts_within(self, clause: int) -> tuple[Carveout, ...]:
        """Return the carve-outs whose words stand in this clause or below it."""
        span = self.outline[clause].span
        first = bisect_left(self.carveouts, span.start, key=_start)
        behind = bisect_left(self.carveouts, span.end, lo=first, key=_start)
        return tuple(carveout for carveout in self.carveouts[first:behind] if span.holds(carveout.span))

    def siblings(self, carveout: Carveout) -> tuple[Carveout, ...]:
        """Return the other carve-outs for the same subject, in document order; none where there is no subject."""
        if carveout.subject is None:
            return ()
        return tuple(other for other in self.carveouts if other.subject == carveout.subject and other is not carveout)


def _start(carveout: Carveout) -> int:
    return carveout.span.start
