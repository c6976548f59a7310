"""The PDF file under construction: reportlab's canvas, and what it can't do by itself."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from carveout.memo.typesetting.glyphs import in_plain_words, legible
from carveout.memo.typesetting.pages import HEIGHT, WIDTH
from carveout.memo.typesetting.style import Face

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from carveout.memo.typesetting.rows import Bookmark

_OBJECTS_BETWEEN_REPORTS = 100


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

    def place(self, name: str, top: float) -> None:
        """Let links to `name` lead to this page, `top` points from its upper edge."""
        self.bookmarkHorizontalAbsolute(name, HEIGHT - top)

    def outline(self, bookmark: Bookmark, top: float) -> None:
        """Enter a bookmark that leads to this page into the outline."""
        self._names_used += 1
        name = f"outline-{self._names_used}"
        self.place(name, top)
        self.addOutlineEntry(in_plain_words(bookmark.title)[:300], name, bookmark.level, closed=bookmark.closed)

    def link(self, name: str, x: float, top: float, end: float, bottom: float) -> None:
        """Make a rectangle lead to a place, which may be named later. Heights are points from the upper edge."""
        self.linkRect("", name, (x, HEIGHT - bottom, end, HEIGHT - top), relative=0)

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
