"""The one writer: every change of the review goes through the session, is saved, and is announced once."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.edits import Annotate, Decide, MarkClause, applied
from carveout.review.history import History, history_of
from carveout.review.log import Role, sealed
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review
from carveout.review.wording import called
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.annotation import Anchor
    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.store.matter import Matter


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit touched: annotations by id, clauses by id with all those above them, carve-outs by span."""

    annotations: frozenset[str] = frozenset()
    clauses: frozenset[int] = frozenset()
    carveouts: frozenset[Span] = frozenset()


class Session(QObject):
    """The matter on the desk, its review, and the reviewer at work.

    `leaving` says that the matter is about to leave the desk: what somebody wrote and did not save yet is saved now.
    `opened` says that another matter, or none, lies on the desk. `changed` carries the Changes of an edit once it is
    saved. `failed` carries a sentence for the person when an edit could not be saved; the review is then as before.
    """

    leaving = Signal()
    opened = Signal()
    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author
        self.saved_at: dt.datetime | None = None
        self._matter: Matter | None = None
        self._review = Review()
        self._history = History()
        self._refused = False

    @property
    def matter(self) -> Matter | None:
        """The open matter."""
        return self._matter

    @property
    def reading(self) -> Reading | None:
        """The reading of the open matter."""
        return self._matter.reading if self._matter else None

    @property
    def review(self) -> Review:
        """The review as it stands, every edit of it saved."""
        return self._review

    @property
    def writable(self) -> bool:
        """Tell whether edits can be made."""
        return self._matter is not None and not self._matter.read_only

    @property
    def undoable(self) -> str | None:
        """What undo would take back, in words: `raise issue on 3.18`."""
        return self._called(self._history.undoable)

    @property
    def redoable(self) -> str | None:
        """What redo would bring back, in words."""
        return self._called(self._history.redoable)

    def lay(self, matter: Matter | None) -> None:
        """Lay a matter on the desk, closing the one before it; None clears the desk."""
        if self._matter is not None:
            self.settle()
            self._matter.close()
        self._matter = matter
        self._review = matter.review if matter else Review()
        self._history = history_of(matter.operations) if matter else History()
        self.saved_at = None
        self.opened.emit()

    def settle(self) -> bool:
        """Have saved what was written and chosen but not saved yet. Returns False where some of it could not be."""
        self._refused = False
        self.leaving.emit()
        return not self._refused

    def annotate(
        self,
        kind: AnnotationKind,
        anchor: Anchor,
        comment: str,
        *,
        severity: Severity | None = None,
        proposed: str = "",
    ) -> str | None:
        """Add an annotation by the reviewer at work. Returns its id, or None where it could not be saved."""
        made = Annotation(uuid.uuid4().hex, kind, anchor, comment, self.author, _now(), severity, proposed)
        return made.id if self.do(Annotate(made.id, None, made)) else None

    def revise(
        self,
        annotation: str,
        *,
        kind: AnnotationKind | None = None,
        comment: str | None = None,
        severity: Severity | None = None,
        proposed: str | None = None,
        status: Status | None = None,
    ) -> bool:
        """Change an annotation where a value is given; a severity stays only on an issue."""
        before = self._review.annotations[annotation]
        new_kind = kind or before.kind
        after = replace(
            before,
            kind=new_kind,
            comment=before.comment if comment is None else comment,
            severity=(severity or before.severity) if new_kind is AnnotationKind.ISSUE else None,
            proposed=before.proposed if proposed is None else proposed,
            status=status or before.status,
        )
        return after == before or self.do(Annotate(annotation, before, after))

    def withdraw(self, annotation: str) -> bool:
        """Take an annotation away; undo brings it back."""
        return self.do(Annotate(annotation, self._review.annotations[annotation], None))

    def mark(self, clause: int, state: State) -> bool:
        """Mark a clause read, cleared, or unread again."""
        before = self._review.marks.get(clause)
        after = None if state is State.UNREAD else Mark(state, self.author, _now())
        if (before.state if before else State.UNREAD) is state:
            return True
        return self.do(MarkClause(clause, before, after))

    def decide(self, carveout: Span, verdict: Verdict | None, reason: str = "") -> bool:
        """Decide about a carve-out, or reopen it with None."""
        before = self._review.decisions.get(carveout)
        after = Decision(verdict, reason, self.author, _now()) if verdict else None
        if (before and (before.verdict, before.reason)) == (after and (after.verdict, after.reason)):
            return True
        return self.do(Decide(carveout, before, after))

    def do(self, edit: Edit) -> bool:
        """Make an edit, save it and say what it touched. Returns False where it could not be saved."""
        return self._commit(edit, Role.EDIT, None)

    def undo(self) -> bool:
        """Take the last edit back."""
        if not self._history.undoable:
            return False
        last = self._history.undoable[-1]
        return self._commit(last.edit.undone(), Role.UNDO, last.id)

    def redo(self) -> bool:
        """Bring the last undone edit back."""
        if not self._history.redoable:
            return False
        last = self._history.redoable[-1]
        return self._commit(last.edit, Role.REDO, last.id)

    def _commit(self, edit: Edit, role: Role, of: str | None) -> bool:
        if self._matter is None:
            return False
        review = applied(self._review, edit)
        operation = sealed(
            self._matter.head, id=uuid.uuid4().hex, at=_now(), author=self.author, role=role, of=of, edit=edit
        )
        try:
            self._matter.append(operation)
        except MatterError as error:
            self._refused = True
            self.failed.emit(str(error))
            return False
        self._review = review
        self._history = self._history.after(operation)
        self.saved_at = operation.at
        self.changed.emit(self._changes(edit))
        return True

    def _changes(self, edit: Edit) -> Changes:
        match edit:
            case Annotate(annotation, before, after):
                standing = after or before
                clauses = self._with_ancestors(standing.anchor.clause) if standing else frozenset[int]()
                return Changes(annotations=frozenset({annotation}), clauses=clauses)
            case MarkClause(clause):
                return Changes(clauses=self._with_ancestors(clause))
            case Decide(carveout):
                reading = self.reading
                clause_at = reading.outline.at(carveout.start) if reading else None
                clauses = self._with_ancestors(clause_at) if clause_at is not None else frozenset[int]()
                return Changes(clauses=clauses, carveouts=frozenset({carveout}))

    def _with_ancestors(self, clause: int) -> frozenset[int]:
        reading = self.reading
        return frozenset({clause, *reading.outline.ancestors(clause)}) if reading else frozenset()

    def _called(self, operations: tuple[Operation, ...]) -> str | None:
        return called(operations[-1].edit, self.reading) if operations and self.reading else None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
