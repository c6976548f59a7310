"""Which format a source is in, told by its content: what its name ends with counts for nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.recognition import is_html
from carveout.agreement.intake.markdown import is_markdown, read_markdown
from carveout.agreement.intake.submission import chosen, submitted, without_data
from carveout.agreement.intake.text import read_text
from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from carveout.agreement.manuscript import Manuscript
    from carveout.agreement.progress import Course

_OPENING = 1024
"""Bytes within which a PDF says what it is."""
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
_UNKNOWN = {
    b"\xd0\xcf\x11\xe0": "an old Word document or an encrypted one: save it as .docx without a password",
    b"{\\rtf": "a rich-text document: save it as .docx or PDF",
}


def manuscript_of(content: bytes, name: str, course: Course, document: int | None = None) -> Manuscript:
    """Return the lines of a source in whatever format it is. Takes two stages of `course`.

    `document` is the position of the one to read among those that `submitted` finds in an EDGAR submission.
    Raises NotReadableError where no format fits, or the one that fits can't be read.
    """
    for magic, what in _UNKNOWN.items():
        if content.startswith(magic):
            raise NotReadableError(f"The file is {what} and open that.")
    if b"%PDF-" in content[:_OPENING]:
        from carveout.agreement.intake.pdf import read_pdf  # noqa: PLC0415  (brings PDFium, which text needn't wait for)

        return read_pdf(content, name, course)
    if content.startswith(_ARCHIVES):
        from carveout.agreement.intake.docx import read_docx  # noqa: PLC0415  (text needn't wait for it)

        return read_docx(content, name, course)
    documents = submitted(content)
    one = chosen(documents, document)
    if one is None:
        read = _of_words(without_data(content, documents), name, course)
    else:
        read = _of_words(content[one.start : one.end], name, course, above=content.count(b"\n", 0, one.start))
    return replace(read, sha256=hashlib.sha256(content).hexdigest())


def _of_words(content: bytes, name: str, course: Course, above: int = 0) -> Manuscript:
    if is_html(content):
        from carveout.agreement.intake.html import read_html  # noqa: PLC0415 (brings a parser that text needn't wait for)

        return read_html(content, name, course)
    if is_markdown(content):
        return read_markdown(content, name, course)
    return read_text(content, name, course, above)
