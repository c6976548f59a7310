"""What whoever hands the memo in asks for: its parts, its paper, its recipient, and a contents that is true."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader

from carveout.memo.instructions import Instructions, Part
from carveout.memo.logo import LogoError, logo_of, made_over
from carveout.memo.write import write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.memo.conftest import Written

    from carveout.memo.memo import Memo


def pages(reader: PdfReader) -> list[str]:
    """Return the words of each page, one space apart."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def picture(kind: str = "PNG", *, size: tuple[int, int] = (300, 100), alpha: int = 128) -> bytes:
    """Return a picture file that says more of itself than a memo should."""
    out = io.BytesIO()
    said = PngInfo()
    said.add_text("Comment", "drawn by a colleague")
    image = Image.new("RGBA", size, (200, 0, 0, alpha))
    if kind == "PNG":
        image.save(out, kind, pnginfo=said)
    else:
        image.convert("RGB").save(out, kind, comment=b"drawn by a colleague")
    return out.getvalue()


def test_the_contents_name_every_part_with_its_page(sample_memo: Memo, written: Written) -> None:
    told = pages(written(sample_memo))
    contents = told[0].partition("CONTENTS")[2]
    for number, part in enumerate((Part.SUMMARY, Part.ISSUES, Part.REPRESENTATIONS, Part.SCHEDULE), start=1):
        words = f"{number} {part.called}"
        page = next(at for at, said in enumerate([contents.rpartition("Annotated")[2], *told[1:]], 1) if words in said)
        assert f"{words} {page}" in contents


def test_only_the_parts_that_were_asked_for_are_there(memo: Memo, written: Written) -> None:
    asked = Instructions(parts=frozenset({Part.ISSUES, Part.SCHEDULE}))
    words = " ".join(pages(written(replace(memo, instructions=asked))))
    assert "1 Issues by severity" in words
    assert "2 Carve-outs" in words
    for other in (Part.SUMMARY, Part.REPRESENTATIONS, Part.REMARKS, Part.OPEN, Part.AGREEMENT):
        assert other.called not in words


def test_a_memo_without_any_part_is_its_heading(memo: Memo, written: Written) -> None:
    assert len(written(replace(memo, instructions=Instructions(parts=frozenset()))).pages) == 1


def test_the_firm_and_the_legend_stand_on_the_first_page_and_at_the_head_of_every_other(
    memo: Memo, written: Written
) -> None:
    asked = Instructions(firm="Hartley & <Sons> LLP", legend="Draft for <discussion>")
    first, *others = pages(written(replace(memo, instructions=asked)))
    assert first.startswith("Hartley & <Sons> LLP DRAFT FOR <DISCUSSION> Memorandum")
    assert others
    assert all(page.startswith("Hartley & <Sons> LLP Draft for <discussion>") for page in others)


def test_no_legend_leaves_no_line(memo: Memo, written: Written) -> None:
    assert pages(written(replace(memo, instructions=Instructions(legend=""))))[0].startswith("Memorandum")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_made_over_and_nothing_of_its_file_is_left(memo: Memo, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "memo.pdf"
    write(replace(memo, instructions=Instructions(logo=picture(kind))), target)
    (image,) = PdfReader(target).pages[0].images
    assert image.image is not None
    assert image.image.size == (300, 100)
    assert b"colleague" not in target.read_bytes()


def test_what_is_clear_in_a_logo_is_white_on_the_page() -> None:
    made = made_over(picture(alpha=0))
    assert set(made.pixels) == {255}


def test_a_large_logo_is_made_smaller() -> None:
    made = made_over(picture(size=(4000, 1000)))
    assert (made.width, made.height) == (1200, 300)


def test_the_same_logo_gives_the_same_bytes(memo: Memo, tmp_path: Path) -> None:
    asked = replace(memo, instructions=Instructions(firm="Hartley", logo=picture()))
    for name in ("one.pdf", "other.pdf"):
        write(asked, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture()[:60], b"<svg/>", picture("JPEG")[:40]])
def test_what_is_no_picture_is_told_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(data)
    with pytest.raises(LogoError, match=r"The logo “logo\.png” can't be used: it is no PNG or JPEG"):
        logo_of(logo)


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LogoError, match=r"“none\.png” can't be read"):
        logo_of(tmp_path / "none.png")


def test_a_logo_of_too_many_pixels_is_not_decoded() -> None:
    with pytest.raises(LogoError, match="too many pixels"):
        made_over(picture(size=(9000, 3000)))
