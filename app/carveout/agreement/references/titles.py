"""The instruments of a document by their titles, for references to one by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Outline
    from carveout.agreement.instruments import Instrument

_AMENDS = re.compile(r"\b(?:amendment|supplement|addendum|joinder|assignment)\b", re.IGNORECASE)
_INSIGNIFICANT = frozenset(
    {"the", "and", "of", "plan", "agreement", "form", "a", "by", "among", "between", "this", "in"}
)


def significant(title: str) -> frozenset[str]:
    """Return the words of a title that tell it from others: share and purchase of a Share Purchase Agreement."""
    return frozenset(re.findall(r"[a-z0-9]+", title.lower().replace("’s", "s").replace("'s", "s"))) - _INSIGNIFICANT


def amends(title: str | None) -> bool:
    """Tell whether a title is that of an instrument which changes another, so that its numbers may be the other's."""
    return title is not None and _AMENDS.search(title) is not None


class Titles:
    """The titles of the instruments of a document."""

    def __init__(self, outline: Outline, found: Iterable[Instrument], title: str | None) -> None:
        """Gather them once; `title` is that of the document's own agreement."""
        self._words: dict[int | None, frozenset[str]] = {}
        for instrument in found:
            printed = title if instrument.root is None else outline[instrument.root].heading
            if instrument.operative and printed and not amends(printed):
                self._words[instrument.root] = significant(printed)

    def named(self, name: str) -> tuple[int | None, ...]:
        """Return the root of the one instrument whose title has the words of a name; empty for none, or several."""
        words = significant(name)
        fitting = [root for root, title in self._words.items() if words and words <= title]
        return tuple(fitting) if len(fitting) == 1 else ()
