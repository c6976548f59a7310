from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from carveout.agreement.clause import Outline
from carveout.agreement.reading import Paragraph, ParagraphStyle, Reading, Source
from carveout.agreement.span import Span
from carveout.gui.text.offsets import OffsetMap
from carveout.gui.text.pieces import LONGEST, Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

TROUBLE = "aé \u00a0\u0000\u0001\u202e\u200b\u2028\u2029\ufdd0\ufffc\ud800\udc00\ufe0f𠮷😀\U000e0041"
STYLES = (ParagraphStyle.BODY, ParagraphStyle.FIXED, ParagraphStyle.HEADING)

paragraphs = st.lists(
    st.tuples(st.sampled_from(STYLES), st.text(st.sampled_from(TROUBLE + "\n") | st.characters(), max_size=60)),
    max_size=6,
)


def reading_of(written: Iterable[tuple[ParagraphStyle, str]]) -> Reading:
    found, at = [], 0
    for style, text in written:
        found.append(Paragraph(Span(at, at + len(text)), style))
        at += len(text) + 1
    text = "\n".join(text for _, text in written)
    source = Source("made.txt", "0" * 64, "text", None)
    return Reading(source, None, dt.date(2003, 8, 18), (), text, tuple(found), (), Outline(()))


def shown(found: list[Piece]) -> QTextDocument:
    document = QTextDocument()
    cursor = QTextCursor(document)
    for number, piece in enumerate(found):
        if number:
            cursor.insertBlock()
        cursor.insertText(piece.shown)
    return document


@given(paragraphs)
def test_every_offset_comes_back_from_the_document(written: list[tuple[ParagraphStyle, str]]) -> None:
    reading = reading_of(written)
    offsets = OffsetMap(list(pieces(reading)))
    for offset in range(len(reading.text) + 1):
        assert offsets.offset(offsets.position(offset)) == offset


@given(paragraphs, st.data())
def test_any_words_selected_on_screen_are_the_same_words_of_the_text(
    written: list[tuple[ParagraphStyle, str]], data: st.DataObject
) -> None:
    reading = reading_of(written)
    offsets = OffsetMap(list(pieces(reading)))
    start = data.draw(st.integers(0, len(reading.text)))
    end = data.draw(st.integers(start, len(reading.text)))
    assert offsets.span(offsets.position(start), offsets.position(end)) == Span(start, end)


@pytest.mark.usefixtures("qapp")
@given(paragraphs)
def test_qt_counts_the_document_as_the_map_does(written: list[tuple[ParagraphStyle, str]]) -> None:
    found = list(pieces(reading_of(written)))
    document = shown(found)
    offsets = OffsetMap(found)
    assert document.blockCount() == max(1, len(found))
    for number, piece in enumerate(found):
        block = document.findBlockByNumber(number)
        assert (block.position(), block.length() - 1) == (offsets.position(piece.start), piece.length)
        assert block.text() == piece.shown


@given(st.text(min_size=1, max_size=40), st.data())
def test_a_character_that_is_selected_in_part_is_selected_whole(text: str, data: st.DataObject) -> None:
    offsets = OffsetMap(list(pieces(reading_of([(ParagraphStyle.FIXED, text)]))))
    last = offsets.position(len(text))
    start = data.draw(st.integers(0, last))
    end = data.draw(st.integers(start, last))
    span = offsets.span(start, end)
    assert offsets.position(span.start) <= start
    assert offsets.position(span.end) >= end or start == end


def test_what_is_hidden_is_written_out() -> None:
    (piece,) = pieces(reading_of([(ParagraphStyle.BODY, "pay \u202eevil\u0000\u0001")]))
    assert piece.shown == "pay ⟦RLO⟧evil⟦NUL⟧⟦U+0001⟧"


def test_the_columns_of_a_table_keep_their_line_breaks() -> None:
    found = list(pieces(reading_of([(ParagraphStyle.FIXED, "a   1\nb   2"), (ParagraphStyle.BODY, "c\nd")])))
    assert [piece.shown for piece in found] == ["a   1", "b   2", "c\u2028d"]


def test_a_paragraph_without_end_is_cut_at_its_spaces_or_anywhere() -> None:
    endless = "word " * 400_000 + "x" * 1_000_000
    found = list(pieces(reading_of([(ParagraphStyle.BODY, endless)])))
    assert max(piece.end - piece.start for piece in found) <= LONGEST
    assert "".join(piece.shown for piece in found) == endless
    assert all(piece.shown.endswith(" ") for piece in found if "x" not in piece.shown)
