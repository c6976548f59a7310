"""The pane in the middle: the agreement as it is read, going and following with the other panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from carveout.gui.fonts import load_faces_for
from carveout.gui.place import Spot
from carveout.gui.principal import principal
from carveout.gui.text.at_caret import nearest_note
from carveout.gui.text.context_menu import menu_of
from carveout.gui.text.enlarging import Enlarging
from carveout.gui.text.leaves import Leaves
from carveout.gui.text.look import Look
from carveout.gui.text.staying import held_by, keeping_in_sight
from carveout.gui.text.ways import pointed_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.leaf import Leaf
    from carveout.gui.text.sheet import Sheet
    from carveout.gui.text.telling import Telling
    from carveout.review.annotation import Annotation


class TextPane(QWidget):
    """Shows the text of the document; actions that are added to it appear in its context menu after Copy.

    There may be two views of the text. The one in front goes where the place goes; the other stays where it was left.
    `caret_moved` says that the caret of the view in front moved, `note_wanted` carries the id of a note to open.
    """

    caret_moved = Signal()
    note_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        place: Place,
        appearance: Appearance,
        look: Look | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what lies on the desk, as large as `look` says."""
        super().__init__(parent)
        self.setObjectName("textPane")
        self._session = session
        self._place = place
        self.look = look or Look(parent=self)
        self._found: tuple[Span, ...] = ()
        self.leaves = Leaves(appearance, self)
        self.setFocusProxy(self.leaves.front)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.leaves)
        self._appearance = appearance
        self._watch(self.leaves.front)
        self.leaves.turned.connect(self._on_turned)
        Enlarging(self.leaves, self.look)
        session.opened.connect(self._on_opened)
        session.outlined.connect(self._on_outlined)
        session.changed.connect(self._on_changed)
        session.closely_read.connect(self._on_closely_read)
        place.leaving.connect(self._on_leaving)
        place.moved.connect(self._on_moved)
        place.arrived.connect(self._on_arrived)
        self._on_opened()

    @property
    def sheet(self) -> Sheet:
        """The sheet of the view in front."""
        return self.leaves.front.sheet

    @property
    def telling(self) -> Telling:
        """What tells about the words of the view in front."""
        return self.leaves.front.telling

    def split(self) -> Leaf:
        """Show the text in two views and return the one that isn't in front: a new one stands here."""
        before, clause = self.leaves.other, self._place.clause
        if before is not None:
            return before
        made = self.put_beside()
        if clause is not None:
            made.lead(clause)
            made.sheet.bring(*held_by(self.sheet))
        return made

    def put_beside(self, sizes: QByteArray | None = None) -> Leaf:
        """Put a second view beside the only one, of these sizes, and return it: it stands where the text begins."""
        with keeping_in_sight(self.sheet):
            made = self.leaves.split(sizes)
        self._watch(made)
        if self.sheet.laid:
            made.sheet.put_again(self.sheet.laid.copied())
        made.sheet.show_found(self._found)
        self.leaves.show_which()
        return made

    def copy(self) -> None:
        """Copy the words that are selected in the view in front."""
        self.sheet.copy()

    def show_found(self, found: tuple[Span, ...]) -> None:
        """Draw a box around words that were looked for, given in the order of the text."""
        self._found = found
        for leaf in self.leaves.all:
            leaf.sheet.show_found(found)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget between the text and what is above the pane."""
        self._column.insertWidget(0, widget)

    def selection(self) -> Span | None:
        """Return the words that are selected, as code points of the canonical text; None where none are."""
        return self.sheet.selected()

    def follow(self, offset: int, way: int = 0) -> None:
        """Go to what the words at an offset point to, the first of it or another; back returns to these words."""
        pointed = pointed_at(self.sheet.laid, offset) if self.sheet.laid else None
        if pointed is None:
            return
        if not pointed.ways:
            self.telling.tell(offset, self.line_of(offset))
            return
        self.sheet.put_caret(offset)
        self._place.go(pointed.ways[way].clause, pointed.ways[way].span)

    def line_of(self, offset: int) -> QRect:
        """Return where the line of an offset stands in the pane, brought into sight where it wasn't."""
        line = self.leaves.front.line_of(offset)
        return QRect(self.sheet.viewport().mapTo(self, line.topLeft()), line.size())

    def menu(self) -> QMenu:
        """Return the context menu as it would open now; it goes when it is closed."""
        return menu_of(self, self.sheet, self._session.reading, self.follow)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the context menu, on the words under it where none are selected."""
        if self.selection() is None and event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.sheet.viewport().mapFromGlobal(event.globalPos())
            self.sheet.setTextCursor(self.sheet.cursorForPosition(point))
        self.menu().popup(event.globalPos())

    def _watch(self, leaf: Leaf) -> None:
        leaf.moved.connect(self._on_caret_moved)
        leaf.pointer.flag_pressed.connect(self._on_flag_pressed)
        leaf.pointer.followed.connect(self.follow)
        leaf.pointer.note_wanted.connect(self._on_note_wanted)
        leaf.sheet.magnified.connect(self.look.magnify_by)
        leaf.sheet.number(self.look.numbered)
        self._appearance.changed.connect(leaf.sheet.viewport().update)

    def clear(self) -> None:
        """Take the text off the sheet, and the second view away: another is about to come, or none."""
        self.leaves.join()
        self.sheet.put(None)

    def _on_opened(self) -> None:
        reading = self._session.reading
        if reading:
            load_faces_for(reading.text)
        self.leaves.front.clause = None
        self.sheet.lay(reading, self._session.review, self.look.magnification)
        root = principal(reading) if reading else None
        if reading and root is not None:
            self.sheet.bring(reading.outline[root].start, 0)

    def _on_outlined(self, moved: Callable[[int], int]) -> None:
        for leaf in self.leaves.all:
            leaf.clause = None if leaf.clause is None else moved(leaf.clause)

    def _on_changed(self, changes: Changes) -> None:
        reading, front = self._session.reading, self.leaves.front
        for leaf in self.leaves.all:
            if changes.outline and reading:
                leaf.sheet.set_again(reading, self._session.review)
                clause = self._place.clause if leaf is front else leaf.clause
                leaf.sheet.point_out(reading.outline[clause].span if clause is not None else None)
                leaf.tell_where()
            elif changes.annotations:
                leaf.sheet.take_up(self._session.review)

    def _on_moved(self, clause: int, span: Span | None) -> None:
        if self._session.reading is None:
            return
        spot = self._place.spot
        with self.sheet.led():
            self.leaves.front.lead(clause, span)
            if spot:
                self.sheet.put_caret(spot.caret)
                self.sheet.bring(spot.top, spot.share)

    def _on_leaving(self) -> None:
        if self.sheet.laid:
            self._place.note(Spot(self.sheet.caret() or 0, *held_by(self.sheet)))

    def _on_closely_read(self) -> None:
        reading = self._session.reading
        for leaf in self.leaves.all:
            if reading:
                leaf.sheet.read_closely(reading)

    def _on_arrived(self, clause: int) -> None:
        reading = self._session.reading
        if reading:
            self.leaves.front.clause = clause
            self.sheet.point_out(reading.outline[clause].span)

    def _on_turned(self, before: Leaf) -> None:
        before.clause = self._place.clause if before.clause is None else before.clause
        clause = self.leaves.front.clause
        if clause is not None:
            self._place.follow(clause)
        self.caret_moved.emit()

    def _on_caret_moved(self, leaf: Leaf) -> None:
        if leaf is not self.leaves.front:
            return
        reading, offset = self._session.reading, self.sheet.caret()
        if not leaf.sheet.is_led and reading is not None and offset is not None:
            self.sheet.unframe()
            clause = reading.outline.at(offset)
            if clause is not None:
                self._place.follow(clause)
        self.caret_moved.emit()

    def _on_flag_pressed(self, annotation: Annotation) -> None:
        self._place.go(annotation.anchor.clause, annotation.anchor.span)
        self.note_wanted.emit(annotation.id)

    def _on_note_wanted(self) -> None:
        nearest = nearest_note(self.sheet)
        if nearest is not None:
            self._on_flag_pressed(nearest)
