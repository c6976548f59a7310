"""The pages of a web page that was made for paper: where each ends, and the printed numbers and running heads there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft, Turn
from carveout.agreement.layout.furniture import paginate
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.html.draft import Flow

_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s{1,3})?(?:(?-i:[A-Z]{1,3})[-–]\s?)?(?:\d{1,4}|(?-i:[ivxlc]{1,8}))(?:\s{1,3}of\s{1,3}\d{1,4})?[-–—\s]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LONGEST = 120
"""Characters beyond which a line is no furniture."""
_ROUNDS = 4
"""Paragraphs of furniture looked for on either side of a page break."""
_FEWEST = 3
"""Times that a running head comes back at least."""


@dataclass(frozen=True, slots=True)
class Paged:
    """The paragraphs that are words of the document, each with its 1-based page, None where there are no pages."""

    drafts: list[tuple[Draft, int | None]]
    furniture: list[Draft]
    pages: int | None


def paged(flow: Flow) -> Paged:
    """Find the pages of a document and leave out what is printed on each besides its words."""
    drafts = [one for one in flow if isinstance(one, Draft)]
    turns = _turns(flow)
    if not turns:
        return _counted(drafts)
    furniture = _furniture(drafts, turns)
    if len(furniture) == len(drafts):
        furniture = set()
    kept: list[tuple[Draft, int | None]] = []
    page = 1
    breaks = iter([*turns, len(drafts) + 1])
    following = next(breaks)
    worded = False
    for at, draft in enumerate(drafts):
        while at >= following:
            page += worded
            worded = False
            following = next(breaks)
        if at not in furniture:
            kept.append((draft, page))
            worded = True
        else:
            worded = worded or at + 1 >= following
    return Paged(kept, [drafts[at] for at in sorted(furniture)], page)


def _counted(drafts: list[Draft]) -> Paged:
    """Find the pages of a document that breaks none, by the page numbers that were left among its paragraphs."""
    if sum(map(_is_number, drafts)) < _FEWEST:
        return Paged([(draft, None) for draft in drafts], [], None)
    found = paginate([draft.words for draft in drafts], [], Course(silent, 1))
    pages = found.pages or (None,) * len(drafts)
    kept = [(draft, pages[at]) for at, draft in enumerate(drafts) if at not in found.furniture]
    return Paged(kept, [drafts[at] for at in sorted(found.furniture)], pages[-1])


def _turns(flow: Flow) -> list[int]:
    """Return how many paragraphs stand before each page break, in order, each once."""
    sure: list[int] = []
    rules: list[int] = []
    count = 0
    for one in flow:
        if isinstance(one, Turn):
            (sure if one.sure else rules).append(count)
        else:
            count += 1
    drafts = [one for one in flow if isinstance(one, Draft)]
    numbered = [at for at in rules if _numbered(drafts, at)]
    if sure or (len(numbered) > 1 and len(numbered) * 2 >= len(set(rules))):
        found = sorted({*sure, *numbered})
    else:
        return []
    return _merged(found, drafts)


def _merged(turns: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Take breaks with nothing between them but a page number for one; the first page begins with words."""
    merged: list[int] = []
    for at in turns:
        between = drafts[merged[-1] : at] if merged else drafts[:at]
        if any(not _is_number(draft) for draft in between[:2]) and at < len(drafts):
            merged.append(at)
    return merged


def _numbered(drafts: Sequence[Draft], at: int) -> bool:
    return any(0 <= beside < len(drafts) and _is_number(drafts[beside]) for beside in (at - 1, at))


def _is_number(draft: Draft) -> bool:
    return len(draft.lines) == 1 and len(draft.lines[0]) <= 24 and _NUMBER.match(draft.lines[0]) is not None


def _shape(draft: Draft) -> str:
    """Return what stays of a line when its numbers and spaces go, empty for what can be no furniture."""
    if len(draft.lines) > 1 or len(draft.lines[0]) > _LONGEST:
        return ""
    return "#" if _is_number(draft) else _DIGITS.sub("#", draft.lines[0]).replace(" ", "").lower()


def _furniture(drafts: Sequence[Draft], turns: Sequence[int]) -> set[int]:
    """Return the paragraphs beside page breaks that are page numbers, or come back at most of the breaks."""
    found: set[int] = set()
    enough = max(_FEWEST, (len(turns) + 1) // 2)
    several = sum(_numbered(drafts, at) for at in turns) > 1
    for step in (-1, 1):
        edge = len(drafts) - 1 if step < 0 else 0
        cursors = [*(at - 1 if step < 0 else at for at in turns), edge]
        for _ in range(_ROUNDS):
            shapes = [_shape(drafts[at]) if 0 <= at < len(drafts) and at not in found else "" for at in cursors]
            usual = {shape for shape, times in Counter(shapes).items() if shape and times >= enough}
            if several:
                usual.add("#")
            taken = [position for position, shape in enumerate(shapes) if shape in usual]
            for position in taken:
                found.add(cursors[position])
                cursors[position] += step
            if not taken:
                break
    return found
