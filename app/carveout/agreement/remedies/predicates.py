"""The words that test whether representations are true: `are true in all material respects`, `any breach of`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADJECTIVE = r"(?:true|untrue|correct|incorrect|accurate|inaccurate|complete|false|misleading|not misleading)"
_TRUE = re.compile(
    r"\b(?P<verb>(?:(?:shall|will|must|would|may|had)(?: not)? (?:be|have been|have become|prove to (?:be"
    r"|have been))|are|is|were|was|be|been"
    r"|being|become|became|remains?|has been|have been|proves? to (?:be|have been)|proven to (?:be|have been))"
    rf"(?: (?:not|each|also|then|both|materially|proven|found|shown|determined|to|be|have"
    rf"|been))*) (?P<standard>{_ADJECTIVE}"
    rf"(?:(?:, | and |, and | or |, or |/)(?:not )?{_ADJECTIVE}){{0,4}}(?:,? (?:in (?:all|any|each"
    rf"|every)(?: but de minimis)?"
    r"(?: material)? respects?|in any (?:\w+ )?respect))?)"
)
_SO = re.compile(r"\bso $")
_FAULT = (
    r"(?:breach(?:es|ed)?|inaccurac(?:y|ies)|untruth|falsity|misrepresentations?|violations?|violated|defaults?"
    r"|non-?compliance|non-?fulfil\w+)"
)
_BREACH = re.compile(
    rf"\b(?P<standard>(?:(?:willful|material|alleged|actual|intentional|knowing)(?:ly)? (?:and )?){{0,2}}{_FAULT}"
    rf"(?:(?:,? (?:in|of))?(?:,? (?:or|and) |, )(?:any )?(?:alleged )?{_FAULT}){{0,3}})"
    r"(?:,? or (?:(?:has|have|had|any) )?fail(?:ed|ure) to (?:perform|comply with|observe)(?: or (?:perform"
    r"|comply with))?)?"
    r"(?: in any (?:material )?respect)?(?: by (?:the )?[\w’/ ,]{1,60}?)?(?:,? (?:of|in|under|with|with respect to|or"
    r"|as to),?){0,3}"
    r"(?: \(\w{1,4}\)(?: [^;()]{1,120}? \(\w{1,4}\))?)?"
    r"(?: (?:any|one or more|the|such|of|its|their|his|her|an?|either|each|all|material|fundamental|respective|other"
    r"|[\w’']+['’]s?|(?:covenants?|agreements?|obligations?|terms?|provisions?),?|or|and)){0,8}"
    r" (?=representations?\b|(?:\w+ )?warrant(?:y|ies)\b)"
)
_TRIGGER = re.compile(
    r"\b(?:(?:is|are|becomes?|has become|have become|been|being) (?:made )?aware\b(?: that| of)?|(?:discovers?"
    r"|learns?)\b"
    r"|(?:is|are|has been|have been|shall have been) (?:proven|found|shown|determined)|proves?\b|shall have become\b)"
)
_CERTIFYING = re.compile(r"\b(?:certifying|certif(?:y|ies)|to the effect|stating|confirming)\b(?: that| as to)?")
_NO_DEFAULT = re.compile(
    r"(?:,? and (?:further )?that no [^.;,]{0,80}?\b(?:breach|default)\b(?:[^.;,]{0,80}?\b(?:has|have|is"
    r"|exists?)\b[^.;,]{0,60})?)"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The words of a test: where they begin, what they ask for, and whether the representations stand after them.

    `affirms` tells whether they say that something is true, not that it isn't or that it was breached; `demands`
    whether they ask that it shall be.
    """

    start: int
    standard: Span
    nominal: bool
    affirms: bool
    demands: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a test off besides the fact, and whether it is that somebody certifies it."""

    words: Span
    certifying: bool


def predicates(words: str) -> Iterator[Predicate]:
    """Yield the predicates of a sentence of folded text, in order; `to be so true` only takes up another."""
    found = [
        Predicate(
            true.start(), _with_defaults(words, true), nominal=False, affirms=_affirms(true), demands=_demands(true)
        )
        for true in _TRUE.finditer(words)
        if not _SO.search(words, 0, true.start("standard"))
    ]
    found += [
        Predicate(breach.start(), Span(*breach.span("standard")), nominal=True, affirms=False, demands=False)
        for breach in _BREACH.finditer(words)
    ]
    yield from sorted(found, key=lambda one: one.start)


def trigger(words: str, predicate: Predicate) -> Trigger | None:
    """Return what sets a test off in its sentence: `is made aware`, `is proven`, `certifying that`."""
    certifying = _CERTIFYING.search(words, 0, predicate.standard.start)
    if certifying is not None:
        return Trigger(Span(*certifying.span()), certifying=True)
    found = _TRIGGER.search(words, 0, predicate.standard.start)
    return None if found is None else Trigger(Span(*found.span()), certifying=False)


def _affirms(true: re.Match[str]) -> bool:
    return true["standard"].startswith(("true", "correct", "accurate", "complete"))


def _demands(true: re.Match[str]) -> bool:
    return _affirms(true) and true["verb"].startswith(("shall be", "shall have been", "must be"))


def _with_defaults(words: str, true: re.Match[str]) -> Span:
    """Return the standard with what a certificate says beside it: `and that no default has occurred`."""
    more = _NO_DEFAULT.match(words, true.end("standard"))
    return Span(true.start("standard"), true.end("standard") if more is None else more.end())
