"""What the position of lines says: where a source wraps, which breaks somebody meant, and how a line is aligned."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.manuscript import Line

_DRAWN = "-=_*.~"
_RULE = re.compile(rf"[{_DRAWN} ]{{3,}}$")
_COLUMNS = re.compile(r"\S {4,}\S")
_LEADERS = re.compile(r"(?:\. ?){4,}")
_ENDS = re.compile(r"[.;:?!][\"”’')\]]{0,3}[ \u200b\u200e\u200f]{0,3}$")
_TAIL = 12
_UNWRAPPED = 250
"""Columns beyond which a source doesn't wrap: each of its lines is a paragraph."""
_WIDEST = 160
"""Columns that no page is wide, so that where a line is longer, sentences tell whether lines are paragraphs."""
_LONG = 100
"""Columns of a line that holds a sentence where lines are paragraphs."""


class Alignment(StrEnum):
    """Where a line stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the column at which the lines of a source wrap, None where each paragraph is one long line."""
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths or is_unwrapped(lengths) or are_paragraphs(lines):
        return None
    return lengths[len(lengths) * 97 // 100]


def is_unwrapped(lengths: Sequence[int]) -> bool:
    """Tell from the lengths of lines, shortest first, whether most words, or three lines of a hundred, are endless."""
    endless = sum(length for length in lengths if length > _UNWRAPPED)
    return lengths[len(lengths) * 97 // 100] > _UNWRAPPED or 2 * endless > sum(lengths)


def are_paragraphs(lines: Sequence[Line]) -> bool:
    """Tell whether long lines end where their sentences do: two of three, as hardly any do where a source wraps."""
    long = [line for line in lines if len(line.text) > _LONG]
    if not any(len(line.text) > _WIDEST for line in long):
        return False
    return 3 * sum(map(ends_sentence, long)) >= 2 * len(long)


def reach_of(chunk: Sequence[Line], width: int) -> int:
    """Return the right margin of a run of lines: its own where it wraps there, else that of the source."""
    own = max(len(line.text) for line in chunk)
    if len(chunk) >= 4 and own < width:
        short = sum(spare(one, after, own) >= 0 for one, after in pairwise(chunk))
        if short * 5 <= len(chunk):
            return own
    return width


def spare(line: Line, after: Line, reach: int) -> int:
    """Return the columns that would have been left on a line had the first word of the next been set on it.

    A label counts as one word with the word after it. Negative where the word would not have fitted.
    """
    opening = after.text.lstrip(" ")
    longest = min(reach + 1, len(opening))
    first = opening.find(" ", 0, longest)
    room = reach - len(line.text) - 1 - (longest if first < 0 else first)
    if room < 0 or first < 0 or numbering.parse(opening) is None:
        return room
    second = opening.find(" ", first + 1, longest)
    return room - (longest if second < 0 else second) + first


def meant(line: Line, after: Line, reach: int) -> bool:
    """Tell whether somebody broke the line on purpose: the next word would have fitted, and may begin something."""
    if spare(line, after, reach) < 0:
        return False
    return ends_sentence(line) or not _goes_on(after.text.lstrip(" "))


def _goes_on(words: str) -> bool:
    """Tell whether words begin in the middle of a sentence: with a small letter, or a bracket that opens no label."""
    aside = words[0] == "(" and words[1:2].islower() and numbering.parse(words) is None
    return words[0].islower() or aside


def mostly_meant(chunk: Sequence[Line], reach: int) -> bool:
    """Tell whether more than half of the breaks between lines were meant."""
    return 2 * sum(meant(one, after, reach) for one, after in pairwise(chunk)) > len(chunk) - 1


def ends_sentence(line: Line) -> bool:
    """Tell whether a line ends with a stop."""
    text = line.text
    return not text[-1:].isalnum() and _ENDS.search(text[-_TAIL:]) is not None


def alignment(line: Line, reach: int) -> Alignment:
    """Return how a line is aligned between the left margin and `reach`."""
    indent = line.indent
    middle = indent + (len(line.text) - indent) / 2
    if indent >= 4 and abs(middle - reach / 2) <= 2.5:
        return Alignment.CENTRE
    return Alignment.RIGHT if indent >= reach / 2 else Alignment.LEFT


def is_centred(lines: Sequence[Line], reach: int) -> bool:
    """Tell whether lines were set in the middle, each by itself."""
    if any(alignment(line, reach) is not Alignment.CENTRE for line in lines):
        return False
    if len(lines) == 1:
        words = lines[0].text.strip(" ")
        return words[0] in "([" or is_caption(words)
    return len({line.indent for line in lines}) > 1 or len({len(line.text) for line in lines}) == 1


def is_rule(line: Line) -> bool:
    """Tell whether a line is drawn across the page, not written."""
    return line.text[-1:] in _DRAWN and _RULE.match(line.text.strip(" ")) is not None


def is_labelled(line: Line) -> bool:
    """Tell whether a line begins with a label, and isn't a row of a table."""
    words = line.text.lstrip(" ")
    mark = numbering.parse(words)
    return mark is not None and ("    " not in words or _COLUMNS.search(words[mark.end + _TAIL :]) is None)


def has_columns(line: Line) -> bool:
    """Tell whether a line is set in columns, or is drawn; the gap after a label makes no column."""
    if is_rule(line):
        return True
    words = line.text.lstrip(" ")
    gap, leaders = "    " in words, ".." in words or ". ." in words
    if not gap and not leaders:
        return False
    mark = numbering.parse(words)
    rest = words[mark.end :].lstrip(" ") if mark else words
    return bool((gap and _COLUMNS.search(rest)) or (leaders and _LEADERS.search(rest)))
