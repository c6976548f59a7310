"""When something in the program fails: said plainly, reported without a word of any document, and work goes on."""

from __future__ import annotations

import re
import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from carveout.gui.reports import places_of, write_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from carveout.gui.main_window import MainWindow
    from carveout.gui.session import Session

_AGAIN = 3.0
"""Seconds within which the same failure is the same: what fails as it is painted fails with every frame."""
_SPEAKER = re.compile(r"[\w:]*")


class Failures(QObject):
    """Takes what no one else handled. `failed` carries a sentence for the person."""

    failed = Signal(str)

    def __init__(
        self, window: MainWindow | None = None, session: Session | None = None, parent: QObject | None = None
    ) -> None:
        """Tell in each report what `window` was asked for last, and the id of what lies on the desk."""
        super().__init__(parent)
        self._window = window
        self._session = session
        self._last: tuple[str, float] = "", 0.0
        self._before: list[Callable[[], object]] = []

    def install(self) -> None:
        """Take unhandled exceptions and Qt's messages from now on."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._take, self._take_thread, self._take_unraisable
        handler = qInstallMessageHandler(self._on_message)

        def put_back() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            qInstallMessageHandler(handler)

        self._before.append(put_back)

    def remove(self) -> None:
        """Leave unhandled exceptions and Qt's messages to who took them before."""
        if self._before:
            self._before.pop()()

    def _take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        places = places_of(trace)
        if self._is_again(kind.__name__, *places):
            return
        self._report(kind.__name__, error, places)
        self.failed.emit(
            "Something went wrong in Carveout. Nothing is lost: every edit is saved. If the window doesn't look right, "
            "reopen the matter. What was noted is under Help > Show crash reports."
        )

    def _take_thread(self, failed: threading.ExceptHookArgs) -> None:
        self._take(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _take_unraisable(self, failed: sys.UnraisableHookArgs) -> None:
        """Report what was raised where no caller could be told: nothing that a person does waits for it."""
        places = places_of(failed.exc_traceback)
        if not self._is_again(failed.exc_type.__name__, *places):
            self._report(f"{failed.exc_type.__name__}, as an object went", failed.exc_value, places)

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Pass on who in Qt says something, but not what: a message may quote a text. Qt dies of a fatal one."""
        speaker = _SPEAKER.match(message)
        told = f"Qt {kind.name.removeprefix('Qt').removesuffix('Msg').lower()} of {speaker[0] if speaker else ''}"
        if kind is QtMsgType.QtFatalMsg:
            self._report(told, None, ())
        elif sys.stderr is not None:
            print(told, file=sys.stderr)  # noqa: T201

    def _is_again(self, *what: str) -> bool:
        (before, then), now = self._last, time.monotonic()
        self._last = "\n".join(what), now
        return before == self._last[0] and now - then < _AGAIN

    def _report(self, kind: str, error: BaseException | None, places: tuple[str, ...]) -> Path | None:
        """Note the kind of the error and the places in the code: its message may quote a document, so it's left out."""
        what = [f"Failed: {kind}"]
        while error is not None and (error := error.__cause__ or error.__context__) is not None:
            what.append(f"After: {type(error).__name__} at {' < '.join(places_of(error.__traceback__))}")
        try:
            report = write_report([*what[:9], *self._doing()], places)
        except OSError:
            report = None
        if sys.stderr is not None:
            print(f"carveout: {kind}; see {report or 'no report, it could not be written'}", file=sys.stderr)  # noqa: T201
        return report

    def _doing(self) -> list[str]:
        """Return what was asked for last, what was in front, and the id of what lay on the desk."""
        if self._window is None:
            return []
        matter, front = self._session.matter if self._session else None, self._window.workspaces.in_front
        return [
            f"Action taken last: {self._window.menus.taken_last or 'none'}",
            f"In front: {front.name.lower() if front is not None else 'start'}",
            f"Matter: {matter.id if matter else 'none'}",
        ]
