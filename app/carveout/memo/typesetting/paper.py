"""The PDF under construction: each page is written when it ends, and last what only the whole of them tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from carveout.memo.typesetting.bookmarks import Bookmarks
from carveout.memo.typesetting.file import FONTS, File, text_string
from carveout.memo.typesetting.glyphs import in_plain_words
from carveout.memo.typesetting.links import Links
from carveout.memo.typesetting.pages import HEIGHT, WIDTH
from carveout.memo.typesetting.structure import Structure
from carveout.memo.typesetting.words import Fonts, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from carveout.memo.typesetting.rows import Bookmark, Picture


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
    """A file that the PDF encloses for programs to read, and what a viewer says of it.

    `packed` is compressed (zlib); `size` and `md5` are of what was. `at` is in UTC.
    """

    name: str
    kind: str
    description: str
    packed: bytes
    size: int
    md5: str
    at: dt.datetime


@dataclass(slots=True)
class _Sheet:
    """A page of the file: its object, that of its contents, its annotations, and the first of its links.

    `held` are its contents while they wait for words that nobody knows yet: where, and who will tell them.
    """

    number: int
    contents: int
    first_link: int
    annotations: list[int] = field(default_factory=list)
    waiting: list[tuple[int, Callable[[], str]]] = field(default_factory=list)
    held: list[str] = field(default_factory=list)


class Foot(Protocol):
    """Draws the foot of the pages, when it is known how many there are."""

    def on_all(self, of: int) -> list[str]:
        """Return what all pages show."""

    def on_one(self, number: int, of: int) -> list[str]:
        """Return what one page shows."""


class Paper:
    """Pages, one after the other, and what leads from one to another. It writes no time of its own."""

    def __init__(self, out: BinaryIO, properties: Properties) -> None:
        self.file = File(out)
        self.fonts = Fonts(self.file.fonts)
        self.links = Links()
        self.structure = Structure(self.file)
        self._properties = properties
        self._bookmarks = Bookmarks(self.file)
        self._tree, self._resources = self.file.number(), self.file.number()
        self._sheets: list[_Sheet] = []
        self._pictures: list[int] = []
        self._drawings: dict[str, int] = {}
        self._enclosed = 0

    @property
    def page(self) -> int:
        """The number of the page that was begun last, counted from 1."""
        return len(self._sheets)

    def begin_page(self) -> None:
        """Begin a page."""
        self._sheets.append(_Sheet(self.file.number(), self.file.number(), len(self.links)))
        self.structure.begin_page(self._sheets[-1].number)

    def words(self) -> Words:
        """Begin to set words."""
        return Words(self.fonts)

    def outline(self, bookmark: Bookmark, top: float) -> None:
        """Enter a bookmark that leads to this page into the outline; `top` is in points below the upper edge."""
        self._bookmarks.take(bookmark, self._sheets[-1].number, HEIGHT - top)

    def picture(self, picture: Picture, top: float) -> str:
        """Return the drawing of a picture of our own pixels, its upper edge `top` points below the page's."""
        number = self.file.number()
        size = f"/Width {picture.across} /Height {picture.down} /ColorSpace /DeviceRGB /BitsPerComponent 8"
        self.file.stream(number, picture.pixels, f"/Type /XObject /Subtype /Image {size}")
        self._pictures.append(number)
        place = f"{picture.width:.2f} 0 0 {picture.height:.2f} {picture.x:.2f} {HEIGHT - top - picture.height:.2f}"
        return f"q {place} cm /P{number} Do Q"

    def annotate(self, entries: str, number: int = 0) -> int:
        """Add an annotation to the page, and return its number, which may be one that was there before it."""
        sheet = self._sheets[-1]
        number = number or self.file.number()
        self.file.put(number, f"<< /Type /Annot /P {sheet.number} 0 R {entries} >>")
        sheet.annotations.append(number)
        return number

    def appearance(self, box: str, drawn: str, resources: str = "") -> str:
        """Return an appearance for an annotation: what to draw in its rectangle. Equal ones are one object."""
        entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << {resources} >>"
        key = f"{entries}{drawn}"
        number = self._drawings.get(key, 0)
        if not number:
            number = self.file.number()
            self.file.drawing(number, drawn, entries)
            if not resources:
                self._drawings[key] = number
        return f"/AP << /N {number} 0 R >>"

    def end_page(self, contents: list[str], waiting: Iterable[tuple[int, Callable[[], str]]] = ()) -> None:
        """Close the page and write what it shows, but for what is waiting to be known: operators of `contents`."""
        sheet = self._sheets[-1]
        sheet.waiting = list(waiting)
        self.structure.end_page()
        if sheet.waiting:
            sheet.held = contents
        else:
            self.file.stream(sheet.contents, "\n".join(contents).encode("latin-1"))

    def enclose(self, enclosure: Enclosure) -> None:
        """Enclose a file, as data of the document (`/AFRelationship /Data`, ISO 32000-2, 14.13)."""
        said = f"/ModDate (D:{enclosure.at:%Y%m%d%H%M%S}Z) /CheckSum <{enclosure.md5}>"
        stream = self.file.number()
        kind = enclosure.kind.replace("/", "#2F")
        entries = f"/Type /EmbeddedFile /Subtype /{kind} /Params << /Size {enclosure.size} {said} >>"
        self.file.stream(stream, enclosure.packed, entries, packed=True)
        name = text_string(enclosure.name)
        self._enclosed = self.file.add(
            f"<< /Type /Filespec /F {name} /UF {name} /Desc {text_string(enclosure.description)}"
            f" /AFRelationship /Data /EF << /F {stream} 0 R /UF {stream} 0 R >> >>"
        )
        self._enclosed_as = name

    def finish(self, foot: Foot, report: Callable[[int, int], object]) -> None:
        """Write what was waiting for the whole, the foot of each page too.

        Reports the pages done, of how many; whatever the report raises ends the work.
        """
        count = len(self._sheets)
        below = self.file.number()
        self.file.drawing(below, "\n".join(foot.on_all(count)))
        pages = [sheet.number for sheet in self._sheets]
        for at, sheet in enumerate(self._sheets):
            report(at, count)
            for place, told in sheet.waiting:
                sheet.held[place] = told()
            if sheet.held:
                self.file.stream(sheet.contents, "\n".join(sheet.held).encode("latin-1"))
                sheet.held = []
            last_link = self._sheets[at + 1].first_link if at + 1 < count else len(self.links)
            links = self.file.add_all(self.links.written(sheet.first_link, last_link, pages))
            numbered = self.file.number()
            self.file.drawing(numbered, "\n".join(foot.on_one(at + 1, count)))
            self._put_page(sheet, at, links, f"{sheet.contents} 0 R {below} 0 R {numbered} 0 R")
        self._put_whole(pages)

    def _put_page(self, sheet: _Sheet, at: int, links: list[int], contents: str) -> None:
        noted = [*links, *sheet.annotations]
        annotations = f" /Annots [{' '.join([f'{number} 0 R' for number in noted])}]" if noted else ""
        self.file.put(
            sheet.number,
            f"<< /Type /Page /Parent {self._tree} 0 R /MediaBox [0 0 {WIDTH:.4f} {HEIGHT:.4f}]"
            f" /Resources {self._resources} 0 R /Contents [{contents}]{annotations}"
            f" /StructParents {at} /Tabs /S >>",
        )

    def _put_whole(self, pages: list[int]) -> None:
        pictures = "".join(f"/P{number} {number} 0 R " for number in self._pictures)
        self.file.put(self._resources, f"<< /Font {FONTS} 0 R /XObject << {pictures}>> >>")
        kids = " ".join([f"{number} 0 R" for number in pages])
        self.file.put(self._tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
        outline = self._bookmarks.written()
        said = ["/Type /Catalog /Lang (en) /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >>"]
        self.structure.finish()
        said.append(f"/Pages {self._tree} 0 R /MarkInfo << /Marked true >> /StructTreeRoot {self.structure.number} 0 R")
        if outline:
            said.append(f"/Outlines {outline} 0 R")
        if self._enclosed:
            files = f"/EmbeddedFiles << /Names [{self._enclosed_as} {self._enclosed} 0 R] >>"
            said.append(f"/Names << {files} >> /AF [{self._enclosed} 0 R]")
        self.file.close(self.file.add(f"<< {' '.join(said)} >>"), self.file.add(self._info()))

    def _info(self) -> str:
        properties = self._properties
        day = f"(D:{properties.date:%Y%m%d}000000Z)"
        named = {
            "Title": properties.title,
            "Author": properties.author,
            "Subject": properties.subject,
        }
        said = " ".join(f"/{key} {text_string(in_plain_words(words))}" for key, words in named.items())
        creator = text_string(properties.creator)
        return f"<< {said} /Creator {creator} /Producer {creator} /CreationDate {day} /ModDate {day} /Trapped /False >>"
