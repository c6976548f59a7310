"""Finding pages of the guide by the words that are on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from carveout.gui.guide.contents import contents, words_of

if TYPE_CHECKING:
    from carveout.gui.guide.contents import Page

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"^\s*(?:#+ |[-|: ]+$|- |> |```\w*)|[*`|]", re.MULTILINE)
_LONGEST, _MOST = 80, 6
"""Letters and words of what was typed that are looked for."""
_BEFORE, _AFTER = 24, 80
"""Letters that are shown before what was found, and from there on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds all words, and what stands around the first of them there, on one line."""

    page: Page
    around: str


def found(typed: str) -> tuple[Hit, ...]:
    """Return the pages on which each word typed begins a word, but for the contents; titles that hold one first."""
    words = typed[:_LONGEST].casefold().split()[:_MOST]
    if not words:
        return ()
    starts = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in words]
    hits = []
    for order, page in enumerate(contents()[1:]):
        text = _plain(page.file)
        titled = sum(start.search(page.title) is not None for start in starts)
        if titled == len(starts) or all(start.search(text) for start in starts):
            first = starts[0].search(text)
            counted = sum(1 for _ in starts[0].finditer(text))
            hits.append((-titled, -counted, order, Hit(page, _around(text, first.start() if first else 0))))
    return tuple(hit for *_, hit in sorted(hits, key=lambda one: one[:3]))


def _around(text: str, at: int) -> str:
    start = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1
    end = text.find(" ", at + _AFTER)
    words = text[start : end if end >= 0 else len(text)]
    return f"{'…' if start else ''}{words}{'…' if end >= 0 else ''}"


@cache
def _plain(file: str) -> str:
    """Return the words of a page below its title, on one line, without what marks them up."""
    below = words_of(file).partition("\n")[2]
    return " ".join(_MARKUP.sub(" ", _LINK.sub(r"\1", below)).split())
