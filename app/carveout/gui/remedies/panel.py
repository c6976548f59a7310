"""The Remedies workspace: what each representation feeds, the tests that decide it, and scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carveout.gui.grid.grid import Grid
from carveout.gui.grid.view import GridView
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.page_row import PageRow
from carveout.gui.remedies.scenarios import Scenarios
from carveout.gui.remedies.tables import accuracy_grid, definitions_grid, effects_grid, matrix_grid

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.grid.grid import Target
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_MATRIX, _ACCURACY, _EFFECTS, _DEFINITIONS, _SCENARIO = range(5)
_NAMES = ("Representations", "Accuracy tests", "Adverse-effect tests", "Effect definitions", "Scenarios")
_MAKERS = (matrix_grid, accuracy_grid, effects_grid, definitions_grid)
_ABOUT = (
    "What limits each representation, and which remedies it feeds by which words.",
    "Who tests the representations, which of them, by what standard and as of when.",
    "Every statement that turns on an adverse effect: how likely, by what standard, on what, and what it excuses.",
    "What a defined adverse effect leaves out, event by event, and what of it comes back where disproportionate.",
    "",
)
_EMPTY = (
    "No representation was found in this document.",
    "No clause of this document tests whether representations are true.",
    "No statement of this document turns on an adverse effect.",
    "No term of this document means an adverse effect.",
    "",
)
_NO_DOCUMENT = "No document is open. Open an agreement to see its remedies."
_NOT_YET = "The agreement is being read closely; its remedies will show here."
_NOT_AT_ALL = "The agreement could not be read closely. {}"


class RemediesPanel(QWidget):
    """What an untrue representation costs, and who decides it by which words.

    `text_wanted` asks for the text, after the place was taken to the chosen words.
    """

    text_wanted = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remediesPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._place = place
        self._stale = set(range(len(_NAMES)))
        self._title = WrappedText("workspaceTitle", self)
        self._title.set_text("Remedies")
        self._about = WrappedText("muted", self)
        self._empty = WrappedText("emptyState", self)
        self.grids = tuple(GridView(name, appearance, self) for name in _NAMES[:_SCENARIO])
        self.scenarios = Scenarios(session, appearance, self)
        self.pages = PageRow(_NAMES, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        for grid in self.grids:
            grid.followed.connect(self._on_followed)
        self.scenarios.followed.connect(self._on_followed)
        self.pages.chosen.connect(self.show_page)
        session.opened.connect(self._on_other_reading)
        session.closely_read.connect(self._on_other_reading)
        session.changed.connect(self._on_changed)
        self._tell()

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        page = self.pages.page
        if self._why_empty(page):
            return (self.pages,)
        if page == _SCENARIO:
            return (self.scenarios.supposing.who, self.scenarios.walk)
        return (self.grids[page],)

    @property
    def field(self) -> QLineEdit | None:
        """The tables are short enough to need no filter."""
        return None

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
        nothing = QWidget(self)
        told = QVBoxLayout(nothing)
        told.setContentsMargins(0, 24, 0, 0)
        told.addWidget(self._empty)
        told.addStretch(1)
        for page in (*self.grids, self.scenarios, nothing):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.pages)
        layout.addWidget(self._about)
        layout.addWidget(self._stack, 1)

    def _on_other_reading(self) -> None:
        self._stale = set(range(len(_NAMES)))
        if self.isVisible():
            self._tell()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            self._on_other_reading()
        elif changes.scenarios:
            self.scenarios.tell()

    def _tell(self) -> None:
        """Show the page that is chosen, made when it is first wanted, and where there is nothing on it, why."""
        reading = self._session.reading
        page = self.pages.page
        if page in self._stale:
            self._stale.remove(page)
            closely = reading if reading is not None and reading.closely else None
            if page == _SCENARIO:
                self.scenarios.tell()
            else:
                self.grids[page].show_grid(_MAKERS[page](closely) if closely else Grid())
        why = self._why_empty(page)
        self._about.set_text("" if why else _ABOUT[page])
        self._about.setVisible(bool(self._about.text()))
        self._empty.set_text(why)
        self._stack.setCurrentIndex(len(_NAMES) if why else page)
        self.setFocusProxy(self.around[0])

    def _why_empty(self, page: int) -> str:
        reading = self._session.reading
        if reading is None:
            return _NO_DOCUMENT
        if not reading.closely:
            why = self._session.not_read_closely
            return _NOT_AT_ALL.format(why) if why else _NOT_YET
        if page == _SCENARIO:
            return "" if reading.representations else _EMPTY[_MATRIX]
        return "" if self.grids[page].grid.rows else _EMPTY[page]

    def _on_followed(self, target: Target) -> None:
        self._place.go(target.clause, target.span)
        self.text_wanted.emit()
