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


def test_angle_brackets_alone_make_no_web_page() -> None:
    assert decode(b"The <Company> shall pay <b>& more</b>").text == "The <Company> shall pay <b>& more</b>"


EASTERN = {
    "cp932": ("Shift JIS", "本契約は、売主と買主との間で締結される株式譲渡契約である。第1条 売主は株式を譲渡する。"),
    "euc_jp": ("EUC-JP", "本契約は、売主と買主との間で締結される株式譲渡契約である。第1条 売主は株式を譲渡する。"),
    "gb18030": ("GB 18030", "本合同由卖方与买方签订。第一条 卖方应当将其持有的全部股份转让给买方,买方应当支付价款。"),
    "big5": ("Big5", "本合約由賣方與買方簽訂。第一條 賣方應將其持有之全部股份轉讓予買方,買方應支付價款。"),
    "cp949": ("EUC-KR", "본 계약은 매도인과 매수인 사이에 체결된다. 제1조 매도인은 주식을 매수인에게 양도한다."),
}


@pytest.mark.parametrize("encoding", EASTERN)
def test_east_asian_texts_are_told_by_their_bytes(encoding: str) -> None:
    name, words = EASTERN[encoding]
    decoded = decode("\n".join([words] * 8).encode(encoding))
    assert (decoded.encoding, decoded.text[: len(words)]) == (name, words)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_utf_16_is_read_with_and_without_a_mark(mark: bytes) -> None:
    decoded = decode(mark + "This Agreement – “Shares”".encode("utf-16-le"))
    assert (decoded.text, decoded.encoding) == ("This Agreement – “Shares”", "UTF-16")


def test_a_western_text_stays_western_however_short_or_full_of_signs() -> None:
    for text in ("§ 5 – “Aktien”", "é", "“§”—“Aktien” " * 40, "Gesellschaft für Aktien, Zürich und Köln, ÄÖÜ ßß"):
        assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("declared", "encoding", "name"),
    [
        ("iso-8859-1", "cp1252", "Windows-1252"),
        ("us-ascii", "cp1252", "Windows-1252"),
        ("Shift_JIS", "cp932", "Shift JIS"),
        ("gb2312", "gb18030", "GB 18030"),
        ("windows-1251", "cp1251", "CP1251"),
        ("utf-8", "utf-8", "UTF-8"),
        ("iso-8859-1", "utf-8", "UTF-8"),
        ("no-such-thing", "cp1252", "Windows-1252"),
    ],
)
def test_what_a_page_declares_decides_unless_the_bytes_say_otherwise(declared: str, encoding: str, name: str) -> None:
    words = {"cp932": "株式", "gb18030": "股份", "cp1251": "Акции"}.get(encoding, "“Shares” é")
    page = f'<html><head><META http-equiv="Content-Type" content="text/html; charset={declared}"></head>{words}'
    decoded = decode(page.encode(encoding))
    assert (decoded.encoding, decoded.text.endswith(words)) == (name, True)


def test_a_declaration_that_the_bytes_belie_is_passed_over() -> None:
    page = b'<?xml version="1.0" encoding="Shift_JIS"?><html>the \x93Seller\x94 \x80 5'
    assert decode(page).text.endswith("the “Seller” € 5")


def test_utf_8_with_a_few_other_bytes_keeps_both() -> None:
    decoded = decode("“Aktien” für ".encode() * 20 + b"\x93Seller\x94 \x81")
    assert decoded.text.endswith("“Aktien” für “Seller” \x81")
    assert decoded.encoding == "UTF-8 with some Windows-1252"


def test_a_mark_that_the_bytes_belie_loses_none() -> None:
    assert decode(codecs.BOM_UTF8 + b"the \x93Seller\x94").text == "the “Seller”"


def test_more_text_than_memory_is_refused_unread() -> None:
    with pytest.raises(NotReadableError, match="more than 25 MB of text"):
        decode(b"The Seller sells the shares to the Buyer.\n" * 600_000)
