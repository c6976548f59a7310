"""How far the review has come: who has read and cleared what, and what is still open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.annotation import Severity
from carveout.review.mark import State, furthest, second
from carveout.review.placed import is_open_issue, placed

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Annotation
    from carveout.review.review import Review


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts over the whole document: representations by state, carve-outs decided, open issues by severity.

    `signed_off` are the representations that a second reader cleared too.
    """

    representations: int
    by_state: dict[State, int]
    carveouts: int
    decided: int
    open_issues: dict[Severity, int]
    signed_off: int = 0

    @property
    def reviewed(self) -> int:
        """Representations that are no longer unread."""
        return self.representations - self.by_state.get(State.UNREAD, 0)


def annotations_within(reading: Reading, review: Review, clause: int) -> tuple[Annotation, ...]:
    """Return the annotations on the clause and on those below it, in the order of the text."""
    return tuple(placed(review).within(reading.outline[clause].span))


def state_of(reading: Reading, review: Review, clause: int) -> State:
    """Return how far the review of a clause has come.

    A mark of clearance wins; otherwise any annotation within the clause makes it noted, but for comments that came with
    the document: nobody here has written those; otherwise a mark makes it read.
    """
    mark = furthest(review.marks.get(clause, ()))
    if mark is not None and mark.state is State.CLEARED:
        return State.CLEARED
    span = reading.outline[clause].span
    if any(not annotation.came_with_document for annotation in placed(review).within(span)):
        return State.NOTED
    return State.READ if mark is not None else State.UNREAD


def worst_open_issue(reading: Reading, review: Review, clause: int) -> Severity | None:
    """Return the highest severity among the open issues within the clause, None where there is none."""
    found = {a.severity for a in placed(review).within(reading.outline[clause].span) if is_open_issue(a)}
    return next((severity for severity in Severity if severity in found), None)


def coverage_of(reading: Reading, review: Review) -> Coverage:
    """Count what the status bar and the memo say of the review."""
    issues = placed(review).open_issues
    states = Counter(state_of(reading, review, r.clause) for r in reading.representations)
    return Coverage(
        representations=len(reading.representations),
        by_state={state: states[state] for state in State},
        carveouts=len(reading.carveouts),
        decided=sum(carveout.span in review.decisions for carveout in reading.carveouts),
        open_issues={severity: issues[severity] for severity in Severity},
        signed_off=sum(second(review.marks.get(r.clause, ())) is not None for r in reading.representations),
    )
