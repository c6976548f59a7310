"""The block at a height is the one that Qt paints there, wherever the search begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocument

from carveout.gui.text.lines import block_at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BLOCKS = 300


@pytest.fixture
def document(qtbot: QtBot) -> QTextDocument:  # noqa: ARG001  (fonts need the application)
    made = QTextDocument()
    made.setPlainText("\n".join(f"{number} " + "words " * (number % 40) for number in range(BLOCKS)))
    made.setTextWidth(200)
    return made


def top(document: QTextDocument, number: int) -> float:
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()


@pytest.mark.parametrize("near", [0, 7, 150, 299, 5000])
@pytest.mark.parametrize("number", [0, 1, 42, 170, 299])
def test_a_block_is_found_at_its_top_and_just_above_the_next(document: QTextDocument, number: int, near: int) -> None:
    assert block_at(document, top(document, number), near) == number
    if number + 1 < BLOCKS:
        assert block_at(document, top(document, number + 1) - 0.5, near) == number


def test_above_the_first_block_is_the_first(document: QTextDocument) -> None:
    assert block_at(document, -50, 120) == 0


def test_below_the_last_block_is_the_last(document: QTextDocument) -> None:
    assert block_at(document, 1e9, 0) == BLOCKS - 1


def test_a_document_without_words_has_one_block(qtbot: QtBot) -> None:  # noqa: ARG001
    assert block_at(QTextDocument(), 10, 3) == 0
