"""X-ray: the clause at hand in the popover, read with its terms expanded in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.xray import PieceKind, xray
from carveout.gui.text.expanded import expanded

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.gui.text.peek import Peek

_USUAL, _DEEPEST = 3, 8


class Xraying:
    """Opens the popover with the x-ray of the clause at hand, as deep as counsel asks with + and -."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, text: TextPane, peek: Peek) -> None:
        self._session = session
        self._place = place
        self._appearance = appearance
        self._text = text
        self._peek = peek
        self._clause: int | None = None
        self._depth = _USUAL
        self._reached = 0
        peek.pressed.connect(self._on_pressed)
        peek.closed.connect(self._on_closed)
        appearance.changed.connect(self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {"xray": self.look}

    def look(self) -> None:
        """Show the clause at hand with its terms expanded; pressed again, close."""
        open_already = self._clause is not None
        self._peek.leave()
        if not open_already and self._place.clause is not None:
            self._clause = self._place.clause
            self._show()

    def _show(self) -> None:
        reading, laid = self._session.reading, self._text.sheet.laid
        if reading is None or laid is None or self._clause is None:
            return
        clause = reading.outline[self._clause]
        pieces = xray(reading, self._clause, self._depth)
        self._reached = max((piece.depth for piece in pieces), default=0)
        told = [_depth(self._reached, self._depth)]
        if any(piece.kind is PieceKind.LIMIT for piece in pieces):
            told.append("cut short where it says so")
        told += ["+ − deeper, less deep", "Esc closes"]
        heading = f", {clause.heading}" if clause.heading else ""
        self._peek.head(f"{clause.citation}{heading}: x-ray", " · ".join(told), listen="+-=−")
        self._peek.show_document(expanded(reading, pieces, laid.typography, self._appearance.theme), laid.width)
        self._peek.open_at(self._text.line_of(self._text.sheet.caret() or clause.start))

    def _on_pressed(self, key: str) -> None:
        if self._clause is not None:
            deeper = self._depth + 1 if key in "+=" else min(self._depth, self._reached) - 1
            self._depth = max(0, min(_DEEPEST, deeper))
            self._show()

    def _on_closed(self) -> None:
        self._clause = None


def _depth(reached: int, asked: int) -> str:
    if not reached:
        return "No term expands here" if asked else "As it stands"
    return f"Terms expanded {reached} deep, all there are" if reached < asked else f"Terms expanded {reached} deep"
