"""From bytes to characters: each byte kept, and what holds no text refused."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carveout.agreement.intake.decoding import decode
from carveout.agreement.manuscript import NotReadableError

UNDEFINED = b"\x81\x8d\x8f\x90\x9d"


def test_a_byte_order_mark_decides() -> None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        assert decode(mark + "Section 1 – “Shares” 株式".encode(encoding)).text == "Section 1 – “Shares” 株式"


def test_without_a_mark_utf_8_is_tried_first() -> None:
    assert decode("“Shares” 株式 Ελλάς".encode()).text == "“Shares” 株式 Ελλάς"


def test_what_is_no_utf_8_is_windows_1252() -> None:
    assert decode(b"the \x93Seller\x94 \x96 \x80 5 caf\xe9").text == "the “Seller” – € 5 café"


@given(st.binary(min_size=1, max_size=300))
def test_no_byte_is_lost(content: bytes) -> None:
    text = decode(b"words \xff" + UNDEFINED + content.replace(b"\x00", b" ") + b" words" * 200).text
    assert len(text) == len(b"words \xff" + UNDEFINED + content + b" words" * 200)


def test_bytes_that_windows_1252_leaves_undefined_keep_their_number() -> None:
    assert decode(b"words \xff " + UNDEFINED).text.endswith("\x81\x8d\x8f\x90\x9d")


def test_a_few_control_characters_make_no_junk() -> None:
    assert decode(b"The Seller\x00 shall\x07 pay\x1b.").text == "The Seller\x00 shall\x07 pay\x1b."


@pytest.mark.parametrize("content", [b"", b" \n\n\t ", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_called_empty(content: bytes) -> None:
    with pytest.raises(NotReadableError, match="empty"):
        decode(content)


def test_binary_junk_is_refused() -> None:
    junk = random.Random(2003).randbytes(5000)
    for content in (junk, b"\x7fELF" + bytes(4000) + b"words", bytes(100)):
        with pytest.raises(NotReadableError, match="no text"):
            decode(content)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00word/document.xml", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1\\ansi The Seller", "rich-text"),
    ],
)
def test_another_format_is_named(content: bytes, named: str) -> None:
    with pytest.raises(NotReadableError, match=named):
        decode(content)


def test_angle_brackets_alone_make_no_web_page() -> None:
    assert decode(b"The <Company> shall pay <b>& more</b>").text == "The <Company> shall pay <b>& more</b>"
