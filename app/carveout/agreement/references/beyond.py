"""Whose numbers a reference names: those of a law, of another instrument, of a disclosure schedule, or our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

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
    """What holds the clauses that a reference names, by its name where one is printed, and where its words end."""

    whose: Whose
    end: int
    name: str | None = None


_LAW = (
    r"(?:Act|Acts|Code|Codes|Laws?|Statutes?|Regulations?|Rules?|Treaty|Convention|Constitution|Ordinance|Decree|Directive"
    r"|ERISA|DGCL|DRULPA|DLLCA|DLLC Act|MGCL|MBCA|NRS|TBOC|TBCA|UCC|U\.C\.C\.|GDPR|NASD|NYSE|Nasdaq|NASDAQ|FINRA|GAAP"
    r"|IFRS"
    r"|Circular|Release|Interpretations?|Notice \d[\d-]+"
    r"|U\.?S\.?C\.?|C\.?F\.?R\.?|Regulation [A-Z](?:-[A-Z])?|ACT|CODE|LAWS?|STATUTES?|REGULATIONS?)(?![\w-])"
)
_INSTRUMENT = (
    r"(?:Agreement|Agreements|Indenture|Note|Notes|Deed|Plan|Certificate|Charter|Charters|Bylaws|By-[Ll]aws|Articles|Lease"
    r"|Contract|Form \w+|Form|Report|10-[KQ]|8-K|S-\d|20-F|SEC Documents?|Filings?"
    r"|Warrants?|Memorandum|Order|Polic(?:y|ies)|Statement|Prospectus"
    r"|Bonds?|Guarant(?:y|ee)|Amendment|License|Letter|Document|Documents|Mortgage|Facility|Instrument|Declaration|Constitution"
    r"|Judgment|Decree|Permit|Supplement|Trust|AGREEMENT|INDENTURE|PLAN|LEASE)\b"
)
_LOWER_INSTRUMENT = (
    r"(?:agreement|indenture|charter|bylaws|by-laws|certificate|articles|lease|contract|plan|deed|memorandum|policy|note"
    r"|limited liability company agreement|operating agreement|partnership agreement|organi[sz]ational documents?)\b"
)
_DISCLOSURE = (
    r"(?:Disclosure (?:Schedules?|Letters?|Memorandum|Exhibits?|Statements?)|Schedule of Exceptions"
    r"|DISCLOSURE (?:SCHEDULES?|LETTERS?)|disclosure (?:schedules?|letters?)|Schedules)\b"
)
_NAME = (
    r"(?:[A-Z0-9“\"][\w.’'&/,-]{0,40}|\([A-Z0-9][\w .-]{0,20}\))"
    r"(?: (?:(?:of|and|the|for|on|to|in|&|Related|relating|by) ){0,3}[A-Z0-9“\"(][\w.’'&/)-]{0,40},?){0,14}"
)
_AFTER = re.compile(
    r"(?:,? as (?:such )?(?:may be )?(?:amended|in effect)[^,.;()]{0,40},)?"
    r",? ?(?:\([^()]{0,60}\) )?(?P<link>of|in|under|to|within|from|promulgated under|issued under"
    r"|issued pursuant to|adopted under|pursuant to|filed (?:as an exhibit )?(?:to|with)"
    r"|set forth in|contained in|and the rules of|promulgated pursuant to) "
    r"(?P<det>(?:the|this|such|that certain|that|an?|its|their|said|each|our|any|applicable|all|his|her"
    r"|(?:the )?(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4}(?:[’']s|s[’']))) ){0,3}"
)
_NAMED = re.compile(_NAME)
_WORD_LAW = re.compile(rf"(?<![\w-]){_LAW}")
_WORD_INSTRUMENT = re.compile(rf"(?<![\w-]){_INSTRUMENT}")
_WORD_DISCLOSURE = re.compile(rf"(?:[A-Z][\w’'&.-]*(?: and)? ){{0,5}}{_DISCLOSURE}")
_LOWER = re.compile(
    rf"(?:[\w’'&.-]+ ){{0,5}}?(?:{_LOWER_INSTRUMENT}|(?P<law>(?:federal |state |securities |internal )*"
    r"(?:laws?|regulations|rules|statutes?|code)\b))"
)
_TAIL = re.compile(
    r" (?:of (?:the )?(?:\d{4}|[A-Z](?:\w|\.(?=\w)){0,20}(?: [A-Z]\w{1,20}){0,3})|S(?:-[A-Z])?\b"
    r"|[A-Z](?:-[A-Z]{1,2})?(?!\w)|(?:Related|Relating|relating|related) to(?: (?:the )?[A-Z]\w{1,20}){1,6})"
)
_SELF = re.compile(r",? ?(?:hereof|hereto|herein|hereunder|hereinafter)\b")
_THERE = re.compile(r",? (?:thereof|thereto|therein|thereunder)\b")
_BEFORE_LAW = re.compile(
    r"(?:(?<![\w-])(?:Acts?|Code|Laws?|Statutes?|(?:Treas(?:ury|\.) )?Reg(?:ulation|s|\.|ulations)?|Rules?"
    r"|U\.? ?S\.? ?C|C\.? ?F\.? ?R|ERISA|DGCL|UCC|Ann|Stat"
    r"|IRC|I\.R\.C|NRS|FAS|FASB|ASC|SFAS|Title \d+|Regulation [A-Z](?:-[A-Z])?|CODE|LAW)[.,]?(?:[’']s)?) $"
)
_BEFORE_DISCLOSURE = re.compile(r"(?:Disclosure (?:Schedules?|Letter|Memorandum)) (?:at )?$")
_BEFORE_OTHER = re.compile(
    r"(?:Form (?:10-[KQ]|8-K|S-\d|20-F)|(?<!this )(?<!this)(?:[A-Z]\w+ )Agreement|Indenture|Bylaws|By-Laws|Charter)"
    r"(?:[’']s)? (?:at )?$"
)


def owner_of(flat: str, mention: Mention, at_floor: int) -> Owner:
    """Tell what holds the clauses that a mention names, from the words before and after it."""
    end = mention.span.end
    widest = mention.outermost
    if widest.word == "rule":
        return Owner(Whose.LAW, _end_of_name(flat, end))
    before = flat[max(at_floor, widest.span.start - 40) : widest.span.start]
    if _BEFORE_LAW.search(before):
        return Owner(Whose.LAW, _end_of_name(flat, end))
    here = _SELF.match(flat, end)
    if here is not None:
        return Owner(Whose.OWN, here.end())
    there = _THERE.match(flat, end)
    if there is not None:
        return Owner(Whose.OTHER, there.end())
    if _BEFORE_DISCLOSURE.search(before):
        return Owner(Whose.DISCLOSURE, end)
    if _BEFORE_OTHER.search(before):
        return Owner(Whose.OTHER, end)
    return _named_after(flat, end)


def _end_of_name(flat: str, end: int) -> int:
    named = _named_after(flat, end)
    return named.end if named.whose is not Whose.OWN else end


def _named_after(flat: str, end: int) -> Owner:
    link = _AFTER.match(flat, end)
    if link is None:
        return Owner(Whose.OWN, end)
    determiner = (link["det"] or "").strip()
    disclosure = _WORD_DISCLOSURE.match(flat, link.end())
    if disclosure is not None and link["link"] in {"of", "in", "to"}:
        return Owner(Whose.DISCLOSURE, disclosure.end(), disclosure[0])
    if determiner == "this":
        return Owner(Whose.OWN, end)
    name = _NAMED.match(flat, link.end())
    if name is not None:
        return _by_name(flat, end, link, name, determiner)
    lower = _LOWER.match(flat, link.end())
    if lower is not None and link["link"] not in {"under", "in", "from", "within"}:
        return Owner(Whose.LAW if lower["law"] else Whose.OTHER, lower.end(), lower[0])
    return Owner(Whose.OWN, end)


def _by_name(flat: str, end: int, link: re.Match[str], name: re.Match[str], determiner: str) -> Owner:
    """Tell what a name after a number is: as much of it counts as leads to the first noun of a law or an instrument."""
    law = _WORD_LAW.search(flat, link.end(), name.end())
    instrument = _WORD_INSTRUMENT.search(flat, link.end(), name.end())
    if law is not None and (instrument is None or law.start() < instrument.start()):
        return Owner(Whose.LAW, _whole_name(flat, law.end()), name[0])
    if instrument is not None:
        words = flat[link.end() : instrument.end()]
        if link["link"] in {"under", "from", "within", "pursuant to"}:
            return Owner(Whose.OWN, end)
        return Owner(Whose.OTHER, instrument.end(), f"such {words}" if "such" in determiner else words)
    acronym = re.match(r"[A-Z]{4,6}(?![\w’'])", flat[link.end() : name.end()])
    if acronym is not None and link["link"] == "of" and determiner == "the":
        return Owner(Whose.LAW, link.end() + acronym.end(), acronym[0])
    return Owner(Whose.OWN, end)


def _whole_name(flat: str, end: int) -> int:
    """Return where a law's name ends: "of 1934", "of Japan" and "Related to Private Monopoly" belong to it."""
    tail = _TAIL.match(flat, end)
    return tail.end() if tail else end
