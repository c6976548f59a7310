"""Hearing the stories of the annotations: each edit is listened to once, however often a card asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.edits import Merge, Purge
from carveout.review.story import about, story_of

if TYPE_CHECKING:
    from carveout.review.log import Operation
    from carveout.review.story import Happening


class Hearing:
    """What was heard of a log so far, by the annotation that it is about."""

    def __init__(self) -> None:
        self._heard: tuple[Operation, ...] = ()
        self._about: dict[str, list[Operation]] = {}

    def story(self, log: tuple[Operation, ...], annotation: str) -> tuple[Happening, ...]:
        """Return what a log tells of an annotation, the earliest first."""
        fresh = log[len(self._heard) :]
        if self._is_another(log) or any(isinstance(one.edit, Merge | Purge) for one in fresh):
            self._about, fresh = {}, log
        for operation in fresh:
            self._about.setdefault(about(operation), []).append(operation)
        self._heard = log
        return story_of(self._about.get(annotation, ()))

    def _is_another(self, log: tuple[Operation, ...]) -> bool:
        known = len(self._heard)
        return known > len(log) or (known > 0 and self._heard[-1] is not log[known - 1])
