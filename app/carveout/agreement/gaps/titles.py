"""Titles compared: free and clear of all encumbrances, without the permitted ones that a twin excepts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind, Gap, GapStrength
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading

_CUE = "free and clear of "
_FREE = re.compile(r"free and clear of (?:any and all|all|any) (?P<what>liens?|encumbrances?|security interests?)\b")
_BEFORE = re.compile(rf"{_FREE.pattern}[ ,(]*$")
_PERMITTED = re.compile(r"Permitted (?:Liens?|Encumbrances?|Exceptions?|Security)")
_EXCEPTS = re.compile(r"\b(?:except|other than|excluding|save for|subject to)\b|\bpermitted\b")
_OWNERSHIP = re.compile(
    r"\b(?:shares?|stock|equity|membership|partnership|securities|capital|units|interests? in the)\b"
)


def bare_titles(reading: Reading) -> Iterator[Gap]:
    """Yield the representations on title to things that except nothing, where the same party excepts it elsewhere.

    Title to shares is given free of everything as a rule, and so is what is sold at the closing: neither is a gap.
    """
    plain = unbroken(reading.text)
    lower = folded(plain)
    twins: dict[tuple[str | None, str], Carveout] = {}
    for carveout in reading.carveouts:
        before = _excepted(reading, lower, carveout)
        if before is not None:
            twins.setdefault(before, carveout)
    if not twins:
        return
    for at in places(lower, _CUE, Span(0, len(lower))):
        free = _FREE.match(lower, at)
        clause = reading.outline.at(at)
        holding = None if free is None or clause is None else reading.representation_holding(clause)
        if free is None or clause is None or holding is None:
            continue
        twin = twins.get((holding.by, _noun(free["what"])))
        sentence = sentence_around(plain, Span(at, at))
        words = sentence.of(lower)
        if twin is not None and not _EXCEPTS.search(words) and not _OWNERSHIP.search(words):
            yield _gap(reading, clause, sentence, twin)


def _excepted(reading: Reading, lower: str, carveout: Carveout) -> tuple[str | None, str] | None:
    """Return whose title a carve-out leaves permitted encumbrances on, and what it calls them, None for no title."""
    if carveout.kind is not CarveoutKind.EXCEPTION or not _PERMITTED.match(carveout.subject or ""):
        return None
    before = _BEFORE.search(lower, max(0, carveout.span.start - 60), carveout.span.start)
    holding = None if before is None else reading.representation_holding(carveout.clause)
    return None if before is None or holding is None else (holding.by, _noun(before["what"]))


def _noun(what: str) -> str:
    return what.removesuffix("s")


def _gap(reading: Reading, clause: int, words: Span, twin: Carveout) -> Gap:
    where, other = reading.outline[clause].citation, reading.outline[twin.clause].citation
    message = (
        f"{where} gives title free of everything, without the exception for {twin.subject} that {other} makes: any "
        "permitted encumbrance makes this representation untrue."
    )
    return Gap(clause, twin.clause, twin.subject, GapStrength.STRONG, message, words)
