"""References: words that point to other clauses, or out of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Reference
    from carveout.agreement.reading import Reading


def references(reading: Reading) -> tuple[Reference, ...]:
    """Return every reference of a document, in the order of the text, resolved within its own instrument."""
    del reading
    return ()
