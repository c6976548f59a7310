"""What people draw and write on a PDF: its annotations, and the letters of the pages under them.

ISO 32000-1, 12.5: what an annotation answers, it names in `/IRT`; `/RT /Group` makes the two one.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf.document import MOST_PAGES, opened
from carveout.agreement.intake.pdf.enclosures import decoded
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.agreement.progress import Report

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the page's lower left corner."""

_KINDS = {
    pdfium.FPDF_ANNOT_TEXT: "text",
    pdfium.FPDF_ANNOT_FREETEXT: "freetext",
    pdfium.FPDF_ANNOT_LINE: "line",
    pdfium.FPDF_ANNOT_SQUARE: "square",
    pdfium.FPDF_ANNOT_CIRCLE: "circle",
    pdfium.FPDF_ANNOT_POLYGON: "polygon",
    pdfium.FPDF_ANNOT_POLYLINE: "polyline",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "squiggly",
    pdfium.FPDF_ANNOT_STRIKEOUT: "strikeout",
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_CARET: "caret",
    pdfium.FPDF_ANNOT_INK: "ink",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "fileattachment",
    pdfium.FPDF_ANNOT_SOUND: "sound",
}
"""The kinds that say something; links, pop-ups, form fields and the like don't."""
_MOST_BOXES = 500
_PAGE = "Reading the comments"


class TooManyMarksError(NotReadableError):
    """There are more annotations than anybody reads."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation: its kind, its `/NM`, who made it, what it says and when it was made and changed, as it says so.

    `boxes` are those of its words, a line each. `answers` is the place among the marks of the page of what it answers,
    `grouped` whether the two are one. `state` is what it sets that to, in a `model` of states.
    """

    kind: str
    name: str
    author: str
    contents: str
    made: str
    changed: str
    rect: Box
    boxes: tuple[Box, ...]
    answers: int | None
    grouped: bool
    state: str
    model: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it stands on a page, white space left out, and the middle of it."""

    character: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The marks of a page in their order, and its letters where one of them isn't known; else there are none."""

    marks: tuple[Mark, ...]
    letters: tuple[Letter, ...]


def marked_pages(
    content: bytes, known: Callable[[str], bool], most: int, report: Report = silent
) -> tuple[MarkedPage, ...]:
    """Return the pages of a PDF with what is marked on them. `known` tells names of marks whose place is known.

    Raises NotReadableError where it can't be read, TooManyMarksError where more than `most` aren't known.
    """
    with opened(content) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise TooManyMarksError
        pages = []
        new = 0
        for at in range(count):
            report(at, count, _PAGE)
            page = _page(document, at, known, most - new)
            new += sum(not known(mark.name) for mark in page.marks)
            pages.append(page)
        return tuple(pages)


def _page(document: pdfium.FPDF_DOCUMENT, at: int, known: Callable[[str], bool], most: int) -> MarkedPage:
    page = pdfium.FPDF_LoadPage(document, at)
    if not page:
        return MarkedPage((), ())
    try:
        marks = _marks(page, known, most)
        placed = any(not known(mark.name) and (mark.answers is None or mark.grouped) for mark in marks)
        return MarkedPage(marks, tuple(_letters(page)) if placed else ())
    finally:
        pdfium.FPDF_ClosePage(page)


def _marks(page: pdfium.FPDF_PAGE, known: Callable[[str], bool], most: int) -> tuple[Mark, ...]:
    found: list[Mark] = []
    answers: list[int] = []
    place: dict[int, int] = {}
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            kind = _KINDS.get(pdfium.FPDFAnnot_GetSubtype(annotation))
            if kind is None:
                continue
            place[at] = len(found)
            answers.append(_answered(page, annotation))
            found.append(_mark(annotation, kind))
            most -= not known(found[-1].name)
            if most < 0:
                raise TooManyMarksError
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    # Of two that are one, the one that is answered may be of a kind that says nothing: the other then stands alone.
    above = [place.get(answered) for answered in answers]
    return tuple(
        replace(mark, answers=answered, grouped=mark.grouped and answered is not None)
        for mark, answered in zip(found, above, strict=True)
    )


def _answered(page: pdfium.FPDF_PAGE, annotation: pdfium.FPDF_ANNOTATION) -> int:
    """Return the place among the page's annotations of the one that an annotation answers, -1 where it answers none."""
    linked = pdfium.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT") if _has(annotation, b"IRT") else None
    if not linked:
        return -1
    try:
        return int(pdfium.FPDFPage_GetAnnotIndex(page, linked))
    finally:
        pdfium.FPDFPage_CloseAnnot(linked)


def _mark(annotation: pdfium.FPDF_ANNOTATION, kind: str) -> Mark:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return Mark(
        kind=kind,
        name=_text(annotation, b"NM"),
        author=_text(annotation, b"T"),
        contents=_text(annotation, b"Contents"),
        made=_text(annotation, b"CreationDate"),
        changed=_text(annotation, b"M"),
        rect=(rect.left, rect.bottom, rect.right, rect.top),
        boxes=tuple(_boxes(annotation)),
        answers=None,
        grouped=_text(annotation, b"RT") == "Group",
        state=_text(annotation, b"State"),
        model=_text(annotation, b"StateModel"),
    )


def _boxes(annotation: pdfium.FPDF_ANNOTATION) -> Iterator[Box]:
    if not pdfium.FPDFAnnot_HasAttachmentPoints(annotation):
        return
    quad = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_BOXES)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, ctypes.byref(quad)):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(up), max(across), max(up)


def _letters(page: pdfium.FPDF_PAGE) -> Iterator[Letter]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    try:
        sides = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = sides
        pointers = [ctypes.byref(side) for side in sides]
        for at in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, at)
            character = chr(code) if 0 < code < 0x110000 else "\ufffd"
            if not character.isspace() and pdfium.FPDFText_GetCharBox(text, at, *pointers):
                yield Letter(character, (left.value + right.value) / 2, (bottom.value + top.value) / 2)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _has(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> bool:
    return bool(pdfium.FPDFAnnot_HasKey(annotation, key))


def _text(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return decoded(held.raw[:size])
