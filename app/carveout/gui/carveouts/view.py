"""The table itself: rows as high as their words need, and keys that decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from carveout.gui.carveouts.delegate import CarveoutDelegate
from carveout.gui.carveouts.rows import Column
from carveout.gui.grid.fitting import Fitting
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.carveouts.model import CarveoutModel, Index

_WIDTHS = {
    Column.CLAUSE: 98,
    Column.KIND: 82,
    Column.SUBJECT: 90,
    Column.REACHES: 98,
    Column.PLACE: 112,
    Column.DECISION: 124,
}
_NARROWEST_WORDS = 250
_GIVE_WAY = (Column.KIND, Column.REACHES, Column.SUBJECT)
"""Columns that make room for the words in a narrow window, in this order: the detail beside the table says the same."""
_VERDICTS = {Qt.Key.Key_A: Verdict.ACCEPT, Qt.Key.Key_N: Verdict.NARROW, Qt.Key.Key_S: Verdict.STRIKE}
_REOPENS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CarveoutTable(QTableView):
    """Carve-outs, one chosen at a time.

    `verdict_wanted` carries a Verdict; the other signals carry nothing. All are about the chosen carve-out.
    """

    verdict_wanted = Signal(object)
    reopening_wanted = Signal()
    issue_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, model: CarveoutModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carveoutTable")
        self.setAccessibleName("Carve-outs")
        self._carveouts = model
        self._words_width = self.columnWidth(Column.WORDS)
        self._delegate = CarveoutDelegate(appearance, self)
        self._rows = Fitting(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(False)
        self._fits = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit_rows)
        self._lay_out_headers()
        model.modelAboutToBeReset.connect(self._rows.forget)
        model.rearranged.connect(self._fit_rows)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        model.dataChanged.connect(self._fit_rows)
        self.doubleClicked.connect(self.text_wanted)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.CLAUSE, Qt.SortOrder.AscendingOrder)

    @property
    def chosen(self) -> int | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view."""
        index = self._carveouts.index(row, Column.CLAUSE)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view where it will stay."""
        self._rows.through(index.row())
        super().scrollTo(index, hint)

    def event(self, event: QEvent) -> bool:
        """Keep the table's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide on A, N and S, reopen on Backspace and Delete, raise an issue on I, show the words on Enter."""
        if not _is_ours(event) or self.chosen is None:
            super().keyPressEvent(event)
        elif event.key() in _OPENS:
            self.text_wanted.emit()
        elif event.key() in _REOPENS:
            self.reopening_wanted.emit()
        elif event.key() == Qt.Key.Key_I:
            self.issue_wanted.emit()
        else:
            self.verdict_wanted.emit(_VERDICTS[Qt.Key(event.key())])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words room enough, and the chosen row in view if it was."""
        before = QRect(QPoint(0, 0), event.oldSize() if event.oldSize().isValid() else event.size())
        in_view = self.visualRect(self.currentIndex()).intersects(before)
        room = self.viewport().width() - sum(_WIDTHS.values())
        for column in _GIVE_WAY:
            gives_way = room < _NARROWEST_WORDS
            self.setColumnHidden(column, gives_way)
            room += _WIDTHS[column] if gives_way else 0
        super().resizeEvent(event)
        if in_view:
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what changed out of sight."""
        super().showEvent(event)
        if not self._fits:
            self._fit_rows()
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another font, once the style has settled on one: it tries several."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fits = False
            self._soon.start()

    def _lay_out_headers(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.sectionResized.connect(self._on_resized)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(26)

    def _on_resized(self, column: int, _old: int, new: int) -> None:
        if column == Column.WORDS:  # the header tells the old width still
            self._words_width = new
            self._fit_rows()

    def _on_range_changed(self, _minimum: int, maximum: int) -> None:
        self.verticalScrollBar().setEnabled(maximum > 0)

    def _fit_rows(self) -> None:
        self._fits = self.isVisible()
        if not self._fits:  # they are fitted when they come into sight
            self._rows.forget()
            return
        widths = tuple(
            0 if self.isColumnHidden(column) else _WIDTHS.get(column, self._words_width) for column in Column
        )
        font, shown = self.font(), self._carveouts

        def height(row: int) -> int:
            return self._delegate.height(shown.row_at(row), shown.decision_at(row), widths, font)

        self._rows.begin(shown.rowCount(QModelIndex()), height)


def _is_ours(event: QKeyEvent) -> bool:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    return event.key() in {*_OPENS, *_REOPENS, *_VERDICTS, Qt.Key.Key_I}
