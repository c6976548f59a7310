"""What stands beside the settings of a memo: its preview, which follows them, and printing what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from carveout.gui.memo_sheet.command import command_for
from carveout.gui.preview.making import Making
from carveout.gui.preview.pane import Preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from carveout.gui.appearance import Appearance
    from carveout.gui.memo_sheet.sheet import MemoSheet
    from carveout.gui.preview.printing import Printing
    from carveout.memo.instructions import Instructions
    from carveout.store.matter import Matter

_PRINTING = "Printing"
_NO_PRINTER = "No printer is set up here. Add one in the system's settings, or save the memo as a PDF and print that."
_PRINTED = "The memo went to the printer."


class Beside(QObject):
    """Lays a preview beside the settings of a sheet, and adds a button that prints it. It goes with the sheet."""

    def __init__(self, sheet: MemoSheet, matter: Matter, appearance: Appearance) -> None:
        """Begin to make the memo of a matter as the sheet asks for it."""
        super().__init__(sheet)
        self._sheet = sheet
        self._printing: Printing | None = None
        self._dialog: QPrintDialog | None = None
        self._making = Making(matter, command_for, self)
        self.preview = Preview(self._making, appearance, sheet)
        self.print = sheet.add_button("&Print…")
        sheet.put_beside(self.preview)
        sheet.changed.connect(self._on_changed)
        sheet.finished.connect(self._on_finished)
        self.print.clicked.connect(self._on_print)
        self.preview.settled.connect(self._tell)
        self.preview.work.cancelled.connect(self._on_cancelled)
        self._tell()
        self._follow(sheet.instructions(), at_once=True)

    def print_on(self, printer: QPrinter) -> None:
        """Print the memo that is shown."""
        from carveout.gui.preview.printing import Printing  # noqa: PLC0415  (not before it is wanted)

        printer.setDocName(self._sheet.windowTitle())
        self._printing = Printing(self.preview.pdf, printer, self)
        self._printing.progressed.connect(self.preview.work.progress)
        self._printing.printed.connect(self._on_printed)
        self._printing.failed.connect(self._on_ended)
        self._printing.given_up.connect(self._on_ended)
        self.preview.work.begin(_PRINTING)
        self._tell()
        self._printing.start()

    def _on_changed(self, instructions: Instructions) -> None:
        self._follow(instructions, at_once=False)

    def _follow(self, instructions: Instructions, *, at_once: bool) -> None:
        if instructions.parts:
            self._making.make(instructions, at_once=at_once)
        else:
            self.preview.miss_parts()

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415  (not before it is wanted)

        if not QPrinterInfo.availablePrinterNames():
            self.preview.say(_NO_PRINTER)
            return
        self._dialog = QPrintDialog(QPrinter(QPrinter.PrinterMode.HighResolution), self._sheet)
        self._dialog.setMinMax(1, self.preview.pages.count)
        self._dialog.setFromTo(1, self.preview.pages.count)
        self._dialog.finished.connect(self._on_asked)
        QDialog.open(self._dialog)

    def _on_asked(self, result: int) -> None:
        if self._dialog is not None and result == QDialog.DialogCode.Accepted and self.preview.pdf:
            self.print_on(self._dialog.printer())

    def _on_finished(self) -> None:
        self._making.give_up()
        self._on_cancelled()
        self.preview.pages.show_pages(None)

    def _on_cancelled(self) -> None:
        if self._printing is not None:
            self._printing.cancel()

    def _on_printed(self) -> None:
        self._on_ended(_PRINTED)

    def _on_ended(self, sentence: str = "") -> None:
        if self._printing is not None:
            self._printing.deleteLater()
            self._printing = None
        self.preview.say(sentence)
        self._tell()

    def _tell(self) -> None:
        self.print.setEnabled(bool(self.preview.pdf) and self._printing is None)
