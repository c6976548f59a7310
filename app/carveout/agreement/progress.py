"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Report: TypeAlias = Callable[[int, int, str], None]
"""Called with the units done, the units in all and what is being done, in words for a person: "Finding the clauses".

Whatever it raises ends the work: that is how to cancel.
"""


class Cancelled(Exception):  # noqa: N818  (not an error: somebody asked for it)
    """Raised by a report to end the work that calls it."""


def silent(_done: int, _total: int, _stage: str) -> None:
    """Report to nobody."""


def one_of(works: int, position: int, report: Report) -> Report:
    """Return a report for one of several works, each as long as the next, that tells `report` of them as one."""

    def shared(done: int, total: int, stage: str) -> None:
        report((position * total + done) // works, total, stage)

    return shared


class Course:
    """The way through a piece of work of several stages, each as long as the next.

    It reports in thousandths of the whole, often enough that cancelling takes effect at once. The stages are given by
    what they are called, or only counted where nobody is told; those of one name are one to a person.
    """

    _EVERY = 256

    def __init__(self, report: Report, stages: int | Sequence[str]) -> None:
        self._report = report
        self._names = ("",) * stages if isinstance(stages, int) else tuple(stages)
        self._stage = -1
        self._count = 1
        self._done = 0

    def begin(self, count: int) -> None:
        """Begin the next stage, which has `count` steps."""
        self._stage += 1
        self._count = max(count, 1)
        self._done = 0
        self._say()

    def step(self) -> None:
        """Take one step."""
        self._done += 1
        if self._done % self._EVERY == 0:
            self._say()

    def over(self, material: Iterable[T], count: int) -> Iterator[T]:
        """Yield the things of the next stage, `count` in all, a step each."""
        self.begin(count)
        for thing in material:
            yield thing
            self.step()

    def end(self) -> None:
        """Say that everything is done."""
        self._report(1000, 1000, self._names[-1])

    def _say(self) -> None:
        done = self._stage * self._count + min(self._done, self._count)
        self._report(1000 * done // (len(self._names) * self._count), 1000, self._names[self._stage])
