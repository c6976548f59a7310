"""Roles: what each clause is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import Role


def roles(reading: Reading) -> tuple[Role, ...]:
    """Return the roles of the clauses that have one, in the order of the clauses; a clause may have several."""
    del reading
    return ()
