"""Web pages: EDGAR HTML and its like."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import decode
from carveout.agreement.intake.html.joining import joined
from carveout.agreement.intake.html.nesting import refuse_endless_nesting
from carveout.agreement.intake.html.pages import paged
from carveout.agreement.intake.html.preformatted import as_text, inferred
from carveout.agreement.intake.html.walk import Walk
from carveout.agreement.intake.html.written import written
from carveout.agreement.intake.text import set_lines
from carveout.agreement.manuscript import Line, Manuscript, NotReadableError, SetParagraph
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_html(content: bytes, name: str, course: Course) -> Manuscript:
    """Return the paragraphs of a web page, its page furniture left out. Takes two stages of `course`.

    Words that a page hides are no words of the document. A page that holds nothing but preformatted text is read as
    plain text is.
    Raises NotReadableError where the bytes hold no text, too much of it, or tags nested without end.
    """
    decoded = decode(content)
    refuse_endless_nesting(decoded.text)
    walk = Walk()
    walk.over(written(decoded.text), course)
    text = as_text(walk.flow)
    lines: Sequence[Line]
    paragraphs: Sequence[SetParagraph] | None = None
    if text is not None:
        course.begin(1)
        lines, pages = set_lines(text, Course(silent, 2), above=None)
    else:
        found = paged(list(inferred(walk.flow)))
        lines, paragraphs = joined(found.drafts, course)
        pages = found.pages
    if not lines:
        raise NotReadableError("The page is empty: it shows no words.")
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="edgar-html",
        pages=pages,
        lines=tuple(lines),
        paragraphs=tuple(paragraphs) if paragraphs is not None else None,
        encoding=decoded.encoding,
    )
