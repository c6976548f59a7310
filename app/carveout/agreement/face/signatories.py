"""Who signs: the companies over the lines on which somebody signs for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.names import companies
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

_BY = re.compile(r"(?:by|per|name|signature)\b ?:?|/s/|_{4,}", re.IGNORECASE)
_FOR = re.compile(
    r"(?:signed|executed)? ?(?:for and )?on behalf of:? |very truly yours,? |sincerely,? |by its\b", re.IGNORECASE
)
_ALIAS = re.compile(r"(?:the )?(?P<alias>[A-Z][A-Za-z]{2,24}(?: [A-Z][A-Za-z]{2,24})?) ?:$")
"""What an agreement calls who signs below: `PURCHASER:`"""
_DESCRIBED = re.compile(r",? (?:d/b/a|f/k/a|an?|as|its|by|on behalf)\b|,?$")
_NEAR = 3
_LONGEST = 160
_ROLES = re.compile(
    r"(?:seller|buyer|purchaser|company|parent|merger sub|borrower|lender|agent|landlord|tenant|licensor|licensee"
    r"|supplier|customer|distributor|employer|employee|executive|consultant|sponsor|shareholder|stockholder|guarantor"
    r"|investor|issuer|subscriber|client|vendor|contractor|owner|provider|recipient)s?$",
    re.IGNORECASE,
)


def signatories(parts: Iterable[str]) -> tuple[Party, ...]:
    """Return the companies that stand over a line on which somebody signs, each once, in the order of signing.

    A caption over one, such as `PURCHASER:`, says what the agreement calls it, `SELLERS:` what it calls all below.
    """
    found: dict[str, Party] = {}
    for part in parts:
        lines = [" ".join(line.split()) for line in part.split("\n") if line.strip()]
        alias = None
        for at, line in enumerate(lines):
            caption = _ALIAS.match(line)
            if caption is not None and is_role(caption["alias"]):
                alias = caption["alias"].title()
                continue
            name = _company(line)
            if name is not None and any(_BY.match(after) for after in lines[at + 1 : at + 1 + _NEAR]):
                found.setdefault(name.casefold(), Party(name, alias))
                alias = alias if alias is not None and alias.endswith("s") else None
    return tuple(found.values())


def is_role(words: str) -> bool:
    """Tell whether words are what agreements call a party by its part in the deal: `Seller`."""
    return _ROLES.fullmatch(words) is not None


def _company(line: str) -> str | None:
    """Return the company that a line names and nothing else, None where it says something."""
    if len(line) > _LONGEST:
        return None
    lead = _FOR.match(line)
    start = lead.end() if lead else 0
    first = next(companies(line, start, len(line), weaker=True), None)
    if first is None or line[start : first.start].lower() not in ("", "the ") or not _DESCRIBED.match(line, first.end):
        return None
    return first.of(line)
