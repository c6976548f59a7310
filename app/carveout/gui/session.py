"""The one writer: every change of the review goes through the session, is saved, and is announced once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.agreement.correction.carried import now_at
from carveout.gui import signing
from carveout.gui.changes import changes_between, changes_of
from carveout.review.edits import Annotate, Connect, Correct, Respond
from carveout.review.history import History
from carveout.review.log import Role
from carveout.review.making import decided, marked, revised
from carveout.review.review import Review
from carveout.review.wording import called
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from carveout.agreement.correction.change import Change
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status
    from carveout.review.correction import Correction
    from carveout.review.edits import Edit
    from carveout.review.link import End
    from carveout.review.log import Operation
    from carveout.review.mark import State, Verdict
    from carveout.store.matter import Matter


class Session(QObject):
    """The matter on the desk, its review, and the reviewer at work.

    `leaving` says that the matter is about to leave the desk: what somebody wrote and did not save yet is saved now.
    `opened` says that another matter, or none, lies on the desk. `changed` carries the Changes of an edit once it is
    saved; where it corrected the outline, `outlined` comes first with a function from the clauses' ids of before to
    those of now. `failed` carries a sentence for the person when an edit could not be saved; the review is then as
    before. `closely_read` says that `reading` has what the close reading finds, or that nothing will come of it.
    """

    leaving = Signal()
    opened = Signal()
    outlined = Signal(object)
    changed = Signal(object)
    failed = Signal(str)
    closely_read = Signal()

    def __init__(self, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author
        self.saved_at: dt.datetime | None = None
        self._matter: Matter | None = None
        self._refused = False
        self._closer: Reading | None = None
        self.not_read_closely = ""
        """Why the close reading failed, in a sentence: what it would show has to say so. Empty where it didn't."""

    @property
    def matter(self) -> Matter | None:
        """The open matter."""
        return self._matter

    @property
    def reading(self) -> Reading | None:
        """The reading of the open matter, its outline as corrected; read closely as soon as that is done."""
        if self._closer is not None:
            return self._closer
        return self._matter.reading if self._matter else None

    @property
    def as_read(self) -> Reading | None:
        """The reading before anybody corrected its outline."""
        return self._matter.corrected.as_read if self._matter else None

    @property
    def review(self) -> Review:
        """The review as it stands, every edit of it saved."""
        return self._matter.review if self._matter else Review()

    @property
    def corrections(self) -> Mapping[int, tuple[Correction, ...]]:
        """The corrections by the clause that they left; of a join, the one that took the other in."""
        return self._matter.corrected.by_clause if self._matter else {}

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
        self._closer, self.not_read_closely = None, ""
        self.saved_at = None
        self.opened.emit()

    def take_close_reading(self, closer: Reading) -> None:
        """Take the reading on the desk as it was read closely."""
        self._closer = closer
        self.closely_read.emit()

    def miss_close_reading(self, why: str) -> None:
        """Take note that the reading on the desk could not be read closely, with a sentence that says why."""
        self.not_read_closely = why
        self.closely_read.emit()

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
        made = signing.annotation(self.author, kind, anchor, comment, severity, proposed)
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
        before = self.review.annotations[annotation]
        return self.rewrite(
            revised(before, kind=kind, comment=comment, severity=severity, proposed=proposed, status=status)
        )

    def rewrite(self, after: Annotation) -> bool:
        """Revise an annotation in whatever it differs from what it was."""
        before = self.review.annotations[after.id]
        return after == before or self.do(Annotate(after.id, before, after))

    def reply(self, annotation: str, comment: str) -> str | None:
        """Reply to an annotation. Returns the reply's id, or None where it could not be saved."""
        made = signing.reply(self.author, annotation, comment)
        return made.id if self.do(Respond(made.id, None, made)) else None

    def link(self, one: End, other: End) -> str | None:
        """Link two annotations or clauses. Returns the link's id, or None where it could not be saved."""
        made = signing.link(self.author, one, other)
        return made.id if self.do(Connect(made.id, None, made)) else None

    def withdraw(self, annotation: str) -> bool:
        """Take an annotation away; undo brings it back."""
        return self.do(Annotate(annotation, self.review.annotations[annotation], None))

    def mark(self, clause: int, state: State) -> bool:
        """Mark a clause read or cleared by the reviewer at work, or take that reviewer's mark off."""
        edit = marked(self.review, clause, state, self.author, signing.now())
        return edit is None or self.do(edit)

    def decide(self, carveout: Span, verdict: Verdict | None, reason: str = "") -> bool:
        """Decide about a carve-out, or reopen it with None."""
        edit = decided(self.review, carveout, verdict, reason, self.author, signing.now())
        return edit is None or self.do(edit)

    def correct(self, change: Change) -> bool:
        """Correct the outline."""
        on = self._matter.corrected if self._matter else None
        clause = on.at(change.start) if on else None
        if on is None or clause is None:
            return False
        made = signing.correction(self.author, change, on.reading.outline[clause].citation)
        return self.do(Correct(made.id, None, made))

    def do(self, edit: Edit) -> bool:
        """Make an edit of what is seen, save it and say what it touched. Returns False where it could not be saved."""
        return self._matter is not None and self._commit(self._matter.corrected.logged(edit), Role.EDIT, None)

    def undo(self) -> bool:
        """Take the last edit back."""
        last = next(reversed(self._history.undoable), None)
        return last is not None and self._commit(last.edit.undone(), Role.UNDO, last.id)

    def redo(self) -> bool:
        """Bring the last undone edit back."""
        last = next(reversed(self._history.redoable), None)
        return last is not None and self._commit(last.edit, Role.REDO, last.id)

    def save(self, write: Callable[[], None], at: dt.datetime, edit: Edit | None = None) -> bool:
        """Have something written into the matter's file, and say what it touched: the edit, or whatever differs.

        Returns False where it could not be saved.
        """
        if self._matter is None:
            return False
        before = self._matter.corrected
        try:
            write()
        except MatterError as error:
            self._refused = True
            self.failed.emit(str(error))
            return False
        after = self._matter.corrected
        self.saved_at = at
        changes = changes_between(before, after) if edit is None else changes_of(edit, after)
        if changes.outline:
            self._closer, self.not_read_closely = None, ""
            self.outlined.emit(partial(now_at, before.reading.outline, after.reading.outline))
        self.changed.emit(changes)
        return True

    def _commit(self, edit: Edit, role: Role, of: str | None) -> bool:
        if self._matter is None:
            return False
        operation = signing.operation(self.author, self._matter.head, role, of, edit)
        alone = self._matter.acts_alone(operation)
        return self.save(partial(self._matter.append, operation), operation.at, edit if alone else None)

    @property
    def _history(self) -> History:
        return self._matter.history if self._matter else History()

    def _called(self, operations: tuple[Operation, ...]) -> str | None:
        return called(operations[-1].edit, self._matter.corrected) if operations and self._matter else None
