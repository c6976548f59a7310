"""Asking for the passphrase of a matter that is protected by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.passphrases import PassphraseSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar

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
        self._asking: PassphraseSheet | None = None

    def ask(self, path: Path) -> None:
        """Ask for the passphrase of the matter at a path."""
        self._asking = PassphraseSheet(path, self._window)
        self._asking.given.connect(self._on_given)
        self._asking.given_up.connect(self._on_given_up)
        self._asking.open()

    def _on_given(self, path: Path, passphrase: str) -> None:
        from carveout.store.errors import MatterError  # noqa: PLC0415
        from carveout.store.passphrase import key_for  # noqa: PLC0415  (only where a matter is protected)

        try:
            key = key_for(path, passphrase)
        except MatterError as error:
            if self._asking is not None:
                self._asking.tell_wrong(str(error))
            return
        if self._asking is not None:
            self._asking.accept()
            self._asking = None
        self.unlocked.emit(path, key)

    def _on_given_up(self, path: Path) -> None:
        self._notice.tell(_GIVEN_UP.format(path.name))
