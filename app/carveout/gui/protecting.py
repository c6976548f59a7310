"""File > Protect with a passphrase, and Remove protection: the matter on the desk is written anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.folders import backups_folder
from carveout.gui.passphrases import NewPassphraseSheet
from carveout.gui.rewriting import RewritingSheet
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.menus import Menus
    from carveout.gui.papers import Papers
    from carveout.gui.session import Session
    from carveout.store.passphrase import Key

_PROTECTED = "“{}” is protected: it is opened by its passphrase alone, and so are its backups."
_OPEN = "“{}” is not protected any more: whoever has the file can read it."


class Protecting(QObject):
    """Protects the matter on the desk, or takes its protection away, and lays it back."""

    def __init__(self, window: QWidget, session: Session, papers: Papers, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._papers = papers
        self._notice = notice
        self._menus: Menus | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions call."""
        return {"protect": self.ask, "unprotect": self.unprotect}

    def keep(self, menus: Menus) -> None:
        """Keep the two actions in step with the matter."""
        self._menus = menus
        menus.told.connect(self._tell)
        self._tell()

    def ask(self) -> None:
        """Ask for a passphrase, and protect by it."""
        from carveout.store.errors import NoProtectionError  # noqa: PLC0415  (not before the window shows)
        from carveout.store.passphrase import can_protect  # noqa: PLC0415

        if self._session.matter is None:
            return
        if not can_protect():
            self._notice.tell(str(NoProtectionError()))
            return
        sheet = NewPassphraseSheet(self._session.matter.path, self._window)
        sheet.given.connect(self.protect)
        sheet.open()

    def protect(self, passphrase: str) -> None:
        """Protect the matter on the desk by a passphrase."""
        from carveout.store.passphrase import new_key  # noqa: PLC0415

        self._write_anew(partial(new_key, passphrase), "Protecting “{}”", _PROTECTED)

    def unprotect(self) -> None:
        """Take the protection of the matter on the desk away."""
        self._write_anew(lambda: None, "Taking the protection of “{}” away", _OPEN)

    def _write_anew(self, new: Callable[[], Key | None], title: str, told: str) -> None:
        """Write the matter anew under a key whose making takes a while."""
        matter = self._session.matter
        if matter is None or not self._papers.lay_aside():
            return
        sheet = RewritingSheet(title.format(matter.path.name), self._window)
        sheet.errand.done.connect(partial(self._on_written, matter.path, matter.key, told))
        sheet.begin(partial(_rewritten, matter.path, matter.key, new))

    def _on_written(self, path: Path, old: Key | None, told: str, new: Key | None, wrong: Exception | None) -> None:
        self._papers.bring_back(path, old if wrong else new)
        if wrong is not None and not isinstance(wrong, MatterError):
            raise wrong
        self._notice.tell(str(wrong) if wrong else told.format(path.name), done=not wrong)

    def _tell(self) -> None:
        if self._menus is not None:
            matter = self._session.matter
            can = matter is not None and not matter.read_only
            self._menus.actions["protect"].setEnabled(can and matter is not None and matter.key is None)
            self._menus.actions["unprotect"].setEnabled(can and matter is not None and matter.key is not None)


def _rewritten(path: Path, old: Key | None, new: Callable[[], Key | None]) -> Key | None:
    """Write a matter anew and return its key."""
    from carveout.store.protection import rewrite  # noqa: PLC0415  (not before it is wanted)

    key = new()
    rewrite(path, old, key, backups_folder())
    return key
