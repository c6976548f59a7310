"""The PDF file under construction: reportlab's canvas, and what it can't do by itself."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from carveout.memo.typesetting.glyphs import in_plain_words, legible
from carveout.memo.typesetting.pages import HEIGHT, WIDTH
from carveout.memo.typesetting.signs import flag
from carveout.memo.typesetting.style import Face
from carveout.memo.typesetting.words import Fonts, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from carveout.memo.typesetting.rows import Bookmark, Picture
    from carveout.memo.typesetting.signs import Sign
    from carveout.memo.typesetting.style import Colour

_OBJECTS_BETWEEN_REPORTS = 100

Places: TypeAlias = "Mapping[str, tuple[int, float]]"
"""The page of each place, counted from 1, and how many points below the upper edge it begins."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. Nothing else of the machine or its user gets into it."""

    title: str
    author: str
    subject: str
    creator: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that the PDF encloses for programs to read, and what a viewer says of it. `at` is in UTC."""

    name: str
    kind: str
    description: str
    data: bytes
    at: dt.datetime


class Paper(Canvas):  # type: ignore[misc]
    """A canvas with annotations that have every key, and pages that are compressed as soon as they are drawn.

    It starts in an embedded font, so that no page mentions one that isn't, and writes no time of its own: the same
    memo gives the same bytes.
    """

    def __init__(self, properties: Properties) -> None:
        super().__init__(
            "",
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=Face.SERIF,
            lang="en",
        )
        self.setTitle(in_plain_words(properties.title))
        self.setAuthor(in_plain_words(properties.author))
        self.setSubject(in_plain_words(properties.subject))
        self.setCreator(properties.creator)
        self.setProducer(properties.creator)
        self.setDateFormatter(lambda *_now: f"D:{properties.date:%Y%m%d}000000Z")
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self._names_used = 0
        self._fonts = Fonts(self._doc)

    def outline(self, bookmark: Bookmark, top: float) -> None:
        """Enter a bookmark that leads to this page into the outline."""
        self._names_used += 1
        name = f"outline-{self._names_used}"
        self.bookmarkHorizontalAbsolute(name, HEIGHT - top)
        self.addOutlineEntry(in_plain_words(bookmark.title)[:300], name, bookmark.level, closed=bookmark.closed)

    def link(self, place: tuple[int, float], x: float, top: float, end: float, bottom: float) -> None:
        """Make a rectangle lead to a place. Heights are points from the upper edge."""
        link = _Link(place[0], HEIGHT - place[1], (x, HEIGHT - bottom, end, HEIGHT - top))
        self._annotationrefs.append(self._doc.Reference(link))

    def box(self, colour: Colour, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle, its lower left corner at `x` and `y`."""
        red, green, blue = colour
        self._code.append(f"{red:.4g} {green:.4g} {blue:.4g} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def flag(self, sign: Sign, colour: Colour, x: float, y: float) -> None:
        """Draw a flag, its lower left corner at `x` and `y`."""
        self._code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {flag(sign, colour)} Q")

    def words(self) -> Words:
        """Begin to set words on this page."""
        return Words(self._code, self._fonts)

    def picture(self, picture: Picture, top: float) -> None:
        """Draw a picture of our own pixels, its upper edge `top` points from the page's."""
        from PIL import Image  # noqa: PLC0415  (slow, and few memos have a picture)

        image = Image.frombytes("RGB", (picture.across, picture.down), picture.pixels)
        self.drawImage(
            ImageReader(image), picture.x, HEIGHT - top - picture.height, width=picture.width, height=picture.height
        )

    def annotate(self, annotation: PDFDictionary) -> PDFObjectReference:
        """Add an annotation to the page, and return how others refer to it."""
        annotation["Type"] = PDFName("Annot")
        annotation["P"] = self._doc.thisPageRef()
        reference = self._doc.Reference(annotation)
        self._annotationrefs.append(reference)
        return reference

    def appearance(self, box: Sequence[float], drawing: str, resources: Mapping[str, object]) -> PDFDictionary:
        """Return an appearance for an annotation: what to draw in its rectangle."""
        form = PDFDictionary(
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": PDFArray(box),
                "Resources": PDFDictionary(resources),
            }
        )
        return PDFDictionary({"N": self._doc.Reference(PDFStream(form, drawing.encode("ascii")))})

    def enclose(self, enclosure: Enclosure) -> None:
        """Enclose a file, as data of the document (`/AFRelationship /Data`, ISO 32000-2, 14.13)."""
        made = PDFDictionary(
            {
                "Type": PDFName("EmbeddedFile"),
                "Subtype": "/" + enclosure.kind.replace("/", "#2F"),  # PDFName leaves the stroke in it as it is
                "Filter": PDFName("FlateDecode"),
                "Params": PDFDictionary(
                    {
                        "Size": len(enclosure.data),
                        "ModDate": moment(enclosure.at),
                        "CheckSum": PDFString(hashlib.md5(enclosure.data, usedforsecurity=False).digest(), enc="raw"),
                    }
                ),
            }
        )
        stream = self._doc.Reference(PDFStream(made, zlib.compress(enclosure.data, 9)))
        name = text_string(enclosure.name)
        file = PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": name,
                "UF": name,
                "Desc": text_string(enclosure.description),
                "AFRelationship": PDFName("Data"),
                "EF": PDFDictionary({"F": stream, "UF": stream}),
            }
        )
        reference = self._doc.Reference(file)
        catalog = self._doc.Catalog
        catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray([name, reference])})})
        catalog.AF = PDFArray([reference])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]

    def end_page(self) -> None:
        """Close the page and compress it."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        compressed = zlib.compress(page.stream.encode("latin-1"))
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), compressed)
        page.stream = ""

    def finished(self, report: Callable[[int, int], object]) -> bytes:
        """Return the file, reporting the objects written, of how many; whatever the report raises ends the work."""
        self._doc.encrypt = _Writing(report, self._doc)
        data: bytes = self.getpdfdata()
        return data


class _Link(PDFObject):  # type: ignore[misc]
    """A link to a height of a page, which may not be drawn yet. A memo has thousands: it is written in one go."""

    __RefOnly__ = 1

    def __init__(self, page: int, height: float, box: tuple[float, float, float, float]) -> None:
        self._page = page
        self._height = height
        self._box = box

    def format(self, document: PDFDocument) -> bytes:
        page = PDFObjectReference(f"Page{self._page}").format(document).decode("ascii")
        box = " ".join(f"{length:.2f}" for length in self._box)
        said = f"/Subtype /Link /Type /Annot /Border [0 0 0] /Rect [{box}] /Dest [{page} /XYZ 0 {self._height:.2f} 0]"
        return f"<< {said} >>".encode("ascii")


class _Writing(NoEncryption):  # type: ignore[misc]
    """Told of every object as it is written: that is where an encryption would look, and where we report."""

    def __init__(self, report: Callable[[int, int], object], document: PDFDocument) -> None:
        self._report = report
        self._document = document

    def register(self, objnum: int, version: int) -> None:  # noqa: ARG002
        if objnum % _OBJECTS_BETWEEN_REPORTS == 0:
            self._report(objnum, self._document.objectcounter)


def text_string(text: str) -> PDFString:
    """Return text as PDF's own kind of string; what no viewer could show is written as its code point."""
    return PDFString(legible(text))


def moment(at: dt.datetime) -> PDFString:
    """Return a UTC time as PDF writes it."""
    return PDFString(f"D:{at:%Y%m%d%H%M%S}Z")
