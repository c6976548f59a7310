"""The Proofread workspace: the findings by rule or by place, those that were dismissed, and the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from carveout.agreement.content import Finding
from carveout.gui.beside import alone, lay_beside
from carveout.gui.grid.view import GridView
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.proofread.detail import Detail
from carveout.gui.proofread.narrowing import Narrowing
from carveout.gui.proofread.rows import Criteria, findings_grid, found_in, kept, summary
from carveout.review.anchoring import on_span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.grid.grid import Target
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_NO_DOCUMENT = "No document is open. Open an agreement to proofread it."
_NOT_YET = "The agreement is being read closely; what the proofreader finds will show here."
_NOT_AT_ALL = "The agreement could not be read closely. {}"
_CLEAN = "The proofreader found nothing to look at in this document."
_NO_MATCH = "Nothing matches. Esc clears the filter."
_TAKES_UP = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class ProofreadPanel(QWidget):
    """Every finding of the document.

    `text_wanted` asks for the text, after the place was taken to the chosen words. `issue_wanted` asks, after that,
    for the editor of an issue on an Anchor, which it carries. `rule_wanted` asks for the page of a rule by its name.
    """

    text_wanted = Signal()
    issue_wanted = Signal(object)
    rule_wanted = Signal(str)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proofreadPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._place = place
        self.narrowing = Narrowing(self)
        self.list = GridView("Findings", appearance, self, by_row=True)
        self.detail = Detail(session, appearance, self)
        self._title = WrappedText("workspaceTitle", self)
        self._title.set_text("Proofread")
        self._summary = WrappedText("muted", self)
        self._empty = WrappedText("emptyState", self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.list.installEventFilter(self)
        self._connect()
        self._tell()

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        return (self.list, self.detail)

    @property
    def field(self) -> QLineEdit:
        """The field that filters the list."""
        return self.narrowing.field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear what narrows the list on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.narrowing.criteria != Criteria():
            self.narrowing.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the list's own keys before the window's shortcuts do."""
        if watched is self.list and isinstance(event, QKeyEvent) and self._is_ours(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._act(event)
                return True
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return plain and event.key() in {*_TAKES_UP, Qt.Key.Key_D, Qt.Key.Key_I}

    def _act(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_I:
            self._on_issue_wanted()
        elif event.key() in _TAKES_UP:
            self.detail.dismissal.take_up()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.detail.dismissal.dismiss_everywhere()
        else:
            self.detail.dismissal.dismiss_here()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(alone(self._empty, self))
        lay_beside(self, (self._title, self._summary, self.narrowing), self._stack, self.detail)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.closely_read.connect(self._tell)
        self._session.changed.connect(self._on_changed)
        self.narrowing.changed.connect(self._tell)
        self.narrowing.left.connect(self._give_list_focus)
        self.list.chosen.connect(self._on_chosen)
        self.list.followed.connect(self._on_followed)
        self.detail.issue_wanted.connect(self._on_issue_wanted)
        self.detail.rule_wanted.connect(self.rule_wanted)
        self.detail.dismissal.settled.connect(self._give_list_focus)

    def _on_opened(self) -> None:
        self.narrowing.clear()

    def _on_changed(self, changes: Changes) -> None:
        if changes.findings or changes.outline:
            self._tell()

    def _tell(self) -> None:
        """Show what there is, and where there is nothing, why."""
        reading = self._session.reading
        every = found_in(reading, self._session.review) if reading else ()
        shown = kept(reading, every, self.narrowing.criteria) if reading else ()
        self.narrowing.offer(every)
        self.narrowing.setVisible(bool(every))
        waits = reading is not None and not reading.closely and not self._session.not_read_closely
        failed = _NOT_AT_ALL.format(self._session.not_read_closely) if self._session.not_read_closely else ""
        self._summary.set_text(failed or (_NOT_YET if waits else summary(every)) if every else "")
        self._empty.set_text(self._why_empty(found=bool(every)))
        self._stack.setCurrentIndex(0 if shown else 1)
        self.list.show_grid(findings_grid(reading, shown, self.narrowing.criteria) if reading else self.list.grid)
        if not shown:
            self.detail.show_finding(None)
        self.detail.dismissal.refresh()

    def _why_empty(self, *, found: bool) -> str:
        reading = self._session.reading
        if reading is None:
            return _NO_DOCUMENT
        if found:
            return _NO_MATCH
        if reading.closely:
            return _CLEAN
        why = self._session.not_read_closely
        return _NOT_AT_ALL.format(why) if why else _NOT_YET

    def _on_chosen(self, key: object) -> None:
        self.detail.show_finding(key if isinstance(key, Finding) else None)

    def _on_followed(self, target: Target) -> None:
        self._place.go(target.clause, target.span)
        self.text_wanted.emit()

    def _on_issue_wanted(self) -> None:
        reading, finding = self._session.reading, self.detail.finding
        if reading is None or finding is None or finding.span is None or not self._session.writable:
            return
        anchor = on_span(reading, finding.span)
        self._place.go(anchor.clause, anchor.span)
        self.text_wanted.emit()
        self.issue_wanted.emit(anchor)

    def _give_list_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
