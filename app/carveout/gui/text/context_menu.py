"""The context menu of the text: copying, the ways on from the words at the caret, and what else the pane can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from carveout.gui.labels import unmarked
from carveout.gui.text.ways import named

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.text.pane import TextPane

_MOST_WAYS = 12
"""Ways that the menu offers from one reference."""


def menu_of(pane: TextPane, reading: Reading | None) -> QMenu:
    """Return the menu for the words at the caret as they are now; it goes when it is closed."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = menu.addAction("Copy")
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setEnabled(pane.selection() is not None)
    copy.triggered.connect(pane.copy)
    pointed = pane.pointed()
    if reading is not None and pointed is not None and pointed.ways:
        for number, way in enumerate(pointed.ways[:_MOST_WAYS]):
            leading = menu.addAction(unmarked(f"Go to {named(reading, way)}"))
            leading.triggered.connect(partial(pane.follow, pointed.span.start, number))
        menu.addSeparator()
    menu.addActions(pane.actions())
    return menu
