"""Which of many places labels stand at, by the order of their numbers over the whole source.

Numbers of sections and articles make one chain from the first page to the last: the heaviest that can be laid through
the places. Between two of its links, letters and small numbers make lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import ATTACHMENTS, CHAPTERS, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.labels.numbering import Count
    from carveout.agreement.layout.flattened_places import Place

_FAR = 3
"""Numbers that a chain may miss in a row, each at its cost."""
_MISSED = 3
"""What a missing number costs."""
_AGAIN = 5
"""What it costs to begin again, as a schedule does after the agreement, or to begin late."""
_ATTACHED = 6
"""The weight at which the title of an attachment stands without an order."""


def in_order(found: Sequence[Place]) -> list[Place]:
    """Return the places that labels stand at, in order. Takes time linear in their number."""
    chosen: set[int] = set()
    groups: dict[str, list[int]] = {}
    for at, place in enumerate(found):
        group = _group(place)
        if group is not None:
            groups.setdefault(group, []).append(at)
        elif place.mark.word in ATTACHMENTS and place.closed and place.weight >= _ATTACHED:
            chosen.add(at)
    for members in groups.values():
        chosen.update(members[one] for one in _heaviest([found[at] for at in members]))
    return [found[at] for at in sorted(chosen | _listed(found, chosen))]


def _group(place: Place) -> str | None:
    """Return the chain that a place may be a link of."""
    word = place.mark.word
    if word is Word.ARTICLE or word in CHAPTERS or word is Word.SECTION:
        return str(word)
    if word is None and (place.mark.decimal or place.mark.counts[0].family == "1."):
        return "number"
    return None


class _Chains:
    """The heaviest chains so far, by the number that each ends with and by those above it."""

    def __init__(self) -> None:
        self.at: dict[tuple[int, ...], tuple[int, int]] = {}
        self.under: dict[tuple[int, ...], tuple[int, int]] = {}
        self.any: tuple[int, int] = (0, -1)

    def before(self, place: tuple[int, ...]) -> tuple[int, int]:
        """Return the weight and the last link of the heaviest chain that a number can go on with."""
        first = place[-1] <= 1
        options = [(0 if first else -_AGAIN, -1)]
        if self.any[1] >= 0:
            options.append((self.any[0] - _AGAIN * (1 if first else 2), self.any[1]))
        for missed in range(_FAR):
            sibling = self.under.get((*place[:-1], place[-1] - 1 - missed))
            if sibling is not None:
                options.append((sibling[0] - _MISSED * missed, sibling[1]))
            above = self.under.get((*place[:-2], place[-2] - 1 - missed)) if first and len(place) > 1 else None
            if above is not None:
                options.append((above[0] - _MISSED * missed, above[1]))
        parent = self.at.get(place[:-1]) if first else None
        return max([*options, parent] if parent is not None else options)

    def put(self, place: tuple[int, ...], weight: int, link: int) -> None:
        """Keep a chain that ends with a number, unless one as heavy did so before: references come after labels."""
        if weight > self.any[0]:
            self.any = weight, link
        if weight > self.at.get(place, (0, -1))[0]:
            self.at[place] = weight, link
        for length in range(1, len(place) + 1):
            if weight > self.under.get(place[:length], (0, -1))[0]:
                self.under[place[:length]] = weight, link


def _heaviest(found: Sequence[Place]) -> list[int]:
    chains = _Chains()
    links: list[int] = []
    for at, place in enumerate(found):
        number = place.mark.counts[0].place
        weight, link = chains.before(number)
        links.append(link)
        chains.put(number, weight + place.weight, at)
    chain = []
    at = chains.any[1]
    while at >= 0:
        chain.append(at)
        at = links[at]
    return chain if len(chain) > 1 else []


@dataclass(slots=True)
class _List:
    """A list between two links, by the positions of its places.

    `last` is the number that it has come to, and `closed` says whether a sentence ended before that.
    """

    last: Count
    rows: list[int]
    closed: bool


def _listed(found: Sequence[Place], chosen: Iterable[int]) -> set[int]:
    """Return the places of lists whose rows are paragraphs: most of them begin where a sentence has ended."""
    links = set(chosen)
    rows: set[int] = set()
    lists: list[_List] = []
    closed: list[_List] = []
    for at, place in enumerate(found):
        if at in links:
            closed += lists
            lists = []
        elif place.mark.word is None:
            closed += _take(at, place, lists)
    for one in [*closed, *lists]:
        later = [found[at].closed for at in one.rows[1:]]
        if later and 2 * sum(later) >= len(later):
            rows.update(at for at in one.rows if found[at].closed or found[at].paused or at == one.rows[0])
    return rows


def _take(at: int, place: Place, lists: list[_List]) -> list[_List]:
    """Put a place into the open list that it goes on with, or begin one; return the lists that this closes.

    Of several lists it goes on with the deepest whose rows are parted as it is. A first number begins its list again
    where a sentence has ended, else a list inside the row that is open.
    """
    fits = [
        (one.closed == place.closed, depth, count)
        for depth, one in enumerate(lists)
        for count in place.mark.counts
        if count.follows(one.last)
    ]
    if fits:
        _, depth, count = max(fits, key=lambda fit: fit[:2])
        over = lists[depth + 1 :]
        del lists[depth + 1 :]
        lists[depth].last, lists[depth].closed = count, place.closed
        lists[depth].rows.append(at)
        return over
    first = next((count for count in place.mark.counts if count.first), None)
    if first is None:
        return []
    same = next((depth for depth, one in enumerate(lists) if one.last.family == first.family), len(lists))
    start = same if place.closed else same + 1
    over = lists[start:]
    lists[start:] = [_List(first, [at], place.closed)]
    return over
