"""Where a carve-out doesn't fit the rule that it is carved out of, or leaves open what it points to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.citation import cited, listed
from carveout.agreement.siblings.columns import Aspect, Difference
from carveout.agreement.siblings.nouns import head_nouns, last_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.siblings.wording import Wording

_BACK = re.compile(
    r"\b(?:(?:related|relating|incidental|pertaining|attributable|connected|in connection|resulting|arising) )?"
    r"(?:thereto|thereof|therewith|therefrom)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r" (?:for|of) (?=[A-Z]|the )")
_MAY = re.compile(r"\b(?:may|might|could|would|will)\b(?: \w+)?", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:has|have|had) (?:been |occurred\b|arisen\b)|\b(?:is|are|was|were) (?:pending|threatened)\b", re.IGNORECASE
)


def mismatches(outline: Outline, caused: list[Wording]) -> Iterator[Difference]:
    """Yield what the event exceptions of a subject leave open, given with their rules."""
    yield from _antecedent(outline, caused)
    for one in caused:
        yield from _nouns(outline, one)
        yield from _future(outline, one)


def _antecedent(outline: Outline, caused: list[Wording]) -> Iterator[Difference]:
    """Yield "related thereto" where several things before it could be meant."""
    pointing = [one for one in caused if one.parts.tail is not None and _BACK.search(one.words(Aspect.TAIL))]
    if not pointing:
        return
    first = pointing[0]
    back = _BACK.search(first.words(Aspect.TAIL))
    event = first.words(Aspect.EVENT)
    head, _, rest = event.partition(_cut.group()) if (_cut := _OF_SOMETHING.search(event)) else (event, "", "")
    meant = [f"“{part}”" for part in (head, rest, first.words(Aspect.EXCUSED)) if part]
    if back is not None and len(meant) > 1:
        where = cited(outline, (one.carveout.clause for one in pointing))
        things = listed(meant).replace(" and “", " or “")
        message = f"“{back[0]}” in {where} has no clear antecedent: it could point to {things}."
        yield Difference(tuple(one.carveout for one in pointing), message)


def _nouns(outline: Outline, one: Wording) -> Iterator[Difference]:
    """Yield an exception for one thing from a rule on another: `adverse effects` from "no material changes"."""
    nouns = head_nouns(one.plain, one.parts.excused)
    where = outline[one.carveout.clause].citation
    if not nouns or one.rule.defines:
        return
    excused = one.words(Aspect.EXCUSED)
    rule = one.rule.statement.of(one.plain) if one.rule.standard is None else one.rule.standard.of(one.plain)
    if not any(last_word(noun) in rule.casefold() for noun in nouns):
        spoken = one.words(Aspect.RULE) if one.rule.standard is None else " ".join(rule.split())
        message = f"{where} excuses “{excused}”, but its rule speaks of “{spoken}”: the nouns don’t meet."
        yield Difference((one.carveout,), message)
    harm = one.rule.unexcused
    if harm is not None and not any(last_word(noun) in harm.of(one.plain).casefold() for noun in nouns):
        limb = harm.in_line(one.plain)
        message = (
            f"{where} excuses “{excused}”, but its rule has a second limb that it doesn’t clearly reach: “{limb}”."
        )
        yield Difference((one.carveout,), message)


def _future(outline: Outline, one: Wording) -> Iterator[Difference]:
    """Yield what may come, excused from a rule on what is there."""
    may = _MAY.search(one.words(Aspect.CAUSE))
    done = _DONE.search(one.words(Aspect.RULE))
    if may is not None and done is not None:
        where = outline[one.carveout.clause].citation
        message = (
            f"{where} excuses what “{may[0]}”, in the future, from a rule on what is there already: "
            f"“{one.words(Aspect.RULE)}”."
        )
        yield Difference((one.carveout,), message)
