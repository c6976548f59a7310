"""Whose numbers a reference names: those of a law, of another instrument, of a disclosure schedule, or our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.agreement.references import nouns

if TYPE_CHECKING:
    from carveout.agreement.references.mentions import Mention


class Whose(StrEnum):
    """What holds the clauses that a reference names."""

    OWN = "own"
    LAW = "law"
    OTHER = "other"
    DISCLOSURE = "disclosure"


@dataclass(frozen=True, slots=True)
class Owner:
    """What holds the clauses that a reference names, by its name where one is printed, and where its words end.

    `shared` says that the name stands after another number, and is said of both: Section 302 and Section 906 of an act.
    """

    whose: Whose
    end: int
    name: str | None = None
    shared: bool = False


_AFTER = re.compile(
    r"(?:,? as (?:such )?(?:may be )?(?:amended|in effect)[^,.;()]{0,40},)?"
    r"\)? ?(?:\([^()]{0,80}\) )?(?:et seq\.,? )?(?P<link>(?i:of|in|under|to|within|from|and the rules of"
    r"|(?:promulgated|issued|adopted) (?:under|pursuant to)|pursuant to|filed (?:as an exhibit )?(?:to|with)"
    r"|set forth in|contained in|included in)) "
    r"(?P<det>(?:(?i:the|this|such|that certain|that|an?|its|their|said|each|our|any|applicable|all|his|her)"
    r"|(?:the )?[A-Z][\w.&-]{0,40}(?: [A-Z][\w.&-]{0,40}){0,4}(?:[’']s|s[’'])) ){0,3}"
)
_POSSESSOR = re.compile(r"[A-Z][\w.& -]{0,80}[’']s? $")
_WEAK_LINKS = frozenset({"under", "from", "within", "pursuant to", "in", "set forth in", "contained in"})
"""Links after which the words may say where something else is, and not what the number is part of."""
_HERE = re.compile(r",? ?(?:hereof|hereto|herein|hereunder)\b", re.IGNORECASE)
_THERE = re.compile(
    r",? (?:thereof|thereto|therein|thereunder|(?:of|in|under) such (?:section|article|act|law|code|agreement))\b",
    re.IGNORECASE,
)
_AND_NUMBER = re.compile(
    r"(?: \([^()]{0,80}\))?(?:,? (?:and/or|and|or) |, )(?P<again>(?:sections?|articles?|rules?) )?"
    r"(?:\d[\w.-]{0,12}|[IVX]{1,5}\b)(?:\(\w{1,4}\)){0,5}",
    re.IGNORECASE,
)
"""One more number of the same kind, before the name that is said of all."""
_ALL_OF_THEM = re.compile(r"(?: \([^()]{0,80}\))?(?:, respectively,?)?", re.IGNORECASE)
_MOST = 12
"""Numbers that one name is looked for behind."""
_BEGINS = frozenset("0123456789IVX")
_BEFORE = 40
"""Code points before a reference that may name what it belongs to."""


def owner_of(flat: str, mention: Mention) -> Owner:
    """Tell what holds the clauses that a mention names, from the words before and after it."""
    end = mention.span.end
    widest = mention.outermost
    before = flat[max(0, widest.span.start - _BEFORE) : widest.span.start]
    after = _named_after(flat, end)
    if widest.word == "rule" or nouns.LAW_BEFORE.search(before):
        return Owner(Whose.LAW, after.end)
    here, there = _HERE.match(flat, end), _THERE.match(flat, end)
    if here is not None:
        return Owner(Whose.OWN, here.end())
    if there is not None:
        return Owner(Whose.OTHER, there.end())
    if nouns.DISCLOSURE_BEFORE.search(before):
        return Owner(Whose.DISCLOSURE, end)
    if nouns.INSTRUMENT_BEFORE.search(before):
        return Owner(Whose.OTHER, end)
    return _named_with_others(flat, mention) if after.whose is Whose.OWN and after.end == end else after


def _named_with_others(flat: str, mention: Mention) -> Owner:
    """Look for the name behind the numbers that follow a mention, as far as they are of its kind."""
    end = mention.span.end
    head = mention.outermost.cited[0].head if mention.outermost.cited else None
    numbers, named = _more_numbers(flat, end) if head is not None and head[0] in _BEGINS else ([], end)
    if head is None or not numbers or flat[named : named + 1] != " ":
        return Owner(Whose.OWN, end)
    there = _THERE.match(flat, named)
    after = Owner(Whose.OTHER, there.end()) if there else _named_after(flat, named)
    alike = ("." in head) == ("." in flat[end:named].rstrip("."))
    if after.whose is Whose.OWN or (after.whose is Whose.LAW and not alike):
        return Owner(Whose.OWN, end)
    again = any(number["again"] for number in numbers)
    return Owner(after.whose, end if again else after.end, after.name, shared=True)


def _more_numbers(flat: str, end: int) -> tuple[list[re.Match[str]], int]:
    """Return the numbers that go on where a mention ends, and where the name of what holds them all would begin."""
    numbers: list[re.Match[str]] = []
    while len(numbers) < _MOST and (number := _AND_NUMBER.match(flat, end)):
        numbers.append(number)
        end = number.end()
    behind = _ALL_OF_THEM.match(flat, end)
    return numbers, behind.end() if behind else end


def _named_after(flat: str, end: int) -> Owner:
    link = _AFTER.match(flat, end)
    if link is None:
        return Owner(Whose.OWN, end)
    weak = link["link"].lower() in _WEAK_LINKS
    determiner = (link["det"] or "").strip().lower()
    disclosure = nouns.DISCLOSURE.match(flat, link.end())
    if disclosure is not None and (not weak or link["link"] == "in"):
        return Owner(Whose.DISCLOSURE, disclosure.end(), disclosure[0])
    if determiner == "this":
        return Owner(Whose.OWN, end)
    name = nouns.NAME.match(flat, link.end())
    if name is not None:
        return _by_name(flat, end, link, name, weak=weak, such="such" in determiner)
    if weak or not determiner:
        return Owner(Whose.OWN, end)
    law = nouns.UNNAMED_LAW.match(flat, link.end())
    instrument = nouns.UNNAMED_INSTRUMENT.match(flat, link.end())
    lower = law or instrument
    return Owner(Whose.LAW if law else Whose.OTHER, lower.end()) if lower else Owner(Whose.OWN, end)


def _by_name(flat: str, end: int, link: re.Match[str], name: re.Match[str], *, weak: bool, such: bool) -> Owner:
    """Tell what a name after a number is: as much of it counts as leads to the first noun of a law or an instrument."""
    law = nouns.LAW.search(flat, link.end(), name.end())
    instrument = nouns.INSTRUMENT.search(flat, link.end(), name.end())
    if law is not None and (instrument is None or law.start() < instrument.start()):
        tail = nouns.LAW_GOES_ON.match(flat, law.end())
        return Owner(Whose.LAW, tail.end() if tail else law.end())
    if instrument is not None and not weak:
        possessor = _POSSESSOR.search(link["det"] or "")
        while (longer := nouns.INSTRUMENT.match(flat, instrument.end() + 1)) and flat[instrument.end()] == " ":
            instrument = longer
        first = link.start("det") + possessor.start() if possessor else link.end()
        return Owner(Whose.OTHER, instrument.end(), None if such else flat[first : instrument.end()])
    acronym = nouns.ACRONYM.match(flat, link.end())
    if acronym is not None and link["link"] == "of" and link["det"]:
        return Owner(Whose.LAW, acronym.end())
    return Owner(Whose.OWN, end)
