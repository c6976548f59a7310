"""What counsel calls a deal: the parties by their short names, and the agreement's title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.casing import as_title

if TYPE_CHECKING:
    from carveout.agreement.reading import Party, Reading

_FORM = re.compile(
    r",? (?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|lp|l\.p|llp|plc|n\.a|s\.a|ag|gmbh"
    r"|k\.k)\.?$",
    re.IGNORECASE,
)
"""The legal form at the end of a name."""
_VEHICLE = re.compile(r"\b(?:merger |acquisition )?sub\b", re.IGNORECASE)
"""What an agreement calls a company that was made for the merger."""
_ROLES = frozenset({"bank", "company", "corporation", "fund", "group", "holdings", "parent", "partnership", "trust"})
"""Words of a name that are what many agreements call a party."""
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_PARTIES = 2


def deal_name(reading: Reading) -> str | None:
    """Return `Alpha / Beta Purchase Agreement`; None for a document that holds no agreement.

    A party goes by what the agreement calls it where that comes from its name, else by its name without the legal form:
    `Seller` tells one deal from no other. Companies made for a merger are left out where two others are left.
    """
    if reading.title is None:
        return None
    lasting = [party for party in reading.parties if not _VEHICLE.search(party.alias or "")]
    named = lasting if len(lasting) >= _PARTIES else reading.parties
    parties = " / ".join(_called(party) for party in named[:_PARTIES])
    return f"{parties} {as_title(reading.title)}".strip()


def _called(party: Party) -> str:
    bare = _bare(party.name)
    if party.alias is not None and party.alias.casefold() not in _ROLES and _from_name(party.alias, bare):
        return party.alias
    return as_title(bare)


def _bare(name: str) -> str:
    found = name.removeprefix("The ").removeprefix("THE ")
    while (shorter := _FORM.sub("", found)) != found and shorter:
        found = shorter
    return found.rstrip(" ,")


def _from_name(alias: str, bare: str) -> bool:
    """Tell whether an alias repeats a word of a name or is made of its initials."""
    words = [word.casefold() for word in re.findall(r"\w+", bare)]
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return alias.casefold() in initials or any(word.casefold() in words for word in re.findall(r"\w+", alias))
