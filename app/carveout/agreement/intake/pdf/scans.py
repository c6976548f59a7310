"""Pages that are pictures: scanned, or drawn letter by letter, with no text to read."""

from __future__ import annotations

import ctypes
import re

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_FEW = 80
"""Characters that may be stamped on a picture of a page: a docket number, a page number."""
_LOOKED_AT = 500
"""Things drawn on a page among which its picture is looked for."""
_MOST_OF_IT = 0.5
_NOT_LETTERS = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)


def is_wordless(page: pdfium.FPDF_PAGE, text: str, unknown: int) -> bool:
    """Tell whether a page shows something but has no text, or none to speak of.

    `unknown` counts the characters of which its fonts don't say what they mean.
    """
    characters = 0 if not text or text.isspace() else len(text) - text.count(" ")
    if unknown + (0 if text.isascii() else len(_NOT_LETTERS.findall(text))) > characters / 2:
        return True
    if characters >= _FEW:
        return False
    drawn = pdfium.FPDFPage_CountObjects(page)
    return drawn > 0 if characters == 0 else _is_pictured(page, drawn)


def _is_pictured(page: pdfium.FPDF_PAGE, drawn: int) -> bool:
    """Tell whether a picture covers most of a page."""
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for at in range(min(drawn, _LOOKED_AT)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) in _PICTURES and pdfium.FPDFPageObj_GetBounds(
            thing, left, bottom, right, top
        ):
            covered = (right.value - left.value) * (top.value - bottom.value)
            if covered >= _MOST_OF_IT * whole > 0:
                return True
    return False
