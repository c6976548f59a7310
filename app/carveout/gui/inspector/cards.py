"""The cards of annotations: one for each that is shown, and a few that wait to be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.parting import Parting

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from PySide6.QtCore import QObject

    from carveout.gui.inspector.annotation_card import AnnotationCard

AT_HAND = 8
"""Cards that wait: to make one takes milliseconds, but colours have to be put on every one that there is."""


class Cards:
    """Hands out cards by the id of their annotation."""

    def __init__(self, made: Callable[[], AnnotationCard], parent: QObject) -> None:
        """Have cards made by `made` where there are too few, as long as the parent stays."""
        self._made = made
        self._shown: dict[str, AnnotationCard] = {}
        self._spare: list[AnnotationCard] = []
        self._parting = Parting(parent)

    def shown(self, annotation: str | None) -> AnnotationCard | None:
        """Return the card that an annotation has already, if any."""
        return self._shown.get(annotation or "")

    def of(self, annotation: str) -> AnnotationCard:
        """Return the card of an annotation, which may have been another's before."""
        if annotation not in self._shown:
            self._shown[annotation] = self._spare.pop() if self._spare else self._made()
        return self._shown[annotation]

    def keep(self, wanted: AbstractSet[str]) -> None:
        """Put every card aside but those of the annotations that are wanted, and part with what is too many."""
        most = AT_HAND + len(wanted - self._shown.keys())
        for gone in self._shown.keys() - wanted:
            card = self._shown.pop(gone)
            card.hide()
            if len(self._spare) < most:
                self._spare.append(card)
            else:
                self._parting.part_with(card)
