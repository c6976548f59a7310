from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.errand import Errand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_work_is_done_elsewhere_and_taken_up_in_the_windows_thread(qtbot: QtBot) -> None:
    errand = Errand()
    taken_up: list[tuple[object, str]] = []
    errand.done.connect(lambda came, _: taken_up.append((came, threading.current_thread().name)))
    with qtbot.waitSignal(errand.done):
        errand.begin(lambda: threading.current_thread().name)
    assert taken_up == [("errand", threading.main_thread().name)]


def test_what_went_wrong_is_carried(qtbot: QtBot) -> None:
    errand, wrong = Errand(), OSError("The disk is gone.")

    def work() -> object:
        raise wrong

    with qtbot.waitSignal(errand.done) as came:
        errand.begin(work)
    assert came.args == [None, wrong]


def test_nobody_is_told_who_has_gone_meanwhile(qtbot: QtBot) -> None:
    parent, told = QObject(), threading.Event()
    errand, gone = Errand(parent), threading.Event()
    errand.done.connect(told.set)
    errand.begin(gone.wait)
    parent.deleteLater()
    with qtbot.waitSignal(parent.destroyed):
        pass
    gone.set()
    for thread in [one for one in threading.enumerate() if one.name == "errand"]:
        thread.join()
    qtbot.wait(0)
    assert not told.is_set()
