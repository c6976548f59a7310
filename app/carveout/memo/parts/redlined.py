"""Proposed wording against the agreement's own: what goes is struck through, what comes is underlined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.memo.typesetting.style import BAD, GOOD, Style
from carveout.memo.typesetting.text import Run
from carveout.review.redline import Change, redline
from carveout.review.redline import Run as Fate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.annotation import Annotation


_CONTROLS = re.compile(r"[\x1c-\x1f\x85]")
"""White space to Python, and so to a redline, that the memo prints as code points because a reader must see it."""


def redlined(proposal: Annotation, style: Style, longest: int | None = None) -> list[list[Run]]:
    """Return the paragraphs of a proposal: kept, struck and added words, told apart without colour too.

    Of a stretch that is longer than `longest` code points stand the first words and the last.
    """
    struck = Style(style.face, style.size, style.leading, BAD)
    added = Style(style.face, style.size, style.leading, GOOD)
    paragraphs: list[list[Run]] = [[]]
    for change in _changes(proposal.anchor.quote, proposal.proposed):
        for number, words in enumerate(_shortened(change.words, longest).split("\n")):
            if number:
                paragraphs.append([])
            match change.change:
                case Change.KEPT:
                    run = Run(words, style)
                case Change.STRUCK:
                    run = Run(words, struck, struck=BAD)
                case Change.ADDED:
                    run = Run(words, added, ruled=GOOD)
            if words:
                paragraphs[-1].append(run)
    return [runs for runs in paragraphs if any(not run.text.isspace() for run in runs)] or [[Run("", style)]]


def _shortened(words: str, longest: int | None) -> str:
    if longest is None or len(words) <= longest:
        return words
    first = words[: longest * 2 // 3].rpartition(" ")[0] or words[: longest * 2 // 3]
    last = words[-longest // 3 :].partition(" ")[2] or words[-longest // 3 :]
    return f"{first} … {last}"


def _changes(before: str, after: str) -> Sequence[Fate]:
    if _CONTROLS.search(before) or _CONTROLS.search(after):
        return Fate(Change.STRUCK, before), Fate(Change.ADDED, after)
    return redline(before, after)
