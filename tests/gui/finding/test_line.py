"""A painted line: the words that were looked for are heavier, and nothing runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from carveout.gui.finding.line import paint_line
from carveout.gui.fonts import interface_font, load_faces
from carveout.review.excerpt import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

BLACK, WIDTH = QColor("black"), 400


def painted(pieces: Sequence[Piece], width: int = WIDTH) -> tuple[float, int]:
    """Return the width that was painted, and how much ink it took."""
    image = QImage(WIDTH, 30, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        taken = paint_line(painter, pieces, interface_font(), QRectF(0, 0, width, 30), BLACK, BLACK)
    ink = sum(255 - value for value in bytes(image.constBits()))
    return taken, ink


@pytest.fixture(autouse=True)
def _faces(qtbot: QtBot) -> None:  # noqa: ARG001  (fonts need the application)
    load_faces()


def test_what_was_looked_for_is_told_by_weight_in_the_same_colour() -> None:
    _, plain = painted([Piece("petition")])
    _, found = painted([Piece("petition", found=True)])
    assert found > 1.1 * plain


def test_a_long_line_is_cut_off_where_the_room_ends() -> None:
    taken, _ = painted([Piece("petition "), Piece("petition " * 50, found=True)], 120)
    assert 60 < taken <= 121


@pytest.mark.parametrize("words", ["\ud800\udc00 \U0001f600" * 40, "\u202eabc\x00", "", "<b>x</b>&amp;", "שלום " * 60])
def test_any_words_are_painted_letter_by_letter(words: str) -> None:
    taken, _ = painted([Piece("a"), Piece(words, found=True)], 200)
    assert taken <= 201
