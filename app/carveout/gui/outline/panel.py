"""The outline of the document: the filter above, the clauses below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from carveout.agreement.clause import ClauseKind
from carveout.gui.labels import PlainLabel
from carveout.gui.outline.chips import FacetChips
from carveout.gui.outline.filter import Facet
from carveout.gui.outline.model import OutlineModel
from carveout.gui.outline.view import OutlineView
from carveout.gui.principal import principal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.place import Place
    from carveout.gui.session import Session

NOTHING_MATCHES = "Nothing matches. Esc clears the filter."
NOTHING_OPEN = "Open an agreement to see its outline."
_AT_ONCE = 100
"""Clauses that are opened at a time: more than fit on any screen, and few enough that typing goes on meanwhile."""


class OutlinePanel(QWidget):
    """Shows the clauses, follows the place, and goes where counsel chooses."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.setMinimumWidth(220)
        self._session = session
        self._place = place
        self._following = False
        self._open: set[int] = set()
        self._to_open: list[int] = []
        self._opening = QTimer(self)
        self._opening.setInterval(0)
        self.model = OutlineModel(session, self)
        self.field = _filter_field(self)
        self.chips = FacetChips(self)
        self.view = OutlineView(appearance, self)
        self.view.setModel(self.model)
        self._empty = PlainLabel(NOTHING_OPEN, name="emptyState", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect(appearance)
        self._on_opened()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc to clear the filter, and the arrow down from the field into the tree."""
        if event.key() == Qt.Key.Key_Escape and self.model.filtered:
            self.field.clear()
            self.chips.choose(Facet.ALL)
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def rename(self, clause: int) -> None:
        """Have a clause's label and heading written anew in its row."""
        index = self.model.at(clause)
        is_editing = self.view.state() is QAbstractItemView.State.EditingState
        if index.flags() & Qt.ItemFlag.ItemIsEditable and not is_editing:
            self.view.scrollTo(index)
            self.view.edit(index)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 8)
        top.setSpacing(8)
        top.addWidget(self.field)
        top.addWidget(self.chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _connect(self, appearance: Appearance) -> None:
        self.field.textChanged.connect(self._on_filter)
        self.field.returnPressed.connect(self._on_filter_entered)
        self.chips.chosen.connect(self._on_filter)
        self.model.modelReset.connect(self._on_reset)
        self._opening.timeout.connect(self._open_some)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.expanded.connect(self._on_expanded)
        self.view.collapsed.connect(self._on_collapsed)
        self._session.opened.connect(self._on_opened)
        self._session.outlined.connect(self._on_outlined)
        self._session.changed.connect(self._on_changed)
        self._place.moved.connect(self._on_moved)
        self._place.arrived.connect(self._select)
        appearance.changed.connect(self.view.viewport().update)

    def _on_opened(self) -> None:
        reading = self._session.reading
        with QSignalBlocker(self.field), QSignalBlocker(self.chips):
            self.field.clear()
            self.chips.choose(Facet.ALL)
        self._open = opened_at_first(reading) if reading else set()
        self.model.lay()
        root = principal(reading) if reading else None
        if root is not None:
            self.view.scrollTo(self.model.at(root), OutlineView.ScrollHint.PositionAtTop)

    def _on_outlined(self, moved: Callable[[int], int]) -> None:
        """Keep open what was open, and what the clause at hand now stands below."""
        reading, clause = self._session.reading, self._place.clause
        self._open = {moved(opened) for opened in self._open}
        if reading is not None and clause is not None:
            self._open.update(reading.outline.ancestors(clause))

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            scrolled = self.view.verticalScrollBar().value()
            self.model.lay_again()
            self.view.verticalScrollBar().setValue(scrolled)
            self._return_to_place()
            return
        self.model.refresh(changes.clauses, self._place.clause)
        if not self.view.currentIndex().isValid():
            self._return_to_place()

    def _on_filter(self) -> None:
        self.model.filter(self.chips.facet, self.field.text())
        self._return_to_place()

    def _on_filter_entered(self) -> None:
        match = self.model.first_match()
        if match is not None:
            self._place.go(match)

    def _on_reset(self) -> None:
        shown = self.model.rowCount() > 0
        self._empty.setText(NOTHING_OPEN if self._session.reading is None else NOTHING_MATCHES)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._to_open = sorted(self.model.ways if self.model.filtered else self._open, reverse=True)
        self._open_some()

    def _open_some(self) -> None:
        """Open the next clauses that are to stand open, and the rest when the window has nothing else to do."""
        some, self._to_open = self._to_open[-_AT_ONCE:], self._to_open[:-_AT_ONCE]
        with QSignalBlocker(self.view):
            for clause in reversed(some):
                self.view.expand(self.model.at(clause))
        if self._to_open:
            self._opening.start()
        else:
            self._opening.stop()

    def _return_to_place(self) -> None:
        if self._place.clause is not None:
            self._select(self._place.clause)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._following:
            self._on_chosen(current)

    def _on_chosen(self, index: QModelIndex) -> None:
        clause = self.model.clause(index)
        if clause is not None:
            self._place.go(clause)

    def _on_expanded(self, index: QModelIndex) -> None:
        clause = self.model.clause(index)
        if clause is not None and not self.model.filtered and self.model.hasChildren(index):
            self._open.add(clause)

    def _on_collapsed(self, index: QModelIndex) -> None:
        clause = self.model.clause(index)
        if clause is not None and not self.model.filtered:
            self._open.discard(clause)

    def _on_moved(self, clause: int, _span: Span | None) -> None:
        self._select(clause)

    def _select(self, clause: int) -> None:
        """Choose the clause's row, or the nearest above it that the filter shows, and bring it into sight."""
        reading = self._session.reading
        if reading is None:
            return
        way = (self.model.at(candidate) for candidate in (clause, *reading.outline.ancestors(clause)))
        index = next((index for index in way if index.isValid()), QModelIndex())
        if index == self.view.currentIndex():
            self.view.scrollTo(index)
            return
        seen = self.view.viewport().rect().contains(self.view.visualRect(index))
        self._following = True
        self.view.setCurrentIndex(index)
        self._following = False
        if not seen:
            self.view.scrollTo(index, OutlineView.ScrollHint.PositionAtCenter)


def opened_at_first(reading: Reading) -> set[int]:
    """Return the clauses that are open when a document is opened.

    They are the way to each representation, and the chapters of the agreement; other parts of a filing stay closed.
    """
    outline = reading.outline
    root = principal(reading)
    ways = {above for r in reading.representations for above in outline.ancestors(r.clause)}
    chapters = {clause for clause in outline.children(root) if outline[clause].kind is ClauseKind.CHAPTER}
    return ways | chapters | ({root} if root is not None else set())


def _filter_field(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName("outlineFilter")
    field.setPlaceholderText("Filter the outline")
    field.setAccessibleName("Filter the outline")
    field.setClearButtonEnabled(True)
    return field
