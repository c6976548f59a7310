"""The numbers that a reference names: `16.4(2)`, `A-1`, `IV`, and lists and ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import counted
from carveout.agreement.labels.numerals import WORDED

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

_HEAD = re.compile(
    r"\d{1,5}(?:\.\d{1,4}){0,5}[A-Za-z]{0,2}(?![A-Za-z])"
    r"(?:(?:-\d{1,4}[A-Za-z]?(?!\.\d|\w)){1,3}|- ?\d{1,4}(?=\())?(?![A-Za-z])"
    r"|[IVXLC]{1,8}(?:-\d{1,3}|\.\d{1,3}(?!\d))?(?![\w’'])"
    r"|[A-Z]{1,2}(?:[-.]?\d{1,3}){0,2}(?:-[A-Z])?(?![\w’'])"
)
_LETTERED = re.compile(r"(?P<head>\d{1,3}(?:\.\d{1,3}){1,4})(?P<label>[a-z])")
"""A section with the letter of its item right behind: 10.3e."""
_IN_WORDS = re.compile(rf"(?:{WORDED})\b", re.IGNORECASE)
LABEL = re.compile(r"\( ?(?P<n>\d{1,3}|[a-z]|[A-Z]|[ivxl]{2,7}|[IVXL]{2,7}|([a-z])\2{1,2}|([A-Z])\3{1,2}) ?\)(?!\w)")
_RANGE = re.compile(
    r",? ?(?:through and including|through|thru|to and including|up to and including|to)[ ,]{1,2}"
    r"| ?[–—-] ?",
    re.IGNORECASE,
)
_AND = re.compile(
    r" ?, ?(?:and/or|and|or|&|nor)? ?(?:also )?(?:in )?"
    r"| (?:and/or|and|or|&|nor)(?: \(if applicable\))?(?: also)? (?:in )?| ?/ ?",
    re.IGNORECASE,
)
_WORD_AGAIN = re.compile(
    r"(?:(?:the |this )?(?:(?:sub-?)?(?:sections?|paragraphs?|clauses?)|articles?|exhibits?|schedules?) )",
    re.IGNORECASE,
)
_COUNTED_THINGS = re.compile(
    r"[ -](?:\(\w+\) ?)?(?:business|calendar|trading|working|consecutive|days?|weeks?|months?|years?|percent"
    r"|shares|hours|million|billion|thousand|other|of the)\b|%|,\d{3}",
    re.IGNORECASE,
)
_AFTER_LABEL = re.compile(
    r"(?: ?\(\w{1,5}\)){0,5}(?:[.,;:)]|$|\n| (?:of|above|below|hereof)\b| (?:and|or) (?:\(|\d|[Ss]ection))"
)
_TITLE = re.compile(r" \((?=[A-Z])[^()]{2,80}\)(?=,| and | or )")
"""The heading that some print in brackets after each number."""
_SENTENCE = re.compile(r" (?:the|an?|any|all|each|such|if|upon|neither|none)\b")
"""What follows a label that opens an item, and doesn't go on a list of references."""
_LAST_LETTERS = frozenset("wxyz")
_NO_LETTERS = frozenset(
    {"AN", "AS", "AT", "BY", "IF", "IN", "IS", "IT", "NO", "OF", "ON", "OR", "TO", "WE", "BE", "SO"}
)
_MOST = 40
"""Numbers beyond which no list of references reaches."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One number of a reference: what stands before the brackets, if anything does, and the labels in brackets.

    `through` says that it ends a range which the number before it begins. `start` and `end` are where it stands.
    """

    head: str | None
    labels: tuple[str, ...]
    start: int
    end: int
    through: bool = False


def cited_numbers(
    flat: str, at: int, outline: Outline, *, plural: bool, worded: bool = False, headed: bool = True
) -> tuple[Cited, ...]:
    """Return the numbers that begin at an offset of a text without line breaks, none where no number does.

    A label at which a clause of its own begins is none of them: it opens the next item of a list. `plural` is whether
    the word before is, `worded` whether the first may be spelled out, `headed` whether anything but labels may come.
    """
    first = _number(flat, at, outline, worded=worded, headed=headed)
    if first is None:
        return ()
    found = [first]
    while len(found) < _MOST:
        following = _next(flat, found[-1], outline, plural=plural)
        if following is None:
            break
        found.append(following)
    return tuple(found)


def _number(flat: str, at: int, outline: Outline, *, worded: bool = False, headed: bool = True) -> Cited | None:
    head = _HEAD.match(flat, at) if headed else None
    if head is not None and head[0] in _NO_LETTERS:
        head = None
    if head is None and worded:
        head = _IN_WORDS.match(flat, at)
    end = head.end() if head else at
    lettered = _LETTERED.fullmatch(head[0]) if head else None
    labels: list[str] = [lettered["label"]] if lettered else []
    while True:
        spaced = 1 if labels or head else 0
        begin = end + 1 if spaced and flat[end : end + 1] == " " else end
        label = LABEL.match(flat, begin)
        if label is None or (label.start() > end and outline.beginning(label.start()) is not None):
            break
        if label.start() > end and (label["n"][0].isupper() or not _goes_below(flat, label)):
            break
        labels.append(label["n"])
        end = label.end()
    if head is None and not labels:
        return None
    number = lettered["head"] if lettered else head[0] if head else None
    return Cited(number, tuple(labels), at, end)


def _goes_below(flat: str, label: re.Match[str]) -> bool:
    """Tell whether a label after a space belongs to the number before it: no word of a sentence follows it."""
    return _AFTER_LABEL.match(flat, label.end()) is not None


def _next(flat: str, last: Cited, outline: Outline, *, plural: bool) -> Cited | None:
    title = _TITLE.match(flat, last.end)
    end = title.end() if title else last.end
    through = _RANGE.match(flat, end)
    link = through or _AND.match(flat, end)
    if link is None:
        return None
    again = _WORD_AGAIN.match(flat, link.end()) if through else None
    at = again.end() if again else link.end()
    number = _number(flat, at, outline)
    if number is None:
        return None
    if number.head is None:
        if title or not last.labels or outline.beginning(at) is not None or _SENTENCE.match(flat, number.end):
            return None
        if not _comes_later(number.labels, last.labels):
            return None
    elif last.head is None or not (
        again or _alike(flat, last.head, number.head, number.end, plural=plural, through=through is not None)
    ):
        return None
    return Cited(number.head, number.labels, number.start, number.end, through is not None)


def _comes_later(labels: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Tell whether labels go on the list of some others: (c) after (a), (a)(ii) after (a)(i), (b) after (a)(i)."""
    same = next((at for at, (one, other) in enumerate(zip(labels, last, strict=False)) if one != other), None)
    if same is None:
        return False
    label, others = (labels[same], last[same : same + 1]) if same else (labels[0], last)
    if label.lower() in _LAST_LETTERS and others[-1].lower() not in _LAST_LETTERS:
        return False
    readings = counted(label, "({})")[: 1 if len(label) > 1 else 2]
    return any(count.passes(other) for count in readings for before in others for other in counted(before, "({})"))


def _alike(flat: str, last: str, number: str, end: int, *, plural: bool, through: bool) -> bool:
    """Tell whether a number goes on a list of references, and doesn't count days or shares."""
    if _COUNTED_THINGS.match(flat, end):
        return False
    if "." in last and last.count(".") == number.count("."):
        return True
    if not plural and not (through and number[:1].isalnum()):
        return False
    return last[:1].isdigit() == number[:1].isdigit() or not number[:1].isalpha()
