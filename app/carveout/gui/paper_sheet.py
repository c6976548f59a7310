"""File > Export as: which paper is to be written, for whom, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from carveout.gui.labels import PlainLabel
from carveout.gui.memo_sheet.audience import ForWhom
from carveout.gui.save_dialog import offered, save_dialog
from carveout.memo.papers.kinds import Paper

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.memo_sheet.remembering import Remembering
    from carveout.gui.session import Session
    from carveout.store.matter import Matter

KINDS: tuple[tuple[str, Paper, str], ...] = (
    ("Memo for Word", Paper.MEMO, ".docx"),
    ("Agreement for Word, annotations as comments", Paper.AGREEMENT, ".docx"),
    ("Issues for a spreadsheet", Paper.ISSUES, ".xlsx"),
    ("Issues as comma-separated values", Paper.ISSUES, ".csv"),
    ("Annotations for other programs, W3C", Paper.ANNOTATIONS, ".jsonld"),
    ("Clauses for other programs, Akoma Ntoso", Paper.CLAUSES, ".xml"),
    ("Audit report", Paper.AUDIT, ".pdf"),
)
"""What there is to choose from: what it is called, which paper it is, and what its file ends in."""

_TITLE = "Export as"
_FIRM_ALONE = "The audit report tells of internal notes as well, so it is for our firm alone."
_WIDE, _HIGH = 460, 420


class PaperSheet(QDialog):
    """A list of the papers, and for whom. `chosen` carries the file, the Paper and the Audience; the sheet then closes.

    It closes too when another matter is laid on the desk.
    """

    chosen = Signal(object, object, object)

    def __init__(
        self, session: Session, matter: Matter, reading: Reading, remembering: Remembering, parent: QWidget
    ) -> None:
        """Offer the papers of the matter on the desk, the first of them chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self._matter = matter
        self._remembering = remembering
        self.list = QListWidget()
        self.list.setObjectName("listing")
        self.list.setAccessibleName("Papers")
        self.list.addItems([f"{called} ({ending})" for called, _, ending in KINDS])
        self.audience = ForWhom(reading, session.review, remembering.audience(matter.id))
        self.buttons = QDialogButtonBox()
        self.buttons.addButton("&Save as…", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_paper)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self._on_save)
        self.buttons.accepted.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)
        session.opened.connect(self.reject)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        label = PlainLabel("For", name="fieldLabel")
        label.setMinimumHeight(26)
        whom = QHBoxLayout()
        whom.setSpacing(14)
        whom.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        whom.addWidget(self.audience, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(PlainLabel(_TITLE, name="workspaceTitle"))
        layout.addWidget(self.list, 1)
        layout.addLayout(whom)
        layout.addWidget(self.buttons)
        self.resize(_WIDE, _HIGH)

    def _on_paper(self) -> None:
        _, paper, _ = KINDS[self.list.currentRow()]
        self.audience.keep_to_firm(_FIRM_ALONE if paper is Paper.AUDIT else "")

    def _on_save(self) -> None:
        called, paper, ending = KINDS[self.list.currentRow()]
        name = offered(self._matter.path, paper, self.audience.audience, ending)
        dialog = save_dialog(self, _TITLE, name, called)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, path: str) -> None:
        _, paper, _ = KINDS[self.list.currentRow()]
        if paper is not Paper.AUDIT:
            self._remembering.keep_audience(self._matter.id, self.audience.audience)
        self.chosen.emit(Path(path), paper, self.audience.audience)
        self.accept()
