"""A PDF opened by PDFium: its pages one after the other, or one sentence that says why there are none."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf.drawn import Ruler
from carveout.agreement.intake.pdf.page_text import PageText
from carveout.agreement.intake.pdf.pieces import pieces_of
from carveout.agreement.intake.pdf.rows import rows
from carveout.agreement.intake.pdf.scans import is_wordless
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


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page in reading order, and whether it shows something that has no text."""

    rows: list[Row]
    wordless: bool


def read_pages(content: bytes, course: Course) -> list[Page]:
    """Return the pages of a PDF. Takes one stage of `course`.

    Raises NotReadableError where it is locked, damaged or endless.
    """
    with opened(content) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count <= 0:
            raise NotReadableError(_BROKEN)
        if count > MOST_PAGES:
            raise NotReadableError(
                f"The PDF has more than {MOST_PAGES:,} pages: split off the agreement and open that."
            )
        course.begin(count * _STEPS)
        ruler = Ruler()
        found = []
        for at in range(count):
            found.append(_page(document, at, ruler))
            for _ in range(_STEPS):
                course.step()
        return found


class LockedPdfError(NotReadableError):
    """The PDF is encrypted with a password, or in a way that PDFium doesn't know."""


@contextmanager
def opened(content: bytes) -> Iterator[pdfium.FPDF_DOCUMENT]:
    """Yield a PDF as PDFium holds it. Raises NotReadableError where it is damaged, LockedPdfError where locked."""
    held = ctypes.c_char_p(content)
    document = pdfium.FPDF_LoadMemDocument64(held, len(content), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        locked = {pdfium.FPDF_ERR_PASSWORD: _LOCKED, pdfium.FPDF_ERR_SECURITY: _OTHER_LOCK}
        if error in locked:
            raise LockedPdfError(locked[error])
        raise NotReadableError(_BROKEN)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: pdfium.FPDF_DOCUMENT, at: int, ruler: Ruler) -> Page:
    """Return one page, without rows where it is damaged."""
    page = pdfium.FPDF_LoadPage(document, at)
    if not page:
        return Page([], wordless=True)
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return Page([], wordless=True)
        try:
            words = PageText(text_page, pdfium.FPDFPage_GetRotation(page))
            wordless = is_wordless(page, words.text, words.unknown)
            return Page(rows(pieces_of(words, ruler), at + 1), wordless)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)
