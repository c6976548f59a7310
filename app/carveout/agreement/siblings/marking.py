"""Marking what differs: the words of each cell against those that most siblings use."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from carveout.agreement.siblings.columns import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\S+\s*")
_PAIR = 2
"""Wordings that are looked at: the most frequent and the next."""
_MOST_WORDS = 400
"""Words beyond which two cells are not aligned word by word, but differ as a whole."""


def usual(said: Sequence[str]) -> str | None:
    """Return what most say, None where no wording is the most frequent; two are compared with each other."""
    ranked = Counter(said).most_common(_PAIR)
    if len(ranked) == 1:
        return ranked[0][0]
    if not ranked or ranked[0][1] == ranked[1][1] or ranked[0][1] == 1:
        return None
    return ranked[0][0]


def marked(words: str, beside: str) -> tuple[Piece, ...]:
    """Return words in pieces, marking those that differ from the words beside them; case makes no difference."""
    own, other = _WORD.findall(words), _WORD.findall(beside)
    if max(len(own), len(other)) > _MOST_WORDS:
        return (Piece(words, differs=True),)
    matcher = SequenceMatcher(None, [_folded(word) for word in other], [_folded(word) for word in own], autojunk=False)
    pieces = []
    for kind, _, _, start, end in matcher.get_opcodes():
        if end > start:
            pieces.append(Piece("".join(own[start:end]), differs=kind != "equal"))
    return tuple(pieces)


def _folded(word: str) -> str:
    return word.casefold().strip(" \n,;.")
