"""Files that are broken, or made to exhaust their reader: a sentence or a clean reading, and soon."""

from __future__ import annotations

import io
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.docx import read_docx
from carveout.agreement.intake.formats import manuscript_of
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Read = Callable[..., Manuscript]
    Write = Callable[..., str]
    Written = Callable[..., bytes]


def read(content: bytes) -> Manuscript:
    return manuscript_of(content, "x.docx", Course(silent, 2))


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def outcome(content: bytes) -> str:
    """Return the last words that are read, or why none are."""
    try:
        return read(content).lines[-1].text.strip()
    except NotReadableError as error:
        return str(error)


@pytest.fixture
def agreement(written: Written, p: Write) -> bytes:
    return written(p("This Agreement is made."))


def with_document(agreement: bytes, document: bytes, **more: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(agreement)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, "word/document.xml": document, **more})


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["xl/workbook.xml", "[Content_Types].xml"], "spreadsheet"),
        (["ppt/presentation.xml"], "presentation"),
        (["mimetype", "content.xml"], "OpenDocument"),
        (["notes.txt"], "zip archive"),
        (["[Content_Types].xml"], "damaged"),
        ([], "zip archive"),
    ],
)
def test_another_archive_is_refused_by_what_it_is(names: list[str], told: str) -> None:
    with pytest.raises(NotReadableError, match=told):
        read(zipped(dict.fromkeys(names, b"<x/>")))


def test_a_document_is_refused_or_read_wherever_it_is_cut_off(agreement: bytes) -> None:
    for end in range(4, len(agreement), 37):
        with pytest.raises(NotReadableError):
            read(agreement[:end])


def test_a_changed_byte_is_refused_or_read(agreement: bytes) -> None:
    for at in range(4, len(agreement), 5):
        assert outcome(agreement[:at] + bytes([agreement[at] ^ 0x55]) + agreement[at + 1 :]).endswith(".")


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"no markup",
        b"<w:document>",
        b"<a><b></a>",
        b"\x00\x01\x02",
        b"<?xml version='1.0' encoding='unheard-of'?><a/>",
    ],
)
def test_broken_markup_is_refused(agreement: bytes, document: bytes) -> None:
    with pytest.raises(NotReadableError, match="damaged"):
        read(with_document(agreement, document))


def test_a_document_without_words_is_refused(agreement: bytes) -> None:
    with pytest.raises(NotReadableError, match="no words"):
        read(with_document(agreement, b"<html>words</html>"))


@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(written: Written, p: Write, part: str, encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><a>&c;&x;</a>'
    agreement = written(p("This Agreement."), styles="")
    with zipfile.ZipFile(io.BytesIO(agreement)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(NotReadableError, match="entities"):
        read(zipped({**parts, part: bomb.encode(encoding)}))


def test_a_document_that_unpacks_without_end_is_refused(agreement: bytes) -> None:
    began = time.process_time()
    with pytest.raises(NotReadableError, match="unpacks"):
        read(with_document(agreement, b"<a>" + b" " * 60_000_000))
    assert time.process_time() - began < 5


def test_what_a_header_says_of_a_size_is_not_believed(agreement: bytes) -> None:
    bomb = with_document(agreement, b"<a>" + b" " * 60_000_000)
    size = (60_000_003).to_bytes(4, "little")
    assert bomb.count(size) == 2
    with pytest.raises(NotReadableError):
        read(bomb.replace(size, (1000).to_bytes(4, "little")))


def test_an_archive_of_countless_parts_is_refused(agreement: bytes) -> None:
    with pytest.raises(NotReadableError, match="2,000 parts"):
        read(with_document(agreement, b"<a/>", **{f"{at}.xml": b"" for at in range(2_001)}))


def test_a_name_that_comes_twice_is_refused(agreement: bytes) -> None:
    held = io.BytesIO(agreement)
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(NotReadableError, match="damaged"):
        read(held.getvalue())


def test_an_encrypted_document_is_refused(agreement: bytes) -> None:
    locked = agreement.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    assert locked != agreement
    with pytest.raises(NotReadableError, match="without a password"):
        read(locked)
    with pytest.raises(NotReadableError, match="without a password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))


def test_nothing_outside_the_archive_is_opened(written: Written, p: Write) -> None:
    content = written(p("This Agreement."), styles="")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = parts["word/_rels/document.xml.rels"].replace(
        b'Target="styles.xml"', b'Target="file:///etc/passwd" TargetMode="External"'
    )
    made = read(zipped({**parts, "word/_rels/document.xml.rels": relations}))
    assert made.lines[0].text == "This Agreement."
    relations = relations.replace(b' TargetMode="External"', b"").replace(b"file:///etc", b"../../../etc")
    assert read(zipped({**parts, "word/_rels/document.xml.rels": relations})).lines[0].text == "This Agreement."


@pytest.mark.parametrize("name", ["w:p", "w:tbl", "w:ins", "w:rPr", "x"])
def test_fifty_thousand_nested_elements_are_read(written: Written, p: Write, name: str) -> None:
    inside = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    began = time.process_time()
    nested = f"<{name}>" * 50_000 + inside + f"</{name}>" * 50_000
    assert outcome(written(nested + p("below."))) == "below."
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "numbering",
    [
        "".join(f'<w:lvl w:ilvl="{at}"><w:lvlText w:val="%{at}"/></w:lvl>' for at in range(20_000)),
        f'<w:lvl w:ilvl="0"><w:start w:val="{"9" * 5_000}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>',
        '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>',
        '<w:lvl w:ilvl="0"><w:start w:val="-5"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>',
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="cardinalText"/><w:lvlText w:val="{"%1" * 100_000}"/></w:lvl>',
        '<w:numStyleLink w:val="S"/><w:styleLink w:val="S"/>',
        '<w:lvl w:ilvl="²"><w:start w:val="²"/><w:lvlText/></w:lvl>',
    ],
)
def test_an_impossible_list_is_read_all_the_same(manuscript: Read, listed: Write, numbering: str) -> None:
    defined = f'<w:abstractNum w:abstractNumId="0">{numbering}</w:abstractNum>'
    listing = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    made = manuscript(listed("Shares") * 50, numbering=defined + listing)
    assert len(made.lines) == 50
    assert all(line.text.endswith("Shares") and len(line.text) < 20_000 for line in made.lines)


def test_a_chain_of_twenty_thousand_styles_is_followed(manuscript: Read, p: Write) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(20_000)
    )
    last = '<w:style w:type="paragraph" w:styleId="s20000"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    made = manuscript(p("Shares", '<w:pStyle w:val="s0"/>'), styles=styles + last)
    assert made.paragraphs is not None
    assert made.paragraphs[0].style == "centered"


def test_a_field_and_a_comment_that_never_end_hide_nothing(manuscript: Read, p: Write) -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:commentRangeStart w:id="1"/><w:r><w:fldChar/></w:r>'
    made = manuscript(p(broken) * 200 + p("Shares"))
    assert made.lines[-1].text == "Shares"


def test_a_part_that_is_missing_is_done_without(written: Written, listed: Write) -> None:
    with zipfile.ZipFile(io.BytesIO(written(listed("Shares"), numbering="", styles="", footnotes=""))) as archive:
        parts = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.count("/") != 1 or "document" in name or "rels" in name
        }
    assert "word/numbering.xml" not in parts
    assert read_docx(zipped(parts), "x", Course(silent, 2)).lines[0].text == "Shares"


def test_more_than_an_agreement_can_hold_is_refused(written: Written) -> None:
    assert "300,000 cells" in outcome(written(f"<w:tbl><w:tr>{'<w:tc/>' * 300_001}</w:tr></w:tbl>"))
