"""Holding the annotated agreement of a printed memo against its source, its highlights and its links to their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bench.agreed import LARGEST_CELL, SPACES, part_of
from bench.said import printed_as

from carveout.agreement.citation import short
from carveout.memo.annexed import annexed_by
from carveout.memo.instructions import Part
from carveout.memo.parts.passages import passage_of
from carveout.review.returned import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.printed import Link, Piece, Printed

    from carveout.agreement.clause import Clause
    from carveout.memo.memo import Memo

_TEXT = 111.0
"""How far from the left edge the agreement's own words begin; its margin is left of that."""
_MARGIN = 6.5
"""The largest size of the margin's numbers."""
_BELOW = (10.0, 34.0)
"""How far below the height that a link leads to its row may stand: the row before it ends above."""
_NUMBER = re.compile(r"\[(\d+)\]|C(\d+)")
_CODED = {0x2028: "U+2028", 0x2029: "U+2029"}
"""What a page takes for white space and a comment shows."""


def misled(memo: Memo, printed: Printed) -> Iterator[str]:
    """Yield, in words, where the agreement isn't the source, a highlight isn't on its words, or a link leads astray."""
    rows, faults = _rows(memo, printed)
    yield from faults
    yield from _numbered(memo, printed, rows)
    yield from _highlighted(memo, printed)
    yield from _commented(memo, printed)
    yield from _linked(memo, printed, rows)


class _Rows:
    """The rows of the annotated agreement: which code points of the source begin on each."""

    def __init__(self) -> None:
        self.starts: dict[tuple[int, float], int] = {}
        self.ends: dict[tuple[int, float], int] = {}

    def take(self, piece: Piece, start: int, end: int) -> None:
        key = (piece.page, piece.y)
        self.starts.setdefault(key, start)
        self.ends[key] = max(end, self.ends.get(key, 0))

    def below(self, page: int, height: float) -> tuple[int, int] | None:
        """Return the first and the last code point of the row to which a height of a page leads."""
        low, high = height - _BELOW[1], height - _BELOW[0]
        found = [key for key in self.starts if key[0] == page and low <= key[1] <= high]
        top = max(found, key=lambda key: key[1], default=None)
        return None if top is None else (self.starts[top], self.ends[top])


def _rows(memo: Memo, printed: Printed) -> tuple[_Rows, list[str]]:
    """Walk along the source and the annotated agreement at once; return its rows, and the first place they part."""
    rows, faults = _Rows(), []
    text = memo.reading.text
    source = (at for one in annexed_by(memo).paragraphs for at in range(one.span.start, one.span.end))
    wanted = [at for at in source if not SPACES.fullmatch(text[at])]
    pieces = [one for one in part_of(printed, Part.AGREEMENT) if one.x > _TEXT and not _marks(one) and not _tells(one)]
    position = 0
    for one in pieces:
        words, at, first = SPACES.sub("", one.text), 0, position
        while at < len(words) and position < len(wanted):
            character = text[wanted[position]]
            code = f"U+{ord(character):04X}"
            step = 1 if words.startswith(character, at) else len(code) if words.startswith(code, at) else 0
            if not step:
                faults.append(
                    f"the agreement says {words[at : at + 20]!r} on page {one.page + 1} where the source doesn't"
                )
                return rows, faults
            at, position = at + step, position + 1
        if position > first:
            rows.take(one, wanted[first], wanted[position - 1])
    if position < len(wanted):
        faults.append(f"{len(wanted) - position} characters of the agreement are missing at its end")
    return rows, faults


def _numbered(memo: Memo, printed: Printed, rows: _Rows) -> Iterator[str]:
    """Yield each page and line in the margin that isn't the source's, of words on its row."""
    places = memo.reading.places
    offsets = [place.start for place in places]
    for one in part_of(printed, Part.AGREEMENT):
        key = (one.page, one.y)
        if one.x > _TEXT or one.size > _MARGIN or key not in rows.starts:
            continue
        first = max(0, bisect_right(offsets, rows.starts[key]) - 1)
        there = places[first : bisect_right(offsets, rows.ends[key])]
        said = {str(place.line) for place in there} | {f"p. {place.page}" for place in there}
        if one.text not in said:
            yield f"the margin of page {one.page + 1} says {one.text!r}, where the source has none of it"


def _marks(piece: Piece) -> bool:
    """Tell whether a piece is a number after a passage."""
    return piece.font.endswith("Inter-SemiBold") and piece.size < 5.8


def _tells(piece: Piece) -> bool:
    """Tell whether a piece is of the words above the agreement that tell how it is marked."""
    return piece.font.endswith("Inter-Regular") or piece.size > LARGEST_CELL


def _within(printed: Printed, page: int, box: tuple[float, float, float, float]) -> str:
    left, bottom, right, top = box
    found = (one for one in printed.pages[page] if left - 0.6 <= one.x < right - 0.6 and bottom <= one.y <= top)
    return SPACES.sub("", "".join(one.text for one in found))


def _highlighted(memo: Memo, printed: Printed) -> Iterator[str]:
    """Yield each note whose highlight isn't on its words, to the letter."""
    for note in memo.notes:
        words = ""
        for name, found in printed.highlights.items():
            if name != note.annotation.id and not name.startswith(f"{note.annotation.id}-"):
                continue
            for page, one in found:
                quads = [float(length) for length in one["/QuadPoints"]]
                for at in range(0, len(quads), 8):
                    left, top, right, bottom = quads[at], quads[at + 1], quads[at + 2], quads[at + 5]
                    inside = [
                        piece
                        for piece in printed.pages[page]
                        if left - 0.1 <= piece.x < right - 0.1 and bottom <= piece.y <= top and not _marks(piece)
                    ]
                    words += SPACES.sub("", "".join(piece.text for piece in inside))
        if not re.fullmatch(printed_as(passage_of(memo.reading, note).of(memo.reading.text)), words):
            yield f"the highlight of note {note.number} is on {words[:60]!r}"


def _commented(memo: Memo, printed: Printed) -> Iterator[str]:
    """Yield each note and reply that the file's own comments don't hold, word by word and by whom."""
    for note in memo.notes:
        one = note.annotation
        answers = ((reply.id, reply.author, reply.comment) for reply in memo.replies.get(one.id, ()))
        for name, author, contents in ((one.id, one.author, contents_of(one)), *answers):
            wanted = author, contents.translate(_CODED)
            said = printed.contents.get(name, ("", ""))
            if not all(re.fullmatch(printed_as(a), SPACES.sub("", b)) for a, b in zip(wanted, said, strict=True)):
                yield f"the comment {name} of note {note.number} says {said!r}"


def _linked(memo: Memo, printed: Printed, rows: _Rows) -> Iterator[str]:
    """Yield each link that doesn't lead to what it names."""
    parts = {SPACES.sub("", title): page for title, page, _ in printed.parts}
    agreement = parts.get(SPACES.sub("", Part.AGREEMENT.called), len(printed.pages))
    named = {one.start: _names(one) for one in memo.reading.outline}
    for link in printed.links:
        words = _within(printed, link.page, link.box)
        there = rows.below(link.to, link.height)
        if words in parts:
            right = link.to == parts[words]
        elif words.isdecimal() and link.to in parts.values():  # the contents: a part's number, or its page
            right = True
        elif link.to >= agreement:
            right = there is not None and _right(memo, words, there, named)
        else:
            right = words in _row_at(printed, link) or words.startswith("part")
        if not right:
            yield f"{words!r} on page {link.page + 1} leads to other words, on page {link.to + 1}"


def _names(clause: Clause) -> set[str]:
    """Return what a clause is called in full, among its like, and on a tile of a picture."""
    tile = short(clause).replace("Article ", "Art.").replace("Exhibit ", "Ex.")
    return {SPACES.sub("", name) for name in (clause.citation, short(clause), tile)}


def _row_at(printed: Printed, link: Link) -> list[str]:
    low, high = link.height - _BELOW[1], link.height - _BELOW[0]
    return [SPACES.sub("", one.text) for one in printed.pages[link.to] if low <= one.y <= high]


def _right(memo: Memo, words: str, row: tuple[int, int], named: dict[int, set[str]]) -> bool:
    """Tell whether the words of a link name something that begins on a row of the agreement."""
    first, last = row
    number = _NUMBER.fullmatch(words)
    if number is None:  # a link that goes on on the next line has a part of the citation on each
        starts = (start for start in named if first <= start <= last)
        return any(words.partition("–")[0].rstrip(",") in name for start in starts for name in named[start])
    if number.group(1):
        found = passage_of(memo.reading, memo.notes[int(number.group(1)) - 1]).start
    else:
        found = memo.schedule[int(number.group(2)) - 1].carveout.span.start
    return first <= found <= last
