"""A row of the palette: what it says, and what it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines, short
from carveout.agreement.span import Span
from carveout.gui.finding.commands import Command
from carveout.gui.outline.row import number_of, title_of
from carveout.review.entry import Where
from carveout.review.excerpt import Piece, excerpt, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.review.review import Review
    from carveout.store.index import Hit

_DEFINITION = 240
"""Code points of a definition that a row shows."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A place in the document; `walks` tells that what was looked for stands there in the text."""

    clause: int
    span: Span | None
    walks: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A row: its title, words below it, what stands at its end, and what it leads to.

    `quoted` tells that the words below are the agreement's own, `strong` that the title says more than they do.
    """

    title: tuple[Piece, ...]
    context: tuple[Piece, ...]
    aside: str
    leads_to: Goal | Command
    quoted: bool = False
    strong: bool = False

    @property
    def possible(self) -> bool:
        """Tell whether it can be taken now."""
        return not isinstance(self.leads_to, Command) or self.leads_to.possible

    @property
    def said(self) -> str:
        """The row in words."""
        parts = (said(self.title), said(self.context), self.aside, "" if self.possible else "not now")
        return ", ".join(part for part in parts if part)


def of_command(command: Command) -> Item:
    """Return the row of a command."""
    return Item((Piece(command.title), Piece(f"   {command.menu}")), (), command.key, command)


def of_clause(reading: Reading, clause: int) -> Item:
    """Return the row of a clause that was called by its number."""
    named = reading.outline[clause]
    title = (Piece(short(named), found=True), Piece("  "), Piece(title_of(reading, named)))
    return Item(title, (), _place(reading, clause), Goal(clause, None))


def of_hit(reading: Reading, review: Review, hit: Hit) -> Item:
    """Return the row of what was found."""
    return _OF[hit.entry.where](reading, review, hit)


def _of_heading(reading: Reading, _review: Review, hit: Hit) -> Item:
    clause = _clause(hit)
    number, words = number_of(reading.outline[clause]), excerpt(hit.entry.words, hit.found)
    title = (Piece(f"{number}  "), *words) if number else words
    return Item(title, (), _place(reading, clause), Goal(clause, None, walks=True))


def _of_term(reading: Reading, _review: Review, hit: Hit) -> Item:
    clause, span = _clause(hit), hit.entry.span
    meaning = reading.text[span.start : min(span.end, span.start + _DEFINITION)] if span else ""
    words, goal = excerpt(hit.entry.words, hit.found), Goal(clause, span)
    return Item(words, excerpt(meaning, ()), _place(reading, clause, span), goal, quoted=True, strong=True)


def _of_text(reading: Reading, _review: Review, hit: Hit) -> Item:
    clause, words = _clause(hit), excerpt(hit.entry.words, hit.found)
    span = hit.spans[0] if hit.spans else hit.entry.span
    place = _place(reading, clause, span)
    return Item(_called(reading, clause), words, place, Goal(clause, span, walks=True), quoted=True)


def _of_note(reading: Reading, review: Review, hit: Hit) -> Item:
    clause, entry = _clause(hit), hit.entry
    annotation = review.annotations.get(entry.annotation)
    kind = entry.kind.value.capitalize() if entry.kind else "Note"
    severity = f", {annotation.severity}" if annotation and annotation.severity else ""
    title = Piece(f"{kind}{severity}, on {short(reading.outline[clause])}, by {entry.author}")
    return Item((title,), excerpt(entry.words, hit.found), entry.status or "", Goal(clause, entry.span))


def _of_finding(reading: Reading, _review: Review, hit: Hit) -> Item:
    clause, words = _clause(hit), excerpt(hit.entry.words, hit.found)
    place = _place(reading, clause, hit.entry.span)
    return Item(_called(reading, clause), words, place, Goal(clause, hit.entry.span))


_OF: dict[Where, Callable[[Reading, Review, Hit], Item]] = {
    Where.HEADINGS: _of_heading,
    Where.TERMS: _of_term,
    Where.TEXT: _of_text,
    Where.NOTES: _of_note,
    Where.FINDINGS: _of_finding,
}


def _clause(hit: Hit) -> int:
    """Return the clause that a hit leads to: the first, where it stands before all of them."""
    return hit.entry.clause or 0


def _called(reading: Reading, clause: int) -> tuple[Piece, ...]:
    """Return a clause's citation and the nearest heading over its words."""
    named = reading.outline[clause]
    above = (clause, *reading.outline.ancestors(clause))
    heading = next((at for at in above if reading.outline[at].heading), None)
    if heading is None:
        return (Piece(short(named)),)
    return (Piece(f"{short(named)}  "), Piece(title_of(reading, reading.outline[heading])))


def _place(reading: Reading, clause: int, span: Span | None = None) -> str:
    """Return the page and line on which a span, or else a clause, begins."""
    start = span.start if span else reading.outline[clause].start
    return pages_and_lines(reading.extent(Span(start, start + 1)))
