"""The stall meter: how long the window's thread stays away from its event loop, and where it was meanwhile."""

from __future__ import annotations

import faulthandler
import re
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

_LOOKED = 0.02
"""Seconds between two looks at what the thread does."""
_NOT_OURS = frozenset({"bench", "futures", "asyncio", "python3.11", "python3.12", "python3.13"})
_PLACE = re.compile(
    r'File "[^"]*?([^/\\]+)[/\\]([^/\\]+)", line (\d+) in (?!_act|_watch|main|_let_loose|_run|run|wait|_boot)'
)


@dataclass(frozen=True, slots=True)
class Stall:
    """Milliseconds from one turn of the event loop to the next: on the clock, and of the thread's own CPU time.

    `doing` is what was done to the window last; `where` the places in the program that the thread was seen at most.
    """

    wall: float
    cpu: float
    doing: str
    where: tuple[str, ...]


@dataclass
class Meter:
    """Measures every gap between two turns of the event loop from `start` to `stop`.

    CPU time is what the program itself takes; the clock has in it also what else the machine is busy with. Both are
    kept, in milliseconds, for every gap that is longer than `limit` by the clock.
    """

    limit: float
    stalls: list[Stall] = field(default_factory=list)
    turns: int = 0
    longest_wall: float = 0.0
    longest_cpu: float = 0.0
    doing: str = ""
    _seen: Counter[str] = field(default_factory=Counter)
    _last: tuple[float, float] | None = None

    def start(self, parent: QObject) -> None:
        """Measure from now on, in the thread that calls."""
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()
        self._ended = threading.Event()
        self._watching = threading.Thread(target=self._watch, daemon=True)
        self._watching.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()
        self._ended.set()
        self._watching.join()

    def _on_turn(self) -> None:
        now = time.perf_counter(), time.thread_time()
        seen, self._seen = self._seen, Counter()  # the watch goes on beside
        if self._last is not None:
            wall, cpu = (1000 * (new - old) for new, old in zip(now, self._last, strict=True))
            self.longest_wall, self.longest_cpu = max(self.longest_wall, wall), max(self.longest_cpu, cpu)
            if wall > self.limit:
                self.stalls.append(Stall(wall, cpu, self.doing, tuple(where for where, _ in seen.most_common(6))))
        self._last = now
        self.turns += 1

    def _watch(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as dump:
            while not self._ended.wait(_LOOKED):
                last = self._last
                if last is None or time.perf_counter() - last[0] < _LOOKED:
                    continue
                # Walking the other thread's frames in Python can crash where it goes on meanwhile; this can't.
                dump.seek(0)
                dump.truncate()
                faulthandler.dump_traceback(dump, all_threads=True)
                dump.seek(0)
                told = dump.read()
                self._seen.update(
                    {f"{room}/{file}:{line}" for room, file, line in _PLACE.findall(told) if room not in _NOT_OURS}
                )
