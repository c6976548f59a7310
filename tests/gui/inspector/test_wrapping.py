from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.wrapping import Lines, WrappedText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@pytest.fixture
def font(qapp: object) -> QFont:  # noqa: ARG001  (fonts need the application)
    return QFont()


def test_a_word_longer_than_the_line_is_broken_and_not_clipped(font: QFont) -> None:
    assert Lines(LONG_WORD, font, 100).height > 5 * Lines("x", font, 100).height


def test_a_line_break_in_the_text_is_a_line_break_on_the_screen(font: QFont) -> None:
    assert Lines("a\nb\nc", font, 400).height == 3 * Lines("a", font, 400).height


def test_lines_beyond_the_most_are_cut_off(font: QFont) -> None:
    lines = Lines("word " * 100, font, 100, 3)
    assert lines.cut
    assert lines.height == 3 * Lines("word", font, 100).height


def test_text_that_fits_its_lines_exactly_is_not_cut(font: QFont) -> None:
    assert not Lines("a\nb\nc", font, 400, 3).cut


def test_a_text_is_as_tall_as_its_width_asks_for(qtbot: QtBot) -> None:
    text = WrappedText("muted")
    qtbot.addWidget(text)
    text.set_text("word " * 50)
    assert text.heightForWidth(100) > 2 * text.heightForWidth(400)


@pytest.mark.parametrize("width", [90, 150, 260, 333])
def test_a_passage_needs_no_scrolling_at_any_width(qtbot: QtBot, width: int) -> None:
    passage = Passage("comment")
    qtbot.addWidget(passage)
    passage.set_text(f"A comment.\n\nIn paragraphs, {LONG_WORD}, and 日本語 in some of them. " * 4)
    passage.resize(width, passage.heightForWidth(width))
    passage.show()
    assert passage.verticalScrollBar().maximum() == 0


def test_a_passage_shows_what_hides(qtbot: QtBot) -> None:
    passage = Passage("comment")
    qtbot.addWidget(passage)
    passage.set_text("pay \u202e001$")
    assert passage.toPlainText() == "pay ⟦RLO⟧001$"
