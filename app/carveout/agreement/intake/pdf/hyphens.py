"""Words that a hyphen parts at the end of a line, made whole where the document writes them without it.

Nothing on the page tells whether the hyphen belongs to the word (`pre-emptive`) or was only put in where the line ends
(`Agree-ment`). The rest of the document does: it is taken out where the word stands elsewhere without it, and never
with it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.pdf.rows import Row

_LAST = re.compile(r"[^\W\d_]{2,40}-$")
_FIRST = re.compile(r"[^\W\d_]{2,40}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 41


def join_hyphened(paragraphs: Sequence[Sequence[Row]]) -> None:
    """Move the rest of each word that is only parted by the end of its line up to where it begins."""
    parted = [
        (above, below, last.group()[:-1], first.group())
        for rows in paragraphs
        for above, below in pairwise(rows)
        if above.text.endswith("-")
        and below.text[0].islower()
        and (last := _LAST.search(above.text[-_LONGEST:]))
        and (first := _FIRST.match(below.text))
    ]
    if not parted:
        return
    written = {part for rows in paragraphs for row in rows for part in row.text.split()}
    known = {word.lower() for word in _WORD.findall(" ".join(written))}
    for above, below, start, rest in parted:
        if (start + rest).lower() in known and f"{start}-{rest}".lower() not in known:
            _join(above, below, len(rest))


def _join(above: Row, below: Row, letters: int) -> None:
    """Move a word's rest, with what follows it up to the next space, to the row above."""
    end = below.text.find(" ", letters)
    end = len(below.text) if end < 0 else end
    above.text = above.text[:-1] + below.text[:end]
    below.text = below.text[end:].lstrip(" ")
    below.bold = max(0, below.bold - end - 1)
