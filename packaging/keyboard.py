"""The guide's page of all actions and keys, made from the window's own table of them.

    python packaging/keyboard.py

writes docs/guide/keyboard.md; a test compares the two.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

if TYPE_CHECKING:
    from collections.abc import Sequence

from carveout.gui.actions import ELSEWHERE, TABLE, Entry, Needs  # noqa: E402  (it lies in the folder above)

TARGET = ROOT / "docs" / "guide" / "keyboard.md"
_WHEN = {
    Needs.NOTHING: "always",
    Needs.DOCUMENT: "a document is open",
    Needs.WRITABLE: "its review can be changed",
    Needs.TEXT: "the text is in front",
    Needs.REVIEWING: "the text is in front, and its review can be changed",
    Needs.ISSUES: "the issues are in front, and its review can be changed",
    Needs.PAGES: "a workspace of several pages is in front",
}
_NAMES = {"Return": "Enter"}
_ABOUT = """# The keyboard

Every action of the menus, with its keys and when it can be taken. **Help > Keyboard shortcuts** (?) shows the keys in
the window, with a field to find one; Ctrl+K finds an action by its name and runs it.

Single letters work while the text is in front and no field has the focus. On macOS, Ctrl is ⌘ and Alt is ⌥. Tab goes on
within a pane, F6 to the next pane, and Esc leaves a field, a peek or a sheet.

![The sheet of keys](../keys.png)
"""


def page() -> str:
    """Return the page."""
    parts = [_ABOUT]
    for menu in dict.fromkeys(entry.menu for entry in TABLE):
        entries = [entry for entry in TABLE if entry.menu == menu]
        rows = [("Action", "Keys", "While"), ("---", "---", "---"), *map(_row, entries)]
        parts.append(f"## {_plain(menu).replace('/', ' > ')}\n\n{_table(rows)}")
    for pane, keys in ELSEWHERE.items():
        told = [("Does", "Keys"), ("---", "---"), *((does, _keys(caps)) for does, caps in keys.items())]
        parts.append(f"## {pane}\n\n{_table(told)}")
    return "\n".join(parts)


def _row(entry: Entry) -> tuple[str, ...]:
    return _plain(entry.text), _keys(entry.keys), _WHEN[entry.needs]


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join("+".join(_NAMES.get(part, part) for part in key.split("+")) for key in keys)


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
