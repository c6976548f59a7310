from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTextEdit

from carveout.agreement.clause import Outline
from carveout.agreement.correction import corrected
from carveout.agreement.correction.change import Act, Change
from carveout.gui.text.page import Page
from carveout.gui.text.typography import Typography

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_word_of_the_sample_is_on_the_page_in_order(sample_reading: Reading) -> None:
    page = Page(sample_reading, Typography(), 100, 40)
    assert page.document.toPlainText().split() == sample_reading.text.split()


def test_every_offset_of_the_sample_is_where_the_page_shows_it(sample_reading: Reading) -> None:
    page = Page(sample_reading, Typography(), 100, 40)
    for found in re.finditer(r"\S+", sample_reading.text):
        position = page.offsets.position(found.start())
        block = page.document.findBlock(position)
        assert block.text()[position - block.position() :].startswith(found[0])


def test_every_block_is_the_piece_of_its_number(sample_reading: Reading) -> None:
    page = Page(sample_reading, Typography(), 100, 40)
    assert page.document.blockCount() == len(page.pieces)
    for number, piece in enumerate(page.pieces):
        assert page.document.findBlockByNumber(number).text().replace("\t", " ") == piece.shown


def test_a_document_without_a_word_has_an_empty_page(sample_reading: Reading) -> None:
    empty = replace(sample_reading, text="", paragraphs=(), places=(), outline=Outline(()))
    page = Page(empty, Typography(), 100, 40)
    assert page.pieces == ()
    assert page.document.toPlainText() == ""
    assert page.offsets.position(5) == page.offsets.offset(5) == 0


def test_every_paragraph_has_lines_though_the_outline_was_corrected_before_all_was_laid_out(
    sample_reading: Reading, qtbot: QtBot
) -> None:
    page, editor = Page(sample_reading, Typography(), 100, 40), QTextEdit()
    qtbot.addWidget(editor)
    page.document.setParent(editor)
    editor.setDocument(page.document)
    for citation in ("Section 16.1", "Section 3.5"):
        start = next(clause.start for clause in sample_reading.outline if clause.citation == citation)
        page.set_again(corrected(sample_reading, [Change(Act.JOIN, start)]), Typography())
    page.document.documentLayout().documentSize()
    blocks = map(page.document.findBlockByNumber, range(page.document.blockCount()))
    assert all(block.layout().lineCount() for block in blocks)
