"""Standards that decide whether a representation is true, and that nothing defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity, QualifierKind
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import stems
from carveout.agreement.proofread.vocabulary import takes_terms_from_another
from carveout.agreement.prose.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.span import Span

RULE = Rule(
    "undefined-standard",
    "A standard that nothing defines",
    "Representations turn on somebody’s knowledge, or on a material adverse effect, and the agreement doesn’t say whose"
    " knowledge counts and after what inquiry, or what such an effect is. That is left to a court.",
    "Practice of deal counsel: both are defined in nearly every agreement between well advised parties.",
    FindingSeverity.NOTE,
)
_MEANS = re.compile(r"s?\b[^.;\n]{0,120}?\b(?:means?|shall mean|refers? to|(?:shall be )?deemed)\b")


def undefined_standards(ground: Ground) -> Iterator[Finding]:
    """Yield a note where an agreement first turns on knowledge, and one where it first turns on such an effect."""
    for instrument in ground.instruments:
        if not instrument.operative or ground.amends(instrument) or takes_terms_from_another(ground, instrument):
            continue
        defined = {word for one in ground.defined if one.instrument is instrument for word in stems(one.name)}
        if "knowledge" not in defined and not _meant(ground, instrument, "knowledge"):
            spans = [one.span for one in ground.reading.qualifiers if one.kind is QualifierKind.KNOWLEDGE]
            known = [span for span in _within(ground, instrument, spans) if "knowledge" in span.of(ground.lower)]
            yield from _told(ground, known, "nothing says whose knowledge counts and after what inquiry")
        if "adverse" not in defined and not _meant(ground, instrument, "adverse effect"):
            spans = [test.standard for test in ground.reading.effect_tests]
            tests = [span for span in _within(ground, instrument, spans) if "material adverse" in span.of(ground.lower)]
            yield from _told(ground, tests, "nothing says what such an effect is")


def _meant(ground: Ground, instrument: Instrument, standard: str) -> bool:
    """Tell whether a sentence says what a standard means, without quotation marks."""
    return any(
        _MEANS.match(ground.lower, place + len(standard)) is not None
        for span in instrument.spans
        for place in places(ground.lower, standard, span)
    )


def _within(ground: Ground, instrument: Instrument, spans: list[Span]) -> Iterator[Span]:
    for span in sorted(spans):
        clause = ground.reading.outline.at(span.start)
        if clause is not None and ground.instrument_of(clause) is instrument:
            yield span


def _told(ground: Ground, spans: list[Span], missing: str) -> Iterator[Finding]:
    if spans:
        said = spans[0].in_line(ground.text)
        times = f"the first of {len(spans)} such tests" if len(spans) > 1 else "a test of its own"
        yield ground.finding(RULE, spans[0], RULE.severity, f"“{said}” is {times}, and {missing}.")
