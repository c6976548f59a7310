"""Labels that open something in the words of a clause, though no item of the outline bears them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

_NAMES = re.compile(r"(?:clause|section|paragraph|item)s? $", re.IGNORECASE)
_SHORT = 16
"""Code points before a label that tell whether it is only named."""
_TRIES = 40
"""Names of a label after which it is taken for one that nothing opens with."""


class Openings:
    """Where the words of a document print labels, other than in references to them."""

    def __init__(self, flat: str, outline: Outline) -> None:
        """Take the text without line breaks; it is searched when asked."""
        self._flat = flat
        self._outline = outline
        self._known: dict[tuple[int, str], bool] = {}

    def within(self, clause: int, label: str) -> bool:
        """Tell whether the words of a clause print a label that opens something."""
        if (clause, label) not in self._known:
            named = self._outline[clause]
            self._known[clause, label] = self.last(label, named.body_start, named.end) is not None
        return self._known[clause, label]

    def last(self, label: str, start: int, end: int) -> int | None:
        """Return where a label opens something last in a stretch of text, None where it does nowhere."""
        for _ in range(_TRIES):
            found = self._flat.rfind(f"({label})", start, end)
            if found < 0:
                break
            before = self._flat[max(0, found - _SHORT) : found]
            if not (before[-1:].isalnum() or before[-1:] == ")" or _NAMES.search(before)):
                return found
            end = found
        return None
