"""Work the real window at random: keys, mouse, wheel, sizes, workspaces, menus, notes, documents coming and going.

    python -m bench.monkey [--minutes 0.3] [--seed 2003] [--limit 200] [--control] [DOCUMENT...]

Without documents, the sample and a made agreement of half a megabyte are worked on. Counts what the window was given,
the exceptions that nobody handled and the warnings of Qt, and every time that the window's thread stayed away from its
event loop for longer than the limit (milliseconds): by the clock, and in CPU time of the thread itself, since a busy
machine stretches the first and not the second. `--control` adds a handler that sleeps 300 ms now and then, which the
meter must notice. Exit status 0 without exceptions, warnings, stalls by CPU time, and drift of the count of
references to None.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bench.hands import NOT_TAKEN, Hands
from bench.large import agreement
from bench.stalls import Meter
from PySide6.QtCore import QPoint, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from carveout.assets import RESOURCES
from carveout.gui.application import Desk
from carveout.gui.cycles import Cycles
from carveout.gui.start import named_application

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

SAMPLE = min((RESOURCES / "samples").glob("*.txt"))
HOMES = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
SLEEP = 0.3
"""Seconds that the control's handler sleeps."""
_DRIFT = 2000
"""References to None that may go from the start, with nothing open, to the end, when everything is closed again."""
_NEVER = ("quit", "open", "paste")
"""Actions that would leave the window, or that the monkey takes in a way of its own."""
_SIZES = ((960, 600), (1024, 700), (1280, 800), (1440, 900), (1920, 1080), (2560, 1440))
_WORDS = "subject to except for the Company shall not knowledge (i) § “Closing” ſ 株式 \U0001f58b \u202e -- <b>x</b> "


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1 / 3)
    options.add_argument("--seed", type=int, default=2003)
    options.add_argument("--limit", type=float, default=200)
    options.add_argument("--control", action="store_true")
    options.add_argument("documents", nargs="*", type=Path)
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(HOMES, home))
        documents = _laid_out(Path(home), chosen.documents)
        return _let_loose(documents, 60 * chosen.minutes, chosen.seed, chosen.limit, control=chosen.control)


def _laid_out(home: Path, given: list[Path]) -> list[Path]:
    """Return copies of the documents, each in a folder of its own: the matters are made beside them."""
    folder = home / "papers"
    folder.mkdir()
    copies = [Path(shutil.copy(path, folder)) for path in given or [SAMPLE]]
    if not given:
        made = folder / "long.txt"
        made.write_text(agreement(0.5), encoding="utf-8")
        copies.append(made)
    return copies


def _let_loose(documents: list[Path], seconds: float, seed: int, limit: float, *, control: bool) -> int:
    application = named_application()
    application.setQuitOnLastWindowClosed(False)
    desk = Desk(application)
    Cycles(desk.session, desk.window)
    meter = Meter(limit)
    monkey = Monkey(desk, documents, random.Random(seed), meter, seconds, control=control)
    desk.window.show()
    desk.open(documents[0])
    meter.start(application)
    monkey.begin()
    application.exec()
    meter.stop()
    desk.session.lay(None)
    desk.window.close()
    gc.collect()
    return monkey.told(seed)


class Monkey:
    """Does one thing after another, a turn of the event loop apart."""

    def __init__(
        self, desk: Desk, documents: list[Path], chance: random.Random, meter: Meter, seconds: float, *, control: bool
    ) -> None:
        self._desk = desk
        self._window = desk.window
        self._hands = Hands(desk.window)
        self._documents = documents
        self._chance = chance
        self._meter = meter
        self._seconds = seconds
        self._control = control
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)
        self._within = False
        self._references = sys.getrefcount(None)
        self.acts: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        sys.excepthook = self._on_failure
        qInstallMessageHandler(self._on_message)
        ways: list[tuple[int, Callable[[], str]]] = [
            (30, self._press_key),
            (14, self._type),
            (30, self._click),
            (14, self._wheel),
            (12, self._move),
            (6, self._drag),
            (3, self._resize),
            (10, self._turn),
            (16, self._take_action),
            (4, self._escape),
            (1, self._open),
            (4, self._write_note),
        ]
        self._ways = [way for weight, way in ways for _ in range(weight)]

    def begin(self) -> None:
        """Start, in the event loop."""
        self._ends = time.monotonic() + self._seconds
        self._timer.start(0)

    def told(self, seed: int) -> int:
        """Print what happened, and return the exit status."""
        meter, drift = self._meter, sys.getrefcount(None) - self._references
        grave = [stall for stall in meter.stalls if stall.cpu > meter.limit]
        print(
            f"{self.acts.total()} acts in {self._seconds:.0f} s (seed {seed}): "
            f"{self.failures.total()} exceptions, {self.warnings.total()} warnings; "
            f"longest away from the event loop {meter.longest_cpu:.0f} ms of CPU, {meter.longest_wall:.0f} ms by the "
            f"clock; over {meter.limit:.0f} ms: {len(grave)} by CPU, {len(meter.stalls)} by the clock; "
            f"None counted {drift:+d}"
        )
        print(", ".join(f"{name} {count}" for name, count in self.acts.most_common()))
        for what, count in (*self.failures.most_common(), *self.warnings.most_common(20)):
            print(f"{count} times {what}")
        for stall in sorted(meter.stalls, key=lambda s: -s.cpu)[:40]:
            print(f"{stall.cpu:.0f} ms of CPU, {stall.wall:.0f} by the clock, {stall.doing}: {' '.join(stall.where)}")
        drifted = drift < -_DRIFT and sys.version_info < (3, 12)
        return 1 if self.failures or self.warnings or grave or drifted else 0

    def _act(self) -> None:
        if (
            self._within
        ):  # what is done here may turn the event loop itself: a drag until it is dropped, a button's menu
            self._timer.start(20)
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            else:
                self._hands.release(self._spot(), Qt.MouseButton.LeftButton)
            return
        if time.monotonic() > self._ends:
            QApplication.exit()
            return
        self._within = True
        self._timer.start(20)
        try:
            self._act_once()
        finally:
            self._within = False
            self._timer.start(0)

    def _act_once(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QFileDialog) and widget.isVisible():
                widget.reject()  # never let loose on the files of this machine
        if not self._window.isVisible():
            self._window.show()
        way = self._chance.choice(self._ways)
        name = way.__name__.lstrip("_")
        self._meter.doing = name
        try:
            done = way()
        except RuntimeError as error:  # a popup may go between the press and the release
            if "already deleted" not in str(error):
                raise
            done = "in a popup that went"
        self._meter.doing = f"{name} {done} in {self._where()}"
        self.acts[name] += 1
        if self._control and self.acts.total() % 200 == 0:
            time.sleep(SLEEP)

    def _where(self) -> str:
        front, matter = self._window.workspaces.in_front, self._desk.session.matter
        return f"{front.name if front is not None else 'START'} {matter.path.name if matter else ''}"

    def _press_key(self) -> str:
        keys = Qt.Key
        named = (
            *(keys.Key_Up, keys.Key_Down, keys.Key_Left, keys.Key_Right, keys.Key_PageUp, keys.Key_PageDown),
            *(keys.Key_Home, keys.Key_End, keys.Key_Tab, keys.Key_Backtab, keys.Key_Return, keys.Key_Space),
            *(keys.Key_Backspace, keys.Key_Delete, keys.Key_F2, keys.Key_F6, keys.Key_F12, keys.Key_Menu, keys.Key_F1),
            *(keys(code) for code in range(keys.Key_0.value, keys.Key_9.value + 1)),
            *(keys(code) for code in range(keys.Key_A.value, keys.Key_Z.value + 1)),
        )
        key = self._chance.choice(named)
        modifiers = self._chance.choice(
            (Qt.KeyboardModifier.NoModifier,) * 6
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier)
        )
        control = Qt.KeyboardModifier.ControlModifier
        if modifiers is control and key in {keys.Key_Q, keys.Key_O, keys.Key_E, keys.Key_V}:
            return ""
        self._hands.key(key, modifiers)
        return f"{key.name} {modifiers.name}"

    def _type(self) -> str:
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit | QPlainTextEdit):
            fields = [
                one
                for kind in (QLineEdit, QPlainTextEdit)
                for one in self._window.findChildren(kind)
                if one.isVisible() and one.isEnabled()
            ]
            if not fields:
                return "nowhere"
            field = self._chance.choice(fields)
            field.setFocus()
        at = self._chance.randrange(len(_WORDS) - 12)
        self._hands.write(field, _WORDS[at : at + 12])
        return type(field).__name__

    def _click(self) -> str:
        button = self._chance.choice((Qt.MouseButton.LeftButton,) * 7 + (Qt.MouseButton.RightButton,))
        modifier = self._chance.choice((Qt.KeyboardModifier.NoModifier,) * 6 + (Qt.KeyboardModifier.ControlModifier,))
        twice = self._chance.random() < 0.15
        point = self._spot()
        self._hands.press(point, button, modifier)
        self._hands.release(point, button, modifier)
        if twice:
            self._hands.press_again(point, button)
            self._hands.release(point, button)
        return f"{point.x()},{point.y()}"

    def _wheel(self) -> str:
        turn = self._chance.choice((-120, 120, -480, 480, -4800, 4800))
        self._hands.turn_wheel(self._spot(), turn)
        return f"{turn}"

    def _move(self) -> str:
        self._hands.move(self._spot())
        return ""

    def _drag(self) -> str:
        left = Qt.MouseButton.LeftButton
        self._hands.press(self._spot(), left)
        for _ in range(3):
            self._hands.move(self._spot(), left)
        self._hands.release(self._spot(), left)
        return ""

    def _resize(self) -> str:
        size = self._chance.choice(_SIZES)
        self._window.resize(*size)
        return f"{size}"

    def _turn(self) -> str:
        name = self._chance.choice(("show_read", "show_read", "show_carveouts", "show_remedies", "show_proofread"))
        return self._trigger(name)

    def _take_action(self) -> str:
        names = [name for name in self._window.menus.actions if name not in _NEVER]
        name = self._chance.choice(names)
        if name in {"close_matter", "open_sample"} and self._chance.random() < 0.9:
            return "none"
        return self._trigger(name)

    def _trigger(self, name: str) -> str:
        action = self._window.menus.actions[name]
        if name == "close_matter" and self._window.reading_work.isVisible():
            return "later"
        if action.isEnabled() and action.menu() is None:
            action.trigger()
        return name

    def _escape(self) -> str:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        self._hands.key(Qt.Key.Key_Escape)
        return ""

    def _open(self) -> str:
        if self._window.reading_work.isVisible() and self._chance.random() < 0.9:
            return "later"  # else every opening would end the one before it
        path = self._chance.choice(self._documents)
        self._desk.open(path)
        return path.name

    def _write_note(self) -> str:
        kind = self._chance.choice(("note", "issue", "question", "proposal"))
        if not self._window.menus.actions[kind].isEnabled():
            return "not"
        self._trigger(kind)
        self._type()
        self._hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return kind

    def _spot(self) -> QPoint:
        size = self._hands.front.size()
        return QPoint(self._chance.randrange(max(1, size.width())), self._chance.randrange(max(1, size.height())))

    def _on_failure(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            raise SystemExit(130)
        places = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace))
        )
        self.failures[f"{kind.__name__}: {error} at {places} after {self._meter.doing}"] += 1

    def _on_message(self, _kind: object, _context: object, message: str) -> None:
        if "This plugin does not support" not in message and NOT_TAKEN not in message:
            self.warnings[f"{message} after {self._meter.doing}"] += 1


if __name__ == "__main__":
    raise SystemExit(main())
