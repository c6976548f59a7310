"""A filing against the agreement that it carries: the figures that it states, recomputed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.filing.dates import dated
from carveout.agreement.filing.figures import figures
from carveout.agreement.filing.percentages import percentages
from carveout.agreement.filing.shares import products, sums, sums_agreed
from carveout.agreement.filing.tie import Tie
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

__all__ = ["Tie", "ties"]


def ties(reading: Reading) -> tuple[Tie, ...]:
    """Return the figures of a filing that can be recomputed, in the order of the text; none without a filing.

    Amounts follow from shares and their price, numbers of shares from others that they sum up, percentages from the
    shares outstanding, dates from the agreement's own. Only where the words say what a figure is based on can it fail
    to tie; where nothing fits and nothing is said, it is left out.
    """
    outline = reading.outline
    items = [one.span for one in outline if one.kind is ClauseKind.FILING_ITEM and one.parent is None]
    if not items:
        return ()
    text = unbroken(reading.text)
    operative = [part for part in instruments(text, outline) if part.operative]
    agreed = [one for part in operative for span in part.spans for one in figures(text, span)]
    found: list[Tie] = []
    told = []
    for item in items:
        stated = [[*figures(text, paragraph)] for paragraph in _paragraphs(text, item)]
        for paragraph in stated:
            found += [*products(paragraph, agreed), *sums(paragraph)]
            told += paragraph
        found += percentages(text, item, stated, agreed)
        found += dated(reading, text, item)
    found += sums_agreed(told, agreed)
    found.sort(key=lambda one: (one.statement, one.working))
    return tuple(replace(one, clause=outline.at(one.statement.start)) for one in found)


def _paragraphs(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        if end > start:
            yield Span(start, end)
        start = end + 1
