from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor

from carveout.gui.reviewer import COLOURS, initials, shade, system_name
from carveout.gui.settings import Settings
from carveout.gui.theme import load_theme
from carveout.review.reviewer import Reviewer

if TYPE_CHECKING:
    from pathlib import Path

_AA = 4.5


def contrast(one: str, other: str) -> float:
    lights = sorted(0.05 + luminance(QColor(colour)) for colour in (one, other))
    return lights[1] / lights[0]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", COLOURS)
def test_each_colour_is_legible_on_both_grounds_of_a_theme(colour: str, theme: str) -> None:
    grounds = load_theme(theme)
    for ground in (grounds.page, grounds.window):
        assert contrast(shade(colour, theme), ground) >= _AA


def test_there_are_eight_colours_and_no_two_alike() -> None:
    assert len(COLOURS) == 8
    for theme in ("light", "dark"):
        assert len({shade(colour, theme) for colour in COLOURS}) == 8


@pytest.mark.parametrize(
    ("name", "short"), [("Ada Counsel", "AC"), ("Ada Mary Counsel", "AC"), ("ada", "A"), ("", "?"), ("  ", "?")]
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, short: str) -> None:
    assert initials(name) == short


def test_a_reviewer_has_her_name_s_initials_until_she_chooses_others(own_home: Path) -> None:  # noqa: ARG001
    settings = Settings()
    settings.author = "Ada Counsel"
    assert settings.reviewer == Reviewer("Ada Counsel", "AC", "blue")
    settings.reviewer = Reviewer("Ada Counsel", "AdC", "plum")
    assert Settings().reviewer == Reviewer("Ada Counsel", "AdC", "plum")


def test_initials_that_were_never_chosen_follow_the_name(own_home: Path) -> None:  # noqa: ARG001
    settings = Settings()
    settings.reviewer = Reviewer("Ada Counsel", "AC", "teal")
    settings.author = "Bea Partner"
    assert Settings().reviewer == Reviewer("Bea Partner", "BP", "teal")


def test_garbage_in_the_file_is_no_colour(own_home: Path) -> None:  # noqa: ARG001
    kept = QSettings()
    for key in ("reviewer/colour", "text/zoom", "manners/m"):
        kept.setValue(key, "@Invalid()")
    settings = Settings()
    assert settings.reviewer.colour == COLOURS[0]
    assert settings.zoom == 0
    assert settings.manner("m") == (0, None)


def test_nobody_whom_the_system_knows_is_a_reviewer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "nobody-of-this-name")
    assert system_name() == "nobody-of-this-name"
