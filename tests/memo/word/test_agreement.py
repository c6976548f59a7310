"""The agreement for Word: its words as filed, paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from docx import Document

from carveout.agreement.clause import Outline
from carveout.memo.annexed import annexed_by
from carveout.memo.memo import memo_of
from carveout.memo.papers.markup import fit
from carveout.memo.word.whole_agreement import agreement_docx
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.memo.memo import Memo


def read_back(memo: Memo, review: Review) -> list[str]:
    """Return the text of every paragraph."""
    return [one.text for one in Document(io.BytesIO(agreement_docx(memo, review))).paragraphs]


def test_every_paragraph_is_read_back_to_the_letter(sample_memo: Memo) -> None:
    text = sample_memo.reading.text
    annexed = annexed_by(sample_memo).paragraphs
    assert read_back(sample_memo, Review()) == [one.span.of(text) for one in annexed]


def test_headings_have_words_own_styles_and_items_are_indented(sample_memo: Memo, review: Review) -> None:
    found = Document(io.BytesIO(agreement_docx(sample_memo, review))).paragraphs
    styles = {one.text: one.style.name if one.style else None for one in found}
    assert styles["3.10 Financial Statements of IIJ"] == "Heading 2"
    assert styles["Article 3. (Representations and Warranties of IIJ)"] == "Heading 1"
    item = next(one for one in found if one.text.startswith("(ii) transferring, leasing"))
    assert item.paragraph_format.left_indent


def test_what_xml_cant_hold_is_shown(memo: Memo, review: Review) -> None:
    hostile = memo.reading.text.replace("accounts", "acc\x00\ud800nts").replace("knowledge", "kno\u202e\uffff\x1bdge")
    found = replace(memo, reading=replace(memo.reading, text=hostile))
    expected = [fit(one.span.of(hostile)) for one in annexed_by(found).paragraphs]
    assert read_back(found, review) == expected


def test_an_empty_document_has_its_file_too(memo: Memo, review: Review) -> None:
    bare = replace(memo.reading, representations=(), carveouts=(), qualifiers=(), text="", paragraphs=(), places=())
    bare = replace(bare, outline=Outline(()))
    assert read_back(memo_of(bare, Review(), memo.heading), review) == [""]


def test_the_same_review_gives_the_same_bytes_and_names_no_machine(discussed_memo: Memo, discussed: Review) -> None:
    data = agreement_docx(discussed_memo, discussed)
    assert data == agreement_docx(discussed_memo, discussed)
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = Document(io.BytesIO(data)).core_properties
    assert properties.author == "First reader, Second reader"
    assert properties.title == discussed_memo.heading.deal
    assert b"python-docx" not in parts.read("docProps/core.xml")
