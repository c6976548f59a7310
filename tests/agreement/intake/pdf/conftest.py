"""PDFs printed for a test, line by line, and what is read from them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader, simpleSplit  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf import read_pdf
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carveout.agreement.manuscript import Manuscript

Words: TypeAlias = tuple[float, float, str] | tuple[float, float, str, str]
"""Where words begin on a page of 612 by 792 points, the words, and their face where it isn't Times-Roman."""


@pytest.fixture(scope="session")
def printed() -> Callable[..., bytes]:
    """Print pages, each a list of words with their places; where there are no words, a picture covers the page."""

    def pdf(*pages: Sequence[Words], turned: int = 0, **options: object) -> bytes:
        paper = io.BytesIO()
        canvas = Canvas(paper, pagesize=(612, 792), invariant=True, **options)
        for page in pages:
            canvas.setPageRotation(turned)
            for left, baseline, words, *face in page:
                canvas.setFont(face[0] if face else "Times-Roman", 11)
                if words:
                    canvas.drawString(left, baseline, words)
                else:
                    canvas.drawImage(ImageReader(Image.new("L", (8, 8))), left, baseline, 612, 792)
            canvas.showPage()
        canvas.save()
        return paper.getvalue()

    return pdf


@pytest.fixture(scope="session")
def wrapped() -> Callable[..., list[Words]]:
    """Wrap a paragraph between two margins, from a baseline down."""

    def lines(text: str, top: float = 720, left: float = 72, right: float = 540, first: float = 0) -> list[Words]:
        opening, *_ = simpleSplit(text, "Times-Roman", 11, right - left - first)
        rest = simpleSplit(text[len(opening) :].strip(), "Times-Roman", 11, right - left)
        set_down: list[Words] = [(left + first, top, opening)]
        return set_down + [(left, top - 13 * at, line) for at, line in enumerate(rest, 1)]

    return lines


@pytest.fixture(scope="session")
def read_back() -> Callable[[bytes], Manuscript]:
    """Read a PDF."""
    return lambda content: read_pdf(content, "agreement.pdf", Course(silent, 2))


@pytest.fixture(scope="session")
def paragraphs(read_back: Callable[[bytes], Manuscript]) -> Callable[[bytes], list[str]]:
    """Read a PDF and return the words of its paragraphs."""

    def words(content: bytes) -> list[str]:
        manuscript = read_back(content)
        assert manuscript.paragraphs is not None
        return [
            " ".join(" ".join(line.text for line in manuscript.lines[one.first : one.end]).split())
            for one in manuscript.paragraphs
        ]

    return words
