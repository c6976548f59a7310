"""The parties, as the preamble names them: a full name, and in brackets what the agreement calls it."""

from __future__ import annotations

import re

from carveout.agreement.prose.names import company_before
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.reading import Party

_BETWEEN = re.compile(r"\b(?:between|among|amongst)\b(?: and among\b)?:?", re.IGNORECASE)
_ALIAS = re.compile(
    r"\((?P<before>[^()\"“”]{0,120})[\"“](?P<alias>[^\"“”()]{1,80})[\"”](?P<after>[^()]{0,160})\)",
)
_LETTERED = re.compile(
    r"^(?:[A-Z][\w’'/-]{0,20} ){0,3}\(?(?P<alias>(?i:party) [A-F1-6])\b\)?(?: ?\([^()\n]{1,60}\))? ?[:：]"
    r" ?(?P<name>\S[^\n]*)$",
    re.MULTILINE,
)
"""A line that names a party by its letter: `Borrower (Party A): Alpha Co., Ltd.`"""
_COLLECTIVE = re.compile(r"\b(?:together|collectively|parties|each of|and any|jointly)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:agreement|date|lease|contract|shares?|transactions?|merger|parties|party)\b", re.IGNORECASE)
_LEADS = re.compile(r"(?:[\s,;:.]|and\b|or\b|by\b|\(?\d{1,2}\)|\([a-z]{1,3}\)|the following parties\b)+", re.IGNORECASE)
_DESCRIBES = re.compile(
    r",? (?:\(|(?:a|an|the|each|as|its|with|having|whose|organi[sz]ed|incorporated|acting|on behalf|for itself|not|duly"
    r"|individually|solely|in (?:his|her|its)|residing|resident|company|located)\b)"
)
_LONGEST = 160


def find_parties(preamble: str) -> tuple[Party, ...]:
    """Return the parties that a preamble names, in order.

    A name without an alias, in brackets or as the letter before it, is not found.
    """
    lettered = [Party(name, match["alias"]) for match in _LETTERED.finditer(preamble) if (name := _name(match["name"]))]
    between = _BETWEEN.search(preamble)
    if lettered or between is None:
        return tuple(lettered)
    found: list[Party] = []
    at = between.end()
    for match in _ALIAS.finditer(preamble, at, sentence_end(preamble, at, len(preamble))):
        words = preamble[at : match.start()]
        at = match.end()
        if _COLLECTIVE.search(match["before"]) or _THING.search(match["alias"]):
            continue
        name = _name(words) or _last_company(preamble, match.start() - len(words), match.start())
        if name:
            found.append(Party(name, match["alias"].strip().removesuffix(",")))
    return tuple(found)


def _last_company(text: str, start: int, end: int) -> str | None:
    """Return the company named last between two offsets, where what describes the party before it opens the words."""
    named = company_before(text, start, end)
    if named is None:
        return None
    name = " ".join(named.of(text).split())
    return name if text[: named.start].rstrip().endswith("and") else name.rpartition(" and ")[2]


def _name(words: str) -> str | None:
    """Return the name that words begin with, without what describes it; None where they begin with none."""
    lead = _LEADS.match(words)
    name = words[lead.end() if lead else 0 :].strip()
    described = _DESCRIBES.search(name)
    name = (name[: described.start()] if described else name).strip(" ,;")
    return " ".join(name.split()) if name and len(name) <= _LONGEST and name[0].isupper() else None
