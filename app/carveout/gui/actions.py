"""Every action of the window as a table, and the menus and the sheet of keys that are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class Needs(Enum):
    """What must lie on the desk before an action can be taken."""

    NOTHING = 0
    DOCUMENT = 1
    WRITABLE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An action: its name, its menu, its text with the mnemonic marked, its keys, and what it needs.

    `apart` draws a line above it in the menu.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.DOCUMENT
    apart: bool = False


_N, _W = Needs.NOTHING, Needs.WRITABLE
TABLE = (
    Entry("open", "&File", "&Open …", ("Ctrl+O",), _N),
    Entry("open_sample", "&File", "Open the &sample filing", (), _N),
    Entry("export", "&File", "&Export memo …", ("Ctrl+E",), apart=True),
    Entry("close_matter", "&File", "&Close matter", ("Ctrl+W",)),
    Entry("sign_as", "&File", "Sign notes &as …", (), _N, apart=True),
    Entry("quit", "&File", "&Quit", ("Ctrl+Q",), _N, apart=True),
    Entry("undo", "&Edit", "&Undo", ("Ctrl+Z",), _W),
    Entry("redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), _W),
    Entry("copy_citation", "&Edit", "Copy as &citation", ("Ctrl+Shift+C",), apart=True),
    Entry("filter", "&Edit", "&Filter the outline", ("Ctrl+F",)),
    Entry("note", "&Review", "Add &note", ("N",), _W),
    Entry("issue", "&Review", "Raise &issue", ("I",), _W),
    Entry("question", "&Review", "Ask &question", ("Q",), _W),
    Entry("proposal", "&Review", "&Propose wording", ("P",), _W),
    Entry("read", "&Review", "Mark &read", ("R",), _W, apart=True),
    Entry("clear", "&Review", "Mark c&leared", ("C",), _W),
    Entry("unread", "&Review", "Mark &unread", ("U",), _W),
    Entry("next_unread", "&Review", "Next un&read representation", ("Space",), apart=True),
    Entry("next_representation", "&Review", "Next representation", ("J",)),
    Entry("previous_representation", "&Review", "Previous representation", ("K",)),
    Entry("next_carveout", "&Review", "Next carve-&out", ("E",)),
    Entry("previous_carveout", "&Review", "Previous carve-out", ("Shift+E",)),
    Entry("back", "&Go", "&Back", ("Alt+Left",)),
    Entry("forward", "&Go", "&Forward", ("Alt+Right",)),
    Entry("next_clause", "&Go", "&Next clause", ("Alt+Down",), apart=True),
    Entry("previous_clause", "&Go", "&Previous clause", ("Alt+Up",)),
    Entry("next_pane", "&Go", "Next p&ane", ("F6",), apart=True),
    Entry("previous_pane", "&Go", "Previous pane", ("Shift+F6",)),
    Entry("show_read", "&View", "&Read", ("Ctrl+1",)),
    Entry("show_carveouts", "&View", "&Carve-outs", ("Ctrl+2",)),
    Entry("zoom_in", "&View", "Larger text", ("Ctrl++", "Ctrl+="), apart=True),
    Entry("zoom_out", "&View", "Smaller text", ("Ctrl+-",)),
    Entry("reset_zoom", "&View", "Usual text", ("Ctrl+0",)),
    Entry("theme_system", "&View", "Colours of the &system", (), _N, apart=True),
    Entry("theme_light", "&View", "&Light", (), _N),
    Entry("theme_dark", "&View", "&Dark", (), _N),
    Entry("keys", "&Help", "&Keyboard", ("F1",), _N),
    Entry("about", "&Help", "&About Carveout", (), _N, apart=True),
)


def build(window: QWidget, menus: QMenuBar, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill the menu bar from the table, each action connected to the handler of its name; return them by name."""
    built: dict[str, QAction] = {}
    shown: dict[str, QMenu] = {}
    for entry in TABLE:
        menu = shown.get(entry.menu) or shown.setdefault(entry.menu, menus.addMenu(entry.menu))
        if entry.apart:
            menu.addSeparator()
        action = QAction(entry.text, window)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.triggered.connect(handlers[entry.name])
        menu.addAction(action)
        built[entry.name] = action
    return built


def enable(actions: Mapping[str, QAction], *, document: bool, writable: bool) -> None:
    """Let exactly those actions be taken that have what they need."""
    there = {Needs.NOTHING: True, Needs.DOCUMENT: document, Needs.WRITABLE: writable}
    for entry in TABLE:
        actions[entry.name].setEnabled(there[entry.needs])
