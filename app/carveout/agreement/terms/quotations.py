"""What stands between quotation marks, of whatever shape, and the brackets that are open around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

_QUOTED = re.compile(
    r"“([^“”\n]{1,120})”"
    r"|\"(?<![\w\"]\")([^\s\"“”\n][^\"“”\n]{0,118})”"
    r"|“([^\"“”\n]{1,120})\"(?!\w)"
    r"|\"(?<![\w\"]\")([^\s\"](?:[^\"\n]{0,118}[^\s\"])?)\"(?!\w)"
    r"|``([^`'\n]{1,120})(?:''|\")"
    r"|‘(?<!\w‘)([A-Z][^‘’\n]{1,80})’(?!\w)"
)
"""Each begins with its mark and looks back over it: so a search passes over all other characters at once."""
_MARKS = '"“`‘'
_TRAILING = " ,.;:"
_ARTICLE = re.compile(r"[Tt]he (?=[A-Z])")
_BRACKET = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: with their marks from `start` to `end`, without them from `first` to `last`.

    A leading article and closing punctuation stay out of the latter, too. `bracket` is the offset of the innermost
    bracket that is open where the quotation begins, None where none is.
    """

    start: int
    end: int
    first: int
    last: int
    bracket: int | None


def quotations(text: str, within: Span) -> Iterator[list[Quotation]]:
    """Yield the quotations of each paragraph that has any, in order."""
    paragraph: list[Quotation] = []
    line_end = -1
    brackets: list[int] = []
    scanned = within.start
    for match in _QUOTED.finditer(text, within.start, within.end):
        if match.start() > line_end:
            if paragraph:
                yield paragraph
            paragraph, brackets = [], []
            scanned = text.rfind("\n", within.start, match.start()) + 1 or within.start
            line_end = text.find("\n", match.start(), within.end)
            line_end = within.end if line_end < 0 else line_end
        _follow(text, scanned, match.start(), brackets)
        scanned = match.end()
        first, last = match.span(match.lastindex or 0)
        last = first + len(text[first:last].rstrip(_TRAILING))
        first += len(text[first:last]) - len(text[first:last].lstrip())
        if _ARTICLE.match(text, first, last):
            first += 4
        if last > first:
            paragraph.append(Quotation(match.start(), match.end(), first, last, brackets[-1] if brackets else None))
    if paragraph:
        yield paragraph


def _follow(text: str, start: int, end: int, brackets: list[int]) -> None:
    """Bring the stack of open brackets from `start` forward to `end`."""
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "(":
            brackets.append(match.start())
        elif brackets:
            brackets.pop()
