"""Conflicts: what merged copies of a matter say of the same thing, until somebody settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable

    from carveout.review.about import About


@dataclass(frozen=True, slots=True)
class Side:
    """What one reviewer made of it, and when, in UTC: the thing as it would be, None where it would be gone."""

    value: object
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two or more reviewers changed without knowing of each other, each as they left it.

    `about` and `key` name the entry of the review, as `Review` has it. `parts` are the fields of an annotation that the
    sides differ in, empty where they differ as a whole or on whether it stands. The review shows one of the sides.
    """

    about: About
    key: Hashable
    parts: tuple[str, ...]
    sides: tuple[Side, ...]
