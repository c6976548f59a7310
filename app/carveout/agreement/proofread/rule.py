"""A rule of the proofreader, as the window, the memo and the guide name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import FindingSeverity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable name, and what a lawyer is told of it.

    `about` says what it looks for and why that matters, `source` where the rule comes from. `severity` is the gravest
    that a finding of it bears: single ones may be milder.
    """

    name: str
    title: str
    about: str
    source: str
    severity: FindingSeverity
