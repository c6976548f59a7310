"""What is set apart at the start of a line: its label, its heading, or both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = re.compile(r"[\s.:;,\-–—]*$")
"""What may stand between two emphasised runs of one lead."""
_BARE = re.compile(r"(?:\d{1,3}|[^\w\s(\"“”'’])[\s.:;–—-]*$")
"""A number without a stop, or a bullet."""
_STOPS = " .:;–—-\u00a0"
LONGEST = 48
"""Characters of a label before the words that are set apart, blanks included."""
_LABELS = 4


def lead(parts: Sequence[str], strong: Sequence[bool]) -> int:
    """Return the code points at the start of a line that are set apart from its words, blanks counted once.

    A label before them belongs to them, emphasised or not: `3.1 <u>Organization</u>. The Company` has a lead of
    `3.1 Organization`.
    """
    first = strong.index(True)
    before = "".join(parts[:first])
    if len(before) > LONGEST or not is_label(" ".join(before.split())):
        return 0
    end = first
    for at in range(first, len(parts)):
        if strong[at]:
            end = at + 1
        elif not _BETWEEN.match(parts[at]) and not (len(parts[at]) <= LONGEST and is_label(parts[at].strip())):
            break
    return len(" ".join("".join(parts[:end]).split()))


@lru_cache(maxsize=4096)
def is_label(words: str) -> bool:
    """Tell whether words are nothing but labels and the stops after them, or nothing at all."""
    for _ in range(_LABELS):
        words = words.lstrip(_STOPS)
        if not words:
            return True
        mark = parse(words)
        if mark is None:
            return _BARE.match(words) is not None
        words = words[mark.end :]
    return not words.strip(_STOPS)
