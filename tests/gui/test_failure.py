"""What becomes of a failure that nobody else handles: a report without a word of any document, and a plain sentence."""

from __future__ import annotations

import gc
import shutil
import stat
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, QSettings, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QPlainTextEdit

from carveout.gui.failure import Failures
from carveout.gui.reports import MOST, reports, reports_folder, write_report
from carveout.gui.reports_sheet import reports_sheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

WORDS = "Zebrawood-7341"
"""Words of a note and of a contract that stand nowhere else."""


@pytest.fixture
def failures(qtbot: QtBot, own_home: Path) -> Iterator[Failures]:  # noqa: ARG001  (for their effect)
    made = Failures()
    made.install()
    yield made
    made.remove()


@pytest.fixture
def failing_desk(desk: Desk, bring: Callable[[Path], None], agreement: Path) -> Iterator[Desk]:
    """The window on a document with the words in its text, its name and a note; it takes its own failures."""
    place = agreement.with_name(f"{WORDS}.txt")
    place.write_text(agreement.read_text(encoding="utf-8").replace("lawsuit", WORDS), encoding="utf-8")
    bring(place)
    assert desk.session.reading is not None
    assert WORDS in desk.session.reading.text
    desk.session.annotate(AnnotationKind.NOTE, on_clause(desk.session.reading, 1), f"{WORDS} is a worry")
    desk.failures.install()
    yield desk
    desk.failures.remove()


def fail(error: BaseException) -> None:
    """Let an error reach the top, as Qt does with one out of a slot."""
    with pytest.raises(type(error)) as raised:
        raise error
    sys.excepthook(raised.type, raised.value, raised.tb)


class Bell(QObject):
    rung = Signal()


def test_the_window_survives_a_failure_in_a_slot_and_says_that_nothing_is_lost(failing_desk: Desk) -> None:
    desk, bell = failing_desk, Bell()
    desk.window.menus.actions["zoom_in"].trigger()
    bell.rung.connect(partial(desk.session.withdraw, WORDS))  # there is no such annotation: KeyError quotes the words
    bell.rung.emit()
    told = desk.window.notice.text.text()
    assert desk.window.notice.isVisible()
    assert "Nothing is lost: every edit is saved." in told
    (report,) = reports()
    lines = report.read_text(encoding="utf-8")
    assert "Failed: KeyError" in lines
    assert "  gui/session.py:" in lines
    assert "Session.withdraw" in lines
    assert "Action taken last: zoom_in" in lines
    assert desk.session.matter is not None
    assert f"Matter: {desk.session.matter.id}" in lines
    desk.session.undo()
    assert not desk.session.review.annotations


def test_no_word_of_a_document_or_a_note_gets_into_anything_that_is_kept(
    failing_desk: Desk, own_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bell = Bell()
    bell.rung.connect(partial(failing_desk.session.withdraw, WORDS))
    bell.rung.connect(partial(failing_desk.session.revise, WORDS))
    bell.rung.emit()
    fail(OSError(2, WORDS, WORDS))
    QSettings().sync()
    files = [path for path in own_home.rglob("*") if path.is_file() and path.suffix != ".carveout"]
    assert len(reports()) == 3
    for file in files:
        if file.suffix not in {".conf", ".ini"}:  # where matters are, the settings must know
            assert WORDS.encode() not in file.read_bytes(), file
    kept = QSettings()
    assert [key for key in kept.allKeys() if WORDS in str(kept.value(key))] == ["matters/recent"]
    assert WORDS not in "".join(capfd.readouterr())


def test_a_report_is_for_its_owner_only(failures: Failures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(failures.failed):
        fail(ValueError(WORDS))
    (report,) = reports()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(reports_folder().stat().st_mode) == 0o700


def test_a_report_names_the_versions_and_what_came_before(failures: Failures) -> None:
    error = ValueError(WORDS)
    error.__cause__ = KeyError(WORDS)
    fail(error)
    (report,) = reports()
    told = report.read_text(encoding="utf-8")
    for word in ("After: KeyError", "Carveout ", "Python ", "Qt ", "SQLite "):
        assert word in told
    assert failures.parent() is None


def test_what_fails_again_at_once_is_told_once(failures: Failures) -> None:
    told: list[str] = []
    failures.failed.connect(told.append)
    for _ in range(5):
        fail(ValueError(WORDS))
    fail(KeyError(WORDS))
    assert (len(told), len(reports())) == (2, 2)


def test_a_failure_beside_the_window_is_told_too(failures: Failures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(failures.failed):
        thread = threading.Thread(target=partial({}.pop, WORDS))
        thread.start()
        thread.join()
    (report,) = reports()
    assert "Failed: KeyError" in report.read_text(encoding="utf-8")


def test_what_fails_as_an_object_goes_is_reported_and_disturbs_nobody(failures: Failures, qtbot: QtBot) -> None:
    class Going:
        def __del__(self) -> None:
            raise ValueError(WORDS)

    with qtbot.assertNotEmitted(failures.failed):
        Going()
        gc.collect()
    (report,) = reports()
    assert "ValueError, as an object went" in report.read_text(encoding="utf-8")


def test_qt_is_passed_on_by_name_and_not_by_word(failures: Failures, capfd: pytest.CaptureFixture[str]) -> None:
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    assert handler is not None
    context = QMessageLogContext()
    handler(QtMsgType.QtWarningMsg, context, f"QTextCursor::setPosition: {WORDS}")
    assert capfd.readouterr().err == "Qt warning of QTextCursor::setPosition:\n"
    handler(QtMsgType.QtFatalMsg, context, f"QThread: {WORDS}")
    (report,) = reports()
    told = report.read_text(encoding="utf-8")
    assert "Qt fatal of QThread:" in told
    assert WORDS not in told
    assert failures.parent() is None


def test_an_interrupt_is_no_failure(failures: Failures, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(failures.failed):
        fail(KeyboardInterrupt())


def test_a_report_that_cannot_be_written_hides_nothing(
    failures: Failures, own_home: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(own_home / "Carveout", ignore_errors=True)
    (own_home / "Carveout").write_bytes(b"in the way")
    with qtbot.waitSignal(failures.failed):
        fail(ValueError(WORDS))
    assert capfd.readouterr().err == "carveout: ValueError; see no report, it could not be written\n"


def test_only_the_last_reports_are_kept(own_home: Path) -> None:  # noqa: ARG001  (they are kept there)
    for number in range(MOST + 3):
        write_report([f"Failed: number {number}"], ())
    kept = [path.read_text(encoding="utf-8") for path in reports()]
    assert len(kept) == MOST
    assert f"number {MOST + 2}" in kept[0]


def test_help_shows_the_reports_and_where_they_are(desk: Desk) -> None:
    empty = reports_sheet(desk.window)
    assert not empty.findChildren(QPlainTextEdit)
    write_report(["Failed: ValueError"], ["gui/session.py:1 Session"])
    desk.window.menus.actions["reports"].trigger()
    (field,) = (f for f in desk.window.findChildren(QPlainTextEdit) if f.accessibleName() == "Crash reports")
    assert "gui/session.py:1 Session" in field.toPlainText()
    for sheet in (empty, field.window()):
        sheet.close()
