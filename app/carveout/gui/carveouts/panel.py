"""The Carve-outs workspace: the table, what narrows it, and the chosen carve-out beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from carveout.gui.beside import alone, lay_beside
from carveout.gui.carveouts.detail import Detail
from carveout.gui.carveouts.model import CarveoutModel
from carveout.gui.carveouts.narrowing import Narrowing
from carveout.gui.carveouts.rows import Criteria, summary
from carveout.gui.carveouts.view import CarveoutTable
from carveout.gui.inspector.wrapping import WrappedText
from carveout.review.anchoring import on_carveout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from carveout.agreement.content import Carveout
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.mark import Verdict

_NO_DOCUMENT = "No document is open. Open an agreement to see its carve-outs."
_NONE_FOUND = (
    "No carve-out was found in this document: no words that take something out of a statement or a definition, such "
    "as “except for” or “provided, however”. Its statements stand as they are written."
)
_NO_MATCH = "Nothing matches. Esc clears the filter."


class CarveoutsPanel(QWidget):
    """Every carve-out of the document.

    `text_wanted` asks for the text, after the place was taken to the chosen words. `issue_wanted` asks, after that,
    for the editor of an issue on an Anchor, which it carries.
    """

    text_wanted = Signal()
    issue_wanted = Signal(object)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carveoutsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._place = place
        self._span: Span | None = None
        self._row = 0
        self.model = CarveoutModel(session, self)
        self.narrowing = Narrowing(self)
        self.table = CarveoutTable(self.model, appearance, self)
        self.detail = Detail(session, appearance, self)
        self._title = WrappedText("workspaceTitle", self)
        self._summary = WrappedText("muted", self)
        self._empty = WrappedText("emptyState", self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._on_opened()

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        return (self.table, self.detail)

    @property
    def field(self) -> QLineEdit:
        """The field that filters the table."""
        return self.narrowing.field

    def chosen(self) -> Carveout | None:
        """Return the carve-out that is chosen in the table."""
        row = self.table.chosen
        return None if row is None else self.model.row_at(row).carveout

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear what narrows the table on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.narrowing.criteria != Criteria():
            self.narrowing.clear()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the carve-out that counsel is at in the text."""
        super().showEvent(event)
        reading, clause = self._session.reading, self._place.clause
        if reading is None or clause is None:
            return
        here = [carveout.span for carveout in reading.carveouts_within(clause)]
        row = self.model.row_of(here[0]) if here and self._span not in here else None
        if row is not None:
            self.table.choose(row)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(alone(self._empty, self))
        lay_beside(self, (self._title, self._summary, self.narrowing), self._stack, self.detail)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._tell)
        self.model.rearranged.connect(self._on_rearranged)
        self.narrowing.changed.connect(self._on_narrowed)
        self.narrowing.left.connect(self._on_narrowing_left)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.table.text_wanted.connect(self._on_text_wanted)
        self.table.verdict_wanted.connect(self._on_verdict_wanted)
        self.table.reopening_wanted.connect(self._on_reopening_wanted)
        self.table.issue_wanted.connect(self._on_issue_key)
        self.detail.followed.connect(self._on_followed)
        self.detail.issue_wanted.connect(self._on_issue_wanted)
        self.detail.settled.connect(self._on_settled)

    def _on_opened(self) -> None:
        self._span, self._row = None, 0
        self.narrowing.offer(self.model.rows)

    def _on_narrowed(self, criteria: Criteria) -> None:
        self.model.narrow(criteria)

    def _on_rearranged(self) -> None:
        """Keep the choice on its carve-out, or where it was if that is no longer shown."""
        self._tell()
        count = self.model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1)
        if not count:
            self.detail.show_carveout(None)
            return
        row = self.model.row_of(self._span) if self._span else None
        self.table.choose(min(self._row, count - 1) if row is None else row)

    def _on_chosen(self) -> None:
        carveout = self.chosen()
        if carveout is not None:
            self._span, self._row = carveout.span, self.table.chosen or 0
            self.detail.show_carveout(carveout)

    def _on_narrowing_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_text_wanted(self) -> None:
        carveout = self.chosen()
        if carveout is not None:
            self._place.go(carveout.clause, carveout.span)
            self.text_wanted.emit()

    def _on_verdict_wanted(self, verdict: Verdict) -> None:
        self.detail.card.choose(verdict)

    def _on_reopening_wanted(self) -> None:
        self.detail.card.reopen()

    def _on_followed(self, clause: int, span: Span | None) -> None:
        """Choose a sibling in the table; show anything else, and the chosen words themselves, in the text."""
        another = span is not None and span != self._span and any(r.carveout.span == span for r in self.model.rows)
        if not another or span is None:
            self._place.go(clause, span)
            self.text_wanted.emit()
            return
        if self.model.row_of(span) is None:
            self.narrowing.clear()
        row = self.model.row_of(span)
        if row is not None:
            self.table.choose(row)

    def _on_issue_key(self) -> None:
        carveout = self.chosen()
        if carveout is not None and self._session.writable:
            self._on_issue_wanted(carveout)

    def _on_issue_wanted(self, carveout: Carveout) -> None:
        reading = self._session.reading
        if reading is None:
            return
        self._place.go(carveout.clause, carveout.span)
        self.text_wanted.emit()
        self.issue_wanted.emit(on_carveout(reading, carveout))

    def _on_settled(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Say what the table is narrowed to, and how far its decisions have come; where it is empty, why."""
        subject = self.model.criteria.subject
        rows = [row for row in self.model.rows if subject is None or row.carveout.subject == subject]
        self._title.set_text(subject or "Carve-outs")
        self._summary.set_text(summary(rows, self._session.review.decisions) if rows else "")
        self.narrowing.setVisible(bool(self.model.rows))
        if self.model.rows:
            self._empty.set_text(_NO_MATCH)
        else:
            self._empty.set_text(_NONE_FOUND if self._session.reading else _NO_DOCUMENT)
