"""Representation against remedy: what each representation feeds, and with which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Qualifier, Reference, Representation
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import AccuracyTest, RoleKind


@dataclass(frozen=True, slots=True)
class Fed:
    """A remedy that a representation feeds: the tests that cover it; without any the remedy ignores it."""

    remedy: RoleKind
    tests: tuple[AccuracyTest, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One representation: what limits it, what is carved out of it, what discloses against it, and what it feeds.

    `carveouts` are those inside it and those elsewhere that reach it. `fed` holds each of REMEDIES once, in order.
    """

    representation: Representation
    qualifiers: tuple[Qualifier, ...]
    carveouts: tuple[Carveout, ...]
    schedules: tuple[Reference, ...]
    fed: tuple[Fed, ...]


def matrix(reading: Reading) -> tuple[Row, ...]:
    """Return a row for each representation of a reading that was read closely, in the order of the text."""
    del reading
    return ()
