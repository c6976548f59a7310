"""Long work runs as our own command line in a child process, which can be killed at any moment."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from carveout.agreement.intake.bounds import seconds_for
from carveout.store.passphrase import HANDED_ON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.store.passphrase import Key

REFUSED = 3
"""The exit status of a run that ended with one sentence for a person."""
ASKS = 4
"""The exit status of a run that printed what a person has to choose from."""

_PROGRESS = re.compile(r"progress ([0-9]{1,9}) ([0-9]{1,9}) (.{1,200})")
_SAYING = "carveout: "
_LONGEST_LINE = 100_000
"""Bytes without an end of line after which what a child says is given up: it is noise."""
_WAIT = 2000
"""Milliseconds to wait for a killed run to be gone."""
_NO_ANSWER = "The work ended without a result. Try it again; if it ends so again, the file can't be handled here."
_KILLED = "The system ended the work, most likely for want of memory: close other programs and try it again."
_SIGKILL, _SIGXCPU = 9, 24
_MINUTE = 60
_SLOWEST = 4
"""How many seconds of the clock one of the processor may take, where only the clock can be watched."""


@dataclass(frozen=True, slots=True)
class Patience:
    """What a person is told when a run took too long.

    The run holds itself to its limits where the system has them; elsewhere `seconds` of the clock end it.
    """

    sentence: str
    seconds: int | None = None


def patience_for(work: str, size: int) -> Patience:
    """Return how long some work on `size` bytes may take, and what a person is told when it took longer.

    Where the child can't hold itself to its limits, the clock is watched.
    """
    seconds = seconds_for(size)
    told = f"{seconds} seconds" if seconds < _MINUTE else f"{seconds // _MINUTE} minutes"
    sentence = f"{work} took longer than {told}: split off the agreement and open that."
    return Patience(sentence, seconds * _SLOWEST if sys.platform == "win32" else None)


def ourselves(*arguments: str) -> tuple[str, ...]:
    """Return what runs a command of our own that tells its progress."""
    own = () if getattr(sys, "frozen", False) else ("-m", "carveout")
    return (sys.executable, *own, *arguments, "--progress")


def left_behind(command: Sequence[str], key: Key | None = None) -> None:
    """Start a command that goes on when the window is gone; nobody hears of it."""
    process = QProcess()
    process.setProcessEnvironment(_environment(key))
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.startDetached()


def _environment(key: Key | None) -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUTF8", "1")
    if key is not None:
        environment.insert(HANDED_ON, key.token)
    return environment


class Child(QObject):
    """One run of a command that keeps to the ways of our own.

    On standard error it says `progress DONE TOTAL STAGE` and, where it is refused, one sentence after `carveout: `;
    anything else there is noise. A TOTAL of 0 says that nobody knows how much there is to do.

    Exactly one of `succeeded`, with what it printed, `asked`, with what it printed for somebody to choose from,
    `failed`, with its one sentence for a person, and `cancelled` ends the run. A run that is `heard` tells by `printed`
    what it prints as it does, and nothing of it at the end.
    """

    progressed = Signal(int, int, str)
    printed = Signal(bytes)
    succeeded = Signal(bytes)
    asked = Signal(bytes)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        command: Sequence[str],
        parent: QObject | None = None,
        *,
        fed: bytes = b"",
        patience: Patience = Patience(_NO_ANSWER),
        key: Key | None = None,
        heard: bool = False,
    ) -> None:
        """Prepare the run, which is `fed` on standard input and handed a matter's key; `start` begins it."""
        super().__init__(parent)
        self.process = 0
        """The id of the run's process, once it has begun."""
        self._fed = fed
        self._patience = patience
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._on_too_long)
        self._late = False
        self._cancelled = False
        self._ended = False
        self._unread = b""
        self._said = ""
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        if not fed:
            self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setProcessEnvironment(_environment(key))
        self._process.readyReadStandardError.connect(self._on_said)
        self._heard = heard
        if heard:
            self._process.readyReadStandardOutput.connect(self._on_printed)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    def start(self) -> None:
        """Begin the run."""
        self._process.start()
        self.process = self._process.processId()
        if self._fed:
            self._process.write(self._fed)
            self._process.closeWriteChannel()
        if self._patience.seconds is not None:
            self._clock.start(1000 * self._patience.seconds)

    def cancel(self) -> None:
        """Kill the run and wait until it is gone; one that has ended stays as it ended."""
        if self._ended:
            return
        self._cancelled = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._on_finished(1)
        else:
            self._process.kill()
            self._process.waitForFinished(_WAIT)
            self._on_finished(1)

    def _on_said(self) -> None:
        self._unread += self._process.readAllStandardError().data()
        *lines, self._unread = self._unread.split(b"\n")
        self._unread = self._unread[:_LONGEST_LINE]
        for line in lines:
            self._take(line.decode("utf-8", "replace").strip())

    def _on_printed(self) -> None:
        self.printed.emit(self._process.readAllStandardOutput().data())

    def _take(self, line: str) -> None:
        progress = _PROGRESS.fullmatch(line)
        if progress:
            self.progressed.emit(int(progress[1]), int(progress[2]), progress[3])
        elif line.startswith(_SAYING):
            self._said = line.removeprefix(_SAYING)

    def _on_too_long(self) -> None:
        self._late = True
        self._process.kill()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_finished(1)

    def _on_finished(self, status: int) -> None:
        if self._ended:
            return
        self._ended = True
        self._clock.stop()
        self._on_said()
        if self._heard and not self._cancelled:
            self._on_printed()
        crashed = self._process.exitStatus() is QProcess.ExitStatus.CrashExit
        if self._cancelled:
            self.cancelled.emit()
        elif crashed:
            self.failed.emit(self._told_of_crash(status))
        elif status == ASKS:
            self.asked.emit(self._process.readAllStandardOutput().data())
        elif status:
            self.failed.emit(self._said if status == REFUSED and self._said else _NO_ANSWER)
        else:
            self.succeeded.emit(self._process.readAllStandardOutput().data())

    def _told_of_crash(self, signal: int) -> str:
        """Return what a person is told where a signal ended the run."""
        if self._late or signal == _SIGXCPU:
            return self._patience.sentence
        return _KILLED if signal == _SIGKILL else _NO_ANSWER
