"""The pane in the middle: the agreement as it is read, going and following with the other panes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from carveout.gui.fonts import load_faces_for
from carveout.gui.labels import unmarked
from carveout.gui.place import Spot
from carveout.gui.principal import principal
from carveout.gui.text.pointer import Pointer
from carveout.gui.text.sheet import Sheet
from carveout.gui.text.staying import held_by
from carveout.gui.text.telling import Telling
from carveout.gui.text.ways import Pointed, named, pointed_at

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation

_STEP = 1.1
_SMALLEST, _LARGEST = -4, 9
_UPPER = 0.22
_MOST_WAYS = 12
"""Ways that the context menu offers from one reference."""


class TextPane(QWidget):
    """Shows the text of the document; actions that are added to it appear in its context menu after Copy."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("textPane")
        self._session = session
        self._place = place
        self._zoom = 0
        self._leading = False
        self.sheet = Sheet(appearance, self)
        self.sheet.setPlaceholderText("Open an agreement to read it here.")
        self.setFocusProxy(self.sheet)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.sheet)
        self.sheet.cursorPositionChanged.connect(self._on_caret_moved)
        self.telling = Telling(self.sheet, self)
        self._pointer = Pointer(self.sheet)
        self._pointer.flag_pressed.connect(self._on_flag_pressed)
        self._pointer.followed.connect(self.follow)
        self.sheet.magnified.connect(self._on_magnified)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.closely_read.connect(self._on_closely_read)
        place.leaving.connect(self._on_leaving)
        place.moved.connect(self._on_moved)
        place.arrived.connect(self._on_arrived)
        appearance.changed.connect(self.sheet.viewport().update)
        self._on_opened()

    def put_above(self, widget: QWidget) -> None:
        """Put a widget between the text and what is above the pane."""
        self._column.insertWidget(0, widget)

    def selection(self) -> Span | None:
        """Return the words that are selected, as code points of the canonical text; None where none are."""
        return self.sheet.selected()

    def pointed(self) -> Pointed | None:
        """Return what the words at the caret point to, or else those that end there."""
        laid, offset = self.sheet.laid, self.sheet.caret()
        if laid is None or offset is None:
            return None
        return pointed_at(laid, offset) or pointed_at(laid, max(0, offset - 1))

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
        viewport = self.sheet.viewport()
        for brought in (False, True):
            cursor = QTextCursor(self.sheet.textCursor())
            cursor.setPosition(self.sheet.laid.page.offsets.position(offset) if self.sheet.laid else 0)
            line = self.sheet.cursorRect(cursor)
            if brought or viewport.rect().contains(line.center()):
                break
            self.sheet.bring(offset, _UPPER)
        return QRect(viewport.mapTo(self, line.topLeft()), line.size())

    def zoom_in(self) -> None:
        """Make the text larger."""
        self._magnify(self._zoom + 1)

    def zoom_out(self) -> None:
        """Make the text smaller."""
        self._magnify(self._zoom - 1)

    def reset_zoom(self) -> None:
        """Give the text its usual size."""
        self._magnify(0)

    def menu(self) -> QMenu:
        """Return the context menu as it would open now; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy")
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.selection() is not None)
        copy.triggered.connect(self.sheet.copy)
        self._add_ways(menu)
        menu.addActions(self.actions())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the context menu, on the words under it where none are selected."""
        if self.selection() is None and event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.sheet.viewport().mapFromGlobal(event.globalPos())
            self.sheet.setTextCursor(self.sheet.cursorForPosition(point))
        self.menu().popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text from beside the column, too."""
        QCoreApplication.sendEvent(self.sheet.verticalScrollBar(), event)

    def _add_ways(self, menu: QMenu) -> None:
        reading, pointed = self._session.reading, self.pointed()
        if reading is None or pointed is None or not pointed.ways:
            return
        for number, way in enumerate(pointed.ways[:_MOST_WAYS]):
            leading = menu.addAction(unmarked(f"Go to {named(reading, way)}"))
            leading.triggered.connect(partial(self.follow, pointed.span.start, number))
        menu.addSeparator()

    def _on_opened(self) -> None:
        reading = self._session.reading
        if reading:
            load_faces_for(reading.text)
        self._leading = True
        self.sheet.lay(reading, self._session.review, _STEP**self._zoom)
        root = principal(reading) if reading else None
        if reading and root is not None:
            self.sheet.bring(reading.outline[root].start, 0)
        self._leading = False

    def _on_changed(self, changes: Changes) -> None:
        reading, clause = self._session.reading, self._place.clause
        if changes.outline and reading:
            self._leading = True
            self.sheet.set_again(reading, self._session.review)
            self._leading = False
            self.sheet.point_out(reading.outline[clause].span if clause is not None else None)
        elif changes.annotations:
            self.sheet.take_up(self._session.review)

    def _on_moved(self, clause: int, span: Span | None) -> None:
        reading = self._session.reading
        if reading is None:
            return
        named = reading.outline[clause]
        self._leading = True
        spot = self._place.spot
        self.sheet.lead_to(spot.caret if spot else span.start if span else named.start, span)
        if spot:
            self.sheet.bring(spot.top, spot.share)
        self._leading = False
        self.sheet.point_out(named.span)

    def _on_leaving(self) -> None:
        if self.sheet.laid:
            self._place.note(Spot(self.sheet.caret() or 0, *held_by(self.sheet)))

    def _on_closely_read(self) -> None:
        reading = self._session.reading
        if reading:
            self.sheet.read_closely(reading)

    def _on_arrived(self, clause: int) -> None:
        reading = self._session.reading
        if reading:
            self.sheet.point_out(reading.outline[clause].span)

    def _on_caret_moved(self) -> None:
        reading, offset = self._session.reading, self.sheet.caret()
        if self._leading or reading is None or offset is None:
            return
        self.sheet.unframe()
        clause = reading.outline.at(offset)
        if clause is not None:
            self._place.follow(clause)

    def _on_flag_pressed(self, annotation: Annotation) -> None:
        self._place.go(annotation.anchor.clause, annotation.anchor.span)

    def _on_magnified(self, steps: int) -> None:
        self._magnify(self._zoom + steps)

    def _magnify(self, zoom: int) -> None:
        zoom = max(_SMALLEST, min(zoom, _LARGEST))
        if zoom == self._zoom:
            return
        self._zoom = zoom
        self._leading = True
        self.sheet.magnify(self._session.review, _STEP**zoom)
        self._leading = False
