"""Every change that a reviewer can make: an edit holds what was and what will be, so it undoes itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.correction import Correction
    from carveout.review.mark import Decision, Mark


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


Edit: TypeAlias = Annotate | MarkClause | Decide | Correct

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def applied(review: Review, edit: Edit) -> Review:
    """Return the review after the edit. Raises StaleEditError where the review isn't as the edit found it."""
    match edit:
        case Annotate():
            annotations = dict(review.annotations)
            _put(annotations, edit.annotation, edit.before, edit.after)
            return replace(review, annotations=annotations)
        case MarkClause():
            marks = dict(review.marks)
            _put(marks, edit.clause, edit.before, edit.after)
            return replace(review, marks=marks)
        case Decide():
            decisions = dict(review.decisions)
            _put(decisions, edit.carveout, edit.before, edit.after)
            return replace(review, decisions=decisions)
        case Correct():
            corrections = dict(review.corrections)
            _put(corrections, edit.correction, edit.before, edit.after)
            return replace(review, corrections=corrections)


def folded(edits: Iterable[Edit]) -> Review:
    """Return the review that the edits make, one after the other, from nothing. Raises StaleEditError."""
    annotations: dict[str, Annotation] = {}
    marks: dict[int, Mark] = {}
    decisions: dict[Span, Decision] = {}
    corrections: dict[str, Correction] = {}
    for edit in edits:
        match edit:
            case Annotate():
                _put(annotations, edit.annotation, edit.before, edit.after)
            case MarkClause():
                _put(marks, edit.clause, edit.before, edit.after)
            case Decide():
                _put(decisions, edit.carveout, edit.before, edit.after)
            case Correct():
                _put(corrections, edit.correction, edit.before, edit.after)
    return Review(annotations, marks, decisions, corrections)


def _put(table: dict[_Key, _Value], key: _Key, before: _Value | None, after: _Value | None) -> None:
    if table.get(key) != before:
        raise StaleEditError("The review has changed since this edit was made.")
    if after is None:
        table.pop(key, None)
    else:
        table[key] = after
