"""The context menu of the text: copying, and the ways on from the words at the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from carveout.gui.labels import unmarked
from carveout.gui.text.at_caret import pointed
from carveout.gui.text.ways import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from carveout.agreement.reading import Reading
    from carveout.gui.text.sheet import Sheet

_MOST_WAYS = 12
"""Ways that the menu offers from one reference."""


def menu_of(pane: QWidget, sheet: Sheet, reading: Reading | None, follow: Callable[[int, int], None]) -> QMenu:
    """Return the menu for the words at the caret as they are now; it goes when it is closed.

    `follow` goes to what the words at an offset point to, by the number of the way. What else the pane can do, its own
    actions, comes below.
    """
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = menu.addAction("Copy")
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setEnabled(sheet.selected() is not None)
    copy.triggered.connect(sheet.copy)
    found = pointed(sheet)
    if reading is not None and found is not None and found.ways:
        for number, way in enumerate(found.ways[:_MOST_WAYS]):
            leading = menu.addAction(unmarked(f"Go to {named(reading, way)}"))
            leading.triggered.connect(partial(follow, found.span.start, number))
        menu.addSeparator()
    menu.addActions(pane.actions())
    return menu
