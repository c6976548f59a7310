"""What a reviewer settled about a clause or a carve-out: that it was read or cleared, and what should become of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


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
