"""The parties, as the preamble names them: a full name, and in brackets what the agreement calls it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.face.named import names_in, persons_in, unstopped
from carveout.agreement.prose.names import company_before, names_thing
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BETWEEN = re.compile(
    r"\b(?:between|among|amongst)\b(?: and among\b)?(?P<listed> the (?:following|undersigned)\b[^:.;(]{0,80}:|:)?",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:entered into|made|executed|given) by:? (?!and\b)")
_ALIAS = re.compile(
    r"\((?P<before>[^()\"“”]{0,120}?)(?:[\"“](?P<double>[^\"“”()]{1,80})(?:[\"”](?P<after>[^()]{0,160})|(?=\)))"
    r"|[‘'](?P<single>[^‘’'()]{1,60})[’'](?P<rest>[^()]{0,160}))\)"
)
_UNQUOTED = re.compile(
    r"\((?:the |herein(?:after)?,? (?:called |referred to as )?(?:the )?)?(?P<alias>[A-Z][\w&-]{2,20})\)"
)
_LETTERED = re.compile(
    r"^(?:[A-Z][\w’'/-]{0,20} ){0,3}\(?(?P<alias>(?i:party) [A-F1-6])\b\)?(?: ?\([^()\n]{1,60}\))? ?[:：]"
    r" ?(?P<name>\S[^\n]*)$",
    re.MULTILINE,
)
"""A line that names a party by its letter: `Borrower (Party A): Alpha Co., Ltd.`"""
_COLLECTIVE = re.compile(
    r"\b(?:together(?! with (?:its|his|her|their)\b)|collectively|each|both|jointly)\b", re.IGNORECASE
)
_ALL = re.compile(r"\b(?:part(?:y|ies) hereto|part(?:y|ies)|the date|(?:this|the) agreement)$", re.IGNORECASE)
_NOBODY = re.compile(r"(?:the )?(?:part(?:y|ies)|undersigned|amendment|event|offer|effective time)$", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:whereas|witnesseth|recitals?|background|now,? therefore|it is (?:hereby )?agreed|hereby agrees?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r" (?!(?:and|of|the|de|for|in|und|et|di|do|da|van|von|y|e|en)\b)[a-z]")
"""A word in small letters that stands in no name."""
_THE = re.compile(r"the ", re.IGNORECASE)
_INSTRUMENT_OF = re.compile(
    r".{0,60}\b(?:Agreement|Contract|Amendment|President|Officer|Director|Chairman|Secretary|Counsel|Stock"
    r"|Shares) of (?=[A-Z])"
)
_WORD = 40
_FIRST_PARAGRAPH = 1_500
_LISTED_ON_LINES = 4_000


def find_parties(preamble: str) -> tuple[Party, ...]:
    """Return the parties that a preamble names, in order, those without a short name too.

    Where it doesn't say between whom it is made, they are the companies to which its first sentence gives a short name.
    """
    lettered = [
        Party(name, match["alias"]) for match in _LETTERED.finditer(preamble) for name in names_in(match["name"])
    ]
    if lettered:
        return tuple(lettered)
    between = _BETWEEN.search(preamble) or _BY.search(preamble)
    if between is None:
        return _shortened(preamble)
    return tuple(_unique(_named(preamble[between.end() : _region_end(preamble, between)]))) or _shortened(preamble)


def _region_end(preamble: str, between: re.Match[str]) -> int:
    """Return where the words about the parties end: with the sentence, or with the lines that list them."""
    at = between.end()
    listed = between.groupdict().get("listed") is not None or preamble[at : at + 2].lstrip(" :").startswith("\n")
    if not listed:
        return sentence_end(preamble, at, len(preamble))
    limit = min(len(preamble), at + _LISTED_ON_LINES)
    ends = _ENDS.search(preamble, at, limit)
    return ends.start() if ends is not None else limit


def _named(region: str) -> Iterator[Party]:
    """Yield the parties of a region: those before each short name, and a company that comes after the last."""
    aliases = list(_ALIAS.finditer(region)) or list(_unquoted(region))
    at = 0
    for match in aliases:
        words = region[at : match.start()]
        at = match.end()
        found = match.groupdict()
        alias = _bare(found.get("double") or found.get("single") or found.get("alias") or "")
        if names_thing(alias) or _NOBODY.match(alias):
            continue
        if _COLLECTIVE.search(found.get("before") or ""):
            names = persons_in(words) or names_in(words)
            yield from (Party(name, alias) for name in names)
            continue
        *others, last = names_in(words) or ("",)
        yield from (Party(name, None) for name in others)
        several = persons_in(last) if alias.endswith("s") else ()
        yield from (Party(name, alias) for name in several or (last,) if name)
    if not aliases or region[at:].lstrip(" ,").startswith("and "):
        unnamed = (persons_in(region) if not aliases else ()) or names_in(region[at:])
        if not aliases and len(unnamed) == 1:
            unnamed = tuple(unnamed[0].split(" and "))
        if not any(map(_SENTENCE.search, unnamed)):
            yield from (Party(unstopped(name), None) for name in unnamed)


def _unquoted(region: str) -> Iterator[re.Match[str]]:
    """Yield the short names in brackets that aren't quoted, each right after a name or its description."""
    for match in _UNQUOTED.finditer(region):
        before = region[max(0, match.start() - _WORD) : match.start()].rstrip().rpartition(" ")[2]
        if before[:1].isupper() or company_before(region, 0, match.start()) is not None:
            yield match


def _bare(alias: str) -> str:
    return _THE.sub("", alias.strip(" ,."), count=1)


def _shortened(preamble: str) -> tuple[Party, ...]:
    """Return the companies to which the first sentence gives a short name."""
    first = preamble[: min(sentence_end(preamble, 0, len(preamble)), _FIRST_PARAGRAPH)]
    found: list[Party] = []
    for match in _ALIAS.finditer(first):
        alias = _bare(match["double"] or match["single"])
        company = company_before(first, 0, match.start())
        if company is None or names_thing(alias) or _NOBODY.match(alias) or _COLLECTIVE.search(match["before"]):
            continue
        name = company.in_line(first)
        found.append(Party(_INSTRUMENT_OF.sub("", name, count=1), alias))
    return tuple(_unique(found))


def _unique(found: Iterable[Party]) -> Iterator[Party]:
    seen: set[tuple[str, str | None]] = set()
    for party in found:
        key = party.name.casefold(), party.alias
        if key not in seen and not _ALL.search(party.name):
            seen.add(key)
            yield party
