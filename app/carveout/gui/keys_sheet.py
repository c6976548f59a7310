"""Every key of the window on one sheet, made from the table of actions, menu by menu, with a field to find one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from carveout.gui.actions import ELSEWHERE, TABLE
from carveout.gui.labels import PlainLabel
from carveout.gui.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Keys = tuple[str, tuple[str, ...]]
"""What is done, and the keys that do it, as the system writes them."""
_COLUMN = 330
"""Pixels that a column takes."""
_WIDTH, _HEIGHT = 1080, 900
_SHARE = 0.92
"""The part of the window that the sheet takes at most."""


class KeysSheet(Sheet):
    """All keys in columns; what is typed into the field leaves those that it names."""

    def __init__(self, parent: QWidget) -> None:
        content = QWidget()
        super().__init__("Keyboard shortcuts", content, parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a key: what it does, or the key itself")
        self.field.setAccessibleName("Find a key")
        self.field.setClearButtonEnabled(True)
        self.nothing = PlainLabel("No key does that. Try another word, or look through the menus.", name="emptyState")
        self.groups = [_Group(title, keys) for title, keys in keys_by_group()]
        page = QFrame()
        page.setObjectName("keysPage")
        across = QHBoxLayout(page)
        across.setContentsMargins(28, 22, 28, 22)
        across.setSpacing(40)
        width = min(_WIDTH, round(parent.width() * _SHARE))
        for groups in _in_columns(self.groups, max(1, width // _COLUMN)):
            down = QVBoxLayout()
            down.setSpacing(18)
            for group in groups:
                down.addWidget(group)
            down.addStretch(1)
            across.addLayout(down, 1)
        self.area = area = QScrollArea()
        area.setObjectName("keys")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setAccessibleName("Keys")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(area, 1)
        column.addStretch(0)
        self.nothing.hide()
        self.resize(width, min(_HEIGHT, round(parent.height() * _SHARE)))
        self.field.textChanged.connect(self._narrow)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, wanted: str) -> None:
        words = wanted.casefold().split()
        found = [group.narrow(words) for group in self.groups]
        self.nothing.setVisible(not any(found))
        self.area.setVisible(any(found))


def keys_by_group() -> list[tuple[str, list[Keys]]]:
    """Return every key by the menu, or the pane, that it belongs to, in the order of the menus."""
    menus = dict.fromkeys(entry.menu for entry in TABLE)
    groups = [(_plain(menu.rpartition("/")[2]), _keys_of(menu)) for menu in menus]
    groups += [(pane, [(what, _written(keys)) for what, keys in of.items()]) for pane, of in ELSEWHERE.items()]
    return [(title, keys) for title, keys in groups if keys]


class _Group(QWidget):
    """A heading and its keys, a line each."""

    def __init__(self, title: str, keys: Sequence[Keys]) -> None:
        super().__init__()
        self._lines: list[tuple[QWidget, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(PlainLabel(title.upper(), name="sectionTitle"))
        for what, caps in keys:
            line = _line(what, caps)
            self._lines.append((line, " ".join((title, what, *caps)).casefold()))
            column.addWidget(line)

    def narrow(self, words: Sequence[str]) -> bool:
        """Show the lines that hold all words, and tell whether there are any."""
        for line, told in self._lines:
            line.setVisible(all(word in told for word in words))
        found = any(not line.isHidden() for line, _ in self._lines)
        self.setVisible(found)
        return found


def _line(what: str, caps: Iterable[str]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(PlainLabel(what))
    row.addStretch(1)
    for cap in caps:
        row.addWidget(PlainLabel(cap, name="key"))
    return line


def _in_columns(groups: Sequence[_Group], count: int) -> list[list[_Group]]:
    """Return the groups in so many columns of much the same height, in their order."""
    heights = [group.sizeHint().height() + 18 for group in groups]
    each = sum(heights) / count
    columns: list[list[_Group]] = [[] for _ in range(count)]
    above = 0
    for group, height in zip(groups, heights, strict=True):
        columns[min(count - 1, int((above + height / 2) // each))].append(group)
        above += height
    return columns


def _keys_of(menu: str) -> list[Keys]:
    return [(_plain(entry.text), _written(entry.keys)) for entry in TABLE if entry.menu == menu and entry.keys]


def _written(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
