"""Hearing the stories of the annotations: each edit is listened to once, however often a card asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.edits import Merge, Purge
from carveout.review.story import told

if TYPE_CHECKING:
    from carveout.review.log import Operation
    from carveout.review.story import Happening, Stories


class Hearing:
    """What was heard of a log so far."""

    def __init__(self) -> None:
        self._heard: tuple[Operation, ...] = ()
        self._stories: Stories = {}

    def story(self, log: tuple[Operation, ...], annotation: str) -> tuple[Happening, ...]:
        """Return what a log tells of an annotation, the earliest first."""
        fresh = log[len(self._heard) :]
        if self._is_another(log) or any(isinstance(one.edit, Merge | Purge) for one in fresh):
            self._stories, fresh = {}, log
        if fresh:
            self._stories = told(fresh, self._stories)
        self._heard = log
        return self._stories.get(annotation, ())

    def _is_another(self, log: tuple[Operation, ...]) -> bool:
        known = len(self._heard)
        return known > len(log) or (known > 0 and self._heard[-1] is not log[known - 1])
