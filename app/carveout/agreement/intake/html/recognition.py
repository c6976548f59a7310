"""Whether a file is a web page, told by its first characters."""

from __future__ import annotations

import codecs
import re

_BEFORE = re.compile(
    r"\s*(?:<!--.*?-->|<\?xml[^>]*>|</?(?:DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT|XBRL)>[^\r\n<]*)",
    re.IGNORECASE | re.DOTALL,
)
"""One of the things that may stand before a page: a comment, a declaration, a line of the filing's own."""
_OPENS = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:html|body|div|p|font|br|tr|td|span|center|b|u|i|h[1-6]|hr|li|[uo]l|strong|em)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_LOOKED_AT = 60_000
"""Characters that show whether a file is a web page."""
_DENSE = 400
"""Characters for each tag, at most, in a page that doesn't say that it is one."""
_FEWEST = 8


def is_html(content: bytes) -> bool:
    """Tell whether bytes are a web page: they open as one, or are as thick with its tags as one is."""
    opening = _opening(content)
    at = 0
    while before := _BEFORE.match(opening, at):
        at = before.end()
    if _OPENS.match(opening, at):
        return True
    tags = sum(1 for _ in _TAG.finditer(opening))
    return tags >= _FEWEST and tags * _DENSE >= len(opening)


def _opening(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content[: 2 * _LOOKED_AT].decode("utf-16", "replace")
    opening = content[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8)
    return opening.replace(b"\0", b"").decode("latin-1")
