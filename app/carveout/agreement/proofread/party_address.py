"""One address with two postal codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.folding import letters
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "party-address",
    "Address given in two ways",
    "One address stands with two postal codes: a notice that is sent to the wrong one may never count as given.",
    "Drafting practice: addresses for notices are checked against the parties’ own.",
    FindingSeverity.WARNING,
)
_CODE = re.compile(r"[0-9]{3}-[0-9]{4}(?!\w)|[0-9]{5}(?!\w)| [0-9][A-Z](?:[A-Z]|[0-9])(?!\w)")
"""A postal code of Japan, of the United States, or the second half of one of the United Kingdom or Canada."""
_FIRST_HALF = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?$")
_AFTER_PLACE = re.compile(r"[A-Za-z.,] {1,3}$")
_BACK = 110
"""Code points before a postal code within which the street stands."""
_ALIKE = 18
"""Letters and digits that two addresses have in common at least."""
_MOST = 20
"""Addresses in one street that are compared at most."""
_NUMBER = re.compile(r"(?<![\d])\d+(?=[a-z])")
_NO_HOUSE = re.compile(r"(?:suite|floor|fl|room|ste|unit|box|apt)$")


class _Address(NamedTuple):
    span: Span
    code: str
    words: str


def party_addresses(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each address, from its house number on, that stood before with another postal code."""
    known: dict[str, list[_Address]] = {}
    for address in _addresses(ground.text):
        alike = known.setdefault(address.words[-_ALIKE:], [])
        other = next((one for one in alike if one.code != address.code and _same_house(one.words, address.words)), None)
        if other is not None and not any(
            one.code == address.code and _same_house(one.words, address.words) for one in alike
        ):
            clause = ground.reading.outline.at(other.span.start)
            where = "" if clause is None else f" in {ground.reading.outline[clause].citation}"
            told = f"This address has the postal code {address.code} here and {other.code}{where}."
            yield ground.finding(RULE, address.span, RULE.severity, told)
        if len(alike) < _MOST:
            alike.append(address)


def _addresses(text: str) -> Iterator[_Address]:
    for match in _CODE.finditer(text):
        start = match.start()
        if text[start] == " ":
            half = _FIRST_HALF.search(text, max(0, start - 5), start)
            if half is None:
                continue
            start = half.start()
        if _AFTER_PLACE.search(text, max(0, start - 4), start):
            words = letters(text[max(0, start - _BACK) : start])
            yield _Address(Span(start, match.end()), text[start : match.end()], words)


def _same_house(one: str, other: str) -> bool:
    """Tell whether two addresses are equal from a house number on."""
    common = 0
    while common < min(len(one), len(other)) and one[-1 - common] == other[-1 - common]:
        common += 1
    shared = one[len(one) - common :]
    for number in _NUMBER.finditer(shared):
        begins = number.start() > 0 or not (_digit_before(one, common) or _digit_before(other, common))
        before = (one[: len(one) - common] + shared[: number.start()])[-6:]
        if begins and len(shared) - number.end() >= _ALIKE - 6 and not _NO_HOUSE.search(before):
            return True
    return False


def _digit_before(words: str, common: int) -> bool:
    return words[len(words) - common - 1 : len(words) - common].isdigit()
