"""The file of a Word document: its parts, its properties, its foot, and nothing of the machine that made it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.memo.papers.markup import fit
from carveout.memo.word.comments import comments_xml, extended_xml
from carveout.memo.word.pieces import WIDTH, field, paragraph, run
from carveout.memo.word.styles import add_styles
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document

    from carveout.memo.memo import Heading
    from carveout.memo.word.comments import WordComment

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_A4 = 11906, 16838
_MARGIN = (_A4[0] - WIDTH) // 2
_LONGEST_PROPERTY = 255
_DAWN = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows: every part bears it, so that the same review gives the same bytes."""


def packed(heading: Heading, title: str, pieces: Iterable[str], comments: Sequence[WordComment]) -> bytes:
    """Return a document of pieces of WordprocessingML with its comments."""
    from docx import Document  # noqa: PLC0415  (only Word's papers need it)

    document = Document()
    add_styles(document)
    _set_page(document, f"{heading.deal} · review of {long_date(heading.date)}")
    _set_properties(document, heading, title)
    _add_comments(document, comments)
    _add(document, pieces)
    made = io.BytesIO()
    document.save(made)
    return _still(made.getvalue())


def _add(document: Document, pieces: Iterable[str]) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    end = document.element.body.sectPr
    within = nsdecls("w")
    for piece in pieces:
        for element in list(parse_xml(f"<w:body {within}>{piece}</w:body>")):
            end.addprevious(element)


def _set_page(document: Document, running: str) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls, qn  # noqa: PLC0415
    from docx.shared import Twips  # noqa: PLC0415

    zoom = document.settings.element.find(qn("w:zoom"))
    if zoom is not None:
        zoom.set(qn("w:percent"), "100")  # the library's template lacks it, and the schema of Word wants it
    section = document.sections[0]
    section.page_width, section.page_height = map(Twips, _A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    foot = section.footer
    last = foot.paragraphs[0]._p  # noqa: SLF001  (the element is all that we replace)
    places = ("clear", 4320), ("clear", 8640), ("right", WIDTH)
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in places)
    numbers = f"{run(chr(9) + 'Page ')}{field('PAGE', '1')}{run(' of ')}{field('NUMPAGES', '1')}"
    made = paragraph("Footer", run(running), numbers, look=f"<w:tabs>{tabs}</w:tabs>")
    last.addprevious(parse_xml(made.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    last.getparent().remove(last)


def _set_properties(document: Document, heading: Heading, title: str) -> None:
    properties = document.core_properties
    properties.title = fit(title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = fit(heading.author)[:_LONGEST_PROPERTY]
    properties.subject = fit(heading.re)[:_LONGEST_PROPERTY]
    properties.comments = f"Made by Carveout {__version__}"
    properties.created = properties.modified = dt.datetime.combine(heading.date, dt.time())
    properties.revision = 1


def _add_comments(document: Document, comments: Sequence[WordComment]) -> None:
    if not comments:
        return
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    part, package = document.part, document.part.package
    said = Part(PackURI("/word/comments.xml"), f"{_OFFICE}.comments+xml", comments_xml(comments), package)
    more = Part(
        PackURI("/word/commentsExtended.xml"), f"{_OFFICE}.commentsExtended+xml", extended_xml(comments), package
    )
    part.relate_to(said, RELATIONSHIP_TYPE.COMMENTS)
    part.relate_to(more, _EXTENDED)


def _still(data: bytes) -> bytes:
    """Return the zip with every part of the same day."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            one = zipfile.ZipInfo(name, _DAWN)
            one.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(one, source.read(name))
    return made.getvalue()
