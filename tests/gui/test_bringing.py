"""A large matter is opened beside the window's own thread, and can be given up meanwhile."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.gui.bringing import is_small
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk

PATIENCE = 30_000


@pytest.fixture
def large(reading: Reading, tmp_path: Path) -> Path:
    """A matter whose source takes half a megabyte."""
    source = reading.text.encode() + b" " * 500_000
    sealed = replace(reading, source=replace(reading.source, sha256=hashlib.sha256(source).hexdigest()))
    path = tmp_path / "large.carveout"
    create_matter(path, sealed, source).close()
    return path


@pytest.fixture
def desk(desk: Desk, qtbot: QtBot) -> Desk:
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    return desk


def test_a_file_that_is_not_there_is_found_out_at_once(tmp_path: Path, large: Path, matter_file: Path) -> None:
    assert is_small(tmp_path / "nothing.carveout")
    assert is_small(matter_file)
    assert not is_small(large)


def test_the_window_goes_on_while_a_large_matter_is_opened(desk: Desk, large: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.open(large)
        assert desk.session.matter is None
    assert desk.session.matter is not None
    assert desk.session.matter.path == large
    assert desk.session.writable
    assert not desk.window.reading_work.isVisible()


def test_what_is_edited_in_it_is_saved(desk: Desk, large: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.open(large)
    desk.place.go(9)
    desk.window.menus.actions["read"].trigger()
    assert desk.session.saved_at is not None


def test_it_is_read_on_where_it_was_left(desk: Desk, large: Path, matter_file: Path, qtbot: QtBot) -> None:
    laid = desk.window.papers.laid
    with qtbot.waitSignal(laid, timeout=PATIENCE):
        desk.open(large)
    desk.place.go(10)
    desk.open(matter_file)
    with qtbot.waitSignal(laid, timeout=PATIENCE):
        desk.open(large)
    assert desk.place.clause == 10
    assert desk.window.updatesEnabled()


def test_one_that_is_closed_before_its_place_was_found_is_led_nowhere(desk: Desk, large: Path, qtbot: QtBot) -> None:
    papers = desk.window.papers
    papers.opening.opened.connect(papers.close_matter)
    with qtbot.waitSignal(papers.opening.opened, timeout=PATIENCE), qtbot.assertNotEmitted(papers.laid, wait=50):
        desk.open(large)
    assert desk.session.matter is None
    assert desk.place.clause is None
    assert desk.window.updatesEnabled()


def test_before_there_is_a_window_it_is_opened_at_once(desk: Desk, large: Path) -> None:
    desk.window.hide()
    desk.open(large)
    assert desk.session.matter is not None


def test_another_file_takes_its_place(desk: Desk, large: Path, matter_file: Path, qtbot: QtBot) -> None:
    desk.open(large)
    desk.open(matter_file)
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file
    qtbot.waitUntil(lambda: not desk.window.papers.opening._given_up, timeout=PATIENCE)
    assert desk.session.matter.path == matter_file
    assert not large.with_name(f".{large.name}.lock").exists()


def test_a_damaged_one_is_told_as_any_other(desk: Desk, large: Path, qtbot: QtBot) -> None:
    content = bytearray(large.read_bytes())
    content[len(content) // 2] ^= 1
    large.write_bytes(content)
    with qtbot.waitSignal(desk.window.papers.opening.failed, timeout=PATIENCE):
        desk.open(large)
    assert "is damaged" in desk.window.notice.text.text()


def test_a_window_that_closes_meanwhile_leaves_nothing_open(desk: Desk, large: Path) -> None:
    desk.open(large)
    desk.window.close()
    assert desk.session.matter is None
    assert not large.with_name(f".{large.name}.lock").exists()
