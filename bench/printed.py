"""What a PDF prints and where, taken from its content streams: each string with its font, place and Unicode.

Nothing of the memo's own layout is asked: codes become characters by the fonts' ToUnicode tables alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, Destination

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CODE = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>\n")
"""A code of a font, and the character that it stands for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A string as one operator shows it, from `x` on the baseline `y`; the page counts from 0."""

    page: int
    x: float
    y: float
    font: str
    size: float
    text: str

    @property
    def place(self) -> tuple[int, float, float]:
        """Where it comes in the order of reading: page, then from the top, then from the left."""
        return self.page, -self.y, self.x


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle of a page, left, bottom, right and top, that leads to a height of a page."""

    page: int
    box: tuple[float, float, float, float]
    to: int
    height: float


class Printed:
    """A PDF, read back."""

    def __init__(self, file: Path) -> None:
        self._reader = PdfReader(file)
        self._tables: dict[int, dict[int, str]] = {}
        self._numbers = {page.indirect_reference.idnum: at for at, page in enumerate(self._reader.pages)}  # type: ignore[union-attr]

    @cached_property
    def pages(self) -> list[list[Piece]]:
        """The pieces of each page, in the order in which they are written."""
        return [list(self._pieces(number)) for number in range(len(self._reader.pages))]

    @cached_property
    def links(self) -> list[Link]:
        """All links within the file."""
        return [
            Link(page, _box(one["/Rect"]), self._numbers[one["/Dest"][0].idnum], float(one["/Dest"][3]))
            for page, one in self._annotations("/Link")
        ]

    @cached_property
    def highlights(self) -> dict[str, list[tuple[int, dict[str, Any]]]]:
        """The highlights by the name of their comment, each with its page; those that go on come after the first."""
        found: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        for page, one in self._annotations("/Highlight"):
            found.setdefault(str(one["/NM"]), []).append((page, one))
        return found

    @cached_property
    def contents(self) -> dict[str, tuple[str, str]]:
        """Who says what in each comment and answer, by its name."""
        found = (one for kind in ("/Highlight", "/Text") for _, one in self._annotations(kind))
        return {str(one["/NM"]): (str(one["/T"]), str(one["/Contents"])) for one in found}

    @cached_property
    def parts(self) -> list[tuple[str, int, float]]:
        """The outermost bookmarks: their title, page and height."""
        return [
            (str(entry.title), self._numbers[entry.page.idnum], float(entry.top))  # type: ignore[union-attr, arg-type]
            for entry in self._reader.outline
            if isinstance(entry, Destination)
        ]

    def _annotations(self, kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
        for number, page in enumerate(self._reader.pages):
            for reference in page.get("/Annots", []):
                one = reference.get_object()
                if one["/Subtype"] == kind:
                    yield number, one

    def _pieces(self, number: int) -> Iterator[Piece]:
        page = self._reader.pages[number]
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        font, size, x, y = "", 0.0, 0.0, 0.0
        for operands, operator in ContentStream(page.get_contents(), self._reader).operations:
            match operator:
                case b"Tf":
                    font, size = operands[0], float(operands[1])
                case b"Tm":
                    x, y = float(operands[4]), float(operands[5])
                case b"Tj":
                    codes = operands[0].original_bytes
                    said = "".join(self._table(fonts[font])[code] for code in codes)
                    yield Piece(number, x, y, str(fonts[font]["/BaseFont"]), size, said)

    def _table(self, font: Any) -> dict[int, str]:  # noqa: ANN401  (pypdf's own)
        stream = font["/ToUnicode"]
        known = self._tables.get(id(stream.get_object()))
        if known is None:
            known = self._tables[id(stream.get_object())] = {
                int(code, 16): chr(int(character, 16))
                for code, character in _CODE.findall(stream.get_object().get_data())
            }
        return known


def _box(rect: Any) -> tuple[float, float, float, float]:  # noqa: ANN401  (pypdf's own)
    left, bottom, right, top = map(float, rect)
    return left, bottom, right, top
