"""Markdown: the words that its signs set as headings, lists, tables and emphasis, without the signs."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import decode
from carveout.agreement.intake.leads import lead
from carveout.agreement.manuscript import (
    MOST_LINES,
    MOST_PARAGRAPHS,
    Line,
    Manuscript,
    SetParagraph,
    refuse_endless,
)
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.progress import Course

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]++(?=\S)(.*)")
_CLOSING = re.compile(r"[ \t]#+$")
_STRONG = re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([ \t]*)(?:(\d{1,9})([.)])|[-*+])[ \t]+(?=\S)")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_COMMENT = re.compile(
    r"<!--[^>]{0,500}-->|</?(?:a|b|br|div|em|i|p|span|strong|sub|sup|u)\b[^<>]{0,200}>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}(?:[ \t]+\"[^\"]{0,200}\")?\)")
_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])|(\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+)")
_LOOKED_AT = 40_000
"""Bytes that show whether a text is Markdown."""
_HEADINGS = 2
_RUNS = 3
_LONGEST = 20_000
"""Characters of a line beyond which it is nobody's Markdown, and its signs stay."""
_STEP = 3
"""Columns by which an item stands in from the list above it."""


def is_markdown(content: bytes) -> bool:
    """Tell whether a text is Markdown: by headings, or by bold runs or a table with one; one sign is none.

    Runs between underscores are no sign: blanks are printed so, with what was filled in between them.
    """
    lines = [line for line in content[:_LOOKED_AT].decode("latin-1").splitlines() if len(line) <= _LONGEST]
    headings = sum(_HEADING.match(line) is not None for line in lines if "#" in line)
    runs = sum(len(_STRONG.findall(line)) for line in lines if "**" in line)
    tables = sum(_is_ruled(below) and _is_row(line) for line, below in pairwise(lines))
    return headings >= _HEADINGS or runs >= _RUNS or (headings + tables > 0 and headings + runs + tables > 1)


def _is_row(line: str) -> bool:
    words = line.strip(" \t")
    return len(words) > 1 and words[0] == "|" == words[-1]


def _is_ruled(line: str) -> bool:
    return "--" in line and not line.strip("|:- \t")


@dataclass(slots=True)
class _Made:
    """What is made so far; `counts` are the lists that are open: the indent of each, its form and its last number."""

    lines: list[Line] = field(default_factory=list)
    paragraphs: list[SetParagraph] = field(default_factory=list)
    counts: list[tuple[int, str, int]] = field(default_factory=list)

    def put(
        self, rows: list[tuple[int, str]], style: ParagraphStyle, indent: int = 0, level: int | None = None
    ) -> None:
        """Set rows, each with the number of its line, as a paragraph."""
        first, apart = len(self.lines), 0
        for number, row in rows:
            parts, strong = ([row], [False]) if style is ParagraphStyle.FIXED else plain(row)
            words = "".join(parts)
            if words.strip():
                if len(self.lines) == first and True in strong:
                    apart = lead(parts, strong)
                self.lines.append(Line(" " * indent + words.strip(), number, None))
        if len(self.lines) > first:
            self.paragraphs.append(SetParagraph(first, len(self.lines), style, apart, level))
            refuse_endless(len(self.paragraphs), MOST_PARAGRAPHS, "paragraphs")

    def label(self, indent: int, number: str, close: str) -> str:
        """Return the label of the next item as it is printed: a list counts on from its first number."""
        while self.counts and self.counts[-1][0] > indent:
            self.counts.pop()
        goes_on = bool(self.counts) and self.counts[-1][:2] == (indent, close)
        count = self.counts.pop()[2] + 1 if goes_on else int(number)
        self.counts.append((indent, close, count))
        return f"{count}{close} "


def read_markdown(content: bytes, name: str, course: Course) -> Manuscript:
    """Return the paragraphs of a Markdown text. Takes two stages of `course`.

    Raises NotReadableError where the bytes hold no text, or too much of it.
    """
    decoded = decode(content)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    refuse_endless(text.count("\n"), MOST_LINES, "lines")
    lines = text.split("\n")
    made = _Made()
    waiting: list[tuple[int, str]] = []
    indent = 0
    fenced = False
    course.begin(1)
    for at, line in enumerate(course.over(lines, len(lines)), 1):
        row = line.expandtabs(4)
        if _FENCE.match(row):
            fenced = not fenced
            row = ""
        elif fenced:
            made.put([(at, row)], ParagraphStyle.FIXED)
            continue
        quoted = _QUOTED.match(row)
        row = row[quoted.end() :] if quoted else row
        heading = _HEADING.match(row) if len(row) <= _LONGEST else None
        item = _ITEM.match(row)
        begins = heading is not None or item is not None or _is_row(row) or bool(_RULE.match(row))
        if begins or not row.strip():
            made.put(waiting, ParagraphStyle.BODY, indent)
            waiting = []
        if heading:
            made.counts.clear()
            made.put([(at, _CLOSING.sub("", heading[2].rstrip()))], ParagraphStyle.BODY, level=len(heading[1]))
        elif _is_row(row):
            _put_row(made, at, row)
        elif item and not _RULE.match(row):
            indent = _STEP * (len(item[1]) // 2)
            words = row[item.end() :]
            waiting = [(at, (made.label(len(item[1]), item[2], item[3]) if item[2] else "") + words)]
        elif row.strip() and not _RULE.match(row):
            if not waiting:
                inside = len(row) - len(row.lstrip(" "))
                made.counts = [one for one in made.counts if one[0] < inside]
                indent = _STEP * (inside // 2)
            waiting.append((at, row.strip()))
    made.put(waiting, ParagraphStyle.BODY, indent)
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="text",
        pages=None,
        lines=tuple(made.lines),
        paragraphs=tuple(made.paragraphs),
        encoding=decoded.encoding,
    )


def _put_row(made: _Made, at: int, row: str) -> None:
    """Set a row of a table: its cells parted by blanks; the rule below its head is no row."""
    if not _is_ruled(row):
        cells = ("".join(plain(cell)[0]).strip() for cell in row.strip().strip("|").split("|"))
        made.put([(at, "    ".join(cells))], ParagraphStyle.FIXED)


def plain(row: str) -> tuple[list[str], list[bool]]:
    """Return the words of a line without the signs in it, in pieces, and which of them are set apart."""
    if len(row) > _LONGEST:
        return [row], [False]
    row = _LINK.sub(r"\1", _COMMENT.sub("", row))
    signs = list(_SIGN.finditer(row))
    paired = _paired(row, signs)
    parts: list[str] = []
    strong: list[bool] = []
    at = depth = 0
    for position, sign in enumerate(signs):
        parts.append(row[at : sign.start()])
        strong.append(depth > 0)
        at = sign.end()
        if sign[1]:
            parts.append(sign[1])
            strong.append(depth > 0)
        elif position not in paired:
            at = sign.start()
        elif "`" not in sign[0]:
            depth += paired[position]
    return [*parts, row[at:]], [*strong, depth > 0]


def _paired(row: str, signs: list[re.Match[str]]) -> dict[int, int]:
    """Return the signs that open or close emphasis, 1 or -1, by position; a sign without its fellow is a word."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for position, sign in enumerate(signs):
        if sign[1]:
            continue
        before, after = row[sign.start() - 1 : sign.start()], row[sign.end() : sign.end() + 1]
        waiting = opened.setdefault(sign[0], [])
        if waiting and before.strip():
            found[waiting.pop()] = 1
            found[position] = -1
        elif after.strip():
            waiting.append(position)
    return found
