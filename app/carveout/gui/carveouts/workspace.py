"""The Carve-outs workspace: every carve-out as a table, and the siblings of a subject beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carveout.gui.carveouts.panel import CarveoutsPanel
from carveout.gui.page_row import PageRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.siblings.panel import SiblingsPanel

_PAGES = ("Every carve-out", "Wording", "Reach", "Gaps", "Map")


class CarveoutsWorkspace(QWidget):
    """The table and the pages of the siblings, one in front; the siblings are made when they are first wanted.

    `text_wanted` asks for the text, after the place was taken to the chosen words. `issue_wanted` asks, after that,
    for the editor of an issue on an Anchor, which it carries.
    """

    text_wanted = Signal()
    issue_wanted = Signal(object)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carveoutsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.every = CarveoutsPanel(session, place, appearance, self)
        self._session = session
        self._place = place
        self._appearance = appearance
        self._siblings: SiblingsPanel | None = None
        self.pages = PageRow(_PAGES, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.every.text_wanted.connect(self.text_wanted)
        self.every.issue_wanted.connect(self.issue_wanted)
        self.pages.chosen.connect(self.show_page)
        session.opened.connect(self._on_opened)

    @property
    def siblings(self) -> SiblingsPanel:
        """The pages of the siblings."""
        from carveout.gui.siblings.panel import SiblingsPanel  # noqa: PLC0415  (not before it is wanted)

        if self._siblings is None:
            self._siblings = SiblingsPanel(self._session, self._place, self._appearance, self)
            self._siblings.text_wanted.connect(self.text_wanted)
            self._stack.addWidget(self._siblings)
        return self._siblings

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        return self.every.around if self._stack.currentWidget() is self.every else self.siblings.around

    @property
    def field(self) -> QLineEdit | None:
        """The field that filters the table, None where another page is in front."""
        return self.every.field if self._stack.currentWidget() is self.every else None

    def show_page(self, position: int) -> None:
        """Bring the table to the front, or a page of the siblings."""
        self.pages.choose(position)
        shown = self.siblings if position else self.every
        self._stack.setCurrentWidget(shown)
        if position:
            self.siblings.show_page(position - 1)
        self.setFocusProxy(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        pages = QVBoxLayout()
        pages.setContentsMargins(20, 12, 16, 0)
        pages.addWidget(self.pages)
        self._stack.addWidget(self.every)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(pages)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.every)

    def _on_opened(self) -> None:
        self.pages.choose(0)
        self._stack.setCurrentWidget(self.every)
        self.setFocusProxy(self.every)
