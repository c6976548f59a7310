"""The copy for programs that the memo encloses: what of the review is shared, and where the pages print what.

It is what lets a memo that somebody marked be read back onto the clauses. It holds notes that are marked as shared, in
whatever memo, and no word of those that are internal.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from carveout import __version__
from carveout.memo.annexed import principal_of
from carveout.memo.returned.copy import text_digest, written
from carveout.memo.returned.names import FORMAT, NAME, VERSION
from carveout.memo.typesetting.paper import Enclosure
from carveout.review.annotation import Target, Visibility
from carveout.review.edits import Annotate, Respond
from carveout.review.record import edit_to_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.span import Span
    from carveout.memo.memo import Memo, Note
    from carveout.memo.typesetting.printed import PrintedPage


_PACKED = 4
"""How hard the copy is compressed: in a third of the time of zlib's own choice, for a twentieth more."""

_AT_ONCE = 1 << 16
"""Bytes that are compressed together: zlib works in a quarter of a megabyte, which has to be at hand each time."""

_Meant: TypeAlias = tuple[int | None, int | None, bool]
"""From where to where the words are that a place stands for, and whether they are a clause."""


class Enclosing:
    """Writes the copy while the pages are drawn, packed as it grows; the same memo gives the same bytes."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._places = _places(memo)
        before, after = written(shared_copy(memo)).split(b'"pages":[]', 1)  # no string holds a bare quotation mark
        self._after = b"]" + after
        self._digest = hashlib.sha256()
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._size = 0
        self._packing = zlib.compressobj(_PACKED)
        self._packed = bytearray()
        self._waiting = bytearray()
        self._separator = b""
        self._write(b'{"copy":')
        self._write_copy(before + b'"pages":[')

    def take(self, page: PrintedPage) -> None:
        """Write what the next page prints."""
        self._write_copy(self._separator + _page(page, self._places))
        self._separator = b","

    def enclosure(self) -> Enclosure:
        """Return the whole file, after the last page."""
        self._write_copy(self._after)
        named = written({"format": FORMAT, "sha256": self._digest.hexdigest(), "version": VERSION})
        self._write(b"," + named[1:])
        self._pack()
        self._packed += self._packing.flush()
        return Enclosure(
            name=NAME,
            kind="application/json",
            description="The shared part of the review, for Carveout to read back",
            packed=bytes(self._packed),
            size=self._size,
            md5=self._md5.hexdigest(),
            at=dt.datetime.combine(self._memo.heading.date, dt.time(), dt.UTC),
        )

    def _write_copy(self, data: bytes) -> None:
        self._digest.update(data)
        self._write(data)

    def _write(self, data: bytes) -> None:
        self._waiting += data
        if len(self._waiting) >= _AT_ONCE:
            self._pack()

    def _pack(self) -> None:
        self._md5.update(self._waiting)
        self._size += len(self._waiting)
        self._packed += self._packing.compress(self._waiting)
        self._waiting.clear()


def shared_copy(memo: Memo) -> dict[str, object]:
    """Return the copy as JSON values, but for its `pages`, which are written one after the other.

    That has for each page its `words`, each [baseline, size, left, right, start, end], lengths in tenths of a point
    and code points of the source's text, and its `places`, each [height, start, end, whether it is a clause]: what the
    memo speaks of from that height down. Start and end are null where that is nothing in particular.
    """
    shared = [note.annotation for note in memo.notes if note.annotation.visibility is Visibility.SHARED]
    principal = next((span.start for span in principal_of(memo.reading) if span), 0)
    return {
        "by": f"Carveout {__version__}",
        "deal": memo.heading.deal,
        "source": memo.reading.source.sha256,
        "text": text_digest(memo.reading.text),
        "head": memo.head,
        "principal": principal,
        "annotations": [
            edit_to_record(Annotate(one.id, None, replace(one, assignee="", due=None)))["after"] for one in shared
        ],
        "replies": [
            edit_to_record(Respond(reply.id, None, reply))["after"]
            for one in shared
            for reply in memo.replies.get(one.id, ())
        ],
        "pages": [],
    }


_NOWHERE: _Meant = (None, None, False)


def _page(page: PrintedPage, places: Mapping[str, _Meant]) -> bytes:
    """Return a page as JSON, made by hand: a long memo prints a hundred thousand words."""
    named = [
        [round(10 * height), *places.get(name, _NOWHERE)]
        for height, name in page.places
        if name in places or name.startswith("part-")
    ]
    words = [
        f"[{round(10 * baseline)},{round(10 * size)},{round(10 * left)},{round(10 * right)},{start},{end}]"
        for baseline, size, left, right, start, end in page.words
    ]
    return f'{{"places":{written(named).decode("ascii")},"words":[{",".join(words)}]}}'.encode("ascii")


def _places(memo: Memo) -> dict[str, _Meant]:
    """Return what each name of a place stands for."""
    outline = memo.reading.outline
    found = {f"note-{note.number}": _of_note(note) for note in memo.notes}
    found |= {f"schedule-{one.number}": _of_span(one.carveout.span, clause=False) for one in memo.schedule}
    for entry in memo.representations:
        clause = entry.representation.clause
        found[f"representation-{clause}"] = _of_span(outline[clause].span, clause=True)
    return found


def _of_note(note: Note) -> _Meant:
    anchor = note.annotation.anchor
    return _of_span(anchor.span, clause=anchor.target is Target.CLAUSE)


def _of_span(span: Span, *, clause: bool) -> _Meant:
    return span.start, span.end, clause
