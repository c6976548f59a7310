"""The PDF as another program reads it: bookmarks, links, annotations, fonts, properties and words."""

from __future__ import annotations

import getpass
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from carveout.agreement.content import Gap, GapStrength
from carveout.memo.memo import memo_of
from carveout.memo.write import write
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import AnnotationKind
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfTextPage
    from tests.memo.conftest import Annotating, Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo


TABLE = ("Alpha, Inc.", "Beta K.K.", "1,000", "2,000")


def bookmarks(entries: list[Any]) -> Iterator[str]:
    """Yield the titles of the outline, whatever their level."""
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield entry.title


def annotated(reader: PdfReader, kind: str) -> list[tuple[int, Any]]:
    """Return the page's index and the dictionary of every annotation of a kind."""
    return [
        (index, annotation.get_object())
        for index, page in enumerate(reader.pages)
        for annotation in page.get("/Annots", [])
        if annotation.get_object()["/Subtype"] == kind
    ]


def links(reader: PdfReader) -> list[tuple[int, float, int, float]]:
    """Return from which page and height every link leads to which."""
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    return [
        (index, float(link["/Rect"][3]), pages[link["/Dest"][0].idnum], float(link["/Dest"][3]))
        for index, link in annotated(reader, "/Link")
    ]


def words_within(file: Path, page: int, box: Sequence[float]) -> str:
    """Return what another library reads inside a box of a page."""
    left, bottom, right, top = map(float, box)
    with closing(PdfDocument(file)) as document:
        words: str = document[page].get_textpage().get_text_bounded(left, bottom, right, top)
    return words


def last_of(page: PdfTextPage, words: str) -> int:
    """Return where the words stand last on a page."""
    search, at = page.search(words), -1
    while found := search.get_next():
        at = found[0]
    return at


def text(reader: PdfReader) -> str:
    """Return the words of all pages, one space apart."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_part_and_every_representation_has_a_bookmark(memo: Memo, written: Written) -> None:
    titles = list(bookmarks(written(memo).outline))
    for title in (
        *("Summary", "Issues by severity", "Representations", "3.1 Organization", "3.2 Statements", "3.3 No Lawsuits"),
        *("Carve-outs", "Questions, proposals and notes", "Open points", "Annotated agreement"),
    ):
        assert title in titles


def test_bookmarks_of_the_agreement_follow_its_outline(memo: Memo, written: Written) -> None:
    titles = list(bookmarks(written(memo).outline))
    agreement = titles[titles.index("Annotated agreement") :]
    assert [t for t in agreement if t.startswith(("EXHIBIT", "Article"))] == [
        "EXHIBIT 1 Purchase Agreement",
        "Article 3 Representations",
        "Article 4 Covenants",
    ]


def test_links_lead_from_each_note_to_its_words_and_back(memo: Memo, written: Written) -> None:
    reader = written(memo)
    part = next(i for i, page in enumerate(reader.pages) if "7  Annotated agreement" in page.extract_text())
    found = links(reader)
    there = [link for link in found if link[0] < part <= link[2]]
    back = [link for link in found if link[2] < part <= link[0]]
    assert len(there) >= len(memo.notes) + len(memo.schedule)
    assert len(back) == len(memo.notes) + len(memo.schedule)


def test_each_note_is_a_highlight_and_a_comment_with_author_date_and_contents(memo: Memo, written: Written) -> None:
    reader = written(memo)
    highlights = [annotation for _, annotation in annotated(reader, "/Highlight")]
    comments = [annotation for _, annotation in annotated(reader, "/Text") if "/State" not in annotation]
    for found in (highlights, comments):
        assert [(a["/T"], a["/Contents"], a["/CreationDate"], a["/M"]) for a in found] == [
            ("Second reader", "The filing says less.", "D:20261122134805Z", "D:20261122134805Z"),
            ("First reader", "Defined where?", "D:20261122134805Z", "D:20261122134805Z"),
            ("First reader", "No limit in time.", "D:20261122134805Z", "D:20261122134805Z"),
            (
                *("First reader", "Close it.\nProposed wording: except for the Petition"),
                *("D:20261122134805Z", "D:20261122134805Z"),
            ),
            ("First reader", "Settled.", "D:20261122134805Z", "D:20261122134805Z"),
        ]
    assert [a["/Subj"] for a in highlights] == [
        "Note",
        "Question",
        "Issue, high",
        "Proposed wording",
        "Issue, low, resolved",
    ]
    assert len({a["/NM"] for a in highlights + comments}) == 10


def test_a_highlight_has_what_acrobat_wants(memo: Memo, written: Written) -> None:
    reader = written(memo)
    for index, highlight in annotated(reader, "/Highlight"):
        quads = [float(number) for number in highlight["/QuadPoints"]]
        assert quads
        for left, top, right, top_right, left_below, bottom, right_below, bottom_right in zip(
            *[iter(quads)] * 8, strict=True
        ):
            assert (left, top, right, bottom) == (left_below, top_right, right_below, bottom_right)
            assert left < right
            assert bottom < top
        assert highlight["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
        assert highlight["/F"] & 4
        assert highlight["/P"].get_object() == reader.pages[index].get_object()
        assert highlight["/Popup"].get_object()["/Parent"].get_object()["/NM"] == highlight["/NM"]


def test_a_comment_is_one_group_with_its_highlight(memo: Memo, written: Written) -> None:
    for _, comment in annotated(written(memo), "/Text"):
        if "/State" in comment:
            continue
        assert comment["/RT"] == "/Group"
        assert comment["/IRT"].get_object()["/Contents"] == comment["/Contents"]


def test_highlights_cover_the_words_that_they_are_about(memo: Memo, tmp_path: Path) -> None:
    target = tmp_path / "memo.pdf"
    write(memo, target)
    index, highlight = annotated(PdfReader(target), "/Highlight")[1]
    assert words_within(target, index, highlight["/Rect"]) == "Group Company"


def test_a_passage_that_goes_on_over_the_page_is_highlighted_on_both(
    reading: Reading, memo: Memo, written: Written, annotate: Annotating
) -> None:
    words = "The Seller shall carry on its business. " * 400
    start = reading.text.index("The Seller shall carry on its business.")
    text_ = reading.text[:start] + words + "\n"
    clauses = [replace(c, end=len(text_) - 1) if c.end > start else c for c in reading.outline if c.start <= start]
    paragraphs = [p for p in reading.paragraphs if p.span.end < start]
    whole = type(reading.paragraphs[0].span)(start, start + len(words) - 1)
    paragraphs.append(replace(reading.paragraphs[-2], span=whole))
    long = replace(
        reading,
        text=text_,
        paragraphs=tuple(paragraphs),
        outline=type(reading.outline)(tuple(clauses)),
        carveouts=(),
        qualifiers=(),
    )
    note = annotate(on_span(long, whole), AnnotationKind.NOTE, "All of it.")
    reader = written(memo_of(long, Review({note.id: note}), memo.heading))
    found = annotated(reader, "/Highlight")
    assert len(found) > 2
    assert len({index for index, _ in found}) == len(found)
    assert {a["/Contents"] for _, a in found} == {"All of it.", "[1], continued from the page before."}


def test_every_font_in_the_file_is_embedded(memo: Memo, written: Written) -> None:
    fonts = [
        font.get_object()
        for page in written(memo).pages
        for font in page["/Resources"]["/Font"].get_object().values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"].get_object(), font["/BaseFont"]
        assert "/ToUnicode" in font


def test_the_properties_are_the_memos_and_nobody_elses(memo: Memo, written: Written) -> None:
    reader = written(memo)
    properties = reader.metadata
    assert properties is not None
    assert properties.title == "Memorandum: Alpha / Beta Purchase Agreement"
    assert properties.author == "First reader, Second reader"
    assert str(properties.creation_date_raw) == "D:20261122000000Z"
    assert properties.producer == properties.creator
    assert "ReportLab" not in str(properties.producer)
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/PageMode"] == "/UseOutlines"


def test_the_file_names_no_place_of_the_machine(memo: Memo, tmp_path: Path, written: Written) -> None:
    reader = written(memo)
    streams = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    file = (tmp_path / "memo.pdf").read_bytes() + streams
    for place in (str(tmp_path), str(Path.home()), str(Path(__file__).parents[2])):
        assert place.encode() not in file
    assert f"/{getpass.getuser()}/".encode() not in file


def test_every_page_says_which_it_is_of_how_many(memo: Memo, written: Written) -> None:
    reader = written(memo)
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number} of {len(reader.pages)}" in page.extract_text()
        assert "Alpha / Beta Purchase Agreement · review of 22 November 2026" in page.extract_text()


def test_what_counsel_said_can_be_read_back(memo: Memo, written: Written) -> None:
    words = text(written(memo))
    for expected in (
        *("PRIVILEGED AND CONFIDENTIAL", "To Deal team", "From First reader, Second reader", "Date 22 November 2026"),
        "Three representations: one cleared, one noted and one unread.",
        "Of two carve-outs, one is decided (one to be struck), one undecided.",
        "Alpha is carved out twice in two wordings.",
        "One issue is open: one high. The high one concerns Section 3.2.",
        "part 6 lists one unread representation and one undecided carve-out.",
        *("No limit in time.", "Defined where?", "The filing says less.", "Settled.", "Nothing is pending."),
        *(
            "except for effects of the Petition",
            "The <Company> & its accounts are true",
            "knowledge “To its knowledge”",
        ),
        *("cleared by First reader, 22 November 2026", "Section 3.1", "p. 1, l"),
    ):
        assert expected in words


def test_a_clause_that_stays_bare_is_named_with_its_sibling(reading: Reading, memo: Memo, written: Written) -> None:
    gap = Gap(3, 4, "Alpha", GapStrength.STRONG, "No exception for Alpha.")
    bare = replace(reading, gaps=(gap,))
    words = text(written(memo_of(bare, Review(), memo.heading)))
    assert "One clause of the same role stays bare; foremost Section 3.1." in words
    for expected in ("Section 3.1", "strong", "Section 3.2", "No exception for Alpha."):
        assert expected in words.partition("stay bare")[2]


def test_a_table_keeps_its_columns(memo: Memo, tmp_path: Path) -> None:
    target = tmp_path / "memo.pdf"
    write(memo, target)
    with closing(PdfDocument(target)) as document:
        page = document[len(document) - 1].get_textpage()
        starts = {words: page.get_charbox(last_of(page, words), loose=True)[0] for words in TABLE}
    assert starts["Alpha, Inc."] == pytest.approx(starts["Beta K.K."], abs=0.1)
    assert starts["1,000"] == pytest.approx(starts["2,000"], abs=0.1)


def test_the_wrapper_is_left_out_but_for_what_somebody_annotated(
    reading: Reading, memo: Memo, written: Written, annotate: Annotating
) -> None:
    note = annotate(on_clause(reading, 5), AnnotationKind.NOTE, "Fine.")
    alone = memo_of(reading, Review({note.id: note}), memo.heading)
    assert "This statement relates" not in text(written(alone))
    assert "This statement relates" in text(written(memo))


def test_the_sample_has_bookmarks_links_and_annotations_for_everything(sample_memo: Memo, written: Written) -> None:
    reader = written(sample_memo)
    titles = set(bookmarks(reader.outline))
    outline = sample_memo.reading.outline
    assert len(sample_memo.representations) == 20
    for entry in sample_memo.representations:
        clause = outline[entry.representation.clause]
        named = f"{clause.number} {clause.heading or ''}"
        assert any(title.startswith(named) for title in titles), named
    expected = {note.annotation.comment for note in sample_memo.notes}
    for kind in ("/Highlight", "/Text"):
        assert {a["/Contents"] for _, a in annotated(reader, kind)} >= expected
    words = text(reader)
    assert all(comment in words for comment in expected)
    assert "Section 3.18" in words
    assert re.search(r"p\. 17, ll\. \d+–\d+", words)
