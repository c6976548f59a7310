"""An attachment and the words that cite it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span


class Held(StrEnum):
    """Where what is cited can be read."""

    ATTACHED = "attached"
    """In this document."""
    APART = "apart"
    """In a letter or schedule that the parties deliver beside the agreement, by its nature."""
    OMITTED = "omitted"
    """Nowhere: the document says that it was left out."""
    MISSING = "missing"
    """Nowhere, and nothing says why."""


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

    `attachment` is its clause, None where it is cited but no clause of this document; `name` is what it is called,
    `Exhibit 3-1` or `Company Disclosure Letter`. An attachment that nobody cites has no citations.
    """

    name: str
    attachment: int | None
    citations: tuple[Citation, ...]
    held: Held
