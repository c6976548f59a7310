"""The pages of a PDF as pictures, at any scale and in bands, so that none is waited for."""

from __future__ import annotations

import atexit
import ctypes
from contextlib import ExitStack
from dataclasses import dataclass
from math import ceil

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf.document import opened

_WHITE = 0xFFFFFFFF
_PIXEL = 4
"""Bytes of a pixel: blue, green, red, and one that says nothing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a page from its left edge to its right, four bytes each: blue, green, red, nothing."""

    width: int
    height: int
    pixels: bytes


class Pictured:
    """A PDF that is pictured page by page, with what is annotated on it. `sizes` are the pages' in points.

    Not for two threads at once. Raises NotReadableError where it is locked or damaged.
    """

    def __init__(self, content: bytes) -> None:
        self._open = ExitStack()
        self._document = self._open.enter_context(opened(content))
        atexit.register(self._open.close)  # before PDFium's own end, which leaves nothing to close it with
        self.sizes = tuple(map(self._size, range(pdfium.FPDF_GetPageCount(self._document))))

    def across(self, page: int, scale: float) -> int:
        """Return how many pixels wide the picture of a page is at so many pixels a point."""
        return max(1, ceil(self.sizes[page][0] * scale))

    def picture(self, page: int, scale: float, band: tuple[float, float] = (0, 1)) -> Picture:
        """Return a page, counted from 0, at so many pixels a point; or the band of it between two shares of its height.

        Where the page is damaged, the picture is white.
        """
        across, down = self.across(page, scale), max(1, ceil(self.sizes[page][1] * scale))
        top = round(band[0] * down)
        high = max(1, round(band[1] * down) - top)
        bitmap = pdfium.FPDFBitmap_CreateEx(across, high, pdfium.FPDFBitmap_BGRx, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, high, _WHITE)
            loaded = pdfium.FPDF_LoadPage(self._document, page)
            if loaded:
                pdfium.FPDF_RenderPageBitmap(bitmap, loaded, 0, -top, across, down, 0, pdfium.FPDF_ANNOT)
                pdfium.FPDF_ClosePage(loaded)
            pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), high * across * _PIXEL)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return Picture(across, high, pixels)

    def close(self) -> None:
        """Let the file go; nothing can be pictured from then on."""
        atexit.unregister(self._open.close)
        self._open.close()

    def _size(self, page: int) -> tuple[float, float]:
        size = pdfium.FS_SIZEF()
        pdfium.FPDF_GetPageSizeByIndexF(self._document, page, size)
        return size.width or 1.0, size.height or 1.0
