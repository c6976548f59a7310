"""Born-digital PDF: what a page says, and why some PDFs can't be read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

from carveout.agreement.intake.formats import manuscript_of
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Printed = Callable[..., bytes]
    Wrapped = Callable[..., list[tuple[float, float, str]]]
    Paragraphs = Callable[[bytes], list[str]]
    ReadBack = Callable[[bytes], Manuscript]

PICTURE = (0, 0, "")
"""A picture as large as the page."""
SALE = (
    "Subject to the terms of this Agreement, at the Closing the Seller shall sell, assign and deliver to the Buyer, "
    "and the Buyer shall purchase and accept from the Seller, all of the Shares, free and clear of all Liens other "
    "than those that this Agreement permits."
)


def test_the_manuscript_says_what_it_was_made_from(printed: Printed) -> None:
    content = printed([(72, 700, "This Agreement")], [(72, 700, "is short.")])
    manuscript = manuscript_of(content, "short.pdf", Course(silent, 2))
    assert (manuscript.name, manuscript.format, manuscript.pages) == ("short.pdf", "pdf", 2)
    assert manuscript.sha256 == hashlib.sha256(content).hexdigest()


def test_a_pdf_may_begin_after_other_bytes(printed: Printed) -> None:
    content = b"\r\n" * 100 + printed([(72, 700, "This Agreement")])
    assert manuscript_of(content, "a.pdf", Course(silent, 2)).lines[0].text.strip() == "This Agreement"


def test_each_line_keeps_its_page(printed: Printed, read_back: ReadBack) -> None:
    lines = read_back(printed([(72, 700, "First."), (72, 660, "Second.")], [], [(72, 700, "Third.")])).lines
    assert [(line.text, line.page, line.number) for line in lines] == [
        ("First.", 1, None),
        ("Second.", 1, None),
        ("Third.", 3, None),
    ]


def test_lines_that_wrap_are_one_paragraph(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    assert paragraphs(printed([*wrapped(SALE, 720), *wrapped(SALE, 640)])) == [SALE, SALE]


def test_a_paragraph_goes_on_overleaf(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    lines = wrapped(SALE, 100)
    assert paragraphs(
        printed([*wrapped(SALE, 720), *lines[:2]], wrapped(SALE[len(lines[0][2] + lines[1][2]) + 2 :]))
    ) == [
        SALE,
        SALE,
    ]


def test_an_indented_first_line_begins_a_paragraph(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    first = wrapped(SALE, 720, first=36)
    second = wrapped(SALE, first[-1][1] - 13, first=36)
    assert paragraphs(printed([*first, *second])) == [SALE, SALE]


def test_words_drawn_in_pieces_are_words(printed: Printed, paragraphs: Paragraphs) -> None:
    label = stringWidth("Section 2.1", "Times-Roman", 11)
    pieces = [(72, 700, "Section 2.1"), (150, 700, "Intellectual"), (208, 700, "Property"), (72 + label, 700, "1")]
    assert paragraphs(printed(pieces)) == ["Section 2.11 Intellectual Property"]


def test_a_locked_pdf_says_what_to_do(printed: Printed) -> None:
    content = printed([(72, 700, "Secret")], encrypt="password")
    with pytest.raises(NotReadableError, match="locked with a password: open it in a PDF reader"):
        manuscript_of(content, "locked.pdf", Course(silent, 2))


def test_a_pdf_of_pictures_is_a_scan(printed: Printed) -> None:
    with pytest.raises(NotReadableError, match=r"is a scan.*OCR"):
        manuscript_of(printed([PICTURE], [PICTURE, (500, 20, "Case 1:22-cv-1")]), "scan.pdf", Course(silent, 2))


def test_a_pdf_without_anything_is_empty(printed: Printed) -> None:
    with pytest.raises(NotReadableError, match="is empty"):
        manuscript_of(printed([], []), "empty.pdf", Course(silent, 2))


def test_pages_that_are_pictures_are_told(printed: Printed, wrapped: Wrapped, read_back: ReadBack) -> None:
    manuscript = read_back(printed(wrapped(SALE), [PICTURE], [], [PICTURE, (72, 20, "Exhibit A")]))
    assert manuscript.wordless == (2, 4)
    assert manuscript.lines[-1].text.strip() == "Exhibit A"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<", b"%PDF-1.7\n%%EOF"])
def test_a_damaged_pdf_says_so(content: bytes) -> None:
    with pytest.raises(NotReadableError, match="damaged"):
        manuscript_of(content, "damaged.pdf", Course(silent, 2))
