"""What the marks of a memo amount to: new notes, answers, other words for a note of ours, and what was set done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.returned.said import NOBODY, READER, author_of, contents_in, id_of, moment_in, plain
from carveout.review.annotation import Annotation, AnnotationKind, Status
from carveout.review.returned import TAG, Answered, Remarked, Reworded, Set, contents_of
from carveout.review.thread import Reply

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping

    from carveout.agreement.intake.pdf.markup import Mark
    from carveout.memo.returned.placing import Placing
    from carveout.memo.returned.threads import Key, Threads
    from carveout.review.annotation import Anchor
    from carveout.review.returned import Came
    from carveout.review.returning import Told

_STATES = {
    "Completed": Status.RESOLVED,
    "Accepted": Status.RESOLVED,
    "Cancelled": Status.RESOLVED,
    "None": Status.OPEN,
}
_REVIEW = "Review"
_LEADS = {
    "strikeout": "Struck out",
    "underline": "Underlined",
    "squiggly": "Underlined",
    "highlight": "Highlighted",
    "caret": "Insert",
}
_WORDED = {"highlight", "underline", "squiggly", "strikeout"}


class Gathering:
    """Goes over the marks of one memo, given the notes that are here, and what the log ever told."""

    def __init__(
        self,
        threads: Threads,
        placing: Placing,
        notes: Mapping[str, Annotation],
        told: Told,
        lent: Collection[str],
        now: dt.datetime,
    ) -> None:
        self._threads = threads
        self._placing = placing
        self._notes = notes
        self._told = told
        self._lent = lent
        self._now = now
        self._standing = set(notes)
        self._made: dict[Key, str] = {}
        self._settings: dict[str, Set] = {}
        self._reworded: set[str] = set()
        self._struck = {
            threads.root(key): key for key in threads if threads[key].grouped and threads[key].kind == "strikeout"
        }
        self._spoken = {(note.author, plain(contents_of(note))) for note in notes.values()}
        self.elsewhere = 0
        """How many new notes stand on no words."""

    def came(self) -> Iterator[Came]:
        """Yield what is new, notes before what answers them."""
        for key in self._threads:
            mark = self._threads[key]
            if mark.state or mark.model:
                yield from self._set(key)
            elif self._threads.note(key) is not None:
                yield from self._ours(key)
            elif self._says_nothing_more(key):
                continue
            elif mark.answers is not None and self._threads.root(key) != key:
                yield from self._answer(key)
            elif not self._threads.repeats(key):
                yield from self._remark(key)
        yield from filter(self._is_news, self._settings.values())

    def _ours(self, key: Key) -> Iterator[Came]:
        """Yield what a note of ours says now, where the log never said so: the highlight's words before the icon's."""
        mark, id_ = self._threads[key], self._threads.note(key)
        note = self._notes.get(id_ or "")
        if note is None or id_ is None or id_ in self._reworded:
            return
        contents = contents_in(mark)
        if mark.name not in {id_, f"{id_}-comment"} or not contents or contents in self._said(id_, note):
            return
        self._reworded.add(id_)
        author = author_of(mark)
        yield Reworded(id_, contents, READER if author in {note.author, NOBODY} else author, self._at(mark))

    def _said(self, id_: str, note: Annotation) -> set[str]:
        from carveout.memo.typesetting.glyphs import legible  # noqa: PLC0415  (only here, and it is slow to import)

        said = {*self._told.notes.get(id_, ()), contents_of(note)}
        return {plain(one) for one in said} | {plain(legible(one)) for one in said}

    def _answer(self, key: Key) -> Iterator[Came]:
        mark, root = self._threads[key], self._threads.root(key)
        if mark.name in self._told.replies or mark.name in self._lent:
            return
        id_ = id_of(mark, key[0])
        if id_ in self._told.replies:
            return
        to = self._threads.note(root) or self._made.get(root)
        if to is None or to not in self._standing:
            yield from self._remark(key, at=root)  # the note that it answers was withdrawn
            return
        yield Answered(Reply(id_, to, contents_in(mark), author_of(mark), self._at(mark)))

    def _remark(self, key: Key, at: Key | None = None) -> Iterator[Came]:
        """Yield a new note, standing where it was drawn, or where the mark at another key was."""
        mark = self._threads[key]
        if not mark.name and (author_of(mark), contents_in(mark)) in self._spoken:
            return  # a program that takes the names away leaves our own notes like anybody's
        id_ = id_of(mark, key[0])
        self._made[key] = id_
        anchor, placed = self._anchor(at or key)
        kind, comment, proposed = self._words(key)
        if not placed:
            comment = f"{comment}\n(On page {key[0] + 1} of the memo.)".lstrip()
        note = Annotation(
            id_,
            kind,
            anchor,
            comment,
            author_of(mark),
            min(self._at(mark), self._now),
            proposed=proposed,
            tags=(TAG,),
        )
        ever = self._told.notes.get(id_)
        if ever is None:
            self.elsewhere += not placed
            self._standing.add(id_)
            yield Remarked(note)
        elif id_ in self._notes and contents_of(note) not in ever:
            yield Reworded(id_, contents_of(note), note.author, note.at)

    def _words(self, key: Key) -> tuple[AnnotationKind, str, str]:
        """Return the kind of a new note, its comment and the wording that it proposes."""
        mark = self._threads[key]
        contents = contents_in(mark)
        if mark.kind == "caret" and key in self._struck and contents:
            return AnnotationKind.PROPOSAL, "", contents
        lead = _LEADS.get(mark.kind)
        if mark.kind in {"strikeout", "caret"} and contents:
            return AnnotationKind.NOTE, f"{lead}: {contents}", ""
        return AnnotationKind.NOTE, contents or f"{lead or 'Marked'} in the memo.", ""

    def _anchor(self, key: Key) -> tuple[Anchor, bool]:
        """Return where a mark belongs, and whether that is on words."""
        page = key[0]
        struck = self._struck.get(key)
        mark = self._threads[key if struck is None else struck]
        letters = self._threads.pages[page].letters
        found = None
        if mark.boxes or mark.kind in _WORDED or mark.kind == "square":
            found = self._placing.on_words(page, mark.boxes or (mark.rect,), letters)
        elif mark.kind == "caret":
            found = self._placing.at_caret(page, mark.rect, letters)
        if found is not None:
            return found, True
        tops = [box[3] for box in mark.boxes] or [mark.rect[3]]
        return self._placing.nearby(page, max(tops)), False

    def _set(self, key: Key) -> Iterator[Came]:
        """Keep the last status that somebody set a note to, where it isn't that and never was by the same.

        A state that a note has not here is said in a reply.
        """
        mark = self._threads[key]
        id_ = self._threads.note(self._threads.root(key))
        note = self._notes.get(id_ or "")
        if note is None or mark.model != _REVIEW or self._threads.note(key) is not None:
            return
        status = _STATES.get(mark.state)
        if status is None:
            reply = Reply(id_of(mark, key[0]), note.id, f"{mark.state}.", author_of(mark), self._at(mark))
            if reply.id not in self._told.replies:
                yield Answered(reply)
            return
        made = Set(note.id, status, author_of(mark), self._at(mark))
        last = self._settings.get(note.id)
        if last is None or last.at <= made.at:
            self._settings[note.id] = made

    def _is_news(self, made: Set) -> bool:
        done = (made.annotation, made.status.value, made.author, made.at) in self._told.settings
        return not done and made.status is not self._notes[made.annotation].status

    def _says_nothing_more(self, key: Key) -> bool:
        """Tell whether a mark is one with another and says nothing but what that says."""
        mark, root = self._threads[key], self._threads.root(key)
        return mark.grouped and root != key and contents_in(mark) in {"", contents_in(self._threads[root])}

    def _at(self, mark: Mark) -> dt.datetime:
        return min(moment_in(mark, self._now), self._now)
