"""What is dropped on the window or pasted into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from carveout.gui.arriving import Refusal, Words, arrival
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 30_000
LEASE = (
    "LEASE AGREEMENT\n\nThis Lease Agreement is made on May 5, 2024 between Alpha Corp. and Beta Inc.\n\n"
    "1. Rent. The Tenant pays the rent to the Landlord on the first day of each month, except as agreed.\n\n"
    "2. Term. The lease ends after ten years, unless the parties agree otherwise in writing.\n"
)


def brought(*files: str | Path, links: tuple[str, ...] = (), words: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setUrls([*map(QUrl, links), *(QUrl.fromLocalFile(str(file)) for file in files)])
    if words:
        mime.setText(words)
    return mime


def drop(on: QWidget, mime: QMimeData) -> None:
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, button, held)
    QApplication.sendEvent(on, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, button, held))


def paste(into: QWidget) -> None:
    QTest.keyClick(into, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def told(desk: Desk) -> str:
    return desk.window.notice.text.text() if desk.window.notice.isVisible() else ""


def test_a_file_counts_before_a_link_and_both_before_words() -> None:
    there = Path("/deals/lease.docx")
    assert arrival(brought(there, links=("https://example.com/",), words=LEASE)) == there
    assert isinstance(arrival(brought(links=("https://example.com/",), words=LEASE)), Refusal)
    assert arrival(brought(words=LEASE)) == Words(LEASE)


@pytest.mark.parametrize(
    ("mime", "sentence"),
    [
        (brought("a.docx", "b.docx", "c.docx"), "3 files came at once"),
        (brought(links=("https://example.com/lease.htm",)), "never goes to the network"),
        (None, "There are no words of an agreement to paste"),
        (brought(), "There are no words of an agreement to paste"),
        (brought(words=" \n "), "There are no words of an agreement to paste"),
        (brought(words="the Landlord"), "too short for an agreement"),
    ],
)
def test_what_can_not_be_taken_gets_a_sentence(mime: QMimeData | None, sentence: str) -> None:
    refused = arrival(mime)
    assert isinstance(refused, Refusal)
    assert sentence in refused.sentence


def test_a_file_that_is_dropped_anywhere_is_opened(
    desk: Desk, matter_file: Path, agreement: Path, qtbot: QtBot
) -> None:
    window = desk.window
    drop(window.start.viewport(), brought(matter_file))
    reading = desk.session.reading
    assert reading is not None
    desk.window.workspaces.show_carveouts()
    table = (window.workspaces.carveouts.every.table.viewport(), window.workspaces.carveouts.every.narrowing.field)
    window.show_read()
    window.inspector.begin(AnnotationKind.NOTE, on_clause(reading, 9))
    editor = next(f for f in window.inspector.findChildren(QPlainTextEdit, "commentField") if f.isVisible())
    places = (window.text.sheet.viewport(), window.outline.view.viewport(), window.outline.field, editor.viewport())
    for place in (*places, *table, window.statusBar(), window.inspector):
        with qtbot.waitSignal(window.papers.opening.began, timeout=PATIENCE):
            drop(place, brought(agreement))
        window.papers.opening.cancel()
    assert all(field.text() == "" for field in window.findChildren(QLineEdit))
    assert editor.toPlainText() == ""


def test_what_is_dragged_from_the_window_itself_is_left_alone(desk: Desk) -> None:
    class FromHere(QDragEnterEvent):
        def source(self) -> QWidget:
            return desk.window

    held = Qt.KeyboardModifier.NoModifier
    mime = brought(words=LEASE)
    event = FromHere(QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, held)
    event.ignore()
    desk.window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_folder_and_a_link_say_what_to_do_and_leave_what_is_open(desk: Desk, matter_file: Path, qtbot: QtBot) -> None:
    desk.open(matter_file)
    drop(desk.window, brought(links=("https://example.com/lease.htm",)))
    assert "save what it leads to as a file" in told(desk)
    with qtbot.waitSignal(desk.window.papers.opening.failed, timeout=PATIENCE):
        drop(desk.window, brought(matter_file.parent))
    assert told(desk) == f"“{matter_file.parent.name}” is a folder: open a file in it."
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file


def test_a_file_that_is_dropped_while_another_is_read_takes_its_place(
    desk: Desk, agreement: Path, qtbot: QtBot
) -> None:
    other = agreement.with_name("other.txt")
    other.write_bytes(agreement.read_bytes())
    desk.open(agreement)
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        drop(desk.window, brought(other))
    assert desk.session.matter is not None
    assert desk.session.matter.path.name == "other.carveout"
    assert not agreement.with_suffix(".carveout").exists()


def test_pasted_words_become_a_matter_in_the_documents_that_says_where_it_is(
    desk: Desk, own_home: Path, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(LEASE)
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.window.menus.actions["paste"].trigger()
    assert desk.session.matter is not None
    assert desk.session.matter.path == own_home / "Documents" / "Carveout" / "LEASE AGREEMENT.carveout"
    assert desk.session.matter.source() == LEASE.encode()
    assert "“LEASE AGREEMENT.carveout” in" in told(desk)


def test_pasting_the_same_words_again_brings_the_same_matter(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(LEASE)
    found = []
    for _ in range(2):
        with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
            desk.window.papers.paste()
        assert desk.session.matter is not None
        found.append(desk.session.matter.id)
    assert found[0] == found[1]


def test_the_key_pastes_a_copied_file_where_nothing_is_written_and_words_where_something_is(
    desk: Desk, matter_file: Path, agreement: Path, qtbot: QtBot
) -> None:
    desk.open(matter_file)
    QGuiApplication.clipboard().setMimeData(brought(agreement))
    with qtbot.waitSignal(desk.window.papers.opening.began, timeout=PATIENCE):
        paste(desk.window.text.sheet)
    desk.window.papers.opening.cancel()
    QGuiApplication.clipboard().setText("lawsuit")
    desk.window.menus.actions["filter"].trigger()
    paste(desk.window.outline.field)
    assert desk.window.outline.field.text() == "lawsuit"
    assert told(desk) == ""


@pytest.fixture
def desk(desk: Desk, qtbot: QtBot) -> Desk:
    """A window that has the keys."""
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    return desk
