"""The strip above the text that says what doesn't tie in the reading: quiet, unfolded and put aside at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.checks.told import can_be_shown, row, told
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.gui.changes import Changes
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_MOST_ROWS = 6
_MOST_LISTED = 2_000


class CheckStrip(QFrame):
    """One line for all findings; Show lists them, a row goes to its place. Dismissed, it stays away for the day."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._session = session
        self._place = place
        self._findings: tuple[Finding, ...] = ()
        self._dismissed: set[str] = set()
        self.line = WrappedText("noticeText")
        self.show_button = _button("Show")
        self.show_button.setCheckable(True)
        self.dismiss = _button("Dismiss")
        self._model = QStringListModel(self)
        self.list = _Rows(self)
        self.list.setModel(self._model)
        self._lay_out()
        self.show_button.toggled.connect(self._on_toggled)
        self.dismiss.clicked.connect(self._on_dismissed)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._on_opened()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 5, 12, 5)
        head.setSpacing(4)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.show_button)
        head.addWidget(self.dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.setFocusProxy(self.show_button)

    def _on_opened(self) -> None:
        self.show_button.setChecked(False)
        self._tell()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            self._tell()

    def _tell(self) -> None:
        matter = self._session.matter
        reading = matter.reading if matter else None  # what doesn't tie, without the proofreader's findings
        self._findings = reading.findings[:_MOST_LISTED] if reading else ()
        self.line.set_text(told(reading.findings) if reading else "")
        self._model.setStringList([visible(row(one, reading)) for one in self._findings] if reading else [])
        self.show_button.setVisible(can_be_shown(self._findings))
        self.setAccessibleName(self.line.accessibleName())
        self.setVisible(bool(self._findings) and matter is not None and matter.id not in self._dismissed)
        self.list.setVisible(self.show_button.isChecked())
        self.list.updateGeometry()

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001  (a signal carries it)
        self.show_button.setText("Hide" if shown else "Show")
        self.list.setVisible(shown)
        if shown:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dismissed(self) -> None:
        if self._session.matter is not None:
            self._dismissed.add(self._session.matter.id)
        self.hide()

    def _on_chosen(self, index: QModelIndex) -> None:
        reading = self._session.reading
        finding = self._findings[index.row()]
        start = finding.span.start if finding.span else None
        clause = finding.clause
        if clause is None and reading and start is not None:
            clause = reading.outline.at(start)
        if clause is not None:
            self._place.go(clause, finding.span or None)


class _Rows(QListView):
    """A list as high as its rows, up to a few."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("checks")
        self.setAccessibleName("What should be looked at")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for the rows there are."""
        rows = min(_MOST_ROWS, self.model().rowCount())
        return QSize(200, rows * max(self.sizeHintForRow(0), 1) + 10)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return QSize(100, self.sizeHint().height())


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "quiet")
    return button
