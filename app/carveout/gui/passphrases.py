"""Sheets for a passphrase: the one that a matter has, and the one that it is to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

TRIES = 3
SHORTEST = 8
_LOST = (
    "Whoever opens “{name}” is asked for this passphrase, and so is whoever opens its backups. It is kept nowhere: "
    "if it is lost, the matter is lost. Nobody can bring it back. Earlier backups without a passphrase are deleted."
)
_SHORT = f"Take at least {SHORTEST} characters; a few words are easier to keep in mind."


class PassphraseSheet(QDialog):
    """Asks for the passphrase of a matter, and stays until that was right, or it is let go.

    `given` carries the matter's path and a passphrase; `given_up`, after three that were wrong, the path.
    """

    given = Signal(object, str)
    given_up = Signal(object)

    def __init__(self, matter: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Passphrase")
        self._matter = matter
        self._wrong = 0
        self.field = _field("Passphrase")
        self.told = _told(f"“{matter.name}” is protected.")
        buttons, self._open = _buttons("Open")
        buttons.accepted.connect(self._on_given)
        buttons.rejected.connect(self.reject)
        _lay_out(self, "Passphrase", (self.told, self.field, buttons))

    def tell_wrong(self, sentence: str) -> None:
        """Say that what was given is wrong; after the last try, close."""
        self._wrong += 1
        if self._wrong == TRIES:
            self.reject()
            self.given_up.emit(self._matter)
            return
        self._wait(waiting=False)
        left = TRIES - self._wrong
        self.told.set_text(f"{sentence} {left} {'try' if left == 1 else 'tries'} left.")
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self) -> None:
        self._wait(waiting=True)  # it takes a moment to try one
        self.given.emit(self._matter, self.field.text())

    def _wait(self, *, waiting: bool) -> None:
        self.field.setReadOnly(waiting)
        self._open.setDisabled(waiting)


class NewPassphraseSheet(QDialog):
    """Asks for a passphrase to protect a matter by, twice, and says what comes of losing it. `given` carries it."""

    given = Signal(str)

    def __init__(self, matter: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Protect with a passphrase")
        self.field, self.again = _field("Passphrase"), _field("The passphrase again")
        self.told = _told(_SHORT)
        buttons, self.protect = _buttons("Protect")
        buttons.accepted.connect(self._on_given)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._tell)
        self.again.textChanged.connect(self._tell)
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(PlainLabel("Passphrase"), self.field)
        rows.addRow(PlainLabel("Again"), self.again)
        lead = _told(_LOST.format(name=matter.name))
        _lay_out(self, "Protect with a passphrase", (lead, form, self.told, buttons))
        self._tell()

    def _tell(self) -> None:
        first, second = self.field.text(), self.again.text()
        long_enough = len(first) >= SHORTEST
        self.told.set_text(_SHORT if not long_enough else "" if first == second else "The two are not the same yet.")
        self.protect.setEnabled(long_enough and first == second)

    def _on_given(self) -> None:
        passphrase = self.field.text()
        self.accept()
        self.given.emit(passphrase)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


def _told(words: str) -> WrappedText:
    text = WrappedText("muted")
    text.set_text(words)
    return text


def _buttons(way_on: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the buttons of a sheet, and the one of them that leads on."""
    buttons = QDialogButtonBox()
    leads_on = buttons.addButton(way_on, QDialogButtonBox.ButtonRole.AcceptRole)
    leads_on.setDefault(True)
    buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
    return buttons, leads_on


def _lay_out(sheet: QDialog, title: str, parts: tuple[QWidget, ...]) -> None:
    layout = QVBoxLayout(sheet)
    layout.setContentsMargins(28, 24, 28, 20)
    layout.setSpacing(12)
    layout.addWidget(PlainLabel(title, name="workspaceTitle"))
    for part in parts:
        layout.addWidget(part)
    sheet.ensurePolished()  # its height is that of what it wears
    sheet.resize(460, sheet.sizeHint().height())
