"""One view of the text, or two of them: side by side where there is room for that, else one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from carveout.gui.text.leaf import Leaf, focus

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QResizeEvent

    from carveout.gui.appearance import Appearance

_BESIDE = 1120
"""Pixels of width from which two views stand side by side."""


class Leaves(QSplitter):
    """Holds the views. The one in front has or had the focus: it follows the other panes.

    `turned` carries the view that was in front before, when another comes there. `told` says that there are two views
    where there was one, or the other way round, or that they scroll together or no longer do.
    """

    turned = Signal(object)
    told = Signal()

    def __init__(self, appearance: Appearance, pane: QWidget) -> None:
        """Begin with one view."""
        super().__init__(Qt.Orientation.Vertical, pane)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._appearance = appearance
        self._pane = pane
        self.together = False
        self.front = self._made()

    @property
    def all(self) -> tuple[Leaf, ...]:
        """The views, in their order on the screen."""
        found = (self.widget(number) for number in range(self.count()))
        return tuple(leaf for leaf in found if isinstance(leaf, Leaf))

    @property
    def other(self) -> Leaf | None:
        """The view that isn't in front, None where there is but one."""
        return next((leaf for leaf in self.all if leaf is not self.front), None)

    def split(self, sizes: QByteArray | None = None) -> Leaf:
        """Return the other view, made where there was but one, with the room that `saveState` said they had."""
        if self.other is not None:
            return self.other
        made = self._made(shown=False)  # what is shown is laid out at every width that it takes until both have theirs
        self._turn()
        self.setSizes([1, 1])
        if sizes is not None:
            self.restore_sizes(sizes)
        made.show()
        self.refresh()
        made.take_room()
        self.told.emit()
        return made

    def join(self) -> None:
        """Keep the view in front alone."""
        other = self.other
        if other is not None:
            had = other.sheet.hasFocus()
            other.setParent(None)
            other.sheet.laid = None  # Python keeps a view some time after Qt has deleted it, and the reading with it
            other.telling.card.deleteLater()
            other.deleteLater()
            if had:
                focus(self.front)
            self.show_which()
            self.told.emit()

    def scroll_together(self, together: bool) -> None:  # noqa: FBT001  (an action carries it)
        """Scroll both views with either, by as much, or each by itself."""
        self.together = together
        self.told.emit()

    def restore_sizes(self, state: QByteArray) -> None:
        """Give the views the room that `saveState` said they had, where they stand as they stood then."""
        before = self.orientation()
        self.restoreState(state)
        if self.orientation() is not before:
            self.setOrientation(before)
            self.setSizes([1, 1])

    def show_which(self) -> None:
        """Show which view is in front, where there are two."""
        views = self.all
        for leaf in views:
            leaf.head(shown=len(views) > 1, front=leaf is self.front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the views where there is room for them, before they take it: each is laid out once."""
        self._turn()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one view does: two find their room."""
        return self.front.minimumSizeHint()

    def _made(self, *, shown: bool = True) -> Leaf:
        leaf = Leaf(self._appearance, self._pane)
        leaf.setVisible(shown)
        leaf.taken.connect(self._on_taken)
        leaf.scrolled.connect(self._on_scrolled)
        leaf.closing.connect(self._on_closing)
        self.addWidget(leaf)
        return leaf

    def _turn(self) -> None:
        across = Qt.Orientation.Horizontal if self.width() >= _BESIDE else Qt.Orientation.Vertical
        if self.count() > 1 and across is not self.orientation():
            self.setOrientation(across)

    def _on_taken(self, leaf: Leaf) -> None:
        if leaf is not self.front:
            before, self.front = self.front, leaf
            self._pane.setFocusProxy(leaf)
            self.show_which()
            self.turned.emit(before)

    def _on_scrolled(self, leaf: Leaf, pixels: int) -> None:
        if self.together:
            for along in self.all:
                if along is not leaf:
                    along.scroll_by(pixels)

    def _on_closing(self, leaf: Leaf) -> None:
        other = next((one for one in self.all if one is not leaf), None)
        if other is not None:
            self._on_taken(other)
            self.join()
            focus(other)
