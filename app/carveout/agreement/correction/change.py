"""What a reader can put right in the outline: one change of one clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a change does to the clause that it names."""

    PROMOTE = "promote"
    """It stands beside the clause that held it; what followed it there stands below it."""
    DEMOTE = "demote"
    """It stands below the clause before it, as the last one there, with all that is below it."""
    SPLIT = "split"
    """The words from here on are a clause of their own."""
    JOIN = "join"
    """It is no clause: its label and its words belong to the clause before it, or else to the one that holds it."""
    RENAME = "rename"
    """It bears another label and another heading than were read."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the outline.

    `start` names the clause by the code point of the canonical text that it begins at, which no change moves; a split
    makes the clause that begins there. `label`, `number` and `heading` are what a clause is renamed to, as in Clause.
    """

    act: Act
    start: int
    label: str = ""
    number: str | None = None
    heading: str | None = None
