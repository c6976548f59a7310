"""Who a reviewer is goes into the log with her first change, where she chose how she is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from carveout.gui.reviewer import COLOURS, shade
from carveout.gui.theme import load_theme
from carveout.review.mark import State
from carveout.review.reviewer import Reviewer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk

    Bring = Callable[[Path], None]


def test_she_is_introduced_with_her_first_change_and_not_before(desk: Desk, bring: Bring, matter_file: Path) -> None:
    desk.settings.reviewer = Reviewer("A. Tanaka", "KT", "teal")
    desk.session.author = "A. Tanaka"
    bring(matter_file)
    assert not desk.session.review.reviewers
    desk.session.mark(8, State.READ)
    assert desk.session.review.reviewers == {"A. Tanaka": Reviewer("A. Tanaka", "KT", "teal")}
    assert desk.session.undoable == "mark 3.1 read"
    desk.session.mark(9, State.READ)
    assert desk.session.matter is not None
    assert len(desk.session.matter.operations) == 3
    desk.settings.reviewer = Reviewer("A. Tanaka", "AT", "plum")
    desk.session.undo()
    desk.session.mark(9, State.CLEARED)
    assert desk.session.review.reviewers["A. Tanaka"] == Reviewer("A. Tanaka", "AT", "plum")


def test_who_chose_nothing_is_known_by_her_name_alone(desk: Desk, bring: Bring, matter_file: Path) -> None:
    bring(matter_file)
    desk.session.mark(8, State.READ)
    assert not desk.session.review.reviewers


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_page_is_legible_on_every_colour_of_a_reviewer(name: str) -> None:
    page = QColor(load_theme(name).page)
    for colour in COLOURS:
        assert contrast(QColor(shade(colour, name)), page) >= 4.5, colour


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (v / 12.92 if v <= 0.04045 else float(((v + 0.055) / 1.055) ** 2.4) for v in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
