"""The Issues workspace: what narrows the list, the list, and beside it the chosen annotation with its thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from carveout.gui.beside import alone, lay_beside
from carveout.gui.inspector.digits import CHOICES
from carveout.gui.inspector.particulars import names_in_use, tags_in_use
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.issues.asking import Asking
from carveout.gui.issues.changing import answering, by_digit, resolving
from carveout.gui.issues.detail import Detail
from carveout.gui.issues.model import IssueModel, today
from carveout.gui.issues.narrowing import Narrowing
from carveout.gui.issues.rows import Criteria, Order, summary
from carveout.gui.issues.view import IssueList
from carveout.review.annotation import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.review.annotation import Annotation

_NO_DOCUMENT = "No document is open. Open an agreement to annotate it."
_NOTHING = (
    "Nothing is annotated yet. In the text (Ctrl+1), N adds a note, I raises an issue, Q asks a question and P "
    "proposes wording, on the words that are selected or on the clause."
)
_NO_MATCH = "Nothing matches. Esc clears the filter."
_NO_DAY = "“{}” names no day. Try 2026-12-01, Friday or in 3 days."
_MOVED = "drag a row to move it, or press Alt+Up and Alt+Down"
_SORTED = "Rows are moved while the list is sorted by own order: press O, and choose Own order."
_GROUPED = "Rows are moved while nothing groups the list: press G, and choose Nothing."
_STEPS = {"move_up": -1, "move_down": 1}
_QUESTIONS = {
    "assign": ("Assign to", "A name; nothing for nobody"),
    "tag": ("Tags", "Tags to add, with commas between; -tag takes one away"),
    "due": ("Due", "2026-12-01, Friday, in 3 days; nothing for no day"),
    "save": ("Save the filter as", "A name"),
}


class IssuesWorkspace(QWidget):
    """Every annotation of the matter.

    `text_wanted` asks for the text, after the place was taken to the annotated words. `edit_wanted` asks, after that,
    for the editor of the annotation whose id it carries.
    """

    text_wanted = Signal()
    edit_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        place: Place,
        appearance: Appearance,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("issuesPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._place = place
        self.model = IssueModel(session, self)
        self.narrowing = Narrowing(self.model, settings, self)
        self.list = IssueList(self.model, appearance, self)
        self.detail = Detail(session, place, appearance, self)
        self.asking = Asking(self)
        self._title = WrappedText("workspaceTitle", self)
        self._title.set_text("Issues")
        self._summary = WrappedText("muted", self)
        self._notice = WrappedText("warning", self)
        self._empty = WrappedText("emptyState", self)
        self._stack = QStackedWidget(self)
        self._lay_out()
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

    @property
    def pages(self) -> None:
        """None: it is a single page."""

    def act(self, what: str) -> None:
        """Do what a key stands for with the chosen annotations: a digit's choice, or an action by its name."""
        self._notice.hide()
        if what in {"group", "order"}:
            self.narrowing.open_menu(self.narrowing.grouping if what == "group" else self.narrowing.order)
        elif what in _STEPS:
            self._step(_STEPS[what])
        elif not self._session.writable or not self.list.selected:
            return
        elif what.isdecimal():
            self._change(by_digit(int(what)))
        elif what == "resolve":
            self._change(resolving(self._chosen()))
        elif what == "severity":
            self._ask_severity()
        else:
            self._ask(what)

    def _step(self, by: int) -> None:
        if self.model.movable:
            self.model.step(self.list.selected, by)
        elif self.model.entries and self._session.writable:
            self._notice.set_text(_GROUPED if self.model.order is Order.OWN else _SORTED)
            self._notice.show()

    def follow(self) -> None:
        """Show the words of the annotation that the keys are at."""
        annotation = self._session.review.annotations.get(self.list.current or "")
        if annotation is not None:
            self._place.go(annotation.anchor.clause, annotation.anchor.span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear what narrows the list on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.model.criteria != Criteria():
            self.narrowing.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(alone(self._empty, self))
        above = (self._title, self._summary, self.narrowing, self.asking, self._notice)
        lay_beside(self, above, self._stack, self.detail)
        self._notice.hide()
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._show_detail)
        self.model.rearranged.connect(self._tell)
        self.narrowing.left.connect(self._give_list_focus)
        self.narrowing.save_wanted.connect(partial(self._ask, "save"))
        self.asking.answered.connect(self._on_answered)
        self.asking.left.connect(self._give_list_focus)
        self.list.chosen.connect(self._on_chosen)
        self.list.followed.connect(self.follow)
        self.list.wanted.connect(self.act)
        self.detail.edit_wanted.connect(self._on_edit_wanted)
        self.detail.left.connect(self._give_list_focus)
        self._place.moved.connect(self._on_moved)

    def _on_opened(self) -> None:
        self.narrowing.tell()
        self.asking.hide()

    def _on_moved(self) -> None:
        if self.isVisible():
            self.text_wanted.emit()

    def _tell(self) -> None:
        """Show what there is, and where there is nothing, why."""
        rows = tuple(self.model.rows.values())
        shown = bool(self.model.entries)
        self.narrowing.setVisible(bool(rows))
        told = (summary(rows, self.model.shown, today()), *([_MOVED] if self.model.movable else []))
        self._summary.set_text(" · ".join(told) if rows else "")
        self._notice.hide()
        opened = self._session.reading is not None
        self._empty.set_text((_NO_MATCH if rows else _NOTHING) if opened else _NO_DOCUMENT)
        self._stack.setCurrentIndex(0 if shown else 1)
        if shown and not self.list.selected:
            self.list.choose_first()
        self._show_detail()

    def _on_chosen(self) -> None:
        self._notice.hide()
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_chosen(self._chosen(), self.list.current if self.model.entries else None)

    def _chosen(self) -> tuple[Annotation, ...]:
        annotations = self._session.review.annotations
        return tuple(annotations[id_] for id_ in self.list.selected if id_ in annotations)

    def _change(self, change: Callable[[Annotation], Annotation]) -> None:
        with self.model.held():
            for annotation in self._chosen():
                if not self._session.rewrite(change(annotation)):
                    break

    def _ask(self, what: str) -> None:
        review, author = self._session.review, self._session.author
        words = {"tag": tags_in_use(review), "assign": names_in_use(review, author)}.get(what, ())
        question, hint = _QUESTIONS[what]
        self.asking.ask(what, question, hint, words)

    def _ask_severity(self) -> None:
        menu = QMenu(self.list)
        for digit, choice in CHOICES.items():
            if isinstance(choice, Severity):
                action = menu.addAction(f"&{choice.capitalize()}")
                action.triggered.connect(partial(self._on_severity_chosen, str(digit)))
        menu.aboutToHide.connect(menu.deleteLater)
        at = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        menu.popup(self.list.viewport().mapToGlobal(at + QPoint(12, 0)))
        menu.setActiveAction(menu.actions()[0])

    def _on_severity_chosen(self, digit: str, *_checked: object) -> None:
        self.act(digit)

    def _on_answered(self, what: str, answer: str) -> None:
        if what == "save":
            if answer:
                self.narrowing.save_as(answer)
            return
        change = answering(what, answer, today())
        if change is None:
            self._notice.set_text(_NO_DAY.format(answer))
            self._notice.show()
        else:
            self._change(change)

    def _on_edit_wanted(self, annotation: str) -> None:
        found = self._session.review.annotations.get(annotation)
        if found is not None:
            self._place.go(found.anchor.clause, found.anchor.span)
            self.edit_wanted.emit(annotation)

    def _give_list_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
