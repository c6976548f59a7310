from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSettings

from carveout.gui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(own_home: Path) -> Settings:  # noqa: ARG001  (for its effect)
    return Settings()


def test_notes_are_signed_with_the_given_name_or_else_the_system_s(settings: Settings) -> None:
    assert settings.author
    settings.author = "A. Reader"
    assert Settings().author == "A. Reader"


def test_the_theme_is_the_system_s_unless_one_of_ours_is_chosen(settings: Settings) -> None:
    assert settings.theme == "system"
    settings.theme = "dark"
    assert Settings().theme == "dark"
    settings.theme = "../../etc/passwd"
    assert Settings().theme == "system"


def test_the_matters_opened_last_come_first_each_once_and_only_while_they_are_there(
    settings: Settings, tmp_path: Path
) -> None:
    matters = [tmp_path / f"a, b & c {number}.carveout" for number in range(10)]
    for matter in matters:
        matter.touch()
        settings.note_opened(matter)
    settings.note_opened(matters[5])
    newest = [matters[5], *(m for m in reversed(matters) if m != matters[5])]
    assert Settings().recent == tuple(newest[:8])
    newest[0].unlink()
    assert Settings().recent == tuple(newest[1:8])


def test_a_single_recent_matter_is_one(settings: Settings, tmp_path: Path) -> None:
    matter = tmp_path / "deal.carveout"
    matter.touch()
    settings.note_opened(matter)
    assert Settings().recent == (matter,)


def test_a_folder_that_may_not_be_looked_into_hides_its_matters(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "deal.carveout").touch()
    settings.note_opened(folder / "deal.carveout")
    folder.chmod(0)
    if os.access(folder, os.X_OK):
        pytest.skip("this user may look everywhere")
    assert settings.recent == ()


@pytest.mark.parametrize("garbage", ["", "@Invalid()", "12", "\x00", "@ByteArray(x)"])
def test_garbage_in_the_file_is_no_more_than_forgotten(settings: Settings, garbage: str) -> None:
    kept = QSettings()
    for key in ("window/theme", "matters/recent", "layout/window", "places/m", "window/sight"):
        kept.setValue(key, garbage)
    assert settings.theme == "system"
    assert settings.recent == ()
    assert isinstance(settings.layout("window"), QByteArray)
    assert settings.last_place("m") is None


def test_places_are_kept_by_matter(settings: Settings) -> None:
    settings.keep_place("one", 17, 2003)
    settings.keep_place("two", 0, 0)
    again = Settings()
    assert (again.last_place("one"), again.last_place("two"), again.last_place("three")) == ((17, 2003), (0, 0), None)


def test_layouts_are_kept_by_part(settings: Settings) -> None:
    assert settings.layout("panes").isEmpty()
    settings.keep_layout("panes", QByteArray(b"\x00\x01laid out"))
    assert Settings().layout("panes") == QByteArray(b"\x00\x01laid out")
