"""Gaps: clauses that stay bare where another of the same role carries a carve-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.gaps.effects import bare_effects
from carveout.agreement.gaps.enforceable import bare_enforceability
from carveout.agreement.gaps.families import families
from carveout.agreement.gaps.fault import bare_terminations
from carveout.agreement.gaps.flat import flat_remedies
from carveout.agreement.gaps.listed import bare_items
from carveout.agreement.gaps.sentences import bare_sentences
from carveout.agreement.gaps.titles import bare_titles
from carveout.agreement.gaps.undefined import undefined_effects
from carveout.agreement.gaps.unhelped import unhelped
from carveout.agreement.siblings.fan_out import fan_outs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Gap
    from carveout.agreement.gaps.families import Family
    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.fan_out import FanOut


def gaps(reading: Reading) -> tuple[Gap, ...]:
    """Return the gaps of a reading that has its roles and tests, in the order of the text.

    Each has the words that stay bare, its sibling, and the reason. A reading without siblings has none.
    """
    found_families = families(reading)
    spread = fan_outs(reading) if any(family.removals for family in found_families) else ()
    found = [gap for family in found_families for gap in _of_family(reading, family, spread)]
    found += [*bare_enforceability(reading), *bare_titles(reading), *bare_terminations(reading)]
    found += undefined_effects(reading)
    told: dict[tuple[int, int], Gap] = {}
    for gap in found:
        at = 0 if gap.words is None else gap.words.start
        told.setdefault((at, gap.clause), gap)
    return tuple(told[key] for key in sorted(told))


def _of_family(reading: Reading, family: Family, spread: tuple[FanOut, ...]) -> Iterator[Gap]:
    bare = (*bare_items(reading, family), *unhelped(reading, family, spread))
    effects = tuple(bare_effects(reading, family))
    yield from bare
    yield from effects
    yield from bare_sentences(reading, family)
    yield from flat_remedies(reading, family, (*bare, *effects))
