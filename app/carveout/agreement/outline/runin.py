"""Lists that run in: items that stand inside a paragraph, told from mere references by their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from carveout.agreement.labels.numbering import Count, counted
from carveout.agreement.prose.sentences import sentence_end

_ITEM = re.compile(r"\((?<=[\s(:;,—–-]\()(?P<n>\d{1,2}|[a-z]{1,5}|[A-Z]{1,4})\)(?=\s|[A-Z“\"][\w“]|[a-z]{2})")
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|subsections?|clauses?|subclauses?|paragraphs?|subparagraphs?|sub-paragraphs?|items?|articles?"
    r"|rules?|exhibits?|schedules?|annex|part|parts|forth|under|through|of|in|to|by|than|foregoing|said|such|preceding"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
    r"|hundred|thousand|\d)|[\d)])$",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\b(?:relat(?:es?|ing|ed) to|attributable to|due to|out of|as (?:a|the) result of|results? in|resulting in"
    r"|by reason of|consist(?:s|ing) of|other than)$",
    re.IGNORECASE,
)
"""What opens a list though its last word may point as well: `arising out of (i) any war, (ii) any storm`."""
_LINK = re.compile(r"[\s,]*(?:and|or|through|to|and/or)?[\s,]*$")
_NEXT_ROW = re.compile(r"; {0,2}(?:and|or|and/or)? *$")
"""What stands before a row whose paragraph another row began."""
_BEFORE = 12
_POINTS_BACK = re.compile(r"\s+(?:above|below|hereof|thereof|of this|of the|or \(|and \(|through|to \()")


@dataclass(slots=True)
class RunIn:
    """An item inside a paragraph: its number as printed, how it counts, and its half-open offsets."""

    number: str
    count: Count
    start: int
    body_start: int
    end: int
    parent: RunIn | None = None


@dataclass(slots=True)
class _List:
    """A list that is being found; `limit` is where another begins in its stead."""

    items: list[RunIn] = field(default_factory=list)
    limit: int | None = None


def run_in_items(text: str, start: int, end: int, *, opens: tuple[Count, ...] = ()) -> list[RunIn]:
    """Return the items of the lists inside a paragraph, in order, parents before children.

    A list begins with a first number and has at least two items, or one that the label of the next paragraph follows:
    `opens` are the ways to read that label. An item ends where the next one of its list begins; the last one ends
    with its sentence.
    """
    lists: list[_List] = []
    kept: list[_List] = []
    before = opened = 0
    for match in _ITEM.finditer(text, start, end):
        pointed = match.start() > opened + 1 and _is_reference(text, start, match.start(), before)
        before = match.end() if pointed else 0
        if pointed or _POINTS_BACK.match(text, match.end(), min(end, match.end() + 14)):
            before = before or match.end()
            continue
        _take(match, lists, kept)
        opened = match.end()
    found = [one for one in kept if len(one.items) > 1 or _goes_on(one, opens)]
    return _closed(found, text, end)


def rows_after(text: str, start: int, end: int, count: Count) -> list[RunIn]:
    """Return the rows that stand in the paragraph of the row before them, each after a semicolon, in order.

    They are over where the list begins anew, which is a list of its own inside the row.
    """
    rows: list[RunIn] = []
    for match in _ITEM.finditer(text, start, end):
        counts = counted(match["n"], "({})")
        if any(one.first and one.family == count.family for one in counts):
            break
        after = next((one for one in counts if one.follows(count)), None)
        if after is None or not _NEXT_ROW.search(text[max(start, match.start() - _BEFORE) : match.start()]):
            continue
        if after.family != counts[0].family and counts[0].first and _second(text, match.end(), end, after):
            continue
        count = after
        rows.append(RunIn(f"({match['n']})", after, match.start(), min(_body(match), end), end))
    return rows


def _second(text: str, start: int, end: int, letter: Count) -> bool:
    """Tell whether (ii) comes before the letter after an (i), which therefore begins a list of its own."""
    for match in _ITEM.finditer(text, start, end):
        if match["n"] == "ii":
            return True
        if any(one.follows(letter) for one in counted(match["n"], "({})")):
            return False
    return False


def _is_reference(text: str, start: int, at: int, before: int) -> bool:
    """Tell whether a number in brackets only points somewhere: by the word before it, or as the next of such."""
    if before and at - before < 16 and _LINK.match(text[before:at]):
        return True
    words = text[max(start, at - 20) : at].rstrip()
    return bool(_REFERENCE.search(words)) and not _LEADS_IN.search(words)


def _take(match: re.Match[str], lists: list[_List], kept: list[_List]) -> None:
    counts = counted(match["n"], "({})")
    item = RunIn(f"({match['n']})", counts[0], match.start(), _body(match), match.end()) if counts else None
    if item is None:
        return
    for depth in range(len(lists) - 1, -1, -1):
        for count in counts:
            if count.follows(lists[depth].items[-1].count):
                item.count = count
                del lists[depth + 1 :]
                item.parent = lists[depth].items[-1].parent
                lists[depth].items.append(item)
                return
    for count in counts:
        if count.first:
            same = [depth for depth, one in enumerate(lists) if one.items[0].count.family == count.family]
            for one in lists[same[0] if same else len(lists) :]:
                one.limit = item.start
            del lists[same[0] if same else len(lists) :]
            item.count = count
            item.parent = lists[-1].items[-1] if lists else None
            lists.append(_List([item]))
            kept.append(lists[-1])
            return


def _body(match: re.Match[str]) -> int:
    """Return where the words after a label begin; there may be no space between."""
    return match.end() + (1 if match.string[match.end() : match.end() + 1].isspace() else 0)


def _goes_on(one: _List, opens: tuple[Count, ...]) -> bool:
    return any(count.follows(one.items[-1].count) for count in opens)


def _closed(found: list[_List], text: str, end: int) -> list[RunIn]:
    known = {id(item) for one in found for item in one.items}
    items = sorted((item for one in found for item in one.items), key=lambda item: item.start)
    for item in items:
        while item.parent is not None and id(item.parent) not in known:
            item.parent = item.parent.parent
    ends: dict[int, int] = {}
    for one in found:
        for item, after in pairwise(one.items):
            item.end = item.start + len(text[item.start : after.start].rstrip())
        ends[id(one.items[-1])] = min(one.limit or end, end)
    deepest: dict[int, int] = {}
    for item in reversed(items):
        reached = deepest.setdefault(id(item), item.start)
        if item.parent is not None:
            deepest[id(item.parent)] = max(deepest.get(id(item.parent), item.parent.start), reached)
    for item in items:
        if id(item) in ends:
            limit = ends[id(item)] if item.parent is None else min(ends[id(item)], item.parent.end)
            item.end = item.start + len(text[item.start : sentence_end(text, deepest[id(item)], limit)].rstrip())
    return items
