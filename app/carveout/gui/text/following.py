"""Following what words point to, and coming back: by keys and from the context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.text import at_caret

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane


class Following:
    """What the Go menu and the text's context menu do with references and terms, on the text and the place."""

    def __init__(self, session: Session, place: Place, text: TextPane) -> None:
        self._session = session
        self._place = place
        self._text = text

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "follow": self.follow,
            "next_reference": self.go_to_next_reference,
            "previous_reference": self.go_to_previous_reference,
        }

    def follow(self) -> None:
        """Go to what the words at the caret point to: the first clause of a reference, the definition of a term."""
        pointed = at_caret.pointed(self._text.sheet)
        if pointed is not None:
            self._text.follow(pointed.span.start)

    def go_to_next_reference(self) -> None:
        """Go to the next words that point to a clause of this document, or ought to."""
        self._go_to_reference(1)

    def go_to_previous_reference(self) -> None:
        """Go to the ones before."""
        self._go_to_reference(-1)

    def _go_to_reference(self, step: int) -> None:
        reading, here = self._session.reading, self._text.sheet.caret()
        if reading is None or here is None:
            return
        found = [one for one in reading.references if not one.external]
        ahead = [one for one in found if one.span.start > here][:1]
        behind = [one for one in found if one.span.start < here][-1:]
        for one in ahead if step > 0 else behind:
            self._place.go(one.clause, one.span)
