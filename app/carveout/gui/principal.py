"""Which part of a filing is the agreement that counsel came for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.instruments import ATTACHMENTS

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def principal(reading: Reading) -> int | None:
    """Return the attachment that holds most of the representations, or where there are none, most of the clauses.

    None where they stand in no attachment: then the document is the agreement itself.
    """
    outline = reading.outline
    held = [r.clause for r in reading.representations] or range(len(outline))
    roots = Counter([clause, *outline.ancestors(clause)][-1] for clause in held)
    attached = Counter({root: n for root, n in roots.items() if outline[root].kind in ATTACHMENTS})
    if 2 * attached.total() <= roots.total():
        return None
    return max(attached, key=lambda root: (attached[root], -root))
