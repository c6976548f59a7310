"""The memo for Word: the parts of the PDF, every note whole, and proposed wording as tracked changes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx import Document
from lxml import etree  # type: ignore[import-untyped]

from carveout.agreement.close_reading import read_closely
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.markup import fit
from carveout.memo.word.memorandum import memo_docx
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = [
    *("Summary", "Issues", "Representations", "Carve-outs", "Carve-outs compared", "Remedies", "Proofreading"),
    *("Questions, proposals and notes", "Not reviewed", "Annotated agreement"),
]


def body(data: bytes) -> Any:  # noqa: ANN401  (lxml has no types)
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def text_of(data: bytes) -> str:
    """Return all words, with what is struck and what is inserted, lines as lines."""
    lines = ["".join(one.itertext(f"{W}t", f"{W}delText")) for one in body(data).iter(f"{W}p")]
    return "\n".join(lines)


def test_it_has_the_parts_of_the_pdf_under_words_own_headings(sample: Reading) -> None:
    closely = read_closely(sample)
    memo = memo_of(closely, Review(), heading_of(closely, Review(), dt.date(2026, 11, 22)))
    document = Document(io.BytesIO(memo_docx(memo, Review())))
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"] == PARTS
    assert {table.style.name for table in document.tables if table.style} == {"Carveout"}
    found = text_of(memo_docx(memo, Review()))
    for gap in closely.gaps:
        assert gap.message in found
    for finding in memo.findings:
        assert finding.message in found


def test_every_note_and_every_reply_is_printed_whole(discussed_memo: Memo, discussed: Review) -> None:
    found = text_of(memo_docx(discussed_memo, discussed))
    for annotation in discussed.annotations.values():
        assert annotation.comment in found
    assert "Second reader, 22 November 2026: \nAgreed.\nSix months?" in found
    for entry in discussed_memo.schedule:
        assert f"“{entry.carveout.span.of(discussed_memo.reading.text)}”" in found


def test_a_proposal_is_a_tracked_change_that_leads_from_the_words_to_it(
    discussed_memo: Memo, discussed: Review
) -> None:
    proposal = discussed.annotations["a2"]
    tree = body(memo_docx(discussed_memo, discussed))
    cell = next(one for one in tree.iter(f"{W}p") if one.find(f"{W}del") is not None)
    changes = [one for one in cell if one.tag in {f"{W}ins", f"{W}del"}]
    assert {one.get(f"{W}author") for one in changes} == {"First reader"}
    assert {one.get(f"{W}date") for one in changes} == {"2026-11-22T13:48:05Z"}
    words = {f"{W}r": "{}", f"{W}del": "[-{}-]", f"{W}ins": "[+{}+]"}
    said = "".join(
        words[one.tag].format("".join(one.itertext(f"{W}t", f"{W}delText"))) for one in cell if one.tag in words
    )
    said = re.sub(r" \[\d+\]$", "", said)
    assert re.sub(r"\[\+.*?\+\]", "", said).replace("[-", "").replace("-]", "") == proposal.anchor.quote
    assert re.sub(r"\[-.*?-\]", "", said).replace("[+", "").replace("+]", "") == proposal.proposed


def test_the_contents_are_a_field_whose_entries_lead_to_the_headings(discussed_memo: Memo, discussed: Review) -> None:
    tree = body(memo_docx(discussed_memo, discussed))
    assert [one.text.split()[0] for one in tree.iter(f"{W}instrText")] == ["TOC"]
    places = {one.get(f"{W}name") for one in tree.iter(f"{W}bookmarkStart")}
    anchors = {one.get(f"{W}anchor") for one in tree.iter(f"{W}hyperlink")}
    assert anchors <= places
    assert any(anchor.startswith("clause_") for anchor in anchors)
    numbers = [one.get(f"{W}id") for one in tree.iter(f"{W}bookmarkStart")]
    assert len(set(numbers)) == len(numbers)


def test_every_page_has_its_number_at_its_foot(memo: Memo, review: Review) -> None:
    foot = Document(io.BytesIO(memo_docx(memo, review))).sections[0].footer.paragraphs[0]
    assert foot.text == "Alpha / Beta Purchase Agreement · review of 22 November 2026\tPage 1 of 1"
    fields = [one.text for one in foot._p.iter(f"{W}instrText")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_hostile_notes_are_printed_and_break_nothing(hostile: tuple[Memo, Review]) -> None:
    memo, review = hostile
    found = text_of(memo_docx(memo, review))
    for note in memo.notes:
        for line in re.split("[\r\n\t]", fit(note.annotation.comment)):
            assert line in found


def test_a_long_note_is_printed_whole(memo: Memo, review: Review) -> None:
    long = "A word 𠮷 or two. " * 60_000
    issue = replace(review.annotations["a1"], comment=long)
    found = memo_of(memo.reading, replace(review, annotations={"a1": issue}), memo.heading)
    assert long in text_of(memo_docx(found, review))
