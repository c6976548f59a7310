"""The window: it lays the panes out and connects them, and decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.actions import build, enable
from carveout.gui.bars import NoticeBar, WorkBar, WorkspaceBar
from carveout.gui.inspector.panel import InspectorPanel
from carveout.gui.outline.panel import OutlinePanel
from carveout.gui.papers import Papers
from carveout.gui.reviewing import Reviewing
from carveout.gui.start_page import StartPage
from carveout.gui.status import Status
from carveout.gui.text.pane import TextPane
from carveout.gui.titles import deal_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from carveout.agreement.content import Carveout
    from carveout.gui.appearance import Appearance
    from carveout.gui.carveouts.panel import CarveoutsPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings

_START, _READ, _CARVEOUTS = range(3)


class MainWindow(QMainWindow):
    """Menus, workspaces and panes over one session and one place."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._place = place
        self._appearance = appearance
        self._settings = settings
        self._bar = WorkspaceBar(("Read", "Carve-outs"))
        self.notice = NoticeBar()
        self.work = WorkBar()
        self.start = StartPage()
        self.outline = OutlinePanel(session, place, appearance)
        self.text = TextPane(session, place, appearance)
        self.inspector = InspectorPanel(session, place, appearance)
        self._carveouts: CarveoutsPanel | None = None
        self.papers = Papers(self, session, place, settings, self.notice, self.work)
        self.reviewing = Reviewing(session, place, self.text, self.inspector)
        self._lay_out()
        self.actions_by_name = build(self, self.menuBar(), self._handlers())
        self._connect()
        self._on_opened()

    @property
    def carveouts(self) -> CarveoutsPanel:
        """The carve-outs workspace, made when it is first wanted."""
        if self._carveouts is None:
            from carveout.gui.carveouts.panel import CarveoutsPanel  # noqa: PLC0415  (not before it is wanted)

            self._carveouts = CarveoutsPanel(self._session, self._place, self._appearance)
            self._carveouts.text_wanted.connect(self.show_read)
            self._carveouts.issue_wanted.connect(self._on_issue_wanted)
            self._stack.addWidget(self._carveouts)
        return self._carveouts

    def show_read(self) -> None:
        """Bring the Read workspace to the front."""
        self._show(_READ, self.text)

    def show_carveouts(self) -> None:
        """Bring the carve-outs to the front."""
        self._show(_CARVEOUTS, self.carveouts)

    def event(self, event: QEvent) -> bool:
        """Let Space press the button that has the focus, whatever action has Space for a key."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Space
            and isinstance(self.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and let go of the matter; everything is saved already."""
        self._settings.keep_layout("window", self.saveGeometry())
        self._settings.keep_layout("panes", self._panes.saveState())
        self.papers.leave()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        event.acceptProposedAction()
        self.papers.open(Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())))

    def _lay_out(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        for pane, share in ((self.outline, 0), (self.text, 1), (self.inspector, 0)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, share)
        self._panes.setSizes([300, 740, 350])
        self._panes.restoreState(self._settings.layout("panes"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._panes)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar, self.notice, self.work):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.setStatusBar(Status(self._session, self._appearance))
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self.restoreGeometry(self._settings.layout("window"))

    def _connect(self) -> None:
        self._bar.chosen.connect(self._on_workspace_chosen)
        self.start.open_wanted.connect(self.papers.choose_and_open)
        self.start.sample_wanted.connect(self.papers.open_sample)
        self.start.chosen.connect(self.papers.open)
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._tell_history)
        self._place.trail_changed.connect(self._tell_trail)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **self.papers.handlers(),
            **self.reviewing.handlers(),
            "undo": self._session.undo,
            "redo": self._session.redo,
            "filter": self._filter_outline,
            "next_pane": self._go_to_next_pane,
            "previous_pane": self._go_to_previous_pane,
            "show_read": self.show_read,
            "show_carveouts": self.show_carveouts,
            "zoom_in": self.text.zoom_in,
            "zoom_out": self.text.zoom_out,
            "reset_zoom": self.text.reset_zoom,
            "theme_system": self._wear_system,
            "theme_light": self._wear_light,
            "theme_dark": self._wear_dark,
            "keys": self._show_keys,
            "about": self._show_about,
        }

    def _show(self, workspace: int, pane: QWidget) -> None:
        self._stack.setCurrentIndex(workspace)
        self._bar.show_chosen(workspace - 1)
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_workspace_chosen(self, position: int) -> None:
        if position + 1 == _CARVEOUTS:
            self.show_carveouts()
        else:
            self.show_read()

    def _on_issue_wanted(self, carveout: Carveout) -> None:
        self.inspector.raise_issue(carveout)

    def _on_opened(self) -> None:
        reading = self._session.reading
        self._bar.setVisible(reading is not None)
        self.statusBar().setVisible(reading is not None)
        title = deal_title(reading) if reading else ""
        self._bar.title.setText(title)
        self.setWindowTitle(f"{title} — Carveout" if title else "Carveout")
        enable(self.actions_by_name, document=reading is not None, writable=self._session.writable)
        self._tell_history()
        self._tell_trail()
        if reading is None:
            self.start.show_recent(self._settings.recent)
            self._stack.setCurrentIndex(_START)
        else:
            self.show_read()

    def _tell_history(self) -> None:
        for name, verb, what in (("undo", "&Undo", self._session.undoable), ("redo", "&Redo", self._session.redoable)):
            self.actions_by_name[name].setText(f"{verb} {what}" if what else verb)
            self.actions_by_name[name].setEnabled(what is not None and self._session.writable)

    def _tell_trail(self) -> None:
        self.actions_by_name["back"].setEnabled(self._place.can_go_back)
        self.actions_by_name["forward"].setEnabled(self._place.can_go_forward)

    def _filter_outline(self) -> None:
        self.show_read()
        self.outline.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_next_pane(self) -> None:
        self._step_pane(1)

    def _go_to_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        panes: tuple[QWidget, ...] = (self.outline, self.text, self.inspector)
        focused: QWidget | None = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), 0)
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _wear_system(self) -> None:
        self._wear("system")

    def _wear_light(self) -> None:
        self._wear("light")

    def _wear_dark(self) -> None:
        self._wear("dark")

    def _wear(self, choice: str) -> None:
        self._settings.theme = choice
        self._appearance.choose(choice)

    def _show_keys(self) -> None:
        from carveout.gui.sheets import KeysSheet  # noqa: PLC0415  (not before it is wanted)

        KeysSheet(self).open()

    def _show_about(self) -> None:
        from carveout.gui.sheets import AboutSheet  # noqa: PLC0415

        AboutSheet(self).open()
