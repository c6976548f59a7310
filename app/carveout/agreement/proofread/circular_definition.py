"""Definitions that define each other: follow them, and nothing is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Finding
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "circular-definition",
    "Defined in a circle",
    "Two or more definitions rest on each other, and on nothing else: the shares are those issued in the issuance, and"
    " the issuance is that of the shares. Whoever has to say what is meant goes round and round.",
    "Drafting practice: a definition rests on words that are known without it (K. Adams, A Manual of Style for Contract"
    " Drafting, on circular definitions).",
    FindingSeverity.NOTE,
)
_CORE_ENDS = re.compile(
    r"\b(?:including|includes?|excluding|other than|such as|provided|except|as amended)\b|;|, or\b| \((?:i|a|1|x|A)\) ?"
)
_ADDED = re.compile(r"(?:\b(?:and|or|with),?|,) (?:(?:all|any|the|other|each) ){0,3}[“\"]?$")
_KNOWN = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 260
"""Code points beyond which a definition says enough of its own."""
_MOST = 2
"""Definitions in the longest circle that is told: in longer ones, some definition nearly always says enough."""


def circular_definitions(ground: Ground) -> Iterator[Finding]:
    """Yield a finding at the first of each circle of definitions, at the words by which it rests on the next."""
    for instrument in ground.instruments:
        stated = [
            one for one in ground.defined if one.stated and one.firm and one.instrument is instrument and one.term.uses
        ]
        rests = _rests(ground, instrument, stated)
        told: set[str] = set()
        for one in stated:
            circle = _circle(one.name, rests)
            if circle and told.isdisjoint(circle):
                told.update(circle)
                yield _finding(ground, circle, rests[one.name][circle[1]])


def _rests(ground: Ground, instrument: Instrument, stated: Sequence[Defined]) -> dict[str, dict[str, Span]]:
    """Return for each term those that the core of its definition rests on, and where it says so."""
    cores = sorted((core, one.name) for one in stated for core in (_core(ground, one),) if core is not None)
    starts = [core.start for core, _ in cores]
    named = {name for _, name in cores}
    rests: dict[str, dict[str, Span]] = {name: {} for name in named}
    for one in ground.defined:
        if one.instrument is instrument and one.name in named:
            for use in one.term.uses:
                at = bisect_right(starts, use.start) - 1
                core, name = cores[at] if at >= 0 else (Span(0, 0), "")
                added = _ADDED.search(ground.text, max(core.start, use.start - 24), use.start)
                if core.holds(use) and name != one.name and added is None:
                    rests[name].setdefault(one.name, use)
    return rests


def _core(ground: Ground, one: Defined) -> Span | None:
    """Return what a definition says before it adds, excludes or lists anything; None where it names what is known."""
    limit = min(one.term.span.end, one.words.end + _LONGEST)
    end = _CORE_ENDS.search(ground.text, one.words.end + 12, limit)
    core = Span(one.words.end, end.start() if end is not None else limit)
    listed = end is None and limit < one.term.span.end
    return None if listed or _KNOWN.search(ground.text, core.start, core.end) else core


def _circle(start: str, rests: dict[str, dict[str, Span]]) -> tuple[str, ...]:
    """Return the shortest way from a term back to itself, with the term first; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    for _ in range(_MOST):
        further = []
        for way in ways:
            for name in rests.get(way[-1], {}):
                if name == start:
                    return way
                if name not in way:
                    further.append((*way, name))
        ways = further[:64]
    return ()


def _finding(ground: Ground, circle: tuple[str, ...], words: Span) -> Finding:
    way = " → ".join(f"“{name}”" for name in (*circle, circle[0]))
    message = f"These definitions rest on each other: {way}. None of them says what is meant."
    return ground.finding(RULE, words, RULE.severity, message)
