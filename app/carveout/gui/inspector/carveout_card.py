"""A carve-out on a card: its words, its siblings, what it reaches, and its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.content import CarveoutKind
from carveout.gui.glyphs import glyph_of_carveout
from carveout.gui.inspector.decision import DecisionRow
from carveout.gui.inspector.drift import drift_of
from carveout.gui.inspector.elision import elided, quoted
from carveout.gui.inspector.links import LinkGroup, LinkGroups, button_text, link_to, links_to
from carveout.gui.inspector.pill import Pill, Tone
from carveout.gui.inspector.wrapping import Quote
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.mark import Verdict

SHORT = 220
"""Code points of a carve-out's words that a card shows before it is asked for all of them."""
LONGEST = 6_000
"""Code points that a card shows at most."""


class CarveoutCard(QFrame):
    """One carve-out.

    `issue_wanted` carries the carve-out that an issue shall be raised on; `settled` says that a key ended a decision.
    """

    issue_wanted = Signal(object)
    settled = Signal()

    def __init__(
        self,
        session: Session,
        place: Place,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        words: bool = True,
    ) -> None:
        """Leave the words out where `words` is False: they are shown beside the card already."""
        super().__init__(parent)
        self.setObjectName("card")
        self._with_words = words
        self._session = session
        self._place = place
        self._carveout: Carveout | None = None
        self._pill = Pill(appearance, self)
        self._where = QPushButton(self)
        self._where.setProperty("look", "link")
        self._quote = Quote(self)
        self._all = QPushButton(self)
        self._all.setProperty("look", "link")
        self._all.setCheckable(True)
        self._links = LinkGroups(place, self)
        self._decision = DecisionRow(session, self)
        self._issue = QPushButton("Raise issue", self)
        self._issue.setProperty("look", "quiet")
        self._issue.setToolTip(plain_tooltip("Raise an issue on these words"))
        self._decision.add_beside(self._issue)
        self._lay_out()
        self._quote.clicked.connect(self._on_words_wanted)
        self._where.clicked.connect(self._on_words_wanted)
        self._all.toggled.connect(self._show_words)
        self._issue.clicked.connect(self._on_issue)
        self._decision.settled.connect(self.settled)

    @property
    def carveout(self) -> Carveout | None:
        """The carve-out on the card."""
        return self._carveout

    @property
    def waits(self) -> bool:
        """Tell whether a chosen verdict is not saved yet."""
        return self._decision.waits

    def show_carveout(self, reading: Reading, carveout: Carveout) -> None:
        """Show a carve-out of a reading."""
        if carveout is not self._carveout:
            self._carveout = carveout
            named = link_to(reading, carveout.clause, carveout.span)
            kind = carveout.kind.value.capitalize()
            glyph = glyph_of_carveout(carveout.kind)
            tone = Tone.GOOD if carveout.kind is CarveoutKind.INCLUSION else Tone.CARVEOUT
            self._pill.say(f"{kind} · {carveout.subject}" if carveout.subject else kind, tone, glyph)
            self._pill.setToolTip(plain_tooltip(self._pill.text()))
            self._where.setText(button_text(named.text))
            self._where.setToolTip(plain_tooltip(named.tip))
            self._quote.setToolTip(plain_tooltip(f"Show the words in the text: {named.tip}"))
            self._all.setChecked(False)
            self._show_words()
            self._links.show_groups(_groups(reading, carveout))
        self._decision.show_carveout(carveout)
        self._issue.setEnabled(self._session.writable)

    def refresh(self) -> None:
        """Show the decision as the review has it."""
        self._decision.refresh()

    def choose(self, verdict: Verdict) -> None:
        """Choose a verdict and ask for its reason."""
        self._decision.choose(verdict)

    def reopen(self) -> None:
        """Take the decision away."""
        self._decision.reopen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self._where)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._quote)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._links)
        layout.addWidget(self._decision)

    def _show_words(self) -> None:
        if self._carveout is None:
            return
        words = self._carveout.quote
        self._quote.set_words(quoted(elided(words, LONGEST if self._all.isChecked() else SHORT)))
        self._all.setText("Show less" if self._all.isChecked() else "Show all words")
        self._quote.setVisible(self._with_words)
        self._all.setVisible(self._with_words and len(words) > SHORT)

    def _on_words_wanted(self) -> None:
        if self._carveout:
            self._place.go(self._carveout.clause, self._carveout.span)

    def _on_issue(self) -> None:
        if self._carveout:
            self.issue_wanted.emit(self._carveout)


def _groups(reading: Reading, carveout: Carveout) -> Iterator[LinkGroup]:
    drift = drift_of(reading, carveout)
    yield LinkGroup("Same words:", tuple(link_to(reading, s.clause, s.span) for s in drift.same))
    yield LinkGroup("Differs:", tuple(link_to(reading, s.clause, s.span) for s in drift.differs))
    gaps = [g for g in reading.gaps if g.sibling == carveout.clause and g.subject == carveout.subject]
    yield LinkGroup("Bare:", links_to(reading, (gap.clause for gap in gaps)))
    reached = tuple(clause for clause in carveout.reaches if clause != carveout.clause)
    verb = "Reaches" if carveout.kind is CarveoutKind.INCLUSION else "Narrows"
    count = "1 clause" if len(reached) == 1 else f"{len(reached)} clauses"
    yield LinkGroup(f"{verb} {count}:", links_to(reading, reached))
