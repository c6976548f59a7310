"""A PDF opened by PDFium: its pages one after the other, or one sentence that says why there are none."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf.drawn import Ruler
from carveout.agreement.intake.pdf.page_text import PageText
from carveout.agreement.intake.pdf.pieces import pieces_of
from carveout.agreement.intake.pdf.rows import rows
from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.intake.pdf.rows import Row
    from carveout.agreement.progress import Course

MOST_PAGES = 20_000
"""Pages beyond which nothing is one agreement."""
_STEPS = 64
"""Steps of progress that a page is worth."""
_LOCKED = (
    "The PDF is locked with a password: open it in a PDF reader with the password, save or print it as a PDF without "
    "one, and open that."
)
_BROKEN = "The PDF is damaged and can't be opened: fetch or save it anew, and open that."
_OTHER_LOCK = (
    "The PDF is protected in a way that can't be read here: save or print it without protection, and open that."
)


def read_pages(content: bytes, course: Course) -> list[list[Row]]:
    """Return the rows of each page of a PDF. Takes one stage of `course`.

    Raises NotReadableError where it is locked, damaged or endless.
    """
    with _opened(content) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count <= 0:
            raise NotReadableError(_BROKEN)
        if count > MOST_PAGES:
            raise NotReadableError(
                f"The PDF has more than {MOST_PAGES:,} pages: split off the agreement and open that."
            )
        course.begin(count * _STEPS)
        found = []
        ruler = Ruler()
        for at in range(count):
            found.append(_page(document, at, ruler))
            for _ in range(_STEPS):
                course.step()
        return found


@contextmanager
def _opened(content: bytes) -> Iterator[pdfium.FPDF_DOCUMENT]:
    held = ctypes.c_char_p(content)
    document = pdfium.FPDF_LoadMemDocument64(held, len(content), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        locked = {pdfium.FPDF_ERR_PASSWORD: _LOCKED, pdfium.FPDF_ERR_SECURITY: _OTHER_LOCK}
        raise NotReadableError(locked.get(error, _BROKEN))
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: pdfium.FPDF_DOCUMENT, at: int, ruler: Ruler) -> list[Row]:
    """Return the rows of one page: none where the page is damaged."""
    page = pdfium.FPDF_LoadPage(document, at)
    if not page:
        return []
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return []
        try:
            return rows(pieces_of(PageText(text_page, pdfium.FPDFPage_GetRotation(page)), ruler), at + 1)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
