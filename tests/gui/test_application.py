"""What the application is dressed in, and what it does with a failure that nobody else handles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk

PRIVILEGED = "the purchase price is secret"


def fail() -> None:
    raise ValueError(PRIVILEGED)


def test_the_faces_of_the_window_are_its_own(desk: Desk) -> None:
    assert {"Inter", "Source Serif 4"} <= set(QFontDatabase.families())
    assert desk.window.fontInfo().family() == "Inter"


def test_the_window_has_an_icon(desk: Desk) -> None:
    picture = desk.window.windowIcon().pixmap(64, 64).toImage()
    assert len({picture.pixel(x, y) for x in range(64) for y in range(64)}) > 2


def test_another_theme_is_put_on_at_once(desk: Desk) -> None:
    for name in ("dark", "light"):
        desk.appearance.choose(name)
        ground = QApplication.palette().color(QPalette.ColorRole.Window).name()
        assert ground == load_theme(name).window
        assert desk.window.grab().toImage().pixelColor(300, 400).name() == ground


def test_a_failure_is_told_and_logged_without_a_word_of_any_document(
    desk: Desk, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    desk.failures.install()
    with pytest.raises(ValueError, match=PRIVILEGED) as caught:
        fail()
    sys.excepthook(caught.type, caught.value, caught.tb)
    (log,) = own_home.rglob("failures.log")
    told, written = desk.window.notice.text.text(), log.read_text(encoding="utf-8")
    assert "safe" in told
    assert str(log) in told
    assert "ValueError" in written
    assert "test_application.py:" in written
    assert PRIVILEGED not in told + written + "".join(capsys.readouterr())


def test_a_failure_where_nothing_can_be_written_is_told_all_the_same(
    desk: Desk, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desk.failures.install()
    for folder in own_home.rglob("*"):
        if folder.is_dir() and folder.name == "Carveout":
            folder.rmdir()
    (own_home / "Carveout").write_text("a file where the folder would be")
    sys.excepthook(OSError, OSError(PRIVILEGED), None)
    assert desk.window.notice.isVisible()
    assert PRIVILEGED not in desk.window.notice.text.text() + "".join(capsys.readouterr())


def test_a_second_window_in_the_same_home_is_as_the_first(new_desk: Callable[[], Desk]) -> None:
    first = new_desk()
    first.settings.author = "A. Reader"
    assert new_desk().session.author == "A. Reader"
