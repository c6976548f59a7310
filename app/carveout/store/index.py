"""An index of all words of a matter, in memory only: it goes with the window, and nothing of it is ever on a disk."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.entry import Where
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.review.entry import Entry
    from carveout.review.query import Phrase, Query

PATIENCE = 0.25
"""Seconds after which a search ends with what it has found."""
_STEPS = 1_000
"""Instructions of SQLite's machine between two looks at the clock."""
_OPENS, _CLOSES = "\x02", "\x03"
_MARK = re.compile(f"[{_OPENS}{_CLOSES}]")
_UNFIT = re.compile(f"[\x00{_OPENS}{_CLOSES}]")
_HALF = re.compile("[\ud800-\udfff]")
# The lengths of beginnings that are looked up at once; those of longer words are few.
_TABLE = """
CREATE VIRTUAL TABLE "{}" USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5')
"""
_DROP = 'DROP TABLE "{0}"'
_INSERT = 'INSERT INTO "{0}" (rowid, words) VALUES (?, ?)'
_SELECT = """SELECT rowid, highlight("{0}", 0, ?, ?) FROM "{0}" WHERE "{0}" MATCH ? ORDER BY rowid"""
_ALL = """SELECT rowid, NULL FROM "{0}" ORDER BY rowid"""
_ALL_BUT = (
    """SELECT rowid, NULL FROM "{0}" WHERE rowid NOT IN (SELECT rowid FROM "{0}" WHERE "{0}" MATCH ?) ORDER BY rowid"""
)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and the words in it that were looked for, as ranges of its words."""

    entry: Entry
    found: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that were looked for as ranges of the canonical text, for an entry of the text."""
        at = self.entry.span.start if self.entry.span else 0
        return tuple(Span(at + span.start, at + span.end) for span in self.found)


class Index:
    """Finds entries by their words. One thread at a time may use it, whichever it is."""

    def __init__(self) -> None:
        """Begin with nothing. Raises MatterError where this SQLite can't search."""
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._entries: dict[Where, tuple[Entry, ...]] = {}
        try:
            for where in Where:
                self._begin(where)
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise MatterError("This computer's SQLite can't search; install Carveout's own Python.") from error

    def put(self, where: Where, entries: Iterable[Entry]) -> None:
        """Have these, in their order, be what can be found somewhere, in place of what could be before."""
        self._connection.execute("BEGIN")
        self._connection.execute(_DROP.format(where))
        self._begin(where)
        kept: list[Entry] = []
        self._connection.executemany(_INSERT.format(where), _rows(entries, kept))
        self._connection.execute("COMMIT")
        self._entries[where] = tuple(kept)

    def search(self, query: Query, most: int) -> tuple[Hit, ...]:
        """Return the hits, at most so many of each place: headings and terms first, each in the document's order.

        What takes too long or can't be asked ends with the hits found so far.
        """
        if query.empty:
            return ()
        hits: list[Hit] = []
        with self._limited():
            for where in query.places:
                count = 0
                for hit in self._in(where, query):
                    if query.admits(hit.entry):
                        hits.append(hit)
                        count += 1
                    if count == most:
                        break
        return tuple(hits)

    def spans(self, query: Query, most: int) -> tuple[Span, ...]:
        """Return where in the canonical text the words of a query stand, at most so many, in order."""
        spans: list[Span] = []
        if query.wanted:
            with self._limited():
                for hit in self._in(Where.TEXT, query):
                    spans += hit.spans
                    if len(spans) >= most:
                        break
        return tuple(spans[:most])

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()

    def _begin(self, where: Where) -> None:
        self._entries[where] = ()
        self._connection.execute(_TABLE.format(where))

    def _in(self, where: Where, query: Query) -> Iterator[Hit]:
        entries = self._entries[where]
        for row, marked in self._connection.execute(*_asked(where, query)):
            yield Hit(entries[row], _found(marked) if marked else ())

    @contextmanager
    def _limited(self) -> Iterator[None]:
        """End what takes too long; a query that SQLite can't take has no hits."""
        end = time.monotonic() + PATIENCE
        self._connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        except sqlite3.OperationalError:
            pass
        finally:
            self._connection.set_progress_handler(None, 0)


def _rows(entries: Iterable[Entry], kept: list[Entry]) -> Iterator[tuple[int, str]]:
    for row, entry in enumerate(entries):
        kept.append(entry)
        yield row, _HALF.sub("\ufffd", _UNFIT.sub(" ", entry.words))


def _asked(where: Where, query: Query) -> tuple[str, tuple[str, ...]]:
    """Return the SQL and its parameters: text that was typed is only ever a parameter."""
    unwanted = " OR ".join(map(_quoted, query.unwanted))
    if query.wanted:
        wanted = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in query.wanted)
        return _SELECT.format(where), (_OPENS, _CLOSES, f"({wanted}) NOT ({unwanted})" if unwanted else wanted)
    return (_ALL_BUT.format(where), (unwanted,)) if unwanted else (_ALL.format(where), ())


def _quoted(phrase: Phrase) -> str:
    """Return a phrase as FTS5 takes it, whatever is in it."""
    safe = _HALF.sub("\ufffd", _UNFIT.sub(" ", phrase.words)).replace('"', '""')
    return f'"{safe}"*' if phrase.begun else f'"{safe}"'


def _found(marked: str) -> tuple[Span, ...]:
    """Return the ranges that are marked, as they are without the marks."""
    at = [mark.start() - before for before, mark in enumerate(_MARK.finditer(marked))]
    return tuple(Span(start, end) for start, end in zip(at[::2], at[1::2], strict=True))
