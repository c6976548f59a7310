from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carveout.gui.start_page import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    made.show_recent([])
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def matters(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "deal.carveout", tmp_path / "A & B.carveout"]
    for matter in made:
        matter.touch()
    return made


@pytest.fixture
def listed(page: StartPage, matters: list[Path], qtbot: QtBot) -> StartPage:
    """The page with the matters, laid out."""
    page.show_recent(matters)
    qtbot.waitUntil(list(page.recent)[-1].isVisible)
    return page


def words(page: StartPage) -> str:
    return "\n".join(
        w.accessibleName() or getattr(w, "text", str)() for w in page.findChildren(QWidget) if w.isVisible()
    )


def test_a_first_day_says_what_to_do_and_what_becomes_of_it(page: StartPage) -> None:
    assert "drop it anywhere on this window" in words(page)
    assert "becomes a matter" in words(page)
    assert "RECENT" not in words(page)


def test_the_two_ways_to_begin(page: StartPage, press: Callable[[QWidget, str], None], qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_wanted):
        press(page, "Open an agreement…")
    with qtbot.waitSignal(page.sample_wanted):
        press(page, "Open the sample filing")


def test_recent_matters_are_listed_with_their_place_and_time(listed: StartPage, matters: list[Path]) -> None:
    assert "RECENT MATTERS" in words(listed)
    assert "becomes a matter" not in words(listed)
    first, second = listed.recent
    assert first.text().startswith(f"deal\n{matters[0].parent.name[:10]}")
    assert "changed" in first.text()
    assert second.text().startswith("A && B\n")
    assert second.accessibleName() == "A & B"
    listed.show_recent(matters[:1])
    assert len(listed.recent) == 1


def test_a_recent_matter_is_chosen_by_mouse_and_by_key(listed: StartPage, matters: list[Path], qtbot: QtBot) -> None:
    first, second = listed.recent
    with qtbot.waitSignal(listed.chosen) as chosen:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert chosen.args == [matters[1]]
    first.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(listed.chosen) as chosen:
            QTest.keyClick(first, key)
        assert chosen.args == [matters[0]]


def test_everything_is_reached_by_tab_from_the_first_button_on(listed: StartPage) -> None:
    listed.setFocus()
    seen = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(getattr(focused, "text", str)().split("\n")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["Open an agreement…", "Open the sample filing", "Example review", "deal", "A && B"]


def test_a_matter_that_goes_while_it_is_listed_does_no_harm(page: StartPage, matters: list[Path]) -> None:
    matters[0].unlink()
    page.show_recent(matters)
    assert len(page.recent) == 2


def test_a_small_window_scrolls(listed: StartPage, qtbot: QtBot) -> None:
    listed.resize(500, 200)
    assert (listed.width(), listed.height()) == (500, 200)
    qtbot.waitUntil(lambda: listed.verticalScrollBar().maximum() > 0)
    assert listed.horizontalScrollBar().maximum() == 0
