"""Looking words up beside the window's own thread, in an index that is kept as the matter on the desk is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from carveout.gui.uncollected import nothing_collected
from carveout.review.entry import Where, entries
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ThreadPoolExecutor

    from PySide6.QtCore import SignalInstance

    from carveout.agreement.span import Span
    from carveout.gui.changes import Changes
    from carveout.gui.session import Session
    from carveout.review.entry import Entry
    from carveout.review.query import Query
    from carveout.store.index import Hit, Index

    Answer = TypeVar("Answer")

_AFTER_THE_FIRST_PAINT = 400
"""Milliseconds from a matter's opening, or from a correction of its outline, until its words are indexed."""
_AT_ONCE = 0.04
"""Seconds that the window waits for an answer, which is nearly always there by then; a later one comes by signal."""
_IN_TURN = (Where.HEADINGS, Where.TERMS, Where.NOTES, Where.FINDINGS, Where.TEXT)
MOST_SPANS = 5_000
"""Hits in the text that are walked at most."""


class Searching(QObject):
    """Answers queries about the matter on the desk.

    `found` carries a query and its hits, and `located` a query and its spans in the text, where the answer took longer
    than the window waits. `indexed` says that other things can be found now than before.
    """

    found = Signal(object, object)
    located = Signal(object, object)
    indexed = Signal()
    _put = Signal(int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: ThreadPoolExecutor | None = None
        self._index: Index | None = None  # the worker's
        self._round = 0
        self._begun = False
        self._missing: set[Where] = set()
        self._asked: Future[tuple[Hit, ...]] | None = None
        self._left = False
        self.refused = ""
        """Why nothing can be found, in a sentence; empty where something can."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_THE_FIRST_PAINT)
        self._soon.timeout.connect(self.hurry)
        self._put.connect(self._on_put)
        session.opened.connect(self._begin_again)
        session.changed.connect(self._on_changed)
        session.closely_read.connect(self._on_closely_read)
        self._begin_again()

    @property
    def ready(self) -> bool:
        """Tell whether everything there is can be found by now."""
        return not self._missing

    def hurry(self) -> None:
        """Index what is not indexed yet, now: somebody is about to search."""
        self._soon.stop()
        if not self._begun and self._session.reading is not None:
            self._begun = True
            self._keep(_IN_TURN)

    def ask(self, query: Query, most: int) -> tuple[Hit, ...] | None:
        """Return the hits of a query, at most so many of each place; None where `found` will carry them."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._submit(self._search, query, most)
        return self._answer(self._asked, (), self.found, query)

    def locate(self, query: Query) -> tuple[Span, ...] | None:
        """Return where in the text the words of a query stand; None where `located` will carry it."""
        return self._answer(self._submit(self._spans, query), (), self.located, query)

    def leave(self) -> None:
        """Give up what is under way, and end the worker: the window closes."""
        self._left = True
        self._round += 1
        self._soon.stop()
        if self._worker is not None:
            self._worker.shutdown(cancel_futures=True)
        if self._index is not None:
            self._index.close()
            self._index = None

    def _begin_again(self) -> None:
        self._round += 1
        if self._begun:
            self._submit(self._forget)
        self._begun = False
        self._missing = set(Where) if self._session.reading is not None else set()
        self._soon.stop()
        if self._session.reading is not None:
            self._soon.start()
        self.indexed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            self._begin_again()
        elif self._begun:
            touched = {Where.NOTES: bool(changes.annotations), Where.FINDINGS: changes.findings}
            self._keep([where for where, is_touched in touched.items() if is_touched])

    def _on_closely_read(self) -> None:
        if self._begun:
            self._keep([Where.FINDINGS])

    def _keep(self, places: Iterable[Where]) -> None:
        reading, review = self._session.reading, self._session.review
        if reading is not None:
            for where in places:
                self._missing.add(where)
                self._submit(self._take_in, self._round, where, partial(entries, reading, review, where))

    def _on_put(self, turn: int, where: Where) -> None:
        if turn == self._round:
            self._missing.discard(where)
            self.indexed.emit()

    def _submit(self, work: Callable[..., Answer], *given: object) -> Future[Answer] | None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (not before the window shows)

        if self._left:
            return None
        self._worker = self._worker or ThreadPoolExecutor(1, thread_name_prefix="finding")
        return self._worker.submit(work, *given)

    def _answer(
        self, future: Future[Answer] | None, nothing: Answer, late: SignalInstance, query: Query
    ) -> Answer | None:
        """Return the answer that a future has soon, or have it carried by a signal."""
        if future is None:
            return nothing
        try:
            return future.result(_AT_ONCE)
        except TimeoutError:
            future.add_done_callback(partial(_tell, late, query))
            return None

    # What follows runs in the worker.

    def _forget(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None

    def _take_in(self, turn: int, where: Where, made: Callable[[], Iterable[Entry]]) -> None:
        from carveout.store.index import Index  # noqa: PLC0415  (not before the window shows)

        if turn != self._round:
            return
        try:
            self._index = self._index or Index()
        except MatterError as error:
            self.refused = str(error)
        else:
            with nothing_collected():  # a look through all of a long reading would hold the window up
                self._index.put(where, self._while_wanted(turn, made()))
        self._put.emit(turn, where)

    def _while_wanted(self, turn: int, taken: Iterable[Entry]) -> Iterator[Entry]:
        for entry in taken:
            if turn != self._round:
                return
            yield entry

    def _search(self, query: Query, most: int) -> tuple[Hit, ...]:
        return self._index.search(query, most) if self._index is not None else ()

    def _spans(self, query: Query) -> tuple[Span, ...]:
        return self._index.spans(query, MOST_SPANS) if self._index is not None else ()


def _tell(late: SignalInstance, query: Query, future: Future[Answer]) -> None:
    if not future.cancelled():
        late.emit(query, future.result())
