"""A picture of one subject: every clause with a role as a tile, and what the carve-outs of the subject do to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.remedy import REMEDIES, RoleKind
from carveout.agreement.siblings.fan_out import fan_outs

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Gap
    from carveout.agreement.reading import Reading

_WHOLE = frozenset({RoleKind.REPRESENTATION, *REMEDIES})


@dataclass(frozen=True, slots=True)
class Tile:
    """A clause: its own carve-outs of the subject, how often it uses a term that leaves the subject out, its gaps."""

    clause: int
    own: tuple[Carveout, ...]
    uses: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The tiles of a role, in the order of the text; None for clauses of no role.

    Representations and remedies are all there, of the others those that the subject concerns; `of` counts all.
    """

    role: RoleKind | None
    tiles: tuple[Tile, ...]
    of: int

    @property
    def concerned(self) -> int:
        """How many of them the subject concerns."""
        return sum(bool(tile.own or tile.uses or tile.gaps) for tile in self.tiles)


@dataclass(frozen=True, slots=True)
class Picture:
    """The groups of a subject, in the order of RoleKind; without any where nothing concerns the subject."""

    subject: str
    groups: tuple[Group, ...]


def picture(reading: Reading, subject: str) -> Picture:
    """Return the picture of a subject in a reading that was read closely.

    A clause stands in the group of its first role. Those below a clause with the same role are drawn by themselves
    only where they have a carve-out or a gap of their own.
    """
    own, gaps, uses = _own(reading, subject), _gaps(reading, subject), _uses(reading, subject)
    concerned = {*own, *gaps, *uses}
    if not concerned:
        return Picture(subject, ())
    roles = _roles(reading)
    groups: dict[RoleKind | None, list[Tile]] = {kind: [] for kind in (*RoleKind, None)}
    counts: Counter[RoleKind | None] = Counter()
    for clause in sorted({*concerned, *(one for one in roles if not _within_same(reading, roles, one))}):
        tile = Tile(clause, tuple(own.get(clause, ())), uses[clause], tuple(gaps.get(clause, ())))
        role = _role(reading, roles, clause)
        counts[role] += 1
        if clause in concerned or role in _WHOLE:
            groups[role].append(tile)
    drawn = (Group(role, tuple(tiles), counts[role]) for role, tiles in groups.items() if tiles)
    return Picture(subject, tuple(drawn))


def _own(reading: Reading, subject: str) -> dict[int, list[Carveout]]:
    found: dict[int, list[Carveout]] = {}
    for carveout in reading.carveouts:
        if carveout.subject == subject:
            found.setdefault(carveout.clause, []).append(carveout)
    return found


def _gaps(reading: Reading, subject: str) -> dict[int, list[Gap]]:
    found: dict[int, list[Gap]] = {}
    for gap in reading.gaps:
        if gap.subject == subject:
            found.setdefault(gap.clause, []).append(gap)
    return found


def _uses(reading: Reading, subject: str) -> Counter[int]:
    fans = (fan for fan in fan_outs(reading) if fan.carveout.subject == subject)
    return Counter({one.clause: len(one.uses) for fan in fans for one in fan.narrowed})


def _roles(reading: Reading) -> dict[int, RoleKind]:
    found: dict[int, RoleKind] = {}
    for role in reading.roles:
        found.setdefault(role.clause, role.kind)
    return found


def _role(reading: Reading, roles: dict[int, RoleKind], clause: int) -> RoleKind | None:
    """Return the role of a clause, or else of the nearest above it."""
    around = (clause, *reading.outline.ancestors(clause))
    return next((roles[one] for one in around if one in roles), None)


def _within_same(reading: Reading, roles: dict[int, RoleKind], clause: int) -> bool:
    """Tell whether a clause stands below another of the same role."""
    return any(roles.get(above) is roles[clause] for above in reading.outline.ancestors(clause))
