"""The window: it lays the panes out and connects them, and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from carveout.gui.arriving import may_arrive
from carveout.gui.bars import Header, NoticeBar, WorkBar
from carveout.gui.checks.strip import CheckStrip
from carveout.gui.correcting import Correcting
from carveout.gui.finding.finding import Finding
from carveout.gui.going_back import GoingBack
from carveout.gui.going_round import GoingRound
from carveout.gui.handing_in import HandingIn
from carveout.gui.helping import Helping
from carveout.gui.inspector.panel import InspectorPanel
from carveout.gui.leading_back import LeadingBack
from carveout.gui.leaving import sight_of
from carveout.gui.menus import Menus
from carveout.gui.noting import Noting
from carveout.gui.outline.panel import OutlinePanel
from carveout.gui.panes import Panes
from carveout.gui.papers import Papers
from carveout.gui.preferences import Preferences
from carveout.gui.pressing import Pressing
from carveout.gui.protecting import Protecting
from carveout.gui.recent import RecentMenu
from carveout.gui.remembering import Remembering
from carveout.gui.reviewing import Reviewing
from carveout.gui.start_page import StartPage
from carveout.gui.status import Status
from carveout.gui.text.following import Following
from carveout.gui.text.pane import TextPane
from carveout.gui.text.peeking import Peeking
from carveout.gui.text.splitting import Splitting
from carveout.gui.text.xraying import Xraying
from carveout.gui.titles import deal_title
from carveout.gui.together.together import Together
from carveout.gui.workspaces import NAMES, Workspaces

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings

_USUAL = QSize(1440, 900)
_LEAST = (960, 480)
"""Pixels of a small laptop's screen at twice its scale, less what the system keeps for itself."""
_SHARE = 0.94
"""The part of a small screen that the window takes at first: its frame needs room too."""


class MainWindow(QMainWindow):
    """Menus, workspaces and panes over one session and one place."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._place = place
        self._appearance = appearance
        self._settings = settings
        session.opened.connect(self._bring_forward)  # before the panes hear of it: they are laid out in their real size
        session.outlined.connect(place.carry)
        self._header = Header(*((name, f"Ctrl+{key}") for key, name in enumerate(NAMES, 1)))
        self.notice = NoticeBar()
        self.reading_work, self.writing_work = WorkBar(), WorkBar()
        self._above = (self.notice, self.reading_work, self.writing_work)
        self.start = StartPage()
        self.outline = OutlinePanel(session, place, appearance)
        self._preferences = Preferences(self, session, appearance, settings)
        self.text = TextPane(session, place, appearance, self._preferences.look)
        self.checks = CheckStrip(session, place)
        self.text.put_above(self.checks)
        self.inspector = InspectorPanel(session, place, appearance)
        self.papers = Papers(self, session, place, self.text, settings, self.notice, self.reading_work)
        self.together = Together(self, session, place, settings, self.notice, self.papers)
        self.together.tell_work(self.reading_work)
        self.text.put_above(self.together.conflicts)
        self.handing_in = HandingIn(self, session, settings, appearance, self.notice, self.writing_work)
        self.reviewing = Reviewing(session, place, self.text, self.inspector)
        self.splitting = Splitting(session, place, self.text)
        self.noting = Noting(session, place, self.text, self.inspector, settings)
        self.following = Following(session, place, self.text)
        self.peeking = Peeking(session, place, appearance, self.text)
        self.xraying = Xraying(session, place, appearance, self.text, self.peeking.peek)
        self.correcting = Correcting(session, place, self.outline, self.text)
        self.finding = Finding(self, session, place, appearance, self.text, self.show_read)
        self.protecting = Protecting(self, session, self.papers, self.notice)
        self._recent = RecentMenu(settings, self)
        self._pressing = Pressing(self)
        self._lay_out()
        panes = (self.outline, self.text, self.inspector)
        self._helping = Helping(self, panes, appearance, settings, self.workspaces)
        self.going_back = GoingBack(place, self.workspaces)
        strips = (self.finding.strip, self.together.conflicts, self.checks)
        self.going_round = GoingRound(
            self.workspaces, self.outline, self.text.leaves, self.inspector, bars=self._above, strips=strips
        )
        self._leading_back = LeadingBack(self, self.workspaces, self.text, self.finding.walking, self.notice)
        self._remembering = Remembering(session, self.workspaces, self.splitting, self.text.leaves, settings)
        self.menus = Menus(self, self._header.menus, self._handlers(), {"recent": self._recent}, session, place)
        self._connect()
        self._on_opened()

    @property
    def corridors(self) -> tuple[QWidget, ...]:
        """What only holds the parts of the window, the window itself first."""
        return self, self._central, self.workspaces

    def show_read(self) -> None:
        """Bring the Read workspace to the front."""
        self.workspaces.show_read()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and let go of the matter, unless something in it could not be saved."""
        matter, sight = self._session.matter, sight_of(self, self.text.sheet, self._appearance.theme.name)
        if not self.papers.leave():
            event.ignore()
            return
        self.handing_in.exporting.cancel()
        self.finding.searching.leave()
        self._settings.keep_layout("window", self.saveGeometry())
        self._settings.keep_layout("panes", self._panes.saveState())
        if matter is not None:
            self._settings.keep_sight(matter.path, sight)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and words, but what is dragged from here."""
        if event.source() is None and may_arrive(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, or offer to merge it where it is a copy of the matter."""
        event.acceptProposedAction()
        if not self.together.take(event.mimeData()):
            self.papers.take(event.mimeData())

    def _lay_out(self) -> None:
        self._panes = Panes(self.outline, self.text, self.inspector, self._settings.layout("panes"))
        self.workspaces = Workspaces(
            self.start, self._panes, self._session, self._place, self._appearance, self._settings, self
        )
        self._central = QWidget()
        column = QVBoxLayout(self._central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in self._above:
            column.addWidget(widget)
        column.addWidget(self.workspaces, 1)
        self.setMenuWidget(self._header)
        self.setCentralWidget(self._central)
        self.setStatusBar(Status(self._session, self._appearance))
        self.setAcceptDrops(True)
        self.outline.field.setAcceptDrops(False)  # it would take a file for text
        self.setMinimumSize(*_LEAST)
        self.resize(_USUAL.boundedTo(self.screen().availableSize() * _SHARE))
        self.restoreGeometry(self._settings.layout("window"))

    def _connect(self) -> None:
        self._header.chosen.connect(self.workspaces.choose)
        self._header.search_wanted.connect(self.finding.search)
        self.workspaces.turned.connect(self._on_turned)
        self.workspaces.text_wanted.connect(self.show_read)
        self.workspaces.read_chosen.connect(self.show_read)
        self.workspaces.issue_wanted.connect(self.inspector.raise_issue_on)
        self.workspaces.edit_wanted.connect(self.inspector.edit)
        self.workspaces.rule_wanted.connect(self._helping.show_rule)
        self._recent.chosen.connect(self.papers.open)
        self.start.open_wanted.connect(self.papers.choose_and_open)
        self.start.sample_wanted.connect(self.papers.open_sample)
        self.start.example_wanted.connect(self.papers.open_example)
        self.start.chosen.connect(self.papers.open)
        self._session.opened.connect(self._on_opened)
        self.papers.laid.connect(self._remembering.restore)
        for name in ("open_beside", "copy_citation", "peek", "xray", "note", "issue", "question", "proposal", "split"):
            self.text.addAction(self.menus.actions[name])
        self.correcting.keep(self.menus)
        self.finding.keep(self.menus)
        self._preferences.keep(self.menus)
        self.splitting.keep(self.menus)
        self.protecting.keep(self.menus)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **self.reviewing.handlers(),
            **self.noting.handlers(),
            **self.correcting.handlers(),
            **self.splitting.handlers(),
            **self.following.handlers(),
            **self.peeking.handlers(),
            **self.xraying.handlers(),
            **self.finding.handlers(),
            **self.together.handlers(),
            **self._preferences.handlers(),
            **self._helping.handlers(),
            "back": self.going_back.back,
            **self.protecting.handlers(),
            **self.papers.handlers(),
            "export": self.handing_in.choose_and_export,
            "export_as": self.handing_in.choose_and_export_as,
            "quit": self.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "copy": self.text.copy,
            **self.going_round.handlers(),
            **self.workspaces.handlers(),
        }

    def _on_turned(self) -> None:
        if self.workspaces.in_front is not None:
            self._header.show_chosen(self.workspaces.in_front)
        self._tell_menus()

    def _bring_forward(self) -> None:
        self.text.clear()  # else the text that is about to go is laid out once more, where the window is another size
        if self._session.reading is None:
            self.workspaces.show_start()
        else:
            self.workspaces.show_read()

    def _on_opened(self) -> None:
        reading = self._session.reading
        title = deal_title(reading) if reading else ""
        self.statusBar().setVisible(reading is not None)
        self._header.show_deal(title)
        self.setWindowTitle(f"{title} — Carveout" if title else "Carveout")
        if reading is None:
            self.start.show_recent(self._settings.recent)
            self._tell_menus()
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_read()
            self._helping.welcome()

    def _tell_menus(self) -> None:
        self.menus.tell(self.workspaces.in_front, leads_to_list=self.going_back.leads_to_list)
