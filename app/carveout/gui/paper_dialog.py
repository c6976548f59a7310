"""Asking which paper is to be written, and where: the kinds of a file dialog are the papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from carveout.memo.papers.kinds import Paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KINDS: dict[str, tuple[Paper, str]] = {
    "Memo for Word (*.docx)": (Paper.MEMO, ".docx"),
    "Agreement for Word, annotations as comments (*.docx)": (Paper.AGREEMENT, ".docx"),
    "Issues for a spreadsheet (*.xlsx)": (Paper.ISSUES, ".xlsx"),
    "Issues as comma-separated values (*.csv)": (Paper.ISSUES, ".csv"),
    "Annotations for other programs, W3C (*.jsonld)": (Paper.ANNOTATIONS, ".jsonld"),
    "Clauses for other programs, Akoma Ntoso (*.xml)": (Paper.CLAUSES, ".xml"),
    "Audit report (*.pdf)": (Paper.AUDIT, ".pdf"),
}


class PaperDialog(QFileDialog):
    """Emits `chosen` with the file and the paper. It offers a name beside the matter that goes with the paper."""

    chosen = Signal(object, object)

    def __init__(self, matter: Path, parent: QWidget | None = None) -> None:
        """Offer the first of the papers of a matter."""
        super().__init__(parent, "Export as")
        self._matter = matter
        self._offered = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDirectory(str(matter.parent))
        self.setNameFilters(list(KINDS))
        self.filterSelected.connect(self._on_kind)
        self.fileSelected.connect(self._on_file)
        self._on_kind(self.selectedNameFilter())

    def _on_kind(self, kind: str) -> None:
        """Offer the name and the ending of a kind, unless the reviewer has named the file already.

        Qt has changed the ending of what stands there by then: the name before it tells.
        """
        paper, ending = KINDS[kind]
        self.setDefaultSuffix(ending)
        named = [Path(name).stem for name in self.selectedFiles()]
        if not self._offered or named == [self._offered]:
            self._offered = f"{self._matter.stem} - {paper}"
            self.selectFile(f"{self._offered}{ending}")

    def _on_file(self, path: str) -> None:
        self.chosen.emit(Path(path), KINDS[self.selectedNameFilter()][0])
