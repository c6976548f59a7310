"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Report: TypeAlias = Callable[[int, int], None]
"""Called with the units done and the units in all. Whatever it raises ends the work: that is how to cancel."""


class Cancelled(Exception):  # noqa: N818  (not an error: somebody asked for it)
    """Raised by a report to end the work that calls it."""


def silent(_done: int, _total: int) -> None:
    """Report to nobody."""


class Course:
    """The way through a piece of work with `stages` passes over its material, each as long as the next.

    It reports in thousandths of the whole, often enough that cancelling takes effect at once.
    """

    EVERY = 512

    def __init__(self, report: Report, stages: int) -> None:
        self._report = report
        self._stages = stages
        self._stage = 0

    def over(self, material: Iterable[T], count: int) -> Iterator[T]:
        """Yield the `count` things of one stage, reporting on the way."""
        self._say(0, 1)
        for done, thing in enumerate(material):
            if done % self.EVERY == 0:
                self._say(done, max(count, 1))
            yield thing
        self._stage += 1
        self._say(0, 1)

    def _say(self, done: int, count: int) -> None:
        self._report(min(1000, 1000 * (self._stage * count + done) // (self._stages * count)), 1000)
