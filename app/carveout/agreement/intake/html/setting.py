"""From the pieces of text in an element to the paragraphs that they make, by the line breaks between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft
from carveout.agreement.intake.html.look import COLUMNS
from carveout.agreement.intake.html.written import shown
from carveout.agreement.intake.leads import LONGEST, is_label, lead
from carveout.agreement.labels.numbering import parse
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.intake.html.look import Look

BREAK = "\x1e"
"""Stands among the pieces where a line ends."""
_BLANKS = " \t\n\r\f\xa0\u2002\u2003\u2009\u3000"
_UNSEEN = " \u200b\u2060\ufeff"
"""What fills an empty paragraph and isn't seen."""
_COLLAPSED = re.compile(r"[ \t\n\r\f]+")
_ENDS = (".", ";", ":", "!", "?", "”", '"', ")", "and", "or")
_WRAPPED = range(48, 132)
"""Characters of a line that a source wrapped before it became a page."""
_LONG = 132
"""Characters of a line that is a paragraph by itself."""
_FIRST = 8
"""Pieces of text before the first that is set apart, in what begins with a heading."""
_MOST = 64
"""Pieces of text within which a heading ends."""
_SHIFTED = 3
"""Columns of hard spaces before the first line of a paragraph."""


def set_paragraphs(parts: list[str], strong: list[int], look: Look) -> Iterable[Draft]:
    """Return the paragraphs of an element: one, or more where breaks part them, none where it holds no word.

    `strong` holds the positions of the pieces that are set apart.
    """
    if BREAK not in parts:
        text = "".join(parts)
        words, led = _collapsed(text)
        return (_draft([words], led, led, _lead(parts, strong) if strong else 0, look),) if words else ()
    return _broken(parts, strong, look)


def _collapsed(text: str) -> tuple[str, int]:
    """Return words with one blank between two, and the columns of hard spaces before them."""
    text = shown(text)
    led = _led(text) if text[:1] in _BLANKS else 0
    words = " ".join(text.split())
    return (words if words.isascii() else words.strip(_UNSEEN)), led


def _broken(parts: list[str], strong: list[int], look: Look) -> Iterator[Draft]:
    lines = list(_lines(parts, strong))
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not lines[at][0] or (at > start and _begins(lines[at - 1], lines[at])):
            yield from _together([line for line in lines[start:at] if line[0]], look)
            start = at


def _lines(parts: list[str], strong: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield the words of each line, the blanks before them and the lead."""
    start = 0
    marked = set(strong)
    for at in [*(at for at, part in enumerate(parts) if part is BREAK), len(parts)]:
        mine = parts[start:at]
        words, led = _collapsed("".join(mine))
        apart = [here - start for here in range(start, at) if here in marked]
        yield words, led, _lead(mine, apart) if apart else 0
        start = at + 1


def _begins(above: tuple[str, int, int], line: tuple[str, int, int]) -> bool:
    """Tell whether a line begins a paragraph: it bears a label, or is indented, after a line that ended."""
    if not above[0]:
        return False
    ended = above[0].endswith(_ENDS)
    if ended and line[1] >= _SHIFTED:
        return True
    mark = parse(line[0])
    return mark is not None and not mark.bullet and ended


def _together(lines: list[tuple[str, int, int]], look: Look) -> Iterator[Draft]:
    """Yield what lines between two breaks make: one paragraph whose lines were wrapped or meant, or one a line."""
    if not lines:
        return
    words = [line[0] for line in lines]
    if len(lines) > 1 and look.align != "center" and max(map(len, words)) > _LONG:
        for line, led, lead_ in lines:
            yield _draft([line], led, led, lead_, look)
        return
    draft = _draft(words, lines[0][1], lines[-1][1], lines[0][2], look)
    if len(lines) > 1 and look.align != "center" and not _runs_on(words):
        draft.style, draft.lead = ParagraphStyle.FIXED, 0
    yield draft


def _runs_on(words: list[str]) -> bool:
    """Tell whether lines flow together: a source wrapped them, or a label stands above its heading."""
    if is_label(words[0]) and len(words) <= 3:
        return True
    wrapped = sum(len(line) in _WRAPPED and not line.endswith(_ENDS[:1]) for line in words[:-1])
    small = sum(below[0].islower() for _, below in pairwise(words))
    return wrapped * 2 > len(words) - 1 or small * 2 > len(words) - 1


def _draft(words: list[str], led: int, last: int, lead: int, look: Look) -> Draft:
    """Return a paragraph; `led` and `last` are the blanks before its first line and its last."""
    if look.align == "left":
        margin = look.margin
        first = min(max(0, round(margin + look.first) + led), _LONG)
        return Draft(words, ParagraphStyle.BODY, first, min(round(margin) + last, _LONG), lead, look.level)
    room = COLUMNS - len(words[0])
    if look.align == "center":
        return Draft(words, ParagraphStyle.CENTERED, max(0, room // 2), max(0, room // 2), lead, look.level)
    margin = max(COLUMNS // 2, room)
    return Draft(words, ParagraphStyle.BODY, margin, margin, lead, look.level)


def _lead(parts: list[str], strong: list[int]) -> int:
    first = strong[0]
    if first > _FIRST or (first and len(parts[0]) > LONGEST):
        return 0
    marked = set(strong)
    return lead([shown(part) for part in parts[:_MOST]], [at in marked for at in range(min(len(parts), _MOST))])


def _led(text: str) -> int:
    """Count the columns of blanks before the first word, as a page shows them: only hard spaces count."""
    blank = text[: len(text) - len(text.lstrip(_BLANKS))]
    if "\xa0" not in blank and blank.isascii():
        return 0
    return min(len(_COLLAPSED.sub(" ", blank).lstrip(" ")), _LONG)
