"""Which part of a filing is the agreement that counsel came for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def principal(reading: Reading) -> int | None:
    """Return the root clause that holds most of the representations, or where there are none, most of the clauses."""
    outline = reading.outline
    held = [r.clause for r in reading.representations] or range(len(outline))
    roots = Counter(([clause, *outline.ancestors(clause)])[-1] for clause in held)
    return max(roots, key=lambda root: (roots[root], -root), default=None)
