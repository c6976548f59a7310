"""Cycles are collected by the window's thread and by no other."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from carveout.gui.cycles import AWAY, Cycles
from carveout.gui.uncollected import nothing_collected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from carveout.gui.session import Session


class Knot:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def cycles(session: Session, qtbot: QtBot) -> Iterator[Cycles]:  # noqa: ARG001  (Qt must run)
    parent = QObject()
    made = Cycles(session, parent)
    yield made
    gc.unfreeze()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gc.isenabled()


def litter() -> weakref.ref[Knot]:
    """Leave as many cycles as make a look worth its while, and return one of them."""
    one = weakref.ref(Knot())
    for _ in range(2 * gc.get_threshold()[0]):
        Knot()
    return one


@pytest.mark.usefixtures("cycles")
def test_another_thread_collects_nothing() -> None:
    left: list[weakref.ref[Knot]] = []
    thread = threading.Thread(target=lambda: left.append(litter()))
    thread.start()
    thread.join()
    assert left[0]() is not None


def test_a_look_collects_what_has_become_enough(cycles: Cycles) -> None:
    left = litter()
    cycles.look()
    assert left() is None


def test_a_look_waits_while_collection_is_held_off(cycles: Cycles) -> None:
    left = litter()
    with nothing_collected():
        cycles.look()
        assert left() is not None
    cycles.look()
    assert left() is None


def test_what_a_document_holds_is_left_out_until_many_more_have_come(
    cycles: Cycles, session: Session, qtbot: QtBot
) -> None:
    left = litter()
    session.opened.emit()
    cycles.look()
    assert left() is not None
    for _ in range(49):
        session.opened.emit()
    assert left() is not None, "the window shows the document first"
    qtbot.waitUntil(lambda: left() is None)


def test_all_is_looked_through_once_another_application_stays_in_front(
    cycles: Cycles, session: Session, qtbot: QtBot
) -> None:
    left = litter()
    session.opened.emit()
    session.closely_read.emit()
    cycles.look()
    assert left() is not None
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    (away,) = (timer for timer in cycles.findChildren(QTimer) if timer.interval() == AWAY)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not away.isActive()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert away.isActive()
    away.start(0)
    qtbot.waitUntil(lambda: left() is None)
