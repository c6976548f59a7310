"""What stands above the panes: the workspaces, a notice, and the work under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenuBar,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from carveout.gui.finding.box import SearchBox
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import ElidedLabel, plain_tooltip
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_WIDE = 1180
"""Pixels of a header that has room for the deal's name and all words of the search box."""
_TITLED = 1040
"""Pixels of one that has room for some of the name."""


class Header(QWidget):
    """The menus, one button for each workspace, what the deal is called, and the box that finds things.

    `chosen` carries a workspace's position, `search_wanted` nothing. Workspaces are given as their names and keys.
    """

    chosen = Signal(int)
    search_wanted = Signal()

    def __init__(self, *workspaces: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar(self)
        self.menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._title = ElidedLabel(name="dealTitle")
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        gives_way = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        gives_way.setRetainSizeWhenHidden(True)
        self._title.setSizePolicy(gives_way)
        self._buttons = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 16, 5)
        layout.setSpacing(4)
        layout.addWidget(self.menus)
        layout.addSpacing(12)
        for position, (name, key) in enumerate(workspaces):
            button = QPushButton(name)
            button.setObjectName("workspace")
            button.setCheckable(True)
            button.setToolTip(plain_tooltip(f"{name} ({key})"))
            self._buttons.addButton(button, position)
            layout.addWidget(button)
        layout.addWidget(self._title, 1)
        self._box = SearchBox()
        layout.addSpacing(8)
        layout.addWidget(self._box)
        self._box.clicked.connect(self.search_wanted)
        self._buttons.idClicked.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the menus and workspaces their room in a narrow window."""
        super().resizeEvent(event)
        self._box.be_brief(event.size().width() < _WIDE)
        self._title.setVisible(event.size().width() >= _TITLED)

    def show_deal(self, title: str) -> None:
        """Show the workspaces of a deal, or without a title the menus alone."""
        self._title.setText(title)
        for button in self._buttons.buttons():
            button.setVisible(bool(title))

    def show_chosen(self, position: int) -> None:
        """Show which workspace is in front."""
        self._buttons.button(position).setChecked(True)


class NoticeBar(QFrame):
    """One sentence for a person, a way on where there is one, and a way to put it aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.text = WrappedText("noticeText")
        self.way_on = QPushButton()
        self.way_on.setProperty("look", "primary")
        self.aside = QPushButton("Dismiss")
        self.aside.setProperty("look", "quiet")
        self._act: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.way_on)
        layout.addWidget(self.aside)
        self.way_on.clicked.connect(self._on_taken)
        self.aside.clicked.connect(self.hide)
        self.hide()

    def tell(
        self, sentence: str, way_on: str = "", act: Callable[[], object] | None = None, *, done: bool = False
    ) -> None:
        """Show a sentence until it is put aside, with a button for the way on if there is one.

        `done` says that it tells of something that went well, so that it doesn't look like a warning.
        """
        self._act = act
        self.setProperty("done", done)
        self.style().polish(self)
        self.text.set_text(sentence)
        self.way_on.setText(way_on)
        self.way_on.setVisible(act is not None)
        self.setFocusProxy(self.way_on if act is not None else self.aside)
        self.setAccessibleName(visible(sentence))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

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
        self._begun = ""
        self._what = ElidedLabel(name="status")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(280)
        self.cancel = QPushButton("Cancel")
        self.cancel.setProperty("look", "quiet")
        self.cancel.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(14)
        layout.addWidget(self._bar)
        layout.addWidget(self._what, 1)
        layout.addWidget(self.cancel)
        self.cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self.cancel)
        self.hide()

    def begin(self, what: str) -> None:
        """Show that work has begun."""
        self._begun = what
        self._what.setText(visible(f"{what}…"))
        self._bar.setAccessibleName(visible(what))
        self._bar.setRange(0, 0)
        self.show()

    def progress(self, done: int, total: int, stage: str) -> None:
        """Show how far the work is and what is being done; without a total, that it goes on."""
        told = visible(f"{self._begun}  ·  {stage}…")
        if told != self._what.text():
            self._what.setText(told)
            self._bar.setAccessibleDescription(visible(stage))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
