"""A picture of one subject: every clause with a role as a tile, and what the carve-outs of the subject do to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.remedy import RoleKind
from carveout.agreement.siblings.fan_out import fan_outs

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Gap
    from carveout.agreement.reading import Reading


@dataclass(frozen=True, slots=True)
class Tile:
    """A clause: its own carve-outs of the subject, how often it uses a term that leaves the subject out, its gaps."""

    clause: int
    own: tuple[Carveout, ...]
    uses: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The tiles of a role, in the order of the text; None for clauses of no role that the subject concerns."""

    role: RoleKind | None
    tiles: tuple[Tile, ...]


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
    own: dict[int, list[Carveout]] = {}
    for carveout in reading.carveouts:
        if carveout.subject == subject:
            own.setdefault(carveout.clause, []).append(carveout)
    gaps: dict[int, list[Gap]] = {}
    for gap in reading.gaps:
        if gap.subject == subject:
            gaps.setdefault(gap.clause, []).append(gap)
    uses: dict[int, int] = {}
    for fan in fan_outs(reading):
        if fan.carveout.subject == subject:
            for narrowed in fan.narrowed:
                uses[narrowed.clause] = uses.get(narrowed.clause, 0) + len(narrowed.uses)
    concerned = {*own, *gaps, *uses}
    if not concerned:
        return Picture(subject, ())
    roles = _roles(reading)
    groups: dict[RoleKind | None, list[Tile]] = {kind: [] for kind in (*RoleKind, None)}
    for clause in sorted({*concerned, *(one for one in roles if not _within_same(reading, roles, one))}):
        tile = Tile(clause, tuple(own.get(clause, ())), uses.get(clause, 0), tuple(gaps.get(clause, ())))
        groups[_role(reading, roles, clause)].append(tile)
    return Picture(subject, tuple(Group(role, tuple(tiles)) for role, tiles in groups.items() if tiles))


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
