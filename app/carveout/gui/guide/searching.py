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
_BEFORE, _AFTER = 24, 80
"""Letters that are shown before what was found, and from there on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds all words, and what stands around the first of them there, on one line."""

    page: Page
    around: str


def found(typed: str) -> tuple[Hit, ...]:
    """Return the pages on which each word typed begins a word, but for the contents; titles that hold one first."""
    words = typed.casefold().split()
    if not words:
        return ()
    hits = []
    for order, page in enumerate(contents()[1:]):
        text = _plain(page.file)
        places = [_place(text, word) for word in words]
        titled = sum(_place(page.title, word) is not None for word in words)
        if None not in places or titled == len(words):
            counted = len(re.findall(rf"(?<!\w){re.escape(words[0])}", text, re.IGNORECASE))
            hits.append((-titled, -counted, order, Hit(page, _around(text, places[0] or 0))))
    return tuple(hit for *_, hit in sorted(hits, key=lambda one: one[:3]))


def _place(text: str, word: str) -> int | None:
    at = re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)
    return at.start() if at else None


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
