"""A proposed wording against the clause's own, word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
MOST = 20_000
"""Pairs of the same word on both sides up to which words are compared one by one: beyond, it would take too long."""


class Change(StrEnum):
    """What the proposal does to words."""

    KEPT = "kept"
    STRUCK = "struck"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a fate."""

    change: Change
    words: str


def redline(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs that lead from the words before to those after.

    The runs that aren't added make up `before`, those that aren't struck make up `after`, both to the letter but for
    white space that only wraps lines. Long texts, which would take long to compare, share their beginning and their end
    and change in one piece between them.
    """
    was, now = _pieces(before), _pieces(after)
    head = _shared(was, now)
    tail = _shared(was[head:][::-1], now[head:][::-1])
    inner_was, inner_now = was[head : len(was) - tail], now[head : len(now) - tail]
    found = [(Change.KEPT, now[:head]), *_between(inner_was, inner_now), (Change.KEPT, now[len(now) - tail :])]
    return tuple(_joined(found))


def in_plain_text(runs: Sequence[Run]) -> str:
    """Return runs as text alone: `[-struck-]` and `[+added+]` among what is kept."""
    signs = {Change.KEPT: "{}", Change.STRUCK: "[-{}-]", Change.ADDED: "[+{}+]"}
    return "".join(signs[run.change].format(run.words) for run in runs)


def _pieces(text: str) -> list[str]:
    return [" " if piece.isspace() and "\n\n" not in piece else piece for piece in _PIECE.findall(text)]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[Change, Sequence[str]]]:
    counts = Counter(now)
    if sum(counts[piece] for piece in was if piece != " ") > MOST:
        yield Change.STRUCK, was
        yield Change.ADDED, now
        return
    # A space is no ground to break a change in two: it counts only between words that are kept.
    matcher = SequenceMatcher(lambda piece: piece == " ", was, now, autojunk=False)
    for tag, was_start, was_end, now_start, now_end in matcher.get_opcodes():
        if tag == "equal":
            yield Change.KEPT, now[now_start:now_end]
            continue
        yield Change.STRUCK, was[was_start:was_end]
        yield Change.ADDED, now[now_start:now_end]


def _joined(found: Sequence[tuple[Change, Sequence[str]]]) -> Iterator[Run]:
    """Yield the runs, a change of several words in one piece although a space between them is kept."""
    struck: list[str] = []
    added: list[str] = []
    for at, (change, pieces) in enumerate(found):
        if change is Change.STRUCK:
            struck += pieces
        elif change is Change.ADDED:
            added += pieces
        elif pieces:
            inside = list(pieces) == [" "] and (struck or added) and any(p for c, p in found[at + 1 :] if c != change)
            if inside and struck and added:
                struck += pieces
                added += pieces
                continue
            yield from _told(struck, added)
            struck, added = [], []
            yield Run(Change.KEPT, "".join(pieces))
    yield from _told(struck, added)


def _told(struck: Sequence[str], added: Sequence[str]) -> Iterator[Run]:
    for change, pieces in ((Change.STRUCK, struck), (Change.ADDED, added)):
        if pieces:
            yield Run(change, "".join(pieces))
