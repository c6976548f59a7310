"""A PDF file as it is written: object by object, each as soon as all of it is known, in whatever order that is."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject  # type: ignore[import-untyped]

from carveout.memo.typesetting.glyphs import legible

if TYPE_CHECKING:
    import datetime as dt
    from typing import BinaryIO

FONTS = 1
"""The number of the dictionary of the fonts."""

_QUICK = 3
"""How hard pages are compressed: half the time of zlib's own choice, for a twentieth more."""
_SPECIAL = re.compile(r"[\\()\n\r]")
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\n": "\\n", "\r": "\\r"})


class File:
    """Writes numbered objects. What isn't written yet can be referred to by its number; `close` has to be called last.

    The fonts are reportlab's: its document holds their subsets until the end.
    """

    def __init__(self, out: BinaryIO) -> None:
        self.fonts = PDFDocument(compression=1, invariant=1)
        self._out = out
        self._sum = hashlib.md5(usedforsecurity=False)
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

    def add(self, body: str) -> int:
        """Write an object and return its number."""
        number = self.number()
        self.put(number, body)
        return number

    def stream(self, number: int, data: bytes, entries: str = "", *, packed: bool = False) -> None:
        """Write a stream, and compress it unless it is `packed` already. `entries` are those of its dictionary."""
        held = data if packed else zlib.compress(data, _QUICK)
        head = f"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {len(held)} >>\nstream\n"
        self._put(number, b"".join((head.encode("ascii"), held, b"\nendstream\nendobj\n")))

    def drawing(self, number: int, drawn: str, entries: str = "") -> None:
        """Write a stream that is too short to be compressed."""
        self.put(number, f"<< {entries} /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")

    def close(self, root: int, info: int) -> None:
        """Write the fonts, and where everything stands."""
        self._embed()
        count = len(self._offsets)
        lines = [f"xref\n0 {count}\n0000000000 65535 f \n"]
        lines += [f"{offset:010} 00000 n \n" for offset in self._offsets[1:]]
        digest = self._sum.hexdigest()
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
        offsets = self._offsets
        if number >= len(offsets):
            offsets.extend([0] * (number + 1 - len(offsets)))
        offsets[number] = self._at
        self._write(written)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._sum.update(data)
        self._at += len(data)


def text_string(text: str) -> str:
    """Return text as PDF's own kind of string; what no viewer could show is written as its code point."""
    said = legible(text)
    if said.isascii():
        return f"({said.translate(_ESCAPED) if _SPECIAL.search(said) else said})"
    return f"<feff{said.encode('utf-16-be').hex()}>"


def moment(at: dt.datetime) -> str:
    """Return a UTC time as PDF writes it."""
    return f"(D:{at:%Y%m%d%H%M%S}Z)"
