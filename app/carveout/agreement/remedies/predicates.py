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
_BREACH = re.compile(
    r"\b(?P<standard>(?:(?:material|alleged|actual) )?(?:breach(?:es|ed)?|inaccurac(?:y|ies)|untruth|falsity"
    r"|misrepresentations?|violations?)"
    r"(?:(?:,? (?:or|and) |, )(?:any )?(?:alleged )?(?:breach(?:es|ed)?|inaccurac(?:y|ies)|violations?|default"
    r"|non-?fulfil\w+"
    r"|misrepresentations?|untruth|failure)){0,4})"
    r"(?: by (?:the )?(?:\w+ ){1,4})?(?:,? (?:of|in|or|and|under|with respect to|any),?){0,5}(?: (?:any|one or more"
    r"|the|such|of|its|their|his|her|a|either|each"
    r"|all|material|fundamental|respective|[\w’']+['’]s?))* (?=representations?\b|(?:\w+ )?warrant(?:y|ies)\b)"
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
    """The words of a test: where they begin, what they ask for, and whether the representations stand after them."""

    start: int
    standard: Span
    nominal: bool


def predicates(lower: str, within: Span) -> Iterator[Predicate]:
    """Yield the predicates of a sentence of folded text, in order; `to be so true` only takes up another."""
    found = [
        Predicate(true.start(), _with_defaults(lower, true, within), nominal=False)
        for true in _TRUE.finditer(lower, within.start, within.end)
        if not _SO.search(lower, within.start, true.start("standard"))
    ]
    found += [
        Predicate(breach.start(), Span(*breach.span("standard")), nominal=True)
        for breach in _BREACH.finditer(lower, within.start, within.end)
    ]
    yield from sorted(found, key=lambda one: one.start)


def trigger(lower: str, sentence: Span, predicate: Predicate) -> Span | None:
    """Return what sets a test off besides the fact: `is made aware`, `is proven`, `certifying that`."""
    lead = Span(sentence.start, predicate.standard.start)
    certifying = _CERTIFYING.search(lower, lead.start, lead.end)
    if certifying is not None:
        return Span(*certifying.span())
    found = _TRIGGER.search(lower, lead.start, lead.end)
    return None if found is None else Span(*found.span())


def _with_defaults(lower: str, true: re.Match[str], within: Span) -> Span:
    """Return the standard with what a certificate says beside it: `and that no default has occurred`."""
    more = _NO_DEFAULT.match(lower, true.end("standard"), within.end)
    return Span(true.start("standard"), true.end("standard") if more is None else more.end())
