"""Scenarios as reviewers keep them: the fact that somebody supposed, and what was judged of each representation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.remedies.scenario import Scenario, Step


@dataclass(frozen=True, slots=True)
class Supposed:
    """A scenario, by whom it was supposed and when, in UTC."""

    scenario: Scenario
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """A step of a scenario, by the scenario's id, asked of the representation of a clause."""

    scenario: str
    clause: int
    step: Step


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a step counts against the representation, by whom that was judged and when, in UTC."""

    untrue: bool
    by: str
    at: dt.datetime
