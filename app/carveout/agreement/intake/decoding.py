"""From bytes to characters, and the refusal of what holds no text."""

from __future__ import annotations

import codecs
import re

from carveout.agreement.manuscript import NotReadableError

LARGEST = 50_000_000
"""Bytes beyond which a source is refused: ten times the longest agreements, and about 1 GB of memory to read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
)
_MARKUP = re.compile(r"\s{0,200}<(?:!doctype html|html\b)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_LOOKED_AT = 1_000_000
"""Characters that show whether a file is junk."""
_WORD = re.compile(r"\w")


def decode(content: bytes) -> str:
    """Return the characters of a text source, each byte kept.

    A byte order mark decides, then UTF-8 where the bytes are exactly that, then Windows-1252 with the five bytes
    that it leaves undefined kept as the control characters of the same number.
    Raises NotReadableError for what is empty, too large, another format, or no text at all.
    """
    if len(content) > LARGEST:
        raise NotReadableError("The file is larger than 50 MB: split off the agreement and open that.")
    for magic, what in _OTHER_FORMATS:
        if content.startswith(magic):
            raise NotReadableError(f"The file is {what}, which Carveout can't read yet: save it as plain text.")
    text = _characters(content)
    if _MARKUP.match(text):
        raise NotReadableError("The file is a web page, which Carveout can't read yet: save it as plain text.")
    _refuse_junk(text)
    return text


def _characters(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "carveout.undefined")


def _as_numbered(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("carveout.undefined", _as_numbered)


def _refuse_junk(text: str) -> None:
    if _WORD.search(text) is None:
        raise NotReadableError("The file is empty: it holds no words." if not text.strip() else _JUNK)
    looked_at = text[:_LOOKED_AT]
    controls = sum(1 for _ in _CONTROLS.finditer(looked_at))
    if controls > 32 and controls * 20 > len(looked_at):
        raise NotReadableError(_JUNK)


_JUNK = "The file holds no text that can be read: open the agreement as plain text."
