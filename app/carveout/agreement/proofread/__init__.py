"""The proofreader: what is wrong on the face of the text, or worth a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.proofread.ground import Ground
from carveout.agreement.proofread.rules import FINDERS

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading


def proofread(reading: Reading) -> tuple[Finding, ...]:
    """Return the findings of every rule on a reading that has its references, roles and tests.

    They come rule by rule, in the order of the catalogue. A document that holds no agreement has nothing to proofread.
    """
    if reading.title is None:
        return ()
    ground = Ground(reading)
    return tuple(finding for _, find in FINDERS for finding in find(ground))
