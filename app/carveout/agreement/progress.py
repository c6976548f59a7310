"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Called with the units done and the units in all. Whatever it raises ends the work: that is how to cancel."""


class Cancelled(Exception):  # noqa: N818  (not an error: somebody asked for it)
    """Raised by a report to end the work that calls it."""


def silent(_done: int, _total: int) -> None:
    """Report to nobody."""
