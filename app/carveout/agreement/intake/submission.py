"""EDGAR submissions: one file that carries a filing and its exhibits, each a document with a header of its own.

<DOCUMENT>
<TYPE>EX-10.1
<SEQUENCE>2
<FILENAME>agreement.htm
<DESCRIPTION>CREDIT AGREEMENT
<TEXT>
the document
</TEXT>
</DOCUMENT>
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from carveout.agreement.intake.html.recognition import is_html
from carveout.agreement.manuscript import NotReadableError


class Form(StrEnum):
    """What a document of a submission is: words that can be read, or pictures, archives and data that can't."""

    TEXT = "text"
    HTML = "html"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Submitted:
    """One document of a submission, as its header describes it.

    Its words are the bytes `start` to before `end` of the file. `agreement` tells that it is likely to hold an
    agreement, by its type (EX-2, EX-4, EX-10, EX-99) and by its words.
    """

    type: str
    sequence: int | None
    filename: str | None
    description: str | None
    start: int
    end: int
    form: Form
    agreement: bool


_OPENED, _CLOSED = b"<DOCUMENT>", b"</DOCUMENT>"
_TEXT = re.compile(rb"^[ \t]{0,8}<TEXT>", re.IGNORECASE | re.MULTILINE)
_NO_TEXT = re.compile(rb"</TEXT>\s{0,64}$", re.IGNORECASE)
_FIELD = re.compile(r"^\s{0,8}<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n]{0,400})", re.IGNORECASE | re.MULTILINE)
_HEADER = 4_000
"""Bytes within which a document's header ends."""
_ENCODED = re.compile(rb"\s{0,64}(?:begin \d{3} |<PDF>)", re.IGNORECASE)
_MARKED_UP = re.compile(rb"\s{0,64}(?:<XML>|<XBRL>|<\?xml )", re.IGNORECASE)
_DATA = re.compile(r"GRAPHIC|ZIP|EXCEL|XML|JSON|EX-101|EX-27\b|PDF", re.IGNORECASE)
_MAY_HOLD = re.compile(r"EX-(?:2|4|10|99)(?!\d)", re.IGNORECASE)
_NAMED = re.compile(
    rb"\b(?:agreement|indenture|plan of merger|lease|deed|contract|guarant(?:y|ee)|warrant|note)\b", re.IGNORECASE
)
_BINDS = re.compile(
    rb"\b(?:by and (?:between|among)|whereas|now, therefore|the parties|hereinafter|represents? and warrants?)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 60_000
"""Bytes of a document that show whether it holds an agreement."""


def submitted(content: bytes) -> tuple[Submitted, ...]:
    """Return the documents of a submission in order; none where a file is no submission. Reads headers only."""
    found = []
    at = _mark(content, _OPENED, 0)
    while at < len(content):
        header = at + len(_OPENED)
        end = _mark(content, _CLOSED, header)
        text = _TEXT.search(content, header, min(end, header + _HEADER))
        if text is not None:
            found.append(_document(content, header, text.start(), text.end(), end))
        at = _mark(content, _OPENED, end)
    return tuple(found)


def _mark(content: bytes, mark: bytes, start: int) -> int:
    """Return where a mark begins that opens its line, the end of the file where none does."""
    at = content.find(mark, start)
    while at > 0 and content[max(0, at - 8) : at].rpartition(b"\n")[2].strip():
        at = content.find(mark, at + 1)
    return at if at >= 0 else len(content)


def chosen(documents: tuple[Submitted, ...], document: int | None) -> Submitted | None:
    """Return the document that is asked for by its position, or None for the whole file.

    Where none is asked for, a submission of plain text is read whole; one with web pages gives the first document
    that holds an agreement, else the first that can be read.
    Raises NotReadableError where there is no such document, or it has no words to read.
    """
    if document is not None:
        if not 0 <= document < len(documents):
            raise NotReadableError("The filing has no such document: choose another of its documents.")
        if documents[document].form is Form.OTHER:
            raise NotReadableError("That document of the filing is a picture or data: choose one that holds text.")
        return documents[document]
    readable = [one for one in documents if one.form is not Form.OTHER]
    if not any(one.form is Form.HTML for one in readable):
        return None
    return next((one for one in readable if one.agreement), readable[0])


def without_data(content: bytes, documents: tuple[Submitted, ...]) -> bytes:
    """Return a submission with the pictures and data in it left out, each line of them left blank."""
    parts = []
    at = 0
    for one in documents:
        if one.form is Form.OTHER:
            parts += [content[at : one.start], b"\n" * content.count(b"\n", one.start, one.end)]
            at = one.end
    return b"".join([*parts, content[at:]]) if parts else content


def _document(content: bytes, header: int, text: int, start: int, end: int) -> Submitted:
    fields = {
        name.upper(): words.strip()
        for name, words in _FIELD.findall(content[header:text].decode("cp1252", "replace"))
        if words.strip()
    }
    closed = _NO_TEXT.search(content, max(start, end - 100), end)
    end = closed.start() if closed else end
    kind = fields.get("TYPE", "")
    sequence = fields.get("SEQUENCE", "")
    opening = content[start : min(end, start + _LOOKED_AT)]
    return Submitted(
        type=kind,
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 9 else None,
        filename=fields.get("FILENAME"),
        description=fields.get("DESCRIPTION"),
        start=start,
        end=end,
        form=_form(kind, opening),
        agreement=bool(_MAY_HOLD.match(kind) and _NAMED.search(opening) and _BINDS.search(opening)),
    )


def _form(kind: str, opening: bytes) -> Form:
    if _ENCODED.match(opening) or _DATA.match(kind):
        return Form.OTHER
    if is_html(opening):
        return Form.HTML
    return Form.OTHER if _MARKED_UP.match(opening) else Form.TEXT
