"""A correction: what a reader put right in the outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.correction.change import Change


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of the outline, who made it, and when, in UTC.

    `clause` is the citation that the clause went by until then; of a split, that of the clause which was split.
    """

    id: str
    change: Change
    clause: str
    by: str
    at: dt.datetime
