"""Every change that a reviewer can make: an edit holds what was and what will be, so it undoes itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.correction import Correction
    from carveout.review.dismissal import Dismissal, Dismissed
    from carveout.review.link import Link
    from carveout.review.mark import Decision, Mark
    from carveout.review.reviewer import Reviewer
    from carveout.review.supposing import Judgement, Question, Supposed
    from carveout.review.thread import Reply


@dataclass(frozen=True, slots=True)
class Annotate:
    """Add an annotation (nothing before), revise it, or withdraw it (nothing after)."""

    annotation: str
    before: Annotation | None
    after: Annotation | None

    def undone(self) -> Annotate:
        """Return the edit that takes this one back."""
        return Annotate(self.annotation, self.after, self.before)


@dataclass(frozen=True, slots=True)
class MarkClause:
    """Mark a clause read or cleared, or take the mark off (nothing after). `clause` is its name in the log.

    Both marks are of one reviewer, except in a log of before there were several, where a mark took another's place.
    """

    clause: int
    before: Mark | None
    after: Mark | None

    def undone(self) -> MarkClause:
        """Return the edit that takes this one back."""
        return MarkClause(self.clause, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide about a carve-out, revise the decision, or reopen it (nothing after)."""

    carveout: Span
    before: Decision | None
    after: Decision | None

    def undone(self) -> Decide:
        """Return the edit that takes this one back."""
        return Decide(self.carveout, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct the outline (nothing before), or take the correction back (nothing after)."""

    correction: str
    before: Correction | None
    after: Correction | None

    def undone(self) -> Correct:
        """Return the edit that takes this one back."""
        return Correct(self.correction, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Dismiss a finding (nothing before), revise the reason, or take it up again (nothing after)."""

    finding: Dismissed
    before: Dismissal | None
    after: Dismissal | None

    def undone(self) -> Dismiss:
        """Return the edit that takes this one back."""
        return Dismiss(self.finding, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Suppose:
    """Suppose a scenario (nothing before), revise it, or drop it (nothing after)."""

    scenario: str
    before: Supposed | None
    after: Supposed | None

    def undone(self) -> Suppose:
        """Return the edit that takes this one back."""
        return Suppose(self.scenario, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judge a step of a scenario, revise the judgement, or leave it open again (nothing after).

    The question's clause is its name in the log.
    """

    question: Question
    before: Judgement | None
    after: Judgement | None

    def undone(self) -> Judge:
        """Return the edit that takes this one back."""
        return Judge(self.question, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Respond:
    """Reply to an annotation (nothing before), revise the reply, or withdraw it (nothing after)."""

    reply: str
    before: Reply | None
    after: Reply | None

    def undone(self) -> Respond:
        """Return the edit that takes this one back."""
        return Respond(self.reply, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Connect:
    """Link two annotations or clauses (nothing before), or take the link away (nothing after)."""

    link: str
    before: Link | None
    after: Link | None

    def undone(self) -> Connect:
        """Return the edit that takes this one back."""
        return Connect(self.link, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Rank:
    """Move an annotation in the order of counsel's own: its rank there, None where it was never moved.

    An edit of its own, so that who moves an annotation and who revises it are in no conflict.
    """

    annotation: str
    before: str | None
    after: str | None

    def undone(self) -> Rank:
        """Return the edit that takes this one back."""
        return Rank(self.annotation, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Introduce:
    """Say who a reviewer is, or say it anew."""

    reviewer: str
    before: Reviewer | None
    after: Reviewer | None

    def undone(self) -> Introduce:
        """Return the edit that takes this one back."""
        return Introduce(self.reviewer, self.after, self.before)


Revision: TypeAlias = (
    Annotate | MarkClause | Decide | Correct | Dismiss | Suppose | Judge | Respond | Connect | Rank | Introduce
)
"""An edit of one entry of the review."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Settle every conflict about one entry of the review.

    Where the revision has the same on both sides, it leaves the entry as it is shown.
    """

    revision: Revision

    def undone(self) -> Settle:
        """Return the edit that takes this one back; the conflicts come back with it."""
        return Settle(self.revision.undone())


@dataclass(frozen=True, slots=True)
class Merge:
    """Take in the operations of another copy of the matter, up to its last one, whose hash is `head`.

    `authors` are those who made them.
    """

    head: str
    authors: tuple[str, ...]

    def undone(self) -> Merge:
        """Return the edit itself: the role of an operation tells whether it takes a merge back."""
        return self


@dataclass(frozen=True, slots=True)
class Purge:
    """Say which operations were purged: by the id and the hash of each. What they said is gone; nothing brings it back.

    It changes nothing in the review: the purged operations do no longer.
    """

    operations: tuple[tuple[str, str], ...]

    def undone(self) -> Purge:
        """Return the edit itself: a purge is not taken back."""
        return self


@dataclass(frozen=True, slots=True)
class Purged:
    """What stands in the place of an edit that was purged."""

    def undone(self) -> Purged:
        """Return the edit itself: nothing is known of what to take back."""
        return self


Edit: TypeAlias = Revision | Settle | Merge | Purge | Purged
