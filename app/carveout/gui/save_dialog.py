"""Asking where a paper goes: beside its matter, under a name that says what it is and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from carveout.memo.instructions import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def save_dialog(parent: QWidget, title: str, offered: Path, kind: str) -> QFileDialog:
    """Return a dialog that asks for a file of a kind and offers a name; it goes away with its closing."""
    dialog = QFileDialog(parent, title, str(offered), f"{kind} (*{offered.suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(offered.suffix)
    return dialog


def offered(matter: Path, paper: str, audience: Audience, ending: str) -> Path:
    """Return the file that a paper of a matter goes to unless somebody says otherwise.

    One for the client never has the name of the firm's own: neither can take the other's place.
    """
    whom = " for the client" if audience is Audience.CLIENT else ""
    return matter.with_name(f"{matter.stem} - {paper}{whom}{ending}")
