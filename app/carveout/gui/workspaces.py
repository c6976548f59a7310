"""The workspaces: one is in front, and each but the first is made when it is first wanted."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.carveouts.workspace import CarveoutsWorkspace
    from carveout.gui.issues.workspace import IssuesWorkspace
    from carveout.gui.place import Place
    from carveout.gui.proofread.workspace import ProofreadWorkspace
    from carveout.gui.remedies.panel import RemediesPanel
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings

    Panel = CarveoutsWorkspace | RemediesPanel | ProofreadWorkspace | IssuesWorkspace


class Workspace(IntEnum):
    """A way to look at the matter, in the order of the header's buttons."""

    READ = 0
    CARVEOUTS = 1
    REMEDIES = 2
    PROOFREAD = 3
    ISSUES = 4


PAGED = frozenset({Workspace.CARVEOUTS, Workspace.REMEDIES, Workspace.PROOFREAD})
"""Those of several pages."""
NAMES = ("Read", "Carve-outs", "Remedies", "Proofread", "Issues")


class Workspaces(QStackedWidget):
    """The start page, or the workspace in front.

    `text_wanted` asks for the text, after the place was taken to what was chosen. `issue_wanted` asks, after that, for
    the editor of an issue on an Anchor, which it carries; `edit_wanted` for that of an annotation by its id;
    `rule_wanted` for the page of a rule by its name.
    `read_chosen` asks for the text by its key or its button: nothing led to it. `turned` says that another is in front.
    """

    text_wanted = Signal()
    read_chosen = Signal()
    issue_wanted = Signal(object)
    edit_wanted = Signal(str)
    rule_wanted = Signal(str)
    turned = Signal()

    def __init__(
        self,
        start: QWidget,
        read: QWidget,
        session: Session,
        place: Place,
        appearance: Appearance,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        self._place = place
        self._appearance = appearance
        self._start = start
        self._read = read
        self._made: dict[Workspace, Panel] = {}
        self.addWidget(start)
        self.addWidget(read)

    @property
    def in_front(self) -> Workspace | None:
        """The workspace in front, None for the start page."""
        shown = self.currentWidget()
        if shown is self._read:
            return Workspace.READ
        return next((which for which, panel in self._made.items() if panel is shown), None)

    @property
    def carveouts(self) -> CarveoutsWorkspace:
        """The carve-outs."""
        from carveout.gui.carveouts.workspace import CarveoutsWorkspace  # noqa: PLC0415  (not before it is wanted)

        made = self._made.get(Workspace.CARVEOUTS)
        if not isinstance(made, CarveoutsWorkspace):
            made = CarveoutsWorkspace(self._session, self._place, self._appearance)
            made.issue_wanted.connect(self.issue_wanted)
            self._take(Workspace.CARVEOUTS, made)
        return made

    @property
    def remedies(self) -> RemediesPanel:
        """The remedies."""
        from carveout.gui.remedies.panel import RemediesPanel  # noqa: PLC0415

        made = self._made.get(Workspace.REMEDIES)
        if not isinstance(made, RemediesPanel):
            made = RemediesPanel(self._session, self._place, self._appearance)
            self._take(Workspace.REMEDIES, made)
        return made

    @property
    def proofread(self) -> ProofreadWorkspace:
        """The proofreader."""
        from carveout.gui.proofread.workspace import ProofreadWorkspace  # noqa: PLC0415

        made = self._made.get(Workspace.PROOFREAD)
        if not isinstance(made, ProofreadWorkspace):
            made = ProofreadWorkspace(self._session, self._place, self._appearance)
            made.issue_wanted.connect(self.issue_wanted)
            made.rule_wanted.connect(self.rule_wanted)
            self._take(Workspace.PROOFREAD, made)
        return made

    @property
    def issues(self) -> IssuesWorkspace:
        """The issues."""
        from carveout.gui.issues.workspace import IssuesWorkspace  # noqa: PLC0415

        made = self._made.get(Workspace.ISSUES)
        if not isinstance(made, IssuesWorkspace):
            made = IssuesWorkspace(self._session, self._place, self._appearance, self._settings)
            made.edit_wanted.connect(self.edit_wanted)
            self._take(Workspace.ISSUES, made)
        return made

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what brings each workspace to the front, in their order, by the name of its action, and acts there."""
        return {
            "show_read": self.choose_read,
            "show_carveouts": self.show_carveouts,
            "show_remedies": self.show_remedies,
            "show_proofread": self.show_proofread,
            "show_issues": self.show_issues,
            "move_up": partial(self._act_on_issues, "move_up"),
            "move_down": partial(self._act_on_issues, "move_down"),
            "next_page": partial(self._turn_page, 1),
            "previous_page": partial(self._turn_page, -1),
        }

    def choose(self, position: int) -> None:
        """Bring the workspace to the front whose button was pressed, by its position."""
        tuple(self.handlers().values())[position]()

    def choose_read(self) -> None:
        """Have the text brought to the front by who gives it the focus."""
        self.read_chosen.emit()

    def show_start(self) -> None:
        """Bring the start page to the front."""
        self.setCurrentWidget(self._start)
        self.turned.emit()

    def show_read(self) -> None:
        """Bring the text to the front; who shows it gives it the focus."""
        self.setCurrentWidget(self._read)
        self.turned.emit()

    def show_carveouts(self) -> None:
        """Bring the carve-outs to the front."""
        self._bring(self.carveouts)

    def show_remedies(self) -> None:
        """Bring the remedies to the front."""
        self._bring(self.remedies)

    def show_proofread(self) -> None:
        """Bring the proofreader to the front."""
        self._bring(self.proofread)

    def show_workspace(self, which: Workspace) -> None:
        """Bring a workspace to the front by its position."""
        ways = (self.show_read, self.show_carveouts, self.show_remedies, self.show_proofread, self.show_issues)
        ways[which]()

    def show_issues(self) -> None:
        """Bring the issues to the front, the same rows chosen as when they were left."""
        self._bring(self.issues)

    def _act_on_issues(self, what: str, *_checked: object) -> None:
        self.issues.act(what)

    def _turn_page(self, by: int, *_checked: object) -> None:
        if self.panel is not None and self.panel.pages is not None:
            self.panel.pages.turn(by)

    @property
    def panel(self) -> Panel | None:
        """The workspace in front where it is another than the text."""
        which = self.in_front
        return self._made.get(which) if which is not None else None

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes of the workspace in front, in the order in which the focus goes round; none of the text's."""
        return self.panel.around if self.panel is not None else ()

    @property
    def field(self) -> QLineEdit | None:
        """The field that filters what is in front, None where the outline's does."""
        return self.panel.field if self.panel is not None else None

    def _take(self, which: Workspace, panel: Panel) -> None:
        self._made[which] = panel
        panel.text_wanted.connect(self.text_wanted)
        self.addWidget(panel)

    def _bring(self, panel: QWidget) -> None:
        self.setCurrentWidget(panel)
        self.turned.emit()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
