"""Colours can be read: 4.5 to 1 is what WCAG 2.1 asks of text (success criterion 1.4.3)."""

from __future__ import annotations

import math
import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from carveout.assets import RESOURCES
from carveout.gui.stylesheet import stylesheet
from carveout.gui.theme import Theme, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEGIBLE = 4.5
RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722


def luminance(colour: str) -> float:
    of = QColor(colour)
    return RED * linear(of.redF()) + GREEN * linear(of.greenF()) + BLUE * linear(of.blueF())


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_text_is_legible_on_the_window_and_on_the_page(theme: Theme) -> None:
    inks = (theme.text, theme.muted, theme.faint, theme.accent, theme.carveout, theme.inclusion, theme.good, theme.bad)
    for ink, ground in product(inks, (theme.window, theme.page)):
        assert contrast(ink, ground) >= LEGIBLE, (ink, ground)


def test_a_colour_is_legible_on_its_own_soft_ground(theme: Theme) -> None:
    for ink, ground in (
        (theme.accent, theme.accent_soft),
        (theme.carveout, theme.carveout_soft),
        (theme.good, theme.good_soft),
        (theme.bad, theme.bad_soft),
        (theme.medium, theme.medium_soft),
    ):
        assert contrast(ink, ground) >= LEGIBLE, (ink, ground)


def test_marked_words_and_chosen_rows_are_legible(theme: Theme) -> None:
    for ground in (theme.highlight, theme.noted, theme.good_soft, theme.accent_soft):
        assert contrast(theme.text, ground) >= LEGIBLE
    assert contrast(theme.muted, theme.accent_soft) >= LEGIBLE


def test_what_the_stylesheet_sets_on_a_ground_of_its_own_is_legible(theme: Theme) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    pairs = 0
    for selector, declared in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        ink = re.search(r"(?<![-\w])color: \$(\w+)", declared)
        ground = re.search(r"(?<![-\w])background: \$(\w+)", declared)
        if ink and ground and ":disabled" not in selector:  # what can't be used now is exempt, as it is in WCAG
            pairs += 1
            assert contrast(getattr(theme, ink[1]), getattr(theme, ground[1])) >= LEGIBLE, selector.strip()
    assert pairs > 15


@pytest.mark.parametrize("name", ["", "commentField", "filter", "paletteField"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_an_empty_field_asks_for_is_legible(
    theme: Theme, kind: type[QLineEdit | QPlainTextEdit], name: str, qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.setObjectName(name)
    field.setStyleSheet(stylesheet(theme))
    field.ensurePolished()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert contrast(ink.name(), theme.page) >= LEGIBLE


def test_a_notice_is_legible_and_what_has_the_focus_can_be_told(theme: Theme) -> None:
    for ground in (theme.medium_soft, theme.good_soft, theme.accent_soft):
        assert contrast(theme.text, ground) >= LEGIBLE
        assert contrast(theme.muted, ground) >= LEGIBLE
    for ground in (theme.window, theme.page):
        assert contrast(theme.accent, ground) >= 3.0  # WCAG 2.1, success criterion 1.4.11
