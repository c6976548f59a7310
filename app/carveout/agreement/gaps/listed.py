"""Items of one list compared: most carry an exception of the family, one of the same matter doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import cited
from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.siblings.nouns import head_nouns
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.gaps.families import Family, Sibling
    from carveout.agreement.reading import Reading

_MOST = 8
"""Exceptions of a list whose nouns are looked for in its other items."""


def bare_items(reading: Reading, family: Family) -> Iterator[Gap]:
    """Yield the items that speak of what the exceptions of the other items excuse, and carry none themselves.

    At least half of a list's items that speak of it carry one: else it is the exception that is out of the ordinary.
    """
    outline = reading.outline
    lists: dict[int, list[Sibling]] = {}
    for sibling in family.siblings:
        clause = outline[sibling.carveout.clause]
        if clause.kind is ClauseKind.ITEM and clause.parent is not None:
            lists.setdefault(clause.parent, []).append(sibling)
    for parent, carrying in lists.items():
        nouns = {noun for one in carrying[:_MOST] for noun in head_nouns(reading.text, one.parts.excused)}
        own = {one.carveout.clause for one in carrying}
        bare = [
            item
            for item in outline.children(parent)
            if outline[item].kind is ClauseKind.ITEM
            and item not in own
            and not family.carried(outline.branch(item))
            and _speaks(reading, item, nouns)
        ]
        if len(own) > 1 and len(own) >= len(bare):
            yield from (_gap(reading, family, carrying, item) for item in bare)


def _speaks(reading: Reading, item: int, nouns: set[str]) -> bool:
    clause = reading.outline[item]
    words = " ".join(reading.text[clause.body_start : clause.end].split())
    return any(noun in words for noun in nouns)


def _gap(reading: Reading, family: Family, carrying: list[Sibling], item: int) -> Gap:
    outline = reading.outline
    others = cited(outline, (one.carveout.clause for one in carrying))
    excused = carrying[0].parts.excused
    what = "it" if excused is None else excused.in_line(reading.text)
    message = (
        f"{outline[item].citation} has no exception for {family.subject}, though {others} of the same list "
        f"except “{what}”: the same matter is excused there and untrue here."
    )
    words = reading.text[outline[item].body_start : outline[item].end].rstrip(" \n;.,")
    span = Span(outline[item].body_start, outline[item].body_start + len(words))
    return Gap(item, carrying[0].carveout.clause, family.subject, GapStrength.STRONG, message, span)
