"""The outline as a reader corrected it, and the reading that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.carried import carried
from carveout.agreement.correction.draft import Draft
from carveout.agreement.correction.making import make
from carveout.agreement.correction.original import Original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.correction.change import Change
    from carveout.agreement.reading import Reading


def corrected(reading: Reading, changes: Sequence[Change], original: Original | None = None) -> Reading:
    """Return a reading with its outline changed, one change after the other, and all that hangs on the outline.

    The words, the terms, the carve-outs and all else that was found keep their spans; only the clauses that hold them
    change, what a carve-out reaches, and which clauses are representations. A change whose clause isn't there leaves
    everything as it is. Without changes it is the very reading. `original` is of this reading, where one was made.
    """
    if not changes:
        return reading
    draft = Draft(reading)
    for change in changes:
        make(draft, change)
    return carried(original or Original(reading), draft.outline())
