"""The names of companies, as an agreement prints them: capitalised words that end in a corporate form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = re.compile(
    r"\b(?:(?:Inc|Corp|Ltd|Bhd|Pty|Pte|INC|CORP|LTD)\b\.?|Incorporated\b|Corporation\b|Limited\b|INCORPORATED\b"
    r"|CORPORATION\b|LIMITED\b|L\.?L\.?[CP]\b\.?|L\.?P\b\.?|P\.?L\.?C\b\.?|plc\b|N\.?V\b\.?|B\.?V\b\.?|S\.?A\b\.?"
    r"|S\.?L\b\.?|A\.?G\b\.?|A/S\b|A\.?B\b\.?|S\.p\.A\.?|S\.?[aà] ?r\.?l\.?|GmbH\b|Oy\b|K\.?K\b\.?|N\.A\.)"
)
_WEAKER_FORM = re.compile(r"\b(?:Company|Co\b\.?|Bank|Trust|Partnership|Association|COMPANY|BANK|TRUST|PARTNERSHIP)\b")
_STRONGER = re.compile(r"\.?,? ?" + _FORM.pattern)
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
"""What stands before a kind of company ("a Delaware Corporation"), and before no name."""
_WORD = re.compile(r"[a-z]?[A-Z0-9][\w&'’./-]*,?$")
_LINK = frozenset({"of", "and", "&", "the", "de", "for", "in"})
_OPENING = re.compile(r"a|among|an|and|as|between|by|each|for|from|if|in|of|that|the|this|to|with", re.IGNORECASE)
_DESCRIBED = re.compile(
    r",? ?(?:an?|the|its|each|organi[sz]ed|incorporated|acting|formed|having|whose|as|with|on behalf)\b[^;()]{0,200}$"
)
_MOST = 10
_REACH = 240


def companies(text: str, start: int, end: int, *, weaker: bool = False) -> Iterator[Span]:
    """Yield where companies are named between two offsets, in order, each once.

    `weaker` forms (Company, Bank, Trust) are as often common nouns: ask for them only where a name is expected.
    """
    floor = start
    forms = list(_FORM.finditer(text, start, end))
    if weaker:
        forms = sorted([*forms, *_weaker(text, start, end)], key=re.Match.start)
    for form in forms:
        if form.start() < floor:
            continue
        first = _first_word(text, floor, form.start())
        if first is not None and not _ARTICLE.search(text, max(floor, first - 3), first):
            floor = form.end()
            yield Span(first, form.end())


def _weaker(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the weaker forms that no stronger one follows, as it does in `Alpha Co., Ltd`."""
    for form in _WEAKER_FORM.finditer(text, start, end):
        if not _STRONGER.match(text, form.end()):
            yield form


def company_before(text: str, floor: int, at: int) -> Span | None:
    """Return the company whose name, with its description if any ("a Delaware corporation"), ends right before `at`."""
    floor = max(floor, at - _REACH)
    for name in reversed(list(companies(text, floor, at, weaker=True))):
        between = text[name.end : at].strip(" ")
        if not between or between == "," or _DESCRIBED.match(text[name.end : at]):
            return name
    return None


def _first_word(text: str, floor: int, form: int) -> int | None:
    """Return where the name begins whose corporate form stands at `form`, None where no word of a name precedes it."""
    first = None
    at = form
    for steps in range(_MOST):
        word_end = len(text[max(floor, at - 60) : at].rstrip(" ")) + max(floor, at - 60)
        word_start = max(text.rfind(" ", floor, word_end), text.rfind("\n", floor, word_end), floor - 1) + 1
        word = text[word_start:word_end]
        if word.endswith(",") and steps > 0:
            break
        if _WORD.match(word) and not _OPENING.fullmatch(word):
            first = word_start
        elif word not in _LINK or first is None:
            break
        at = word_start
        if at <= floor:
            break
    return first


_CONTINUES = re.compile(r"(?: [A-Z][\w&'’.-]*){0,4},? " + _FORM.pattern)


def continues_as_company(text: str, end: int) -> bool:
    """Tell whether the words that end at `end` go on as a company's longer name ("Acme" in "Acme Trading Ltd.")."""
    return _CONTINUES.match(text, end) is not None


_THING = re.compile(
    r"act|agreements?|amendment|assets|bonds?|business|certificates?|closing|code|conditions|contracts?|date|documents|equipment"
    r"|facility|indenture|information|land|lease|letter|license|loan|merger|notes?|offering|petition|plan|premises|products?|project"
    r"|property|purchase|reports|representations|rights|schedules?|services|shares|site|software|statements|stock|terms"
    r"|transactions?|units|warrants?|year",
    re.IGNORECASE,
)
"""What a short name can end in that is no company and no person."""


def names_thing(term: str) -> bool:
    """Tell whether a term names a thing ("Closing Date"), by its last word, and nobody who could act."""
    return _THING.fullmatch(term.rpartition(" ")[2]) is not None


def names_company(term: str, company: str) -> bool:
    """Tell whether a short name defined right after a company's is the company's, and not that of what it owns or does.

    A name or a role ("Seller") is; a thing ("Notes") and a group with others ("Parties", "Group") are not.
    """
    last = term.rpartition(" ")[2].lower()
    if last in {"group", "subsidiaries"}:
        return company.upper().startswith(term.upper())
    return last not in {"party", "parties"} and not names_thing(term)
