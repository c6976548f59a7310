"""Schedules: what is disclosed in attachments, bound to the clauses that say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import CarveoutKind
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.schedules.attachments import Attachments
from carveout.agreement.schedules.binding import Binding, Citation, Held
from carveout.agreement.schedules.citations import citations
from carveout.agreement.schedules.letters import letters
from carveout.agreement.schedules.promises import promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.reading import Reading
    from carveout.agreement.schedules.citations import Cited
    from carveout.agreement.span import Span

__all__ = ["Binding", "Citation", "Held", "bindings"]


def bindings(reading: Reading) -> tuple[Binding, ...]:
    """Return the attachments of a document's agreements and what they cite beside them, by first mention.

    An attachment of a filing itself, such as the agreement that it carries, is none of an agreement. What a law or
    another document calls a schedule is left out.
    """
    text = unbroken(reading.text)
    lower = folded(text)
    parts = instruments(text, reading.outline)
    attachments = Attachments(text, lower, reading.outline, parts)
    disclosures = [one.span for one in reading.carveouts if one.kind is CarveoutKind.DISCLOSURE]
    named = [(part, one) for part in parts for one in _cited(reading, text, part)]
    everywhere = {f"{one.word} {one.number}" for _, one in named}
    found: list[Binding] = []
    for instrument in parts:
        if instrument.operative:
            own = [one for part, one in named if part is instrument]
            found += _of_instrument(reading, text, instrument, own, attachments, disclosures)
    told = {one.attachment for one in found} - {None}
    uncited = [
        Binding(reading.outline[one].citation, one, (), Held.ATTACHED)
        for instrument in parts
        if instrument.operative
        for one in attachments.of(instrument)
        if one not in told and attachments.name(one) not in everywhere
    ]
    return tuple(sorted([*found, *uncited], key=lambda one: _first(reading, one)))


def _cited(reading: Reading, text: str, instrument: Instrument) -> Iterator[Cited]:
    """Yield what the clauses of an instrument cite; a caption and a row of a table of contents cite nothing."""
    for span in instrument.spans:
        for one in citations(text, span):
            clause = reading.outline.at(one.span.start)
            if clause is not None and not _only_names(reading.outline[clause], one.span.start):
                yield one


def _only_names(clause: Clause, at: int) -> bool:
    return clause.kind is ClauseKind.COVER or clause.start <= at < clause.body_start


def _of_instrument(
    reading: Reading,
    text: str,
    instrument: Instrument,
    own: list[Cited],
    attachments: Attachments,
    disclosures: list[Span],
) -> Iterator[Binding]:
    beside = list(letters(text, reading.terms, instrument))
    cited: dict[tuple[int | None, str], list[Citation]] = defaultdict(list)
    for one in own:
        clause = reading.outline.at(one.span.start)
        attachment, name = attachments.named(instrument, one.word, one.number)
        if clause is not None and attachment not in (clause, *reading.outline.ancestors(clause)):
            cited[attachment, name].append(_citation(text, clause, one.span, disclosures))
    for (attachment, name), found in cited.items():
        held = Held.ATTACHED if attachment is not None else attachments.why_missing(name)
        if held is Held.MISSING and beside and name.startswith("Schedule"):
            held = Held.APART
        yield Binding(name, attachment, tuple(found), held)
    for term in beside:
        spans = [(reading.outline.at(use.start), use) for use in term.uses]
        cites = tuple(
            _citation(text, clause, use, disclosures)
            for clause, use in spans
            if clause is not None and not _only_names(reading.outline[clause], use.start)
        )
        if cites:
            yield Binding(term.term, None, cites, Held.APART)


def _citation(text: str, clause: int, span: Span, disclosures: list[Span]) -> Citation:
    """Return a citation; `disclosures` are in the order of the text."""
    at = bisect_right(disclosures, span.start, key=_starting) - 1
    around = disclosures[at] if at >= 0 and disclosures[at].holds(span) else None
    return Citation(clause, span, promise(text, span), around)


def _starting(span: Span) -> int:
    return span.start


def _first(reading: Reading, binding: Binding) -> int:
    if binding.citations:
        return binding.citations[0].span.start
    return reading.outline[binding.attachment].start if binding.attachment is not None else 0
