"""When something in the program fails: said plainly, logged without a word of any document, and work goes on."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from types import TracebackType


class Failures(QObject):
    """Takes what no one else handled. `failed` carries a sentence for the person."""

    failed = Signal(str)

    def install(self) -> None:
        """Take unhandled exceptions from now on."""
        sys.excepthook = self._take

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log = self._log(kind, trace)
        if sys.stderr is not None:
            print(f"carveout: {kind.__name__}; see {log}", file=sys.stderr)  # noqa: T201
        if isinstance(error, KeyboardInterrupt):
            return
        self.failed.emit(f"Something went wrong in Carveout. Everything saved is safe; a report is in “{log}”.")

    def _log(self, kind: type[BaseException], trace: TracebackType | None) -> Path:
        """Note the kind of the error and the places in the code: its message may quote a document, so it's left out."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
        log = folder / "failures.log"
        places = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace))
        )
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            log.touch(0o600)
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{dt.datetime.now(dt.UTC).isoformat()} {kind.__name__} {places}\n")
        except OSError:
            return Path("the terminal")
        return log
