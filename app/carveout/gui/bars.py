"""What stands above the panes: the workspaces, a notice, and the work under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class WorkspaceBar(QWidget):
    """One button for each workspace. `chosen` carries its position."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.title = PlainLabel(name="dealTitle")
        self._buttons = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 16, 6)
        layout.setSpacing(4)
        for position, name in enumerate(names):
            button = QPushButton(name)
            button.setObjectName("workspace")
            button.setCheckable(True)
            self._buttons.addButton(button, position)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.title)
        self._buttons.idClicked.connect(self.chosen)

    def show_chosen(self, position: int) -> None:
        """Show which workspace is in front."""
        self._buttons.button(position).setChecked(True)


class NoticeBar(QFrame):
    """One sentence for a person, a way on where there is one, and a way to put it aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.text = PlainLabel(name="noticeText", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.way_on = QPushButton()
        self.way_on.setProperty("look", "primary")
        self._aside = QPushButton("Dismiss")
        self._aside.setProperty("look", "quiet")
        self._act: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.way_on)
        layout.addWidget(self._aside)
        self.way_on.clicked.connect(self._on_taken)
        self._aside.clicked.connect(self.hide)
        self.hide()

    def tell(self, sentence: str, way_on: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence until it is put aside, with a button for the way on if there is one."""
        self._act = act
        self.text.setText(sentence)
        self.way_on.setText(way_on)
        self.way_on.setVisible(act is not None)
        self.setAccessibleName(sentence)
        self.show()

    def _on_taken(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


class WorkBar(QFrame):
    """What is being done, how far it is, and Cancel. `cancelled` says that the person wants it to end."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workBar")
        self._what = PlainLabel(name="status")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(360)
        self._cancel = QPushButton("Cancel")
        self._cancel.setProperty("look", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(14)
        layout.addWidget(self._what)
        layout.addWidget(self._bar, 1)
        layout.addStretch(1)
        layout.addWidget(self._cancel)
        self._cancel.clicked.connect(self.cancelled)
        self.hide()

    def begin(self, what: str) -> None:
        """Show that work has begun."""
        self._what.setText(f"{what} …")
        self._bar.setRange(0, 0)
        self.show()

    def progress(self, done: int, total: int, _stage: str) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
