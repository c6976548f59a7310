"""Plain text and EDGAR text: lines as they stand in the file, on the pages that their furniture shows."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import decode
from carveout.agreement.layout.furniture import paginate
from carveout.agreement.manuscript import MOST_LINES, Line, Manuscript, refuse_endless

if TYPE_CHECKING:
    from carveout.agreement.progress import Course

_SPACES = "\v\f\u00a0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))
_EDGAR = re.compile(
    r"^ {0,40}(?:<(?:SEC-DOCUMENT|SEC-HEADER|DOCUMENT|TYPE|PAGE|TABLE|CAPTION)>"
    r"|EX-\d|SECURITIES AND EXCHANGE COMMISSION *$|CUSIP NO)",
    re.IGNORECASE | re.MULTILINE,
)


def read_text(content: bytes, name: str, course: Course, above: int = 0) -> Manuscript:
    """Return the lines of a text file, its page furniture left out. Takes two stages of `course`.

    `above` counts the lines of the file that stand before `content`, where it is a part of one.
    Lines end at a line feed, a carriage return or both, and nowhere else. Every kind of space becomes a plain one and
    tabs are set at every eighth column; all other characters, control characters too, stay.
    Raises NotReadableError where the bytes hold no text, or too many lines.
    """
    decoded = decode(content)
    lines, pages = set_lines(decoded.text, course, above)
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="edgar-text" if _EDGAR.search(decoded.text[:200_000]) else "text",
        pages=pages,
        lines=lines,
        encoding=decoded.encoding,
    )


def set_lines(text: str, course: Course, above: int | None = 0) -> tuple[tuple[Line, ...], int | None]:
    """Return the lines of a text without its page furniture, and how many pages it has. Takes two stages of `course`.

    The lines have no numbers where `above` is None. Raises NotReadableError for too many.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_endless(text.count("\n"), MOST_LINES, "lines")
    feeds = _feeds(text.split("\n")) if "\f" in text else []
    for space in _SPACES:
        text = text.replace(space, " ")
    laid_out = text.split("\n")
    if "\t" in text:
        laid_out = [line.expandtabs(8) for line in laid_out]
    pagination = paginate(laid_out, feeds, course)
    lines = tuple(
        Line(
            line[: pagination.feet.get(at)].rstrip(" "),
            None if above is None else above + at + 1,
            pagination.pages[at] if pagination.pages else None,
        )
        for at, line in course.over(enumerate(laid_out), len(laid_out))
        if at not in pagination.furniture
    )
    return lines, pagination.pages[-1] if pagination.pages else None


def _feeds(lines: list[str]) -> list[int]:
    """Return the lines that form feeds make the first of their page: their own, or the next after words."""
    return [at if line.lstrip(" \t").startswith("\f") else at + 1 for at, line in enumerate(lines) if "\f" in line]
