"""What the palette shows: groups of rows, each under its heading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.gui.finding.items import Item, of_clause, of_command, of_hit
from carveout.review.entry import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.reading import Reading
    from carveout.gui.finding.commands import Command
    from carveout.review.review import Review
    from carveout.store.index import Hit

MOST = 200
"""Hits of each place that are looked up and, where they all are in one place, shown."""
_SHOWN = {Where.HEADINGS: 6, Where.TERMS: 4, Where.TEXT: 30, Where.NOTES: 8, Where.FINDINGS: 8}
"""Hits of each place that are shown where there are others."""
_COMMANDS = 4


class Group(StrEnum):
    """A heading between rows."""

    RECENT = "Used last"
    OFTEN = "Often wanted"
    COMMANDS = "Commands"
    CLAUSES = "Clauses"
    TERMS = "Defined terms"
    TEXT = "In the text"
    NOTES = "Notes"
    FINDINGS = "Findings"


_GROUP_OF = {
    Where.HEADINGS: Group.CLAUSES,
    Where.TERMS: Group.TERMS,
    Where.TEXT: Group.TEXT,
    Where.NOTES: Group.NOTES,
    Where.FINDINGS: Group.FINDINGS,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of the rows below it, and where not all are shown, how many are."""

    title: str
    told: str = ""

    @property
    def said(self) -> str:
        """The heading in words."""
        return f"{self.title}, {self.told}" if self.told else self.title


Row = Heading | Item


def of_commands(group: Group, commands: Sequence[Command]) -> list[Row]:
    """Return commands under a heading; none without any."""
    return [Heading(group), *map(of_command, commands)] if commands else []


def of_matter(
    reading: Reading, review: Review, numbered: Sequence[int], hits: Sequence[Hit], commands: Sequence[Command]
) -> list[Row]:
    """Return the clauses that are called so, the hits, and a few commands before those in the text."""
    found: dict[Where, list[Hit]] = {where: [] for where in Where}
    for hit in hits:
        if hit.entry.where is not Where.HEADINGS or hit.entry.clause not in numbered:
            found[hit.entry.where].append(hit)
    alone = not numbered and not commands and sum(map(bool, found.values())) == 1
    rows: list[Row] = []
    for where, those in found.items():
        if where is Where.TEXT:
            rows += of_commands(Group.COMMANDS, commands[:_COMMANDS])
        first = [of_clause(reading, clause) for clause in numbered] if where is Where.HEADINGS else []
        most = MOST if alone else max(0, _SHOWN[where] - len(first))
        items = [*first, *(of_hit(reading, review, hit) for hit in those[:most])]
        if items:
            cut = len(those) > most or len(those) == MOST
            rows += [Heading(_GROUP_OF[where], f"the first {len(items)}" if cut else ""), *items]
    return rows
