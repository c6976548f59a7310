"""The proofreader's findings on a clause that stand, each with its rule and the way to its words."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carveout.agreement.content import FindingSeverity
from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.links import ClauseLink, link_to
from carveout.gui.inspector.pill import Pill, Tone
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel
from carveout.review.dismissal import dismissal_of

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.review.review import Review

_RULES = "carveout.agreement.proofread.rules"
MOST = 12
"""Findings that are shown of one clause."""
_TONE = {
    FindingSeverity.ERROR: Tone.BAD,
    FindingSeverity.WARNING: Tone.MEDIUM,
    FindingSeverity.NOTE: Tone.NEUTRAL,
}


def standing(reading: Reading, review: Review, clause: int) -> tuple[Finding, ...]:
    """Return the findings on a clause and those below it that nobody dismissed, the gravest first."""
    branch = reading.outline.branch(clause)
    order = list(FindingSeverity)
    found = [
        one
        for one in reading.findings
        if one.clause in branch and one.span is not None and dismissal_of(review, reading.text, one) is None
    ]
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


class Findings(QWidget):
    """A card for each finding."""

    def __init__(self, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._appearance = appearance
        self._shown: tuple[Finding, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_findings(self, reading: Reading, found: tuple[Finding, ...]) -> None:
        """Show these findings."""
        if found == self._shown:
            return
        self._shown = found
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in found[:MOST]:
            self._layout.addWidget(self._card(reading, finding))
        if len(found) > MOST:
            self._layout.addWidget(PlainLabel(f"{len(found) - MOST} more in Proofread", self, name="faint"))

    def _card(self, reading: Reading, finding: Finding) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        severity = Pill(self._appearance, card)
        severity.say(finding.severity.value.capitalize(), _TONE[finding.severity])
        where = FlowLayout(across=8)
        where.addWidget(severity)
        if finding.clause is not None:
            where.addWidget(ClauseLink(link_to(reading, finding.clause, finding.span), self._place, card))
        title = WrappedText("findingTitle", card)
        title.set_text(_title(finding.rule))
        message = WrappedText("said", card)
        message.set_text(finding.message)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(where)
        layout.addWidget(title)
        layout.addWidget(message)
        return card


def make_ready() -> None:
    """Begin to load the rules, whose titles the cards bear: they would hold the window up when the first one shows."""
    Thread(target=import_module, args=(_RULES,), daemon=True).start()


def _title(rule: str) -> str:
    from carveout.agreement.proofread.rules import rule_named  # noqa: PLC0415  (`make_ready` has it loaded by now)

    known = rule_named(rule)
    return known.title if known else rule
