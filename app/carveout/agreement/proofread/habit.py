"""What a text does everywhere is its author's habit, or the way it came here: it is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.content import Finding


def told_once(findings: Iterable[Finding], most: int) -> Iterator[Finding]:
    """Yield findings of one kind as they are, or, where they are more than `most`, a note in all at the first place."""
    found = list(findings)
    if len(found) <= most:
        yield from found
    else:
        message = f"{found[0].message} So it is in {len(found) - 1} other places."
        yield replace(found[0], severity=FindingSeverity.NOTE, message=message)
