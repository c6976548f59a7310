"""The nouns of a phrase: what is excused, by the word that carries it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span

_LEAD = re.compile(r"(?:any|all|the|those|such|other|certain|each|every|a|an|no|and|or)\b,? ", re.IGNORECASE)
_PARTS = re.compile(r",? (?:and|or) (?:any |the |all |other )*|, (?:any |the |all |other )*")
_CUT = re.compile(r" (?:of|in|on|to|for|with|against|that|which|whether|from|by|set|contained)\b")


def head_nouns(text: str, phrase: Span | None) -> tuple[str, ...]:
    """Return the nouns that a phrase is about with what stands before them: `adverse effects`, `Legal Proceedings`."""
    if phrase is None:
        return ()
    words = phrase.in_line(text)
    while (lead := _LEAD.match(words)) is not None:
        words = words[lead.end() :]
    cut = _CUT.search(words)
    words = words if cut is None else words[: cut.start()]
    return tuple(part for part in _PARTS.split(words) if part)


def last_word(noun: str) -> str:
    """Return the last word of a noun in the singular and in small letters, to compare it: `effect`."""
    word = noun.rpartition(" ")[2].casefold()
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
