from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.pdf.pictured import Pictured
from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Written = Callable[..., bytes]

BLACK = bytes(3)


@pytest.fixture
def pictured() -> Iterator[Pictured]:
    """Two pages of different size, the first with a black box in its lower left corner."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    made = BytesIO()
    canvas = Canvas(made, pagesize=(200, 100))
    canvas.rect(0, 0, 50, 20, fill=1, stroke=0)
    canvas.showPage()
    canvas.setPageSize((100, 300))
    canvas.showPage()
    canvas.save()
    found = Pictured(made.getvalue())
    yield found
    found.close()


def test_its_pages_have_their_sizes_and_are_pictured_at_any_scale(pictured: Pictured) -> None:
    assert pictured.sizes == ((200, 100), (100, 300))
    picture = pictured.picture(0, 1.5)
    assert (picture.width, picture.height, len(picture.pixels)) == (300, 150, 4 * 300 * 150)
    assert pictured.across(0, 1.5) == 300
    last = len(picture.pixels) - 4 * 300
    assert picture.pixels[last : last + 3] == BLACK
    assert picture.pixels[:3] != BLACK


def test_bands_of_a_page_are_the_page(pictured: Pictured) -> None:
    bands = [pictured.picture(0, 2, (at / 7, (at + 1) / 7)) for at in range(7)]
    assert b"".join(band.pixels for band in bands) == pictured.picture(0, 2).pixels


def test_what_is_no_pdf_has_no_pictures() -> None:
    with pytest.raises(NotReadableError):
        Pictured(b"%PDF-1.7 and no more")
