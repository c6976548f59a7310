"""The carve-outs of a clause, one card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.carveout_card import CarveoutCard
from carveout.gui.parting import Parting

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

PAGE = 10
"""Cards shown at first, and with each asking for more; so many are kept for the next clause."""


class CarveoutCards(QWidget):
    """Cards in document order, used again for the next clause.

    `issue_wanted` carries a carve-out; `settled` says that a key ended a decision.
    """

    issue_wanted = Signal(object)
    settled = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._appearance = appearance
        self._reading: Reading | None = None
        self._carveouts: Sequence[Carveout] = ()
        self._most = PAGE
        self._cards: list[CarveoutCard] = []
        self._parting = Parting(self)
        self._more = QPushButton(self)
        self._more.setProperty("look", "link")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._more)
        self._more.clicked.connect(self._on_more)

    def show_carveouts(self, reading: Reading, carveouts: Sequence[Carveout]) -> None:
        """Show the first of these carve-outs, and how many more there are."""
        if carveouts != self._carveouts:
            self._most = PAGE
        self._reading, self._carveouts = reading, carveouts
        for position, carveout in enumerate(carveouts[: self._most]):
            card = self._card_at(position)
            card.show_carveout(reading, carveout)
            card.show()
        shown = min(len(carveouts), self._most)
        for card in self._cards[shown:]:
            card.hide()
        self._let_go(max(PAGE, shown))
        left = len(carveouts) - self._most
        self._more.setVisible(left > 0)
        self._more.setText(f"Show {min(PAGE, left)} more of {len(carveouts)}")
        self.setVisible(bool(carveouts))

    def refresh(self, touched: Collection[Span]) -> None:
        """Show the decisions on the carve-outs that an edit touched."""
        for card in self._cards:
            if card.carveout and card.carveout.span in touched:
                card.refresh()

    def first(self) -> CarveoutCard | None:
        """Return the card of the first carve-out, None where there is none."""
        return self._cards[0] if self._carveouts else None

    def card(self, span: Span) -> CarveoutCard | None:
        """Return the card of the carve-out with this span, None where it isn't shown."""
        shown = self._cards[: min(len(self._carveouts), self._most)]
        return next((card for card in shown if card.carveout and card.carveout.span == span), None)

    def _card_at(self, position: int) -> CarveoutCard:
        if position == len(self._cards):
            card = CarveoutCard(self._session, self._place, self._appearance, self)
            card.issue_wanted.connect(self.issue_wanted)
            card.settled.connect(self.settled)
            self._cards.append(card)
            self._layout.insertWidget(position, card)
        return self._cards[position]

    def _let_go(self, kept: int) -> None:
        """Part with the last cards where there are more than are to be kept, but none that could not be saved."""
        while len(self._cards) > kept and not self._cards[-1].waits:
            self._parting.part_with(self._cards.pop())

    def _on_more(self) -> None:
        if self._reading:
            self._most += PAGE
            self.show_carveouts(self._reading, self._carveouts)
