"""Born-digital PDF: its words as they stand on the pages, without running heads and page numbers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.document import read_pages
from carveout.agreement.intake.pdf.furniture import furniture
from carveout.agreement.intake.pdf.hyphens import join_hyphened
from carveout.agreement.intake.pdf.paragraphs import paragraphs
from carveout.agreement.intake.pdf.setting import settings
from carveout.agreement.manuscript import MOST_LINES, Line, Manuscript, NotReadableError, SetParagraph, refuse_endless

if TYPE_CHECKING:
    from carveout.agreement.progress import Course

_SCAN = (
    "The PDF is a scan: its pages are pictures without text that can be read. Make it searchable with text "
    "recognition (OCR) in a PDF program, and open that."
)
_EMPTY = "The PDF is empty: it holds no words."


def read_pdf(content: bytes, name: str, course: Course) -> Manuscript:
    """Return the lines of a PDF, its page furniture left out, and its paragraphs. Takes two stages of `course`.

    Raises NotReadableError where it is locked, damaged, endless, or has no text.
    """
    pages = read_pages(content, course)
    refuse_endless(sum(len(page.rows) for page in pages), MOST_LINES, "lines")
    if all(page.wordless or not page.rows for page in pages):
        raise NotReadableError(_SCAN if any(page.wordless for page in pages) else _EMPTY)
    left_out = furniture([page.rows for page in pages])
    rows = [row for page in pages for row in page.rows if id(row) not in left_out]
    set_as = settings(rows)
    lines: list[Line] = []
    marked: list[SetParagraph] = []
    found = paragraphs(rows, set_as)
    join_hyphened([paragraph.rows for paragraph in found])
    for paragraph in course.over(found, len(found)):
        first = len(lines)
        for row in filter(lambda one: one.text, paragraph.rows):
            indent = set_as[row.page, row.column].indent(row)
            lines.append(Line(" " * indent + row.text, None, row.page))
        marked.append(SetParagraph(first, len(lines), paragraph.style, lead=paragraph.rows[0].bold))
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="pdf",
        pages=len(pages),
        lines=tuple(lines),
        paragraphs=tuple(marked),
        wordless=tuple(number for number, page in enumerate(pages, 1) if page.wordless),
    )
