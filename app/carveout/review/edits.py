"""Every change that a reviewer can make: an edit holds what was and what will be, so it undoes itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.correction import Correction
    from carveout.review.dismissal import Dismissal, Dismissed
    from carveout.review.mark import Decision, Mark
    from carveout.review.supposing import Judgement, Question, Supposed


class StaleEditError(Exception):
    """The edit was made on a state of the review that is no longer there."""


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
    """Mark a clause read or cleared, or take the mark off (nothing after). `clause` is its name in the log."""

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


Edit: TypeAlias = Annotate | MarkClause | Decide | Correct | Dismiss | Suppose | Judge


def applied(review: Review, edit: Edit) -> Review:
    """Return the review after the edit. Raises StaleEditError where the review isn't as the edit found it."""
    tables = _Tables(review)
    tables.take(edit)
    return tables.review()


def folded(edits: Iterable[Edit]) -> Review:
    """Return the review that the edits make, one after the other, from nothing. Raises StaleEditError."""
    tables = _Tables(Review())
    for edit in edits:
        tables.take(edit)
    return tables.review()


class _Tables:
    """The parts of a review while edits change them: each is copied when it is first changed."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._changed: dict[str, dict[Any, Any]] = {}

    def take(self, edit: Edit) -> None:
        match edit:
            case Annotate():
                self._put("annotations", edit.annotation, edit)
            case MarkClause():
                self._put("marks", edit.clause, edit)
            case Decide():
                self._put("decisions", edit.carveout, edit)
            case Correct():
                self._put("corrections", edit.correction, edit)
            case Dismiss():
                self._put("dismissals", edit.finding, edit)
            case Suppose():
                self._put("scenarios", edit.scenario, edit)
            case Judge():
                self._put("judgements", edit.question, edit)

    def review(self) -> Review:
        return replace(self._review, **self._changed)

    def _put(self, name: str, key: Hashable, edit: Edit) -> None:
        if name not in self._changed:
            self._changed[name] = dict(getattr(self._review, name))
        table = self._changed[name]
        if table.get(key) != edit.before:
            raise StaleEditError("The review has changed since this edit was made.")
        if edit.after is None:
            table.pop(key, None)
        else:
            table[key] = edit.after
