"""What the menus can do, as rows to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from carveout.gui.actions import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from carveout.gui.menus import Menus

_AT_FIRST = (
    "find",
    "next_unread",
    "next_representation",
    "next_carveout",
    "issue",
    "note",
    "xray",
    "export",
    "open",
    "open_sample",
    "keys",
)
"""What is offered before anything is typed, where nothing was used before it."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action: what it does in words, the menu it stands in, its first key, and whether it can be taken now."""

    title: str
    menu: str
    key: str
    possible: bool
    action: QAction


def commands(menus: Menus) -> tuple[Command, ...]:
    """Return every action of the menus in their order; a menu within another gives what it holds."""
    made: list[Command] = []
    for entry in TABLE:
        action = menus.actions[entry.name]
        menu = _plain(entry.menu.replace("/", " › "))
        within = action.menu()
        if isinstance(within, QMenu):
            within.aboutToShow.emit()
            title = _plain(action.text())
            made += [_command(one, f"{menu} › {title}") for one in within.actions() if not one.isSeparator()]
        else:
            made.append(_command(action, menu))
    return tuple(made)


def matching(among: Sequence[Command], typed: str) -> list[Command]:
    """Return the commands in whose title or menu each word typed begins a word.

    Those that can be taken come first, and of them those whose title begins so.
    """
    words = typed.casefold().split()
    found = [one for one in among if all(_begins(f"{one.title} {one.menu}", word) for word in words)]
    start = " ".join(words)
    return sorted(found, key=lambda one: (not one.possible, not one.title.casefold().startswith(start)))


def at_first(menus: Menus, among: Sequence[Command], used: Iterable[QAction]) -> tuple[list[Command], list[Command]]:
    """Return the commands that were used last, and others that are often wanted; none that can't be taken."""
    by_action = {id(one.action): one for one in among if one.possible}
    recent = [by_action[id(action)] for action in used if id(action) in by_action]
    often = [by_action.get(id(menus.actions[name])) for name in _AT_FIRST]
    return recent, [one for one in often if one is not None and one not in recent]


def _command(action: QAction, menu: str) -> Command:
    keys = action.shortcuts()
    key = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    return Command(_plain(action.text()), menu, key, action.isEnabled(), action)


def _plain(text: str) -> str:
    """Return a menu's text without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _begins(text: str, word: str) -> bool:
    said = text.casefold().replace("-", " ").split()
    return any(one.startswith(word) for one in (*said, *text.casefold().split()))
