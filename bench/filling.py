"""Scroll an agreement in the window while its close reading is made and taken up.

    python -m bench.filling [--megabytes 0.5] [--file AGREEMENT]

Opens a generated agreement, or a copy of another, scrolls it steadily while the child process reads it closely, and
goes on for a second after that was taken up. Tells how long the frames take, the longest stop of the event loop while
the text is scrolled, and the stop in which the close reading is taken up; exit status 0 where no stop but the opening's
own is longer than 50 ms and no word jumped (wall time, offscreen).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.large import agreement

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from carveout.gui.application import Desk

STOP = 50.0
"""Milliseconds."""
_TICK = 16
_AFTER = 1.0
"""Seconds that the text is scrolled on after the close reading was taken up."""
_STEP = 24
"""Pixels a tick."""


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=0.5)
    options.add_argument("--file", type=Path)
    chosen = options.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home))
        source = Path(home) / (chosen.file.name if chosen.file else "filling.txt")
        if chosen.file:
            shutil.copy(chosen.file, source)
        else:
            source.write_text(agreement(chosen.megabytes), encoding="utf-8")
        return _measured(source)


def _measured(source: Path) -> int:
    from carveout.gui.application import Desk  # noqa: PLC0415 (the environment comes first)
    from carveout.gui.settings import Settings  # noqa: PLC0415
    from carveout.gui.start import named_application  # noqa: PLC0415

    application = named_application()
    Settings().toured = True
    desk = Desk(application)
    desk.window.resize(1280, 800)
    desk.window.show()
    scroll = Scroll(desk, application)
    desk.session.opened.connect(scroll.begin)
    desk.session.closely_read.connect(scroll.note_arrival)
    desk.open(source)
    application.exec()
    desk.session.lay(None)
    desk.window.close()
    return scroll.told()


class Scroll:
    """Scrolls the text at every tick, and notes how long each frame took and how late each tick came."""

    def __init__(self, desk: Desk, application: QApplication) -> None:
        from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415

        self._desk = desk
        self._quit: Callable[[], None] = application.quit
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._frames: list[float] = []
        self._stops: list[tuple[float, bool]] = []
        self._last = 0.0
        self._arrived = 0.0
        self._jumps = 0
        self._stood = (0, 0)
        self._arriving = False
        self._missed = ""
        self._began = 0.0

    def begin(self) -> None:
        """Begin to scroll, once the turn that opened the matter is over, with the whole agreement in the inspector."""
        from carveout.gui.principal import principal  # noqa: PLC0415

        reading = self._desk.session.reading
        if reading is not None:
            self._desk.place.go(principal(reading) or 0)
            self._timer.start()

    def note_arrival(self) -> None:
        """Take note that the close reading was taken up in this turn."""
        self._arriving = True
        self._missed = self._desk.session.not_read_closely

    def _tick(self) -> None:
        now = time.perf_counter()
        sheet = self._desk.window.text.sheet
        bar = sheet.verticalScrollBar()
        if self._last:
            self._stops.append((1000 * (now - self._last) - _TICK, self._arriving))
        else:
            self._began = now
        if self._arriving:
            self._arriving, self._arrived = False, now
            self._jumps += (bar.value(), sheet.top()) != self._stood
        bar.setValue(bar.value() + _STEP)
        sheet.viewport().repaint()
        self._frames.append(1000 * (time.perf_counter() - now))
        self._stood = bar.value(), sheet.top()
        self._last = time.perf_counter()
        if self._arrived and now - self._arrived > _AFTER:
            self._timer.stop()
            self._quit()

    def told(self) -> int:
        """Print what was measured; return the exit status."""
        late = statistics.quantiles(self._frames, n=20)[-1]
        before = max((stop for stop, arriving in self._stops if not arriving), default=0.0)
        arrival = max((stop for stop, arriving in self._stops if arriving), default=0.0)
        print(f"the close reading came after {self._arrived - self._began:.1f} s and {len(self._frames)} frames")
        print(f"a frame: median {statistics.median(self._frames):.1f} ms, 95th percentile {late:.1f} ms")
        print(
            f"the longest stop while it was made and after: {before:.0f} ms; in which it was taken up: {arrival:.0f} ms"
        )
        if self._missed:
            print(f"not read closely: {self._missed}")
            return 1
        print("nothing jumped" if not self._jumps else "the text jumped")
        return 0 if max(before, arrival) <= STOP and not self._jumps else 1


if __name__ == "__main__":
    raise SystemExit(main())
