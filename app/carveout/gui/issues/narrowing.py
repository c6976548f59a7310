"""Narrowing, grouping and sorting the issues: a chip for each, which opens what there is to choose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from carveout.gui.filter_row import FilterRow, chip_of
from carveout.gui.inspector.links import button_text
from carveout.gui.issues.rows import Criteria, Grouping, Order
from carveout.review.annotation import AnnotationKind, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carveout.gui.issues.model import IssueModel
    from carveout.gui.settings import Settings

_FACETS = {
    "kinds": "Kind",
    "statuses": "Status",
    "severities": "Severity",
    "tags": "Tag",
    "authors": "By",
    "assignees": "For",
}
_WORDS: dict[str, Iterable[str]] = {"kinds": AnnotationKind, "statuses": Status, "severities": Severity}
"""The facets whose values are words of Carveout's own, not of a reviewer."""
_NOBODY = "nobody"
_MOST = 40
"""Values that a chip offers: the most frequent ones."""


class Narrowing(FilterRow):
    """The chips and the field over a list. `save_wanted` asks for a name to keep the filter under."""

    save_wanted = Signal()

    def __init__(self, model: IssueModel, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Filter the issues", parent)
        self._model = model
        self._settings = settings
        self.facets = {facet: self._chip(name, partial(self._fill_facet, facet)) for facet, name in _FACETS.items()}
        self.mine = self._toggle("Mine")
        self.overdue = self._toggle("Overdue")
        self.grouping = self._chip("", self._fill_grouping)
        self.order = self._chip("", self._fill_order)
        self.saved = self._chip("Filters", self._fill_saved)
        self.field.textChanged.connect(self._on_changed)
        self.tell()

    def apply(self, criteria: Criteria) -> None:
        """Narrow the list, and say so on the chips."""
        self._model.narrow(criteria)
        self.tell()

    def clear(self) -> None:
        """Narrow to nothing; order and groups stay."""
        self.apply(Criteria())

    def tell(self) -> None:
        """Say on the chips how the list is narrowed, grouped and sorted."""
        criteria = self._model.criteria
        for facet, chip in self.facets.items():
            chosen = sorted(one or _NOBODY for one in getattr(criteria, facet))
            chip.setText(button_text(f"{_FACETS[facet]}: {', '.join(chosen)}" if chosen else _FACETS[facet]) + " ▾")
            chip.setChecked(bool(chosen))
        for toggle, on in ((self.mine, criteria.mine), (self.overdue, criteria.overdue)):
            toggle.setChecked(on)
        self.grouping.setText(f"Group: {self._model.grouping} ▾")
        self.order.setText(f"Sort: {self._model.order} ▾")
        self.saved.setText("Filters ▾")
        for chip in (self.grouping, self.order, self.saved):
            chip.setChecked(False)
        if self.field.text() != criteria.words:
            self.field.setText(criteria.words)

    def open_menu(self, chip: QPushButton) -> None:
        """Open what a chip has to choose from."""
        chip.click()

    def _chip(self, text: str, fill: Callable[[QMenu], None]) -> QPushButton:
        chip = chip_of(text, self)
        self.chips.addWidget(chip)
        chip.clicked.connect(partial(self._open, chip, fill))
        return chip

    def _toggle(self, text: str) -> QPushButton:
        chip = chip_of(text, self)
        self.chips.addWidget(chip)
        chip.clicked.connect(self._on_changed)
        return chip

    def _open(self, chip: QPushButton, fill: Callable[[QMenu], None]) -> None:
        self.tell()  # the press has turned the chip
        menu = QMenu(chip)
        fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _fill_facet(self, facet: str, menu: QMenu) -> None:
        chosen: frozenset[str] = getattr(self._model.criteria, facet)
        for value in self._values(facet, chosen):
            said = value.capitalize() if facet in _WORDS else value or _NOBODY
            action = menu.addAction(button_text(said))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(partial(self._choose, facet, value))
        if chosen:
            menu.addSeparator()
            menu.addAction("Any").triggered.connect(partial(self._choose_any, facet))

    def _values(self, facet: str, chosen: frozenset[str]) -> list[str]:
        rows = self._model.rows.values()
        if facet in _WORDS:
            return [str(one) for one in _WORDS[facet]]
        of: dict[str, Callable[[], Iterable[str]]] = {
            "tags": lambda: (tag for row in rows for tag in row.annotation.tags),
            "authors": lambda: (row.annotation.author for row in rows),
            "assignees": lambda: (row.annotation.assignee for row in rows),
        }
        counts = Counter(of[facet]())
        return sorted({*(value for value, _ in counts.most_common(_MOST)), *chosen})

    def _fill_grouping(self, menu: QMenu) -> None:
        self._fill_with(menu, Grouping, self._model.grouping, self._group)

    def _fill_order(self, menu: QMenu) -> None:
        self._fill_with(menu, Order, self._model.order, self._sort)

    def _fill_with(
        self, menu: QMenu, values: Iterable[Grouping | Order], now: str, choose: Callable[[str], None]
    ) -> None:
        together = QActionGroup(menu)
        for value in values:
            action = QAction(value.value.capitalize(), menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            together.addAction(action)
            menu.addAction(action)
            action.triggered.connect(partial(_call, choose, value.value))

    def _fill_saved(self, menu: QMenu) -> None:
        filters = self._settings.filters
        for name in sorted(filters):
            menu.addAction(button_text(name)).triggered.connect(partial(self.take_saved, name))
        if filters:
            menu.addSeparator()
        menu.addAction("Save this filter…").triggered.connect(self.save_wanted)
        if filters:
            forget = menu.addMenu("Forget")
            for name in sorted(filters):
                forget.addAction(button_text(name)).triggered.connect(partial(self._forget, name))

    def take_saved(self, name: str, *_checked: object) -> None:
        """Narrow, group and sort as a saved filter says."""
        from carveout.gui.issues.saved import taken  # noqa: PLC0415  (only where one is)

        criteria, order, grouping = taken(self._settings.filters.get(name, ""))
        self._model.arrange(order, grouping)
        self.apply(criteria)

    def save_as(self, name: str) -> None:
        """Keep the filter under a name."""
        from carveout.gui.issues.saved import written  # noqa: PLC0415

        kept = written(self._model.criteria, self._model.order, self._model.grouping)
        self._settings.filters = {**self._settings.filters, name: kept}

    def _forget(self, name: str, *_checked: object) -> None:
        self._settings.filters = {one: kept for one, kept in self._settings.filters.items() if one != name}

    def _group(self, value: str) -> None:
        self._model.arrange(self._model.order, Grouping(value))
        self.tell()

    def _sort(self, value: str) -> None:
        self._model.arrange(Order(value), self._model.grouping)
        self.tell()

    def _choose(self, facet: str, value: str, *_checked: object) -> None:
        now: frozenset[str] = getattr(self._model.criteria, facet)
        self.apply(replace(self._model.criteria, **{facet: now ^ {value}}))  # type: ignore[arg-type]

    def _choose_any(self, facet: str, *_checked: object) -> None:
        self.apply(replace(self._model.criteria, **{facet: frozenset()}))  # type: ignore[arg-type]

    def _on_changed(self) -> None:
        now = self._model.criteria
        self.apply(replace(now, words=self.field.text(), mine=self.mine.isChecked(), overdue=self.overdue.isChecked()))


def _call(choose: Callable[[str], None], value: str, *_checked: object) -> None:
    choose(value)
