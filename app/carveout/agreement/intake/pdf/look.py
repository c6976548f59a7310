"""What one row of a PDF looks like: a table's, a rule, a labelled one, one in the midst of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels import numbering

if TYPE_CHECKING:
    from carveout.agreement.intake.pdf.rows import Row

_REFERS = re.compile(
    r"\b(?:sections?|articles?|paragraphs?|subparagraphs?|clauses?|items?|exhibits?|schedules?|and|or|through|to|of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)$",
    re.IGNORECASE,
)
_TAIL = 16
_COLUMNS = re.compile(r"\S {4,}\S")
_RULE = re.compile(r"[-=_*.~ ]{3,}$")
_DRAWN = "-=_*.~"
_LEADERS = re.compile(r"[.·_…] ?[.·_…] ?[.·_…] ?[.·_…]")
_PAIRS = ("..", ". .", "··", "__", "……")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}) {0,4}[\"“]?[A-Z]")
"""How a footnote begins: with its mark, which no stop follows."""
_LABEL = 6
"""Characters among which the stop or bracket of a label in small letters stands."""
_LONG = 400
_RUNNING = 12
"""Characters of running text at least that follow a heading after a gap."""


def has_columns(row: Row) -> bool:
    """Tell whether a row is one of a table or a form: set in columns, or drawn."""
    if len(row.pieces) == 1:
        return is_rule(row) or has_leaders(row)
    mark = numbering.parse(row.text)
    if mark is None:
        return _COLUMNS.search(row.text) is not None
    gap = _COLUMNS.search(row.text[mark.end :].lstrip(" "))
    last = row.pieces[-1].text
    headed = len(row.pieces) <= 3 and len(last) >= _RUNNING and row.pieces[-2].text.endswith((".", ":"))
    return gap is not None and not headed


def has_leaders(row: Row) -> bool:
    """Tell whether dots or a line lead through a row."""
    text = row.text[:_LONG]
    return _LEADERS.search(text) is not None and any(pair in text for pair in _PAIRS)


def is_rule(row: Row) -> bool:
    """Tell whether a row is drawn with characters, not written."""
    return row.text[0] in _DRAWN and _RULE.match(row.text) is not None


def is_labelled(row: Row) -> bool:
    """Tell whether a row begins with a label, and isn't a row of a table."""
    mark = numbering.parse(row.text)
    return mark is not None and (len(row.pieces) < 3 or _COLUMNS.search(row.text[mark.end + 12 :]) is None)


def refers(row: Row) -> bool:
    """Tell whether a row ends so that a number after it is a reference."""
    return _REFERS.search(row.text[-_TAIL:]) is not None


def is_note(row: Row) -> bool:
    """Tell whether a row begins like a footnote."""
    return _NOTE.match(row.text) is not None


def goes_on(row: Row) -> bool:
    """Tell whether a row begins in the midst of a sentence, and not with a label either."""
    text = row.text
    return text[0].islower() and text[:2].isalpha() and "." not in text[:_LABEL] and ")" not in text[:_LABEL]
