"""A period between signing and closing in an agreement that is closed on the day of its signing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.face.dates import find_date
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "interim-period",
    "Period without a day",
    "The closing is fixed for the date of the agreement itself, while clauses speak of the time between the two: the"
    " covenants, conditions and rights of termination of that time never apply.",
    "Date logic: deadlines and periods are set against each other before signing.",
    FindingSeverity.WARNING,
)
_CLOSING = re.compile(r"(?:Closing|Completion|Settlement)(?: Date)?")
_SAME_DAY = re.compile(r"\bon the date (?:hereof|of this Agreement)\b(?! or\b)")
_LONGEST = 300
"""Code points beyond which the words of a definition fix more than a day."""


def interim_periods(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each agreement whose closing is on its own date, though its clauses speak of days between."""
    for instrument in ground.instruments:
        if instrument.operative:
            for name in sorted(_closings(ground, instrument)):
                place = _same_day(ground, instrument, name)
                periods = [] if place is None else list(_periods(ground, instrument, name))
                if place is not None and periods:
                    clause = ground.reading.outline.at(periods[0].start)
                    where = "" if clause is None else f", first in {ground.reading.outline[clause].citation}"
                    count = "once" if len(periods) == 1 else f"{len(periods)} times"
                    told = (
                        f"The {name} is the date of the agreement itself. The time between them, of which the clauses"
                    )
                    yield ground.finding(RULE, place, RULE.severity, f"{told} speak {count}{where}, has no day.")


def _closings(ground: Ground, instrument: Instrument) -> set[str]:
    own = set(instrument.clauses)
    return {one.term for one in ground.reading.terms if one.clause in own and _CLOSING.fullmatch(one.term)}


def _same_day(ground: Ground, instrument: Instrument, name: str) -> Span | None:
    """Return the words that fix the closing for the date of the agreement, None where none do."""
    reading, text = ground.reading, ground.text
    for clause in (reading.outline[one] for one in instrument.clauses):
        if clause.kind is ClauseKind.TERM and clause.heading == name and reading.date is not None:
            words = text[clause.body_start : clause.end]
            if len(words) < _LONGEST and find_date(words) == reading.date:
                return Span(clause.body_start, clause.body_start + len(words.rstrip(" ;.")))
    own = set(instrument.clauses)
    for term in reading.terms:
        if term.term == name and term.clause in own and len(term.span) < _LONGEST:
            said = _SAME_DAY.search(text, term.span.start, term.span.end)
            if said is not None:
                return Span(*said.span())
    return None


def _periods(ground: Ground, instrument: Instrument, name: str) -> Iterator[Span]:
    period = re.compile(
        rf"\b(?i:between|from) the date (?:hereof|of this Agreement)\b[^.;:]{{0,40}}?\b{re.escape(name)}\b"
    )
    for span in instrument.spans:
        for match in period.finditer(ground.text, span.start, span.end):
            yield Span(*match.span())
