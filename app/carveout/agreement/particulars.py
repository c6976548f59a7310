"""What a document is as a file: its format, encoding, pages, comments and tracked changes, in a lawyer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.reading import AsideKind

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

_FORMATS = {
    "text": "Plain text",
    "edgar-text": "EDGAR text",
    "edgar-html": "EDGAR web page",
    "html": "Web page",
    "markdown": "Markdown",
    "docx": "Word document",
    "pdf": "PDF",
}
_CHANGES = frozenset({AsideKind.INSERTION, AsideKind.DELETION})


def particulars(reading: Reading) -> tuple[str, ...]:
    """Return what is to be said of the document as a file, the format first: `Word document`, `34 pages`."""
    source = reading.source
    comments = sum(aside.kind is AsideKind.COMMENT for aside in reading.asides)
    changes = [aside for aside in reading.asides if aside.kind in _CHANGES]
    authors = {aside.author for aside in changes if aside.author}
    found = [_FORMATS.get(source.format, source.format)]
    if source.encoding is not None:
        found.append(source.encoding)
    if source.pages:
        found.append(_counted(source.pages, "page"))
    if comments:
        found.append(_counted(comments, "comment"))
    if changes:
        by = f" by {_counted(len(authors), 'author')}" if authors else ""
        found.append(f"{_counted(len(changes), 'tracked change')}{by}, read as final")
    return tuple(found)


def _counted(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"
