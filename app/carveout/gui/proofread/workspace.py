"""The Proofread workspace: the findings, the attachments bound to their clauses, and a filing's figures recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carveout.gui.grid.grid import Grid
from carveout.gui.grid.view import GridView
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.page_row import PageRow
from carveout.gui.proofread.bound import figures_grid, schedules_grid
from carveout.gui.proofread.panel import ProofreadPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.grid.grid import Target
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_NAMES = ("Findings", "Schedules", "Figures")
_FINDINGS, _SCHEDULES, _FIGURES = range(3)
_ABOUT = {
    _SCHEDULES: "Every attachment, where it can be read, the clauses that cite it, and what they say that it holds.",
    _FIGURES: "The figures that the filing around the agreement states, recomputed from each other and the agreement.",
}
_EMPTY = {
    _SCHEDULES: "No exhibit, schedule or annex is attached to this agreement or cited in it.",
    _FIGURES: "No filing stands around this agreement whose figures could be recomputed.",
}
_NO_DOCUMENT = "No document is open. Open an agreement to proofread it."
_NOT_YET = "The agreement is being read closely; what is bound and recomputed will show here."
_NOT_AT_ALL = "The agreement could not be read closely. {}"


class ProofreadWorkspace(QWidget):
    """The findings or another page in front.

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
        self._stale = True
        self.pages = PageRow(_NAMES, self)
        self.findings = ProofreadPanel(session, place, appearance, self)
        self.grids = {page: GridView(_NAMES[page], appearance, self, by_row=True) for page in (_SCHEDULES, _FIGURES)}
        self._about = WrappedText("muted", self)
        self._empty = WrappedText("emptyState", self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.findings.text_wanted.connect(self.text_wanted)
        self.findings.issue_wanted.connect(self.issue_wanted)
        self.findings.rule_wanted.connect(self.rule_wanted)
        for grid in self.grids.values():
            grid.followed.connect(self._on_followed)
        self.pages.chosen.connect(self.show_page)
        session.opened.connect(self._on_opened)
        session.closely_read.connect(self._on_other_reading)
        session.changed.connect(self._on_changed)

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        page = self.pages.page
        if page == _FINDINGS:
            return self.findings.around
        return (self.pages,) if self._why_empty(page) else (self.grids[page],)

    @property
    def field(self) -> QLineEdit | None:
        """The field that filters the findings, None where another page is in front."""
        return self.findings.field if self.pages.page == _FINDINGS else None

    def show_page(self, page: int) -> None:
        """Bring a page to the front."""
        self.pages.choose(page)
        self._tell()
        self.around[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what changed while the workspace was out of sight."""
        super().showEvent(event)
        self._tell()

    def _lay_out(self) -> None:
        other = QWidget(self)
        column = QVBoxLayout(other)
        column.setContentsMargins(20, 12, 16, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self._empty)
        for grid in self.grids.values():
            column.addWidget(grid, 1)
        column.addStretch(0)
        self._stack.addWidget(self.findings)
        self._stack.addWidget(other)
        row = QVBoxLayout()
        row.setContentsMargins(20, 12, 16, 0)
        row.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.findings)

    def _on_opened(self) -> None:
        self.pages.choose(_FINDINGS)
        self._on_other_reading()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            self._on_other_reading()

    def _on_other_reading(self) -> None:
        self._stale = True
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        """Show the page that is chosen, and where there is nothing on it, why."""
        reading, page = self._session.reading, self.pages.page
        if self._stale:
            closely = reading if reading is not None and reading.closely else None
            for shown, made in ((_SCHEDULES, schedules_grid), (_FIGURES, figures_grid)):
                self.grids[shown].show_grid(made(closely) if closely else Grid())
            self._stale = closely is None
        self._stack.setCurrentIndex(min(page, 1))
        why = self._why_empty(page)
        self._about.set_text("" if why else _ABOUT.get(page, ""))
        self._empty.set_text(why)
        self._empty.setVisible(bool(why))
        for shown, grid in self.grids.items():
            grid.setVisible(shown == page and not why)
        self.setFocusProxy(self.around[0])

    def _why_empty(self, page: int) -> str:
        reading = self._session.reading
        if page == _FINDINGS:
            return ""
        if reading is None:
            return _NO_DOCUMENT
        if not reading.closely:
            why = self._session.not_read_closely
            return _NOT_AT_ALL.format(why) if why else _NOT_YET
        return "" if self.grids[page].grid.rows else _EMPTY[page]

    def _on_followed(self, target: Target) -> None:
        self._place.go(target.clause, target.span)
        self.text_wanted.emit()
