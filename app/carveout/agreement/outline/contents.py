"""Tables of contents: they print every label of the agreement once more, and none of it is a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import plain_heading
from carveout.agreement.labels.numbering import Mark, parse
from carveout.agreement.outline.unnumbered import is_contents, is_preamble, is_whereas
from carveout.agreement.prose.folding import letters
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.layout.canonical import Canonical, Passage

_MOST = 3000
"""Passages beyond which no table of contents reaches."""
_FEWEST = 4
"""Labels that a table of contents has at least."""
_ROWS = 400
_TAIL = 12
_HEADING = 80
"""Characters beyond which nothing is the heading of one."""
_ROW = 240
"""Characters beyond which nothing is a row of one."""
_NUMERAL = r"(?:\d{1,3}(?:-\d{1,3})?|[ivxl]{1,6}|[A-Z]{1,2}-\d{1,3})"
_PAGE = re.compile(rf"(?:[ .·…_]|\b){_NUMERAL}$")
_PAGED = re.compile(rf"[ .·…_]{{0,200}}(?:(?<=[ .·…_])|^)(?P<page>{_NUMERAL})$")
_NEXT = re.compile(
    rf"(?<=[ .·…_]){_NUMERAL}(?P<gap> +)"
    r"(?=(?:(?i:articles?|sections?|clauses?|exhibits?|schedules?|annex|appendix) ?[\dA-Z]|\d{1,2}\.(?:\d{1,2}\b|  )))"
)
"""Where one row ends and the next begins on the same line."""
_OVER = re.compile(r"(?:page(?: no\.?)?|\(?cont(?:inued|['’]?d)?\.?\)?|(?:section|article|clause)s?)$", re.IGNORECASE)
"""What stands over the columns of a table, or over the part of it on the next page."""
_TAGGED = re.compile(r"(?:</?[A-Za-z]{1,9}> *){1,20}$")
"""A line of tags that a filing sets around a table or over its columns."""
_BESIDE = " .:-–—\t"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a printed table of contents: its number and heading as they are printed there, and its page.

    `number` is None for a row that bears none, `page` where it gives none. `label` holds the word too: `Article I`.
    `span` is the row in the canonical text.
    """

    number: str | None
    heading: str
    page: str | None
    span: Span
    label: str = ""


@dataclass(frozen=True)
class Contents:
    """The tables of contents of a document: their rows, and the positions of the passages that make them up.

    `headings_at` are the words over each table by the position of the passage that it begins with.
    """

    passages: frozenset[int]
    headings_at: dict[int, str]
    entries: tuple[Entry, ...]

    @cached_property
    def headings(self) -> dict[str, tuple[str, ...]]:
        """The headings that the tables print for each number, folded."""
        found: dict[str, dict[str, None]] = {}
        for entry in self.entries:
            if entry.number is not None and entry.heading:
                found.setdefault(entry.number, {})[letters(entry.heading)] = None
        return {number: tuple(headings) for number, headings in found.items()}


def contents(canonical: Canonical) -> Contents:
    """Find the tables of contents of a document."""
    found: set[int] = set()
    over: dict[int, str] = {}
    rows: list[Entry] = []
    searched = 0
    for at, passage in enumerate(canonical.passages):
        if at < searched or len(passage.span) > _HEADING + _ROWS * _ROW:
            continue
        if "contents" not in passage.span.of(canonical.text).casefold():
            continue
        lines = [words for _, words in _printed(passage) if not _TAGGED.match(words)] or [""]
        first, last = lines[0], lines[-1]
        if len(first) <= _HEADING and is_contents(first):
            end = _end(canonical, at)
            searched = end or at + _MOST
            found.update(range(at, end or at + 1))
            over[at] = first
            rows += _entries(canonical.passages[at : end or at + 1])
        elif len(last) <= _HEADING and is_contents(last):
            end = _end(canonical, at + 1)
            if end is not None:
                searched = end
                found.update(range(at + 1, end))
                over[at + 1] = last
                rows += _entries(canonical.passages[at + 1 : end])
    return Contents(frozenset(found), over, tuple(rows))


def _printed(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the lines of a passage as they stand in the canonical text, each with its offset."""
    at = passage.span.start
    for glue, piece in zip(passage.block.glue, passage.block.pieces, strict=True):
        at += len(glue)
        words = passage.block.words(piece)
        yield at, words
        at += len(words)


def _end(canonical: Canonical, start: int) -> int | None:
    """Return the position after the last passage of a table that begins at `start`: where its labels come again.

    None where they don't, so that there is no table.
    """
    seen: dict[tuple[str, str], int] = {}
    entry = start
    for at in range(start, min(len(canonical.passages), start + _MOST)):
        words = canonical.passages[at].span.of(canonical.text)
        if at > start and (is_preamble(words) or is_whereas(words)):
            return at
        rows = words.split("\n")[:_ROWS]
        whole = parse(words[:_HEADING])
        if (whole is None or whole.end < len(words)) and any(_PAGE.search(row[-_TAIL:].rstrip()) for row in rows):
            entry = at
        for row in rows:
            mark = parse(row.strip()[:_HEADING])
            if mark is None or mark.number is None:
                continue
            paged = _PAGE.search(row[-_TAIL:].rstrip()) is not None
            key = (mark.word or "", mark.number.lower())
            if seen.get(key, at) != at and len(seen) >= _FEWEST and not paged:
                return entry + 1 if entry > start else at
            if mark.word is not None or "." in mark.number or paged:
                seen.setdefault(key, at)
    return None


@dataclass(slots=True)
class _Row:
    """A row that is being read: `open` until its page has been read."""

    mark: Mark | None
    label: str
    heading: list[str]
    page: str | None
    start: int
    end: int

    def entry(self) -> Entry:
        number = self.mark.number if self.mark else None
        heading = plain_heading(" ".join(self.heading))
        return Entry(number, heading, self.page, Span(self.start, self.end), self.label)


def _entries(passages: tuple[Passage, ...]) -> list[Entry]:
    """Return the rows of one table. A row can wrap, and its label, heading and page can stand on lines of their own."""
    rows: list[_Row] = []
    for passage in passages:
        for line, (at, words) in enumerate(_printed(passage)):
            start = 0
            for match in (*_NEXT.finditer(words), None):
                end = match.start("gap") if match else len(words)
                if end - start <= _ROW:
                    _read(rows, at + start, words[start:end], joins=line > 0 and start == 0)
                start = end
    return [row.entry() for row in rows if row.heading and (row.mark is not None or row.page is not None)]


def _read(rows: list[_Row], at: int, words: str, *, joins: bool) -> None:
    """Read one line of a table; `joins` says that no blank line parts it from the one before it."""
    bare = words.strip()
    if not bare or _OVER.match(bare) or _TAGGED.match(bare) or is_contents(bare):
        return
    start = at + len(words) - len(words.lstrip())
    end = start + len(bare)
    mark = parse(bare[:_HEADING])
    last = rows[-1] if rows else None
    awaited = last is not None and last.mark is not None and last.mark.decimal and not last.heading and not last.page
    if mark is not None and (mark.number is None or awaited):
        mark = None
    paged = _PAGED.search(bare)
    page = paged["page"] if paged and (mark is None or paged.start() >= mark.end) else None
    heading = bare[mark.end if mark else 0 : paged.start() if paged and page else len(bare)].strip(_BESIDE)
    if mark is None and last is not None and (last.page is None or (joins and heading and page is None)):
        last.heading += [heading] if heading else []
        last.page, last.end = page or last.page, end
        return
    label = bare[: mark.end].strip() if mark else ""
    rows.append(_Row(mark, label, [heading] if heading else [], page, start, end))
