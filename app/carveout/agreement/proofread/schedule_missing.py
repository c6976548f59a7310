"""A schedule or exhibit that clauses cite and that the document doesn't have."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.schedules import Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.schedules import Binding

RULE = Rule(
    "schedule-missing",
    "Schedule or exhibit not attached",
    "A clause cites a schedule or exhibit that the document doesn’t have, so what it excepts or promises can’t be read."
    " Where a filing leaves out its schedules, as Item 601 of Regulation S-K allows, that is told once.",
    "Regulation S-K, Item 601(a)(5) and (b)(2); review of disclosure schedules beside the representations.",
    FindingSeverity.WARNING,
)


def schedules_missing(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each attachment that is missing among others, or one note where none of its kind is there."""
    attached: dict[tuple[int | None, str], int] = defaultdict(int)
    missing: dict[tuple[int | None, str], list[Binding]] = defaultdict(list)
    omitted: list[Binding] = []
    for binding in ground.bindings:
        kind = binding.name.partition(" ")[0]
        if binding.held is Held.OMITTED:
            omitted.append(binding)
        elif binding.citations and binding.held is not Held.APART:
            root = ground.instrument_of(binding.citations[0].clause).root
            if binding.held is Held.MISSING:
                missing[root, kind].append(binding)
            else:
                attached[root, kind] += 1
    for (root, kind), ones in missing.items():
        if attached[root, kind] >= len(ones):
            for one in ones:
                yield _finding(ground, one, FindingSeverity.WARNING, f"{one.name} is cited here and not attached.")
        else:
            yield _finding(ground, ones[0], FindingSeverity.NOTE, _together(ones))
    if omitted:
        more = f" and so {'is' if len(omitted) == 2 else 'are'} {len(omitted) - 1} more" if len(omitted) > 1 else ""
        told = f"{omitted[0].name} is cited here{more}; the document says that such attachments were left out of it."
        yield _finding(ground, omitted[0], FindingSeverity.NOTE, told)


def _together(ones: list[Binding]) -> str:
    if len(ones) == 1:
        return f"{ones[0].name} is cited here and not in this document."
    return f"{ones[0].name} and {len(ones) - 1} more like it are cited and not in this document."


def _finding(ground: Ground, binding: Binding, severity: FindingSeverity, told: str) -> Finding:
    return ground.finding(RULE, binding.citations[0].span, severity, told)
