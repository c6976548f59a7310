"""Statements about the same stretch of time that end on different days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.face.dates import MONTHS
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "window-mismatch",
    "Look-backs that end on different days",
    "Two representations look back to the same day, one up to signing and one up to closing. What happens in between"
    " breaks the one and not the other.",
    "Practice of deal counsel: the look-backs of representations are compared.",
    FindingSeverity.NOTE,
)
_MONTH = f"(?:{'|'.join(MONTHS).lower()})"
_WINDOW = re.compile(
    rf"\b(?:since|from)(?: and after)? (?P<since>{_MONTH} \d{{1,2}}, ?\d{{4}}|the (?:\w+ ){{0,5}}date),?"
    r" (?:and )?(?:to|through|until|up to|prior to)(?: and including)? (?P<end>(?:the )?(?:"
    r"date (?:hereof|of this agreement)|closing(?: date)?|agreement date|effective (?:time|date)|signing date))\b"
)


def window_mismatches(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each look-back of a party that ends at signing, where one with the same beginning ends later."""
    reading = ground.reading
    looked: dict[tuple[int | None, str | None, str], dict[str, list[Span]]] = {}
    for representation in reading.representations:
        clause = reading.outline[representation.clause]
        root = ground.instrument_of(clause.id).root
        for match in _WINDOW.finditer(ground.lower, clause.start, clause.end):
            ends = looked.setdefault((root, representation.by, match["since"]), {})
            ends.setdefault(_day(match["end"]), []).append(Span(*match.span()))
    for ends in looked.values():
        for window in ends.get("signing", ()) if "closing" in ends else ():
            yield _finding(ground, window, ends["closing"][0])


def _day(words: str) -> str:
    return "signing" if "hereof" in words or "agreement" in words or "signing" in words else "closing"


def _finding(ground: Ground, window: Span, later: Span) -> Finding:
    outline = ground.reading.outline
    clause = outline.at(later.start)
    where = outline[clause].citation if clause is not None else "another clause"
    said, other = (span.in_line(ground.text) for span in (window, later))
    return ground.finding(RULE, window, RULE.severity, f"“{said}” ends at signing, “{other}” in {where} at closing.")
