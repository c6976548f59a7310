"""The scenarios' page: typed, walked through step by step, and kept."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.grid.view import GridView
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.remedies.supposing import Supposing
from carveout.gui.remedies.walk import Walk, step_at
from carveout.review.edits import Judge, Suppose
from carveout.review.supposing import Judgement, Question, Supposed

if TYPE_CHECKING:
    from carveout.agreement.remedies.scenario import Scenario
    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session

_NONE = (
    "Suppose a fact: who, what happened, when. Each representation is then walked through: is it in the class, is it"
    " excepted and by which words, does it fall in the period, was it known? What you judge is kept."
)
_KEYS = "   ".join(
    f"{key}\N{NO-BREAK SPACE}{does}"
    for key, does in (
        ("Y", "counts against it"),
        ("N", "doesn't"),
        ("Backspace", "leave open"),
        ("Enter", "show in the text"),
    )
)
_JUDGES = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False, Qt.Key.Key_Backspace: None, Qt.Key.Key_Delete: None}


class Scenarios(QWidget):
    """One scenario at a time. `followed` carries the Target of a cell."""

    followed = Signal(object)

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.supposing = Supposing(self)
        self.walk = GridView("Steps of the scenario", appearance, self)
        self._walk: Walk | None = None
        self._empty = WrappedText("emptyState", self)
        self._empty.set_text(_NONE)
        self._keys = WrappedText("muted", self)
        self._keys.set_text(_KEYS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.supposing, self._empty, self._keys):
            layout.addWidget(widget)
        layout.addWidget(self.walk, 1)
        layout.addStretch(0)
        self.setFocusProxy(self.supposing.who)
        self.walk.installEventFilter(self)
        self.walk.followed.connect(self.followed)
        self.supposing.wanted.connect(self._on_wanted)
        self.supposing.chosen.connect(self.tell)
        self.supposing.dropped.connect(self._on_dropped)

    def tell(self) -> None:
        """Show the scenarios as the review has them."""
        reading, review = self._session.reading, self._session.review
        self.supposing.offer(review.scenarios, writable=self._session.writable)
        name = self.supposing.current
        shown = reading is not None and name is not None
        self._empty.setVisible(not shown)
        self._keys.setVisible(shown)
        self.walk.setVisible(shown)
        if reading is not None and name is not None:
            scenario = review.scenarios[name].scenario
            if self._walk is None or self._walk.of[0] is not reading or self._walk.of[1:] != (name, scenario):
                self._walk = Walk(reading, name, scenario)
            self.walk.show_grid(self._walk.grid(review))
        else:
            self._walk = None

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the walk's own keys before the window's shortcuts do."""
        if watched is self.walk and isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._judge(_JUDGES[Qt.Key(event.key())])
                return True
        return False

    def _judge(self, untrue: bool | None) -> None:  # noqa: FBT001  (a key carries it)
        name, clause, step = self.supposing.current, self.walk.key, step_at(self.walk.currentIndex().column())
        if name is None or step is None or not isinstance(clause, int) or not self._session.writable:
            return
        question = Question(name, clause, step)
        before = self._session.review.judgements.get(question)
        after = None if untrue is None else Judgement(untrue, self._session.author, dt.datetime.now(dt.UTC))
        if (before and before.untrue) != (after and after.untrue):
            self._session.do(Judge(question, before, after))

    def _on_wanted(self, scenario: Scenario) -> None:
        supposed = Supposed(scenario, self._session.author, dt.datetime.now(dt.UTC))
        if self._session.do(Suppose(uuid.uuid4().hex, None, supposed)):
            self.walk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dropped(self, name: str) -> None:
        self._session.do(Suppose(name, self._session.review.scenarios[name], None))


def _is_ours(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in _JUDGES
