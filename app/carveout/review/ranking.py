"""The order of counsel's own: where an annotation stands in it, and the rank that takes it between two others.

A rank is a fraction written out in digits that sort as they are, so there is always another between two, and no other
annotation's rank changes when one is moved. What was never moved has a rank too, made of its place in the agreement, in
a band of its own: it keeps the agreement's order, and stays behind what was moved to the top.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

from carveout.review.edits import Rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeGuard

    from carveout.review.annotation import Annotation
    from carveout.review.review import Review

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_RANK = re.compile(r"[0-9A-Za-z]*[1-9A-Za-z]")
_BAND = "V"
"""What the ranks of those that were never moved begin with: halfway, so that there is room above and below."""
_FIRST = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_TAIL = 3


def is_rank(value: object) -> TypeGuard[str]:
    """Tell whether a value is a rank: digits, the last of them no nought, so that there is room before it."""
    return isinstance(value, str) and _RANK.fullmatch(value) is not None


def rank_of(annotation: Annotation, ranks: Mapping[str, str]) -> str:
    """Return where an annotation stands in the order of counsel's own."""
    return ranks.get(annotation.id) or _by_place(annotation)


def in_own_order(annotations: Iterable[Annotation], ranks: Mapping[str, str]) -> tuple[Annotation, ...]:
    """Return annotations in the order of counsel's own; where nothing was moved, that is the order of the text."""
    return tuple(sorted(annotations, key=lambda a: (rank_of(a, ranks), a.anchor.span, a.at, a.id)))


def moved(review: Review, annotation: str, above: str | None, below: str | None) -> Rank | None:
    """Return the edit that takes an annotation between two others, given by their ids; None stands for an end.

    Returns None where it stands there already. Where those two share a rank, as by a rare chance two copies may give
    one, it comes after both.
    """
    standing, ranks = review.annotations, review.ranks
    lower = None if above is None else rank_of(standing[above], ranks)
    upper = None if below is None else rank_of(standing[below], ranks)
    now = rank_of(standing[annotation], ranks)
    if (lower is None or lower < now) and (upper is None or now < upper):
        return None
    if lower is not None and upper is not None and upper <= lower:
        later = (found for one in standing.values() if (found := rank_of(one, ranks)) > lower)
        upper = min(later, default=None)
    return Rank(annotation, ranks.get(annotation), between(lower, upper, annotation))


def between(lower: str | None, upper: str | None, annotation: str) -> str:
    """Return a rank above `lower` and below `upper`, None for an end, that ends in a few digits of the annotation's.

    So two reviewers who take different annotations to one place, each in a copy, don't give them the same rank.
    """
    found, at, limit = "", 0, upper
    while True:
        low = _DIGITS.index(lower[at]) if lower is not None and at < len(lower) else 0
        high = _BASE if limit is None else _DIGITS.index(limit[at]) if at < len(limit) else 0
        if high - low > 1:
            return f"{found}{_DIGITS[_step(low, high, lower, upper)]}{_tail(annotation)}"
        found += _DIGITS[low]
        if high > low:
            limit = None
        at += 1


def _step(low: int, high: int, lower: str | None, upper: str | None) -> int:
    """Return the next digit at an end, so that ranks there grow slowly, and else the one halfway."""
    if upper is None and lower is not None:
        return low + 1
    if lower is None and upper is not None:
        return high - 1
    return (low + high) // 2


def _tail(annotation: str) -> str:
    number = int.from_bytes(hashlib.sha256(annotation.encode(errors="replace")).digest())
    *others, last = (number // _BASE**place for place in range(_TAIL))
    return "".join(_DIGITS[one % _BASE] for one in others) + _DIGITS[1 + last % (_BASE - 1)]


def _by_place(annotation: Annotation) -> str:
    span, at = annotation.anchor.span, (annotation.at - _FIRST) // _MICROSECOND
    return f"{_BAND}{span.start:08x}{span.end:08x}{at:016x}1"
