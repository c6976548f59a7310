"""The proofreader: what is wrong on the face of the text, or worth a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading


def proofread(reading: Reading) -> tuple[Finding, ...]:
    """Return the findings of every rule on a reading that has its references, roles and tests."""
    del reading
    return ()
