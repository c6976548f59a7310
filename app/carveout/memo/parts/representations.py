"""The representations one by one: where, by whom, how far reviewed, what limits them, what takes something out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.agreement.content import CarveoutKind
from carveout.memo.instructions import Part
from carveout.memo.parts.composer import SEPARATOR
from carveout.memo.parts.schedule import decided
from carveout.memo.parts.status import SEVERITY, STATE
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Bookmark, Box, Mark, Row, gap
from carveout.memo.typesetting.style import (
    BODY,
    CARVEOUT,
    CELL,
    CELL_QUIET,
    GOOD,
    ISSUE_MARK,
    META,
    QUOTE,
    SUBHEAD,
    Style,
)
from carveout.memo.typesetting.text import Run
from carveout.memo.words import CARVEOUT as CARVEOUT_WORD
from carveout.memo.words import KIND, QUALIFIER, clipped, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.memo.memo import Note, RepresentationEntry, ScheduledCarveout
    from carveout.memo.parts.composer import Composer

_INDENT = 12.0
_FIRST_WORDS = 150
_CARVED_WORDS = 500
"""Code points of a carve-out that are repeated here; all of it stands in the schedule."""
_QUOTED = Style(QUOTE.face, CELL.size, CELL.leading)
_UNTITLED = Style(QUOTE.face, SUBHEAD.size, SUBHEAD.leading)


def representations(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the entries of all representations, in the order of the text."""
    yield from composer.part(number, "Representations")
    entries = composer.memo.representations
    if not entries:
        yield from composer.paragraph([Run("No representation was found in the document.", BODY)])
    for position, entry in enumerate(entries):
        if position:
            yield gap(9)
        yield from _entry(composer, entry)


def _entry(composer: Composer, entry: RepresentationEntry) -> Iterator[Row]:
    clause = composer.memo.reading.outline[entry.representation.clause]
    named = composer.named(clause.id)
    runs = [Run(f"{short(clause)} ", SUBHEAD), Run(named, SUBHEAD if clause.heading else _UNTITLED)]
    for position, row in enumerate(composer.paragraph(runs, kind="H3")):
        if not position:
            row.bookmark = Bookmark(f"{short(clause)} {named}", 1)
            row.places.append(f"representation-{clause.id}")
        row.keep = True
        yield row
    yield from _standing(composer, entry)
    if entry.qualifiers:
        yield from composer.paragraph(_qualifiers(composer, entry), LEFT + _INDENT, MEASURE - _INDENT)
    for scheduled in entry.carveouts:
        yield from _carveout(composer, scheduled)
    for note in entry.notes:
        yield from _note(composer, note)


def _standing(composer: Composer, entry: RepresentationEntry) -> Iterator[Row]:
    """Yield the line that cites the representation and tells how far its review has come."""
    clause = composer.memo.reading.outline[entry.representation.clause]
    figure, colour = STATE[entry.state]
    state = entry.state.value
    if entry.mark is not None:
        done = state if entry.mark.state is entry.state else f"{state}, {entry.mark.state.value}"
        state = f"{done} by {entry.mark.by}, {long_date(entry.mark.at.date())}"
    runs = [Run(f"{state}{SEPARATOR}", META), composer.citation(clause.id, META)]
    place = composer.extent(clause.span)
    by = f"by {entry.representation.by}" if entry.representation.by else ""
    runs.append(Run("".join(f"{SEPARATOR}{part}" for part in (place, by) if part), META))
    rows = list(composer.paragraph(runs, LEFT + _INDENT, MEASURE - _INDENT))
    rows[0].marks.append(Mark(figure, LEFT + 4, rows[0].baseline - 2.5, 6, colour))
    rows[-1].keep = bool(entry.qualifiers or entry.carveouts or entry.notes)
    yield from rows


def _qualifiers(composer: Composer, entry: RepresentationEntry) -> list[Run]:
    text = composer.memo.reading.text
    said: dict[str, list[str]] = {}
    for qualifier in entry.qualifiers:
        place = composer.extent(qualifier.span).rpartition(", ")[2]
        words = f"“{clipped(qualifier.span.of(text), 80)}”" + (f" ({place})" if place else "")
        quoted = said.setdefault(QUALIFIER[qualifier.kind], [])
        if words not in quoted:
            quoted.append(words)
    runs = [Run("Qualified by ", CELL)]
    for position, (kind, quoted) in enumerate(said.items()):
        runs.append(Run(f"{'; ' if position else ''}{kind} ", CELL))
        runs.append(Run(", ".join(quoted), _QUOTED))
    return [*runs, Run(".", CELL)]


def _carveout(composer: Composer, scheduled: ScheduledCarveout) -> Iterator[Row]:
    carveout = scheduled.carveout
    colour = GOOD if carveout.kind is CarveoutKind.INCLUSION else CARVEOUT
    words = composer.words_of(carveout)
    if Part.SCHEDULE in composer.numbers:
        words = clipped(words, _CARVED_WORDS)
    yield Row(3, keep=True)
    runs = [
        Run("“", QUOTE),
        Run(words, QUOTE, filled=ISSUE_MARK),
        Run("”\u00a0", QUOTE),
        composer.to_carveout(scheduled, QUOTE),
    ]
    said = (CARVEOUT_WORD[carveout.kind], carveout.subject, composer.extent(carveout.span), decided(scheduled))
    what = SEPARATOR.join(part for part in said if part)
    rows = [
        *composer.paragraph(runs, LEFT + _INDENT, MEASURE - _INDENT),
        *composer.paragraph([Run(what, META)], LEFT + _INDENT, MEASURE - _INDENT),
    ]
    for row in rows:
        row.boxes.append(Box(LEFT + 3, 0, 1.6, row.height + 0.2, colour))
        yield row
    yield Row(2)


def _note(composer: Composer, note: Note) -> Iterator[Row]:
    """Yield a note's first words; the whole of it stands in its own part."""
    annotation = note.annotation
    what = KIND[annotation.kind]
    if annotation.severity is not None:
        what = f"{what}, {annotation.severity.value}"
    words = clipped(annotation.comment or annotation.proposed, _FIRST_WORDS)
    runs = [
        composer.to_note(note, CELL),
        Run(f" {what}, {annotation.status.value}: ", CELL_QUIET),
        Run(words, CELL),
    ]
    rows = list(composer.paragraph(runs, LEFT + _INDENT, MEASURE - _INDENT))
    if annotation.severity is not None:
        figure, colour = SEVERITY[annotation.severity]
        rows[0].marks.append(Mark(figure, LEFT + 4, rows[0].baseline - 2.6, 5.4, colour))
    yield from rows
