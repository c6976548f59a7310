"""The sheet on which a reviewer writes her templates for comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.inspector.growing import GrowingField
from carveout.gui.labels import PlainLabel
from carveout.review.template import Template

if TYPE_CHECKING:
    from carveout.gui.settings import Settings

_TITLE = "Templates for comments"
_ABOUT = "{clause}, {heading} and {quote} stand for what is annotated."


class TemplatesSheet(QDialog):
    """A list of the templates beside the name and the words of the chosen one; kept when it is accepted."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self._settings = settings
        self._templates = list(settings.templates)
        self._filling = False
        self.list = QListWidget()
        self.list.setObjectName("listing")
        self.list.setAccessibleName("Templates")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("Name")
        self.words = GrowingField("commentField")
        self.words.setAccessibleName("Words")
        self.add = QPushButton("&Add")
        self.remove = QPushButton("&Remove")
        self._lay_out()
        self.list.addItems([template.name for template in self._templates])
        self.list.currentRowChanged.connect(self._show)
        self.name.textEdited.connect(self._take)
        self.words.textChanged.connect(self._take)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.setCurrentRow(0)
        self._show()

    def accept(self) -> None:
        """Keep the templates that have words, and close."""
        kept = (Template(one.name.strip() or one.words.strip()[:40], one.words.strip()) for one in self._templates)
        self._settings.templates = tuple(one for one in kept if one.words)
        super().accept()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton("&Save", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("&Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.add, self.remove):
            button.setProperty("look", "segment")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        left.addLayout(row)
        for widget in (self.name, self.words, PlainLabel(_ABOUT, name="muted")):
            right.addWidget(widget)
        right.addStretch(1)
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addLayout(left, 2)
        panes.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(_TITLE, name="workspaceTitle"))
        layout.addLayout(panes, 1)
        layout.addWidget(buttons)
        self.resize(680, 440)

    def _show(self) -> None:
        row = self.list.currentRow()
        chosen = self._templates[row] if 0 <= row < len(self._templates) else None
        self._filling = True
        self.name.setText(chosen.name if chosen else "")
        self.words.setPlainText(chosen.words if chosen else "")
        self._filling = False
        for widget in (self.name, self.words, self.remove):
            widget.setEnabled(chosen is not None)

    def _take(self) -> None:
        row = self.list.currentRow()
        if not self._filling and 0 <= row < len(self._templates):
            self._templates[row] = Template(self.name.text(), self.words.text())
            self.list.item(row).setText(self.name.text())

    def _add(self) -> None:
        self._templates.append(Template("", ""))
        self.list.addItem("")
        self.list.setCurrentRow(len(self._templates) - 1)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._templates[row]
        self.list.takeItem(row)
        self._show()
