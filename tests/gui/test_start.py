"""The start: the page as it was left, at once, and the desk behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from carveout.assets import RESOURCES
from carveout.gui.settings import Settings
from carveout.gui.start import Start
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk


@pytest.fixture
def left(desk: Desk, qtbot: QtBot, tmp_path: Path, sample_reading: Reading) -> Path:
    """The sample's matter, left at 3.10 by closing the window."""
    path = tmp_path / "sample.carveout"
    create_matter(path, sample_reading, (RESOURCES / "samples" / sample_reading.source.name).read_bytes()).close()
    with qtbot.waitSignal(desk.session.opened):
        desk.open(path)
    desk.place.go(next(clause.id for clause in sample_reading.outline if clause.number == "3.10"))
    desk.window.close()
    return path


@pytest.fixture
def start(qapp: QApplication, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Start]]:  # noqa: ARG001
    """Return what starts the application on a file."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made: list[Start] = []

    def on(path: Path) -> Start:
        made.append(Start(qapp, path))
        made[-1].begin()
        return made[-1]

    yield on
    for one in made:
        if one.desk is not None:
            one.desk.failures.remove()
            one.desk.window.close()
            one.desk.window.deleteLater()


def test_the_page_as_it_was_left_is_shown_before_the_desk(
    left: Path, start: Callable[[Path], Start], qtbot: QtBot, sample_reading: Reading
) -> None:
    sight = Settings().sight_of(left)
    assert sight is not None
    seen = " ".join(sample_reading.text[words.start : words.end] for words in sight.words)
    assert "Financial Statements of IIJ" in seen
    started = start(left)
    assert started.glimpse is not None
    assert started.glimpse.isVisible()
    assert started.desk is None
    qtbot.waitUntil(lambda: started.desk is not None)
    assert started.glimpse is None
    assert started.desk is not None
    assert started.desk.window.isVisible()
    assert started.desk.session.reading == sample_reading


def test_the_glimpse_wears_the_theme_that_was_left(desk: Desk, left: Path, start: Callable[[Path], Start]) -> None:
    started = start(left)
    assert started.glimpse is not None
    picture, theme, page = started.glimpse.grab().toImage(), desk.appearance.theme, desk.window.text
    beside = page.mapTo(desk.window, page.rect().topLeft()).x()
    assert picture.pixelColor(beside - 2, 300).name() == theme.window
    assert picture.pixelColor(beside + 2, 300).name() == theme.page
    drawn = {picture.pixelColor(x, y).name() for x in range(beside, beside + page.width()) for y in range(200, 300)}
    assert theme.text in drawn


def test_a_matter_that_has_changed_since_gets_no_glimpse(left: Path, start: Callable[[Path], Start]) -> None:
    os.utime(left, ns=(1, 1))
    started = start(left)
    assert started.glimpse is None
    assert started.desk is not None


def test_settings_keep_no_word_of_the_document(left: Path, own_home: Path) -> None:
    assert left.exists()
    kept = b"".join(path.read_bytes() for path in own_home.rglob("*.ini"))
    assert b"sight" in kept
    for word in (b"Financial", b"Crosswave", b"adverse"):
        assert word not in kept


def test_neither_sqlite_utils_nor_reportlab_is_imported_to_show_a_matter(tmp_path: Path, left: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer\n"
        "from carveout.gui.start import Start, named_application\n"
        "application = named_application(); start = Start(application, Path(sys.argv[1])); start.begin()\n"
        "late = lambda: sorted({'sqlite_utils', 'reportlab'} & set(sys.modules))\n"
        "def look():\n"
        "    assert start.desk is None or start.desk.session.reading is not None\n"
        "    print(late()); application.quit()\n"
        "QTimer.singleShot(0, look)\n"
        "application.exec()\n"
    )
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", script, str(left)], env=environment, capture_output=True, check=True, timeout=60
    )
    assert ran.stdout.decode().strip() == "[]"
