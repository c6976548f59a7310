"""Cutting the agreement's text into runs at every place that something begins or ends, with its number after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.span import Span
from carveout.memo.typesetting.style import CARVEOUT, GOOD, MARKER, Colour, Style
from carveout.memo.typesetting.text import Run
from carveout.review.annotation import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo, Note

_CLAUSE_WORDS = 600
"""How much of a clause without a heading is highlighted for a note on the whole of it, in code points."""

_CARVED = Style(MARKER.face, MARKER.size, MARKER.leading, CARVEOUT, MARKER.rise)


def passage_of(reading: Reading, note: Note) -> Span:
    """Return the words that are highlighted for a note: its own, or the heading of the clause that it is about."""
    anchor = note.annotation.anchor
    span = anchor.span
    if anchor.target is Target.CLAUSE:
        clause = reading.outline[anchor.clause]
        headed = _trimmed(reading.text, Span(clause.start, clause.body_start)) if clause.heading else None
        span = headed or _first_words(reading.text, span)
    return span or _first_words(reading.text, Span(span.start, min(span.start + _CLAUSE_WORDS, len(reading.text))))


def _first_words(text: str, span: Span) -> Span:
    words = text[span.start : min(span.end, span.start + _CLAUSE_WORDS)]
    line = words.lstrip().partition("\n")[0]
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(line)
    if len(line) == _CLAUSE_WORDS and " " in line:
        end = start + line.rindex(" ")
    return _trimmed(text, Span(start, end))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


@dataclass(frozen=True, slots=True)
class Place:
    """The name that links lead to a code point by; `clause` is set where a clause begins there."""

    offset: int
    name: str
    clause: int | None = None


@dataclass(frozen=True)
class Passages:
    """Where notes, carve-outs, clauses and source lines begin and end, sorted, and what stands after them."""

    reading: Reading
    cuts: tuple[int, ...]
    markers: dict[int, list[Run]]
    places: tuple[Place, ...]
    _ruled_from: tuple[int, ...]
    _ruled: tuple[Colour | None, ...]
    """Where the rule under the text changes, and to what."""

    def runs(self, span: Span, style: Style) -> Iterator[Run]:
        """Yield the span's text in runs that each lie wholly inside or outside of everything, with the numbers."""
        if not span:
            return
        first = bisect_right(self.cuts, span.start)
        last = bisect_left(self.cuts, span.end)
        start = span.start
        text, rule_from = self.reading.text, self._ruled_from
        rule = bisect_right(rule_from, start) - 1
        for end in (*self.cuts[first:last], span.end):
            while rule + 1 < len(rule_from) and rule_from[rule + 1] <= start:
                rule += 1
            ruled = self._ruled[rule] if rule >= 0 else None
            yield Run(text[start:end], style, at=start, ruled=ruled, twice=ruled is GOOD)
            yield from self.markers.get(end, ())
            start = end


def passages_of(memo: Memo) -> Passages:
    """Return the places of everything that the annotated agreement shows."""
    reading = memo.reading
    markers: dict[int, list[Run]] = {}
    places = [Place(clause.start, f"clause-{clause.id}", clause.id) for clause in reading.outline]
    cuts = {clause.start for clause in reading.outline} | {place.start for place in reading.places}
    for note in memo.notes:
        span = passage_of(reading, note)
        cuts |= {span.start, span.end}
        places.append(Place(span.start, f"passage-{note.number}"))
        _mark(markers, span.end, Run(f"[{note.number}]", MARKER, link=f"note-{note.number}"))
    for entry in memo.schedule:
        span = entry.carveout.span
        cuts |= {span.start, span.end}
        places.append(Place(span.start, f"carveout-{entry.number}"))
        _mark(markers, span.end, Run(f"C{entry.number}", _CARVED, link=f"schedule-{entry.number}"))
    rules = _rules(memo)
    return Passages(
        reading,
        tuple(sorted(cuts)),
        markers,
        tuple(sorted(places, key=lambda place: place.offset)),
        tuple(offset for offset, _ in rules),
        tuple(colour for _, colour in rules),
    )


def _mark(markers: dict[int, list[Run]], end: int, marker: Run) -> None:
    """Put a number after a passage; a space lets a line break between two at the same place."""
    found = markers.setdefault(end, [])
    if found:
        found.append(Run(" ", MARKER))
    found.append(marker)


def _rules(memo: Memo) -> tuple[tuple[int, Colour | None], ...]:
    """Return where the rule under the text changes: the innermost carve-out's colour, none outside of them."""
    changes: list[tuple[int, Colour | None]] = []
    open_: list[tuple[int, Colour]] = []

    def close(until: int) -> None:
        while open_ and open_[-1][0] <= until:
            end, _ = open_.pop()
            changes.append((end, open_[-1][1] if open_ else None))

    for entry in memo.schedule:
        span = entry.carveout.span
        close(span.start)
        colour = GOOD if entry.carveout.kind is CarveoutKind.INCLUSION else CARVEOUT
        changes.append((span.start, colour))
        open_.append((span.end, colour))
    close(len(memo.reading.text) + 1)
    return tuple(changes)
