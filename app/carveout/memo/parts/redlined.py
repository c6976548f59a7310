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


def redlined(proposal: Annotation, style: Style) -> list[list[Run]]:
    """Return the paragraphs of a proposal: kept, struck and added words, told apart without colour too."""
    struck = Style(style.face, style.size, style.leading, BAD)
    added = Style(style.face, style.size, style.leading, GOOD)
    paragraphs: list[list[Run]] = [[]]
    for change in _changes(proposal.anchor.quote, proposal.proposed):
        for number, words in enumerate(change.words.split("\n")):
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


def _changes(before: str, after: str) -> Sequence[Fate]:
    if _CONTROLS.search(before) or _CONTROLS.search(after):
        return Fate(Change.STRUCK, before), Fate(Change.ADDED, after)
    return redline(before, after)
