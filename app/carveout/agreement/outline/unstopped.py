"""Numbers without a stop over decimals: `1 Definitions` before `1.1`, as agreements of British style have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import Count, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.layout.canonical import Passage

_NUMBER = re.compile(r"(?P<n>\d{1,2}) {1,8}(?=[A-Z])")
_LONGEST = 90
"""Characters beyond which nothing is the heading over such sections."""
_MOST = 10
"""Words of a number and its heading, which need no capitals where 1.1 stands below."""
_NEAR = 4
"""Passages within which the first section stands below its title."""


def with_unstopped(text: str, passages: Sequence[Passage], marks: Sequence[Mark | None]) -> list[Mark | None]:
    """Return the labels of passages with those that only the decimals after them show to be labels."""
    return [
        mark
        or (_over_decimals(passages[at].span.of(text), marks[at + 1 : at + 1 + _NEAR]) if _may(passages[at]) else None)
        for at, mark in enumerate(marks)
    ]


def _may(passage: Passage) -> bool:
    return len(passage.span) <= _LONGEST and passage.value is None


def _over_decimals(words: str, below: Sequence[Mark | None]) -> Mark | None:
    match = _NUMBER.match(words)
    after = next((mark for mark in below if mark is not None), None)
    if match is None or after is None or not after.decimal or after.counts[0].place != (int(match["n"]), 1):
        return None
    if "\n" in words or words[-1] in ".;:," or words[-1].isdigit() or len(words.split()) > _MOST:
        return None
    return Mark(None, match["n"], (Count("1.", (int(match["n"]),)),), match.end("n"))
