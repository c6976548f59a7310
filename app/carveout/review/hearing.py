"""Hearing the stories of the annotations: each edit is listened to once, however often a card asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.edits import Annotate, Merge, Purge
from carveout.review.story import about, story_of

if TYPE_CHECKING:
    from carveout.review.log import Operation
    from carveout.review.story import Happening


_MAY_CHANGE = (Merge, Purge)
"""What may change what was heard before."""


class Hearing:
    """What was heard of a log so far, by the annotation that it is about."""

    def __init__(self) -> None:
        self._heard: tuple[Operation, ...] = ()
        self._about: dict[str, tuple[Operation, ...]] = {}

    def story(self, log: tuple[Operation, ...], annotation: str) -> tuple[Happening, ...]:
        """Return what a log tells of an annotation, the earliest first."""
        self.hear(log)
        return story_of(self._about.get(annotation, ()))

    def hear(self, log: tuple[Operation, ...]) -> None:
        """Listen to what is new in a log, so that its stories are told at once."""
        fresh = log[len(self._heard) :]
        if self._is_another(log) or (self._heard and any(isinstance(one.edit, _MAY_CHANGE) for one in fresh)):
            self._about, fresh = {}, log
        heard = self._about
        for operation in fresh:  # there may be hundreds of thousands
            edit = operation.edit
            named = edit.annotation if type(edit) is Annotate else about(operation)
            if named:
                heard[named] = (*heard.get(named, ()), operation)
        self._heard = log

    def _is_another(self, log: tuple[Operation, ...]) -> bool:
        known = len(self._heard)
        return known > len(log) or (known > 0 and self._heard[-1] is not log[known - 1])
