"""The gaps of a clause: where it stays bare though its sibling carries a carve-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carveout.agreement.content import GapStrength
from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.links import ClauseLink, link_to
from carveout.gui.inspector.pill import Pill, Tone
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.content import Gap
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place

MOST = 12
"""Gaps that are shown of one clause."""
_TONE = {GapStrength.STRONG: Tone.BAD, GapStrength.MEDIUM: Tone.MEDIUM, GapStrength.LOW: Tone.NEUTRAL}


class Gaps(QWidget):
    """A card for each gap, the strongest first."""

    def __init__(self, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._appearance = appearance
        self._gaps: Sequence[Gap] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_gaps(self, reading: Reading, gaps: Sequence[Gap]) -> None:
        """Show these gaps."""
        if gaps == self._gaps:
            return
        self._gaps = gaps
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        order = list(GapStrength)
        for gap in sorted(gaps, key=lambda gap: order.index(gap.strength))[:MOST]:
            self._layout.addWidget(self._card(reading, gap))
        if len(gaps) > MOST:
            self._layout.addWidget(PlainLabel(f"{len(gaps) - MOST} more in the clauses below", self, name="faint"))

    def _card(self, reading: Reading, gap: Gap) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        strength = Pill(self._appearance, card)
        strength.say(f"{gap.strength.value.capitalize()} gap", _TONE[gap.strength])
        message = WrappedText("said", card)
        message.set_text(gap.message)
        where = FlowLayout(across=8)
        where.addWidget(strength)
        where.addWidget(ClauseLink(link_to(reading, gap.clause), self._place, card))
        if gap.sibling is not None:
            where.addWidget(PlainLabel("beside", card, name="lead"))
            where.addWidget(ClauseLink(link_to(reading, gap.sibling), self._place, card))
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(where)
        layout.addWidget(message)
        return card
