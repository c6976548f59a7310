"""Choosing which document of a filing to read, where several of them are agreements."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    Index = QModelIndex | QPersistentModelIndex

_ROW = 52
"""Pixels of a row of two lines."""
_BESIDE = 14
_MOST_ROWS = 8
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DATA = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """A document of a filing as it is listed, by its number; None is all of the filing."""

    number: int | None
    name: str
    opening: str
    size: str
    agreement: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The documents of the filing at `path`."""

    path: Path
    rows: tuple[Row, ...]


def choice_of(path: Path, printed: bytes) -> Choice:
    """Return what the child that looked into a filing printed to choose from."""
    found = json.loads(printed)
    rows = [
        Row(
            one["number"],
            visible("   ".join(part for part in (one["type"], one["description"]) if part)),
            visible(one["opening"]),
            _size(one["size"]),
            one["agreement"],
        )
        for one in found["documents"]
    ]
    whole = [Row(None, "The whole filing", "All of its documents, one after the other.", "", agreement=False)]
    return Choice(path, tuple(rows + (whole if found["whole"] else [])))


class ChoosingSheet(QDialog):
    """Asks which document to read. `chosen` carries the filing's path, and the document's number or None for all."""

    chosen = Signal(object, object)

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        """List the documents; the first agreement is chosen until another is."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Choose an agreement")
        self._choice = choice
        self.list = QListWidget()
        self.list.setObjectName("documents")
        self.list.setAccessibleName("Documents of the filing")
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        for row in choice.rows:
            self.list.addItem(_item(row))
        self.list.setMinimumHeight(_ROW * min(_MOST_ROWS, len(choice.rows)) + 4)
        self.list.setMaximumHeight(_ROW * len(choice.rows) + 4)
        first = next((at for at, row in enumerate(choice.rows) if row.agreement), 0)
        self.list.setCurrentRow(first)
        self.list.itemActivated.connect(self._on_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        lead = WrappedText("muted")
        lead.set_text(f"“{self._choice.path.name}” holds several. Each that you open becomes a matter of its own.")
        buttons = QDialogButtonBox()
        buttons.addButton("Open", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_chosen)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel("Which agreement?", name="workspaceTitle"))
        layout.addWidget(lead)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.ensurePolished()  # its height is that of what it wears
        self.resize(640, self.sizeHint().height())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        number = self._choice.rows[self.list.currentRow()].number
        self.accept()
        self.chosen.emit(self._choice.path, number)


class _Delegate(QStyledItemDelegate):
    """Draws what a document is called over its first words, and its size at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(320, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: Row = index.data(_DATA)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(_BESIDE, 7, -_BESIDE, -7)
        upper = QRect(box.x(), box.y(), box.width(), box.height() // 2)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(QGuiApplication.palette().color(quiet))
        width = option.fontMetrics.horizontalAdvance(row.size)
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.size)
        _write(painter, upper.translated(0, upper.height()), row.opening)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold if row.agreement else QFont.Weight.Normal)
        painter.setFont(strong)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        _write(painter, upper.adjusted(0, 0, -width - _BESIDE, 0), row.name)
        painter.restore()


def _write(painter: QPainter, box: QRect, words: str) -> None:
    painter.drawText(box, _LINE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width()))


def _item(row: Row) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(_DATA, row)
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (row.name, row.opening, row.size) if part)
    )
    return item


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} KB"
