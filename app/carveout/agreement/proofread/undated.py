"""An agreement that speaks of its date and doesn't bear one where it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.face.dates import MONTHS, written
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "undated",
    "No date at the beginning",
    "The preamble gives no date, or leaves it blank, while clauses speak of “the date hereof”: representations as of"
    " signing, periods and covenants all run from a day that the reader must look for.",
    "Drafting practice: the preamble states the date that “the date hereof” means.",
    FindingSeverity.WARNING,
)
_HEREOF = re.compile(r"\bthe date (?:hereof|of this (?:\w+ ){0,3}agreement)\b")
_MADE = re.compile(r"\b(?:made|entered into|dated|executed|effective|is by and)\b", re.IGNORECASE)
_DATE = re.compile(
    rf"\b(?:{'|'.join(MONTHS).lower()})\b|\b(?:19|20)\d\d\b"
    r"|\d[/.-]\d{1,2}[/.-]\d{2,4}|\b(?:first|effective|last) (?:written|set forth|date)"
    r"|date (?:set forth|written|first|last)|as of the (?:\w+ )?date"
)
_BLANK = re.compile(r"_{3,}|\[[^\]\n]{0,20}\]|\[?[●•▪]\]?|\*{3}")
_FEW = 600
"""Code points of a preamble in which its date stands."""


def undated_agreements(ground: Ground) -> Iterator[Finding]:
    """Yield a finding for the agreement itself; forms that are attached are dated when they are signed."""
    main = next((one for one in ground.instruments if one.operative), None)
    preamble = None if main is None else _preamble(ground, main)
    if main is None or preamble is None:
        return
    words = preamble.of(ground.lower)
    hereof = [match for span in main.spans for match in _HEREOF.finditer(ground.lower, span.start, span.end)]
    if not hereof or _DATE.search(words):
        return
    made = _MADE.search(words)
    if made is None:
        return
    said = ground.text[hereof[0].start() : hereof[0].end()]
    blank = _BLANK.search(words) is not None
    how = "leaves the date blank" if blank else "bears no date"
    date = ground.reading.date
    elsewhere = f" {written(date)} stands elsewhere." if date is not None and not blank else ""
    times = f"{len(hereof)} times" if len(hereof) > 1 else "once"
    yield ground.finding(
        RULE,
        Span(preamble.start + made.start(), preamble.start + made.end()),
        FindingSeverity.NOTE if blank or date is not None else FindingSeverity.WARNING,
        f"The preamble {how}, and “{' '.join(said.split())}” is used {times}.{elsewhere}",
    )


def _preamble(ground: Ground, main: Instrument) -> Span | None:
    """Return the paragraph that names the parties, short of what follows it."""
    for clause in main.clauses:
        if ground.reading.outline[clause].kind is ClauseKind.PREAMBLE:
            span = ground.reading.outline[clause].span
            return Span(span.start, min(span.end, span.start + _FEW))
    return None
