"""Percentages of a class of shares, recomputed from the shares outstanding."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.filing.figures import FigureKind
from carveout.agreement.filing.tie import Tie
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from carveout.agreement.filing.figures import Figure

_OF_SHARES = re.compile(
    r",? (?:or|which (?:is|was|were)|representing|constituting|equivalent to|equal to|approximately|about|,| )+ ?$"
)
_OF_CLASS = re.compile(
    r" of (?:the |all |its |our )?(?:[\w’'-]+ ){0,6}?(?:shares|stock|class|Shares|Stock|outstanding|ADSs)\b"
)
_OUTSTANDING = re.compile(r"[^.;]{0,90}?\boutstanding\b")
_NO_WHOLE = re.compile(r"\b(?:authorized|held|own(?:s|ed)|beneficial|acquire)\b")
_ISSUED = re.compile(r"[^.;]{0,90}?\b(?:issued|allotted|sold|purchased)\b")
_BASED = re.compile(
    r"(?:\b(?:percentages?|percent of class|calculat\w+|comput\w+|ownership)\b|%)[^.;]{0,200}?\bbased (?:up)?on\b"
    r"(?P<base>[^;\n]{0,260}?)(?:\.(?=\s|$)|(?=\n)|$)"
)
_AGREED = re.compile(
    r"\b(?:represented|set forth|stated|disclosed|provided)\b[^.;]{0,60}?\b(?:in|by) (?:the )?[\w ]{0,40}Agreement\b"
)
_FARTHEST = 2_000
"""Code points between a percentage and the words that it is based on."""
_ADJUSTED = re.compile(r"\b(?:plus|assum\w+|giving effect|includ\w+|issuable|conver\w+|exercis\w+|together)\b")
"""Words by which the whole is more than the shares that are named."""
_MOST = 24
"""Different numbers of shares, outstanding or issued, that are tried at most."""


class _Whole(NamedTuple):
    """The shares of which something is a part: their number, how to write it, and where it stands."""

    value: Decimal
    written: str
    sources: tuple[Span, ...]


def percentages(text: str, item: Span, stated: Sequence[Sequence[Figure]], agreed: Sequence[Figure]) -> Iterator[Tie]:
    """Yield the percentages of an item, each with the shares it is of and the shares outstanding.

    The shares outstanding are those of the agreement, with what is newly issued under it or without. A percentage that
    follows from none fails to tie only where the item says that it is based on the agreement.
    """
    bases = list(islice(_BASED.finditer(text, item.start, item.end), _MOST))
    given = {one.start(): [*_given(stated, Span(*one.span("base")))] for one in bases}
    wholes = _wholes(text, agreed)
    for paragraph in stated:
        for part, rate in pairwise(paragraph):
            if part.kind is FigureKind.SHARES and rate.kind is FigureKind.PERCENT and _says(text, part, rate):
                base = _base_of(text, bases, rate)
                own = [] if base is None else given[base.start()]
                yield from _tie(part, rate, own or wholes, certain=base is not None and _binds(base["base"], own))


def _binds(base: str, own: Sequence[_Whole]) -> bool:
    """Tell whether the words that a percentage is based on name all of the shares that it is of."""
    return not _ADJUSTED.search(base) and bool(own or _AGREED.search(base))


def _base_of(text: str, bases: Sequence[re.Match[str]], rate: Figure) -> re.Match[str] | None:
    """Return the words on which a percentage is based: those of its paragraph, or the only ones of its item."""
    near = [one for one in bases if abs(one.start() - rate.span.start) < _FARTHEST]
    own = [one for one in near if text.find("\n", *sorted((one.start(), rate.span.start))) < 0]
    if own:
        return min(own, key=lambda one: abs(one.start() - rate.span.end))
    return bases[0] if len(bases) == 1 else None


def _given(stated: Sequence[Sequence[Figure]], base: Span) -> Iterator[_Whole]:
    for paragraph in stated:
        for one in paragraph:
            if one.kind is FigureKind.SHARES and one.value and base.holds(one.span):
                yield _Whole(one.value, one.digits, (one.span,))


def _says(text: str, part: Figure, rate: Figure) -> bool:
    """Tell whether the words say that some shares are a percentage of their class."""
    between = text[part.span.end : rate.span.start]
    return (
        len(between) < 60
        and _OF_SHARES.fullmatch(between) is not None
        and _OF_CLASS.match(text, rate.span.end) is not None
    )


def _wholes(text: str, agreed: Sequence[Figure]) -> list[_Whole]:
    shares = {one.value: one for one in reversed(agreed) if one.kind is FigureKind.SHARES and one.value >= 100}
    found: list[_Whole] = []
    issued = []
    for one in shares.values():
        before = text[max(0, one.span.start - 40) : one.span.start]
        if _NO_WHOLE.search(before):
            continue
        if _OUTSTANDING.match(text, one.span.end):
            found.append(_Whole(one.value, one.digits, (one.span,)))
        elif _ISSUED.match(text, one.span.end):
            issued.append(one)
    both = [
        _Whole(whole.value + one.value, f"({whole.written} + {one.digits})", (*whole.sources, one.span))
        for whole in found[:_MOST]
        for one in issued[:_MOST]
    ]
    return [*found[:_MOST], *both]


def _tie(part: Figure, rate: Figure, wholes: Sequence[_Whole], *, certain: bool) -> Iterator[Tie]:
    tried = sorted(wholes, key=lambda whole: abs(part.value * 100 / whole.value - rate.value))
    if not tried:
        return
    nearest = tried[0]
    result = part.value * 100 / nearest.value
    sources = (part.span, *nearest.sources)
    if abs(result - rate.value) <= rate.half:
        working = f"{part.digits} ÷ {nearest.written} = {rate.digits} %"
        yield Tie(None, rate.span, sources, working, ties=True)
    elif certain:
        working = f"{part.digits} ÷ {nearest.written} = {result:.2f} %, not {rate.digits} %"
        if rate.value:
            working += f", which would be of about {round(part.value * 100 / rate.value, -2):,.0f} shares"
        yield Tie(None, rate.span, sources, working, ties=False)
