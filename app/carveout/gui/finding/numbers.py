"""Clauses by what counsel calls them: `3.16(ii)`, `3.16 (ii)`, `Section 3.16(ii)` or `art. 3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.gui.principal import principal

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

_SPACES = re.compile(r"\s+")
_SHORTENED = (
    (re.compile(r"^(sections?|secs?\.?|§+|clauses?|cl\.?)(?=[\d(])"), ""),
    (re.compile(r"^arts?\.?(?=[\d(]|[ivxlc]+(?:[(.]|$))"), "article"),
    (re.compile(r"^sch(ed)?\.?(?=[\d(]|[a-z](?:[(.]|$))"), "schedule"),
    (re.compile(r"^exh?\.?(?=[\d(]|[a-z](?:[(.]|$))"), "exhibit"),
)
_LONGEST = 40
_FEWEST = 3
"""Letters that begin a citation without a number, such as `Recitals`."""


class Numbers:
    """Finds the clauses of a reading by their citations."""

    def __init__(self, reading: Reading) -> None:
        self._names = [(_squeezed(short(clause)), clause.id) for clause in reading.outline]
        root = principal(reading)
        self._agreement = reading.outline.branch(root) if root is not None else range(len(reading.outline))

    def of(self, typed: str, most: int) -> list[int]:
        """Return the clauses that are called so, and then those whose citation goes on from there, at most so many.

        Of several with one name, those of the agreement come before those of what it was filed with.
        """
        wanted = _squeezed(typed[:_LONGEST])
        if len(wanted) < _FEWEST and not any(letter.isdigit() for letter in wanted):
            return []
        agreement = self._agreement
        found = [(name != wanted, at not in agreement, at) for name, at in self._names if name.startswith(wanted)]
        return [clause for *_, clause in sorted(found)[:most]]


def _squeezed(citation: str) -> str:
    """Return a citation without spaces, in small letters, its word spelled out or, for sections, left out."""
    squeezed = _SPACES.sub("", citation.casefold()).rstrip(".")
    for pattern, word in _SHORTENED:
        squeezed = pattern.sub(word, squeezed)
    return squeezed
