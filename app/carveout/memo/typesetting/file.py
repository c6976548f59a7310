"""A PDF file as it is written: object by object, each as soon as all of it is known, in whatever order that is."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject  # type: ignore[import-untyped]

from carveout.memo.typesetting.glyphs import legible

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

FONTS = 1
"""The number of the dictionary of the fonts."""

_QUICK, _WINDOW, _ROOM = 1, 14, 7
"""How hard pages are compressed, how far back zlib looks for what is repeated (2 to the power of it), and how much room
it takes: a page is hardly longer than that, and all of the room has to be cleared for each."""
_SPECIAL = re.compile(r"[\\()\n\r]")
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\n": "\\n", "\r": "\\r"})


class File:
    """Writes numbered objects. What isn't written yet can be referred to by its number; `close` has to be called last.

    The fonts are reportlab's: its document holds their subsets until the end.
    """

    def __init__(self, out: BinaryIO) -> None:
        self.fonts = PDFDocument(compression=1, invariant=1)
        self._out = out
        self._sum = 0
        self._at = 0
        self._offsets = array("Q", (0, 0))
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """Return a number for an object that is to be written."""
        self.fonts.objectcounter += 1
        return int(self.fonts.objectcounter)

    def put(self, number: int, body: str) -> None:
        """Write an object: ASCII, as PDF has it."""
        self._put(number, f"{number} 0 obj\n{body}\nendobj\n".encode("ascii"))

    def add_all(self, bodies: Iterable[str]) -> list[int]:
        """Write objects one after the other and return their numbers."""
        numbers: list[int] = []

        def numbered() -> Iterator[tuple[int, str]]:
            for body in bodies:
                numbers.append(self.number())
                yield numbers[-1], body

        self.put_all(numbered())
        return numbers

    def put_all(self, objects: Iterable[tuple[int, str]]) -> None:
        """Write objects one after the other."""
        written = []
        at = self._at
        for number, body in objects:
            written.append(f"{number} 0 obj\n{body}\nendobj\n")
            self._stands(number, at)
            at += len(written[-1])
        self._write("".join(written).encode("ascii"))

    def add(self, body: str) -> int:
        """Write an object and return its number."""
        number = self.number()
        self.put(number, body)
        return number

    def stream(self, number: int, data: bytes, entries: str = "", *, packed: bool = False) -> None:
        """Write a stream, and compress it unless it is `packed` already. `entries` are those of its dictionary."""
        held = data if packed else _compressed(data)
        head = f"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {len(held)} >>\nstream\n"
        self._put(number, b"".join((head.encode("ascii"), held, b"\nendstream\nendobj\n")))

    def drawing(self, number: int, drawn: str, entries: str = "") -> None:
        """Write a stream that is too short to be compressed."""
        data = drawn.encode("latin-1")
        head = f"{number} 0 obj\n<< {entries} /Length {len(data)} >>\nstream\n"
        self._put(number, b"".join((head.encode("ascii"), data, b"\nendstream\nendobj\n")))

    def close(self, root: int, info: int) -> None:
        """Write the fonts, and where everything stands."""
        self._embed()
        count = len(self._offsets)
        lines = [f"xref\n0 {count}\n0000000000 65535 f \n"]
        lines += [f"{offset:010} 00000 n \n" for offset in self._offsets[1:]]
        digest = hashlib.md5(self._offsets.tobytes() + self._sum.to_bytes(4, "big"), usedforsecurity=False).hexdigest()
        lines.append(
            f"trailer\n<< /Size {count} /Root {root} 0 R /Info {info} 0 R /ID [<{digest}> <{digest}>] >>\n"
            f"startxref\n{self._at}\n%%EOF\n"
        )
        self._write("".join(lines).encode("ascii"))

    def _embed(self) -> None:
        """Write what reportlab made of the fonts; writing one of its objects can bring forth others."""
        for font in self.fonts.delayedFonts:
            font.addObjects(self.fonts)
        names = self.fonts.numberToId
        done = 0
        while done < len(names):
            for number, name in list(names.items())[done:]:
                self._put(number, PDFIndirectObject(name, self.fonts.idToObject[name]).format(self.fonts))
                done += 1

    def _put(self, number: int, written: bytes) -> None:
        self._stands(number, self._at)
        self._write(written)

    def _stands(self, number: int, at: int) -> None:
        offsets = self._offsets
        if number >= len(offsets):
            offsets.extend([0] * (number + 1 - len(offsets)))
        offsets[number] = at

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._sum = zlib.crc32(data, self._sum)
        self._at += len(data)


def _compressed(data: bytes) -> bytes:
    packing = zlib.compressobj(_QUICK, zlib.DEFLATED, _WINDOW, _ROOM)
    return packing.compress(data) + packing.flush()


def text_string(text: str) -> str:
    """Return text as PDF's own kind of string; what no viewer could show is written as its code point."""
    said = legible(text)
    if said.isascii():
        return f"({said.translate(_ESCAPED) if _SPECIAL.search(said) else said})"
    return f"<feff{said.encode('utf-16-be').hex()}>"


@lru_cache(maxsize=64)
def moment(at: dt.datetime) -> str:
    """Return a UTC time as PDF writes it."""
    return f"(D:{at:%Y%m%d%H%M%S}Z)"
