"""The menus: built from the table of actions, each of which can be taken only while it has what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from carveout.gui.actions import TABLE, THEMES, Needs
from carveout.gui.inspector.links import button_text
from carveout.gui.workspaces import PAGED, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from carveout.gui.actions import Entry
    from carveout.gui.place import Place
    from carveout.gui.session import Session


class Menus(QObject):
    """Holds the actions by name, and keeps them in step with the session and the place.

    `told` says that every action was let or kept from being taken by what it needs. `taken` carries the name of an
    action before it is done.
    """

    told = Signal()
    taken = Signal(str)

    def __init__(
        self,
        window: QWidget,
        bar: QMenuBar,
        handlers: Mapping[str, Callable[[], object]],
        submenus: Mapping[str, QMenu],
        session: Session,
        place: Place,
    ) -> None:
        """Fill the bar; an action calls the handler of its name, or opens the submenu of its name."""
        super().__init__(window)
        self._session = session
        self._place = place
        self._text_in_front = False
        self._leads_to_list = False
        self.bar = bar
        self.taken_last = ""
        """The name of the action that was taken last."""
        self.actions = _build(window, bar, handlers, submenus, self._on_triggered)
        session.changed.connect(self._tell_history)
        place.trail_changed.connect(self._tell_trail)

    def tell(self, front: Workspace | None, *, leads_to_list: bool = False) -> None:
        """Let exactly those actions be taken whose needs are met by the workspace in front; back may lead to a list."""
        self._text_in_front = front is Workspace.READ
        self._leads_to_list = leads_to_list
        writable = self._session.writable
        met = {
            Needs.NOTHING: True,
            Needs.DOCUMENT: self._session.reading is not None,
            Needs.WRITABLE: writable,
            Needs.TEXT: self._text_in_front,
            Needs.REVIEWING: self.reviewing,
            Needs.ISSUES: front is Workspace.ISSUES and writable,
            Needs.PAGES: front in PAGED,
        }
        for entry in TABLE:
            self.actions[entry.name].setEnabled(met[entry.needs])
        self._tell_history()
        self._tell_trail()
        self.told.emit()

    @property
    def reviewing(self) -> bool:
        """Tell whether the text is in front and its review can be changed."""
        return self._text_in_front and self._session.writable

    def check_theme(self, choice: str) -> None:
        """Mark the theme that was chosen: `light`, `dark` or `system`."""
        for name, theme in THEMES.items():
            self.actions[name].setChecked(theme == choice)

    def check(self, name: str, *, on: bool) -> None:
        """Mark an action that holds, or take the mark off."""
        self.actions[name].setChecked(on)

    def _on_triggered(self) -> None:
        self.taken_last = self.sender().objectName()
        self.taken.emit(self.taken_last)

    def _tell_history(self) -> None:
        for name, verb, what in (("undo", "&Undo", self._session.undoable), ("redo", "&Redo", self._session.redoable)):
            self.actions[name].setText(f"{verb} {button_text(what)}" if what else verb)
            self.actions[name].setEnabled(what is not None and self._session.writable)

    def _tell_trail(self) -> None:
        self.actions["back"].setEnabled(self._text_in_front and (self._place.can_go_back or self._leads_to_list))
        self.actions["forward"].setEnabled(self._text_in_front and self._place.can_go_forward)


def _menu(bar: QMenuBar, shown: dict[str, QMenu], entry: Entry) -> QMenu:
    """Return the menu that an entry stands in, made where it is the first one there."""
    if entry.menu not in shown:
        above, within, name = entry.menu.rpartition("/")
        if within and entry.apart:
            shown[above].addSeparator()
        shown[entry.menu] = (shown[above] if within else bar).addMenu(name)
        shown[entry.menu].setToolTipsVisible(bool(within))
    return shown[entry.menu]


def _build(
    window: QWidget,
    bar: QMenuBar,
    handlers: Mapping[str, Callable[[], object]],
    submenus: Mapping[str, QMenu],
    take: Callable[[], None],
) -> dict[str, QAction]:
    built: dict[str, QAction] = {}
    shown: dict[str, QMenu] = {}
    themes = QActionGroup(window)
    for entry in TABLE:
        menu = _menu(bar, shown, entry)
        if entry.apart and menu.actions():
            menu.addSeparator()
        if entry.name in submenus:
            built[entry.name] = menu.addMenu(submenus[entry.name])
            continue
        action = QAction(entry.text, window)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setObjectName(entry.name)
        action.triggered.connect(take)  # first, so that it is known when the handler fails
        action.triggered.connect(handlers[entry.name])
        action.setCheckable(entry.checkable or entry.name in THEMES)
        if entry.name in THEMES:
            themes.addAction(action)
        menu.addAction(action)
        built[entry.name] = action
    return built
