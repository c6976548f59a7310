"""Reports that leave the matter as files: the audit of its log, and the coverage of its review."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from carveout.review.attest import coverage_csv
from carveout.review.audit import audit_csv, audit_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.session import Session

_CSV, _TXT = ".csv", ".txt"


class Reports(QObject):
    """Asks where a report goes and writes it there."""

    def __init__(self, window: QWidget, session: Session, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notice = notice

    def choose_audit(self) -> None:
        """Ask where the audit report goes and write it."""
        self._choose("Audit report", "audit", f"Table (*{_CSV});;Text (*{_TXT})", self.write_audit)

    def choose_coverage(self) -> None:
        """Ask where the coverage goes and write it."""
        self._choose("Coverage", "coverage", f"Table (*{_CSV})", self.write_coverage)

    def write_audit(self, target: Path) -> None:
        """Write who did what, and when: a table, or text where the name ends so."""
        matter = self._session.matter
        if matter is not None:
            made = audit_text if target.suffix.lower() == _TXT else audit_csv
            self._write(target, made(matter.operations, matter.corrected, matter.head))

    def write_coverage(self, target: Path) -> None:
        """Write which clause was read and cleared by whom, and when."""
        matter = self._session.matter
        if matter is not None:
            self._write(target, coverage_csv(matter.reading, matter.review))

    def _choose(self, title: str, stem: str, kinds: str, write: Callable[[Path], None]) -> None:
        matter = self._session.matter
        if matter is None or not self._session.settle():
            return
        offered = str(matter.path.with_name(f"{matter.path.stem} - {stem}{_CSV}"))
        dialog = QFileDialog(self._window, title, offered, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_CSV)
        dialog.fileSelected.connect(partial(_written, write))
        dialog.open()

    def _write(self, target: Path, report: str) -> None:
        if target.suffix.lower() not in {_CSV, _TXT}:
            self._notice.tell(f"A report is a table or a text; choose a name that ends in {_CSV} or {_TXT}.")
            return
        made = target.with_name(f".{target.name}.part")
        try:
            made.write_text(report, encoding="utf-8-sig" if target.suffix.lower() == _CSV else "utf-8", newline="")
            made.replace(target)
        except OSError:
            made.unlink(missing_ok=True)
            self._notice.tell(f"“{target.name}” could not be written there: choose a folder of your own.")
        else:
            self._notice.tell(f"The report is in “{target.name}”.", done=True)


def _written(write: Callable[[Path], None], path: str) -> None:
    write(Path(path))
