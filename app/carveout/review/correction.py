"""A correction: what a reader put right in the outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.correction.change import Change


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of the outline, who made it, and when, in UTC."""

    id: str
    change: Change
    by: str
    at: dt.datetime
