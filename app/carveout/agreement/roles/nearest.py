"""The role of any clause: its own, or that of the nearest clause above that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.remedy import Role

_FIRST = (
    RoleKind.CONDITION,
    RoleKind.CERTIFICATE,
    RoleKind.TERMINATION,
    RoleKind.INDEMNITY,
    RoleKind.NOTICE,
    RoleKind.REPRESENTATION,
    RoleKind.COVENANT,
)
"""Which of several roles of one clause says more of a test in it."""


class NearestRoles:
    """The roles of a reading by clause."""

    def __init__(self, outline: Outline, roles: tuple[Role, ...]) -> None:
        """Take the outline and the roles of its clauses."""
        self._outline = outline
        self._kinds: dict[int, list[RoleKind]] = {}
        for role in roles:
            self._kinds.setdefault(role.clause, []).append(role.kind)

    def of(self, clause: int) -> RoleKind | None:
        """Return what the clause is for above all, None where neither it nor a clause above it has a role."""
        return next(iter(self.all_of(clause)), None)

    def all_of(self, clause: int) -> tuple[RoleKind, ...]:
        """Return every role of the nearest clause that has one, the one that says most first."""
        for candidate in (clause, *self._outline.ancestors(clause)):
            if candidate in self._kinds:
                kinds = self._kinds[candidate]
                return tuple(kind for kind in _FIRST if kind in kinds)
        return ()
