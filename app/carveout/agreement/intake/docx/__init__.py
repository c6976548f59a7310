"""Word documents: every word as Word prints it, with the numbers of its lists, changes accepted and kept beside."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.archive import open_package
from carveout.agreement.intake.docx.composing import Composing
from carveout.agreement.intake.docx.counting import Counting
from carveout.agreement.intake.docx.events import PIECE
from carveout.agreement.intake.docx.notes import Notes, set_comments
from carveout.agreement.intake.docx.numbering import numberings
from carveout.agreement.intake.docx.paragraph import in_order
from carveout.agreement.intake.docx.story import Story
from carveout.agreement.intake.docx.styles import Styles
from carveout.agreement.manuscript import Manuscript, NotReadableError

if TYPE_CHECKING:
    from carveout.agreement.progress import Course


def read_docx(content: bytes, name: str, course: Course) -> Manuscript:
    """Return the lines of a Word document, its paragraphs marked. Takes two stages of `course`.

    A line is numbered by its paragraph, and on the page where Word last set it, if Word has set it. Heads and feet are
    page furniture. Footnotes follow the paragraph that cites them, and endnotes the text. Nothing outside the archive
    is opened. Raises NotReadableError for what is no Word document, is damaged, encrypted or made to exhaust a reader,
    and for one without words.
    """
    package = open_package(content)
    document = package.document()
    defined = numberings(package.part("numbering"))
    styles = Styles(package.part("styles"), defined)
    hides = b"vanish" in document or styles.hides()
    counting = Counting(defined)
    body = Story(styles, counting, hides=hides)
    for _ in course.over(body.read(document), len(document) // PIECE + 1):
        pass
    notes = Notes(package, body, styles, defined)
    set_comments(package, body, styles, defined)
    made = Composing(counting, paged=b"lastRenderedPageBreak" in document)
    for paragraph in course.over(in_order(body.paragraphs), body.count):
        made.add(paragraph)
        for note in notes.under(paragraph):
            made.add(note)
    for note in notes.at_the_end():
        made.add(note)
    if not made.paragraphs:
        raise NotReadableError("The document holds no words: where it is a picture of them, have it recognised first.")
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="docx",
        pages=body.page if b"lastRenderedPageBreak" in document else None,
        lines=tuple(made.lines),
        paragraphs=tuple(made.paragraphs),
        besides=tuple(made.besides),
    )
