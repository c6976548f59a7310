"""Labels at the start of a line that no blank line parts from the one before: which begin a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption, run_in_heading
from carveout.agreement.layout.position import ends_sentence, is_labelled, spare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Count
    from carveout.agreement.manuscript import Line

_REFERS = re.compile(
    r"\b(?:sections?|articles?|paragraphs?|subparagraphs?|clauses?|items?|exhibits?|schedules?|and|or|through|to|of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)$",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    r"\b(?:in|under|with|by|from|see|per|this|that|said|such|within|for|on|at|than|a|an|the|pursuant)$", re.IGNORECASE
)
"""How words end before the name of a clause or an attachment, which they speak of."""
_LINKS = re.compile(r"; ?(?:and|or|and/or)$", re.IGNORECASE)
"""How a row of a list ends before the last one."""
_JOINS = re.compile(r", ?(?:and|or|and/or)$", re.IGNORECASE)
_TAIL = 16
_NEAR = 8
"""Lines within which a list shows its second row."""
_OPENING = 200
"""Characters within which a definition shows itself."""
_DEFINES = re.compile(
    r"[\"“][^\"“”]{1,90}[\"”](?:[^.;]{0,80}\b(?:means?|meanings?|refers?|includes?|shall (?:mean|have))\b| ?:)"
)
"""A word in quotation marks before what it means."""


class Order:
    """The labels that began the paragraphs of an article or section so far: the last number of each family."""

    def __init__(self) -> None:
        self._last: dict[str, Count] = {}
        self._margin = 0

    def enter(self, chunk: Sequence[Line]) -> None:
        """Note the lines that come next, with the margin that they keep."""
        self._margin = min(line.indent for line in chunk)
        self.begin(chunk[0])

    def begin(self, line: Line) -> None:
        """Note that a line begins a paragraph."""
        mark = numbering.parse(line.text.lstrip(" "))
        if mark is None:
            return
        if mark.word is not None or mark.decimal:
            self._last = {family: count for family, count in self._last.items() if family == mark.counts[0].family}
        for count in mark.counts:
            self._last[count.family] = count

    def opens(self, chunk: Sequence[Line], start: int, at: int, reach: int) -> bool:
        """Tell whether the label or the definition that opens line `at` begins a paragraph.

        The current one began at line `start`.
        """
        before, line = chunk[at - 1], chunk[at]
        if _DEFINES.match(line.text.lstrip(" ")[:_OPENING]):
            return ends_sentence(before)
        if not is_labelled(line) or (refers(before.text, line.text) and not self._links(before, line, reach)):
            return False
        if spare(before, line, reach) >= 0 or _opens_list(chunk, at, reach):
            return True
        again = line.indent == chunk[start].indent and (line.indent != before.indent or line.indent > self._margin)
        return _ends_row(before) and (again or self._goes_on(line) or _opens_section(before, line))

    def _links(self, before: Line, line: Line, reach: int) -> bool:
        """Tell whether a line ends with `, and` though there was room, before the number that comes next in a list."""
        return (
            _JOINS.search(before.text[-_TAIL:]) is not None and spare(before, line, reach) >= 0 and self._goes_on(line)
        )

    def _goes_on(self, line: Line) -> bool:
        mark = numbering.parse(line.text.lstrip(" "))
        last = self._last
        return mark is not None and any(
            count.family in last and count.follows(last[count.family]) for count in mark.counts
        )


def _ends_row(line: Line) -> bool:
    """Tell whether a line ends with a stop, or as a row of a list does before the last one."""
    return ends_sentence(line) or _LINKS.search(line.text[-_TAIL:]) is not None


def _opens_section(before: Line, line: Line) -> bool:
    """Tell whether a line after a full stop bears the label of an article or section with its heading.

    After a colon the first number does, as in `agree as follows:`.
    """
    words = line.text.strip(" ")
    mark = numbering.parse(words)
    if mark is None or before.text[-1:] not in (".", ":"):
        return False
    first = before.text.endswith(":") and any(count.first and count.family in ("1.", "I.") for count in mark.counts)
    if not (mark.word or "." in (mark.number or "") or first):
        return False
    start = mark.end + len(words[mark.end :]) - len(words[mark.end :].lstrip(" .:"))
    return start >= len(words) or is_caption(words[start:]) or run_in_heading(words, start, len(words)) is not None


def _opens_list(chunk: Sequence[Line], at: int, reach: int) -> bool:
    """Tell whether a label after a colon is the first of several that stand at the start of their lines on purpose."""
    if not chunk[at - 1].text.endswith(":"):
        return False
    below = range(at + 1, min(len(chunk), at + _NEAR))
    return any(is_labelled(chunk[near]) and spare(chunk[near - 1], chunk[near], reach) >= 0 for near in below)


def refers(text: str, after: str) -> bool:
    """Tell whether words end so that the label after them is a reference."""
    tail = text[-_TAIL:]
    if _REFERS.search(tail):
        return _LINKS.search(tail) is None
    mark = numbering.parse(after.lstrip(" "))
    return mark is not None and mark.word is not None and _LEADS_TO.search(tail) is not None
