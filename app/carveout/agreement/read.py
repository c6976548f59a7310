"""From the bytes of a source to its Reading."""

from __future__ import annotations

from carveout.agreement.intake.formats import manuscript_of
from carveout.agreement.layout.asides import asides
from carveout.agreement.layout.canonical import compose
from carveout.agreement.layout.marked import marked_blocks
from carveout.agreement.layout.paragraphs import blocks
from carveout.agreement.outline import outline
from carveout.agreement.outline.contents import contents
from carveout.agreement.progress import Course, Report, silent
from carveout.agreement.reading import Paragraph, Reading, Source
from carveout.agreement.substance import STAGES, with_substance

_STAGES = (
    *["Reading the pages"] * 2,
    "Finding the paragraphs",
    "Finding the clauses",
    *STAGES,
)


def read(content: bytes, name: str, report: Report = silent, document: int | None = None) -> Reading:
    """Read a document: a pure function of its bytes; `name` is the file's name, kept as it is given.

    `report` is called often with the thousandths done and the stage; what it raises ends the reading.
    `document` is the position of the one to read among those that `submission.submitted` finds in an EDGAR filing.
    Raises NotReadableError where the bytes can't be read as a document. A document that holds no agreement is no
    error: its reading has no title.
    """
    course = Course(report, _STAGES)
    manuscript = manuscript_of(content, name, course, document)
    canonical = compose(
        blocks(manuscript.lines, course)
        if manuscript.paragraphs is None
        else marked_blocks(manuscript.lines, manuscript.paragraphs, course)
    )
    printed = contents(canonical)
    bare = Reading(
        source=Source(
            manuscript.name,
            manuscript.sha256,
            manuscript.format,
            manuscript.pages,
            manuscript.encoding,
            manuscript.wordless,
        ),
        title=None,
        date=None,
        parties=(),
        text=canonical.text,
        paragraphs=tuple(Paragraph(passage.span, passage.block.style) for passage in canonical.passages),
        places=canonical.places,
        outline=outline(canonical, printed, course),
        asides=asides(manuscript, canonical),
        contents=printed.entries,
    )
    reading = with_substance(bare, course)
    course.end()
    return reading
