"""The cards of annotations: one for each that is shown, and those that wait to be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from carveout.gui.inspector.annotation_card import AnnotationCard


class Cards:
    """Hands out cards by the id of their annotation. To make one takes milliseconds, so that none is thrown away."""

    def __init__(self, made: Callable[[], AnnotationCard]) -> None:
        """Have cards made by `made` where there are too few."""
        self._made = made
        self._shown: dict[str, AnnotationCard] = {}
        self._spare: list[AnnotationCard] = []

    def of(self, annotation: str) -> AnnotationCard:
        """Return the card of an annotation, which may have been another's before."""
        if annotation not in self._shown:
            self._shown[annotation] = self._spare.pop() if self._spare else self._made()
        return self._shown[annotation]

    def keep(self, wanted: AbstractSet[str]) -> None:
        """Put every card aside but those of the annotations that are wanted."""
        for gone in self._shown.keys() - wanted:
            card = self._shown.pop(gone)
            card.hide()
            self._spare.append(card)
