"""Asking for the passphrase of a matter that is protected by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.errand import Errand
from carveout.gui.passphrases import PassphraseSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.store.passphrase import Key

_GIVEN_UP = (
    "“{}” stays closed: three passphrases were wrong. Open it again to try others, or ask whoever protected it; a "
    "passphrase that is lost can't be brought back."
)


class Unlocking(QObject):
    """Asks for a passphrase, a few times. `unlocked` carries the matter's path and the Key that opens it."""

    unlocked = Signal(object, object)

    def __init__(self, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice

    def ask(self, path: Path) -> None:
        """Ask for the passphrase of the matter at a path."""
        sheet = PassphraseSheet(path, self._window)
        sheet.given.connect(partial(self._on_given, sheet))
        sheet.given_up.connect(self._on_given_up)
        sheet.open()

    def _on_given(self, sheet: PassphraseSheet, path: Path, passphrase: str) -> None:
        from carveout.store.passphrase import key_for  # noqa: PLC0415  (only where a matter is protected)

        errand = Errand(sheet)
        errand.done.connect(partial(self._on_tried, sheet, path))
        errand.begin(partial(key_for, path, passphrase))

    def _on_tried(self, sheet: PassphraseSheet, path: Path, key: Key | None, wrong: Exception | None) -> None:
        from carveout.store.errors import MatterError  # noqa: PLC0415

        if not sheet.isVisible():
            return
        if isinstance(wrong, MatterError):
            sheet.tell_wrong(str(wrong))
            return
        sheet.accept()
        if wrong is not None:
            raise wrong
        self.unlocked.emit(path, key)

    def _on_given_up(self, path: Path) -> None:
        self._notice.tell(_GIVEN_UP.format(path.name))
