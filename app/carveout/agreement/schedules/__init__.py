"""Schedules: what is disclosed in attachments, bound to the clauses that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that cite an attachment. `promise` are the words that say what it holds, None where none do.

    `carveout` is the disclosure exception that the words stand in, None where they stand in none.
    """

    clause: int
    span: Span
    promise: Span | None
    carveout: Span | None


@dataclass(frozen=True, slots=True)
class Binding:
    """An attachment and those who cite it, in the order of the text.

    `attachment` is its clause, None where it is cited but not attached; then `name` is what it was called.
    """

    name: str
    attachment: int | None
    citations: tuple[Citation, ...]


def bindings(reading: Reading) -> tuple[Binding, ...]:
    """Return the attachments of a document's agreements and those that are missing, by first mention."""
    del reading
    return ()
