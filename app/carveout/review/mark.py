"""What a reviewer settled about a clause or a carve-out: that it was read or cleared, and what should become of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


class State(StrEnum):
    """How far the review of a clause has come, least first."""

    UNREAD = "unread"
    READ = "read"
    NOTED = "noted"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Mark:
    """That somebody read or cleared a clause, and when, in UTC. `state` is READ or CLEARED; the others are derived."""

    state: State
    by: str
    at: dt.datetime


def marked_at(mark: Mark) -> tuple[dt.datetime, str]:
    """Return what puts the marks of a clause in order: when each was made, and by whom."""
    return mark.at, mark.by


def furthest(marks: Sequence[Mark]) -> Mark | None:
    """Return the mark that says how far a clause has come, of those that stand on it, the earliest first."""
    return next((mark for mark in marks if mark.state is State.CLEARED), marks[0] if marks else None)


def second(marks: Sequence[Mark]) -> Mark | None:
    """Return the sign-off of a second reader: the next clearance by another than who cleared it first."""
    cleared = [mark for mark in marks if mark.state is State.CLEARED]
    return cleared[1] if len(cleared) > 1 else None


class Verdict(StrEnum):
    """What should become of a carve-out."""

    ACCEPT = "accept"
    NARROW = "narrow"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a carve-out, why, and when, in UTC."""

    verdict: Verdict
    reason: str
    by: str
    at: dt.datetime
