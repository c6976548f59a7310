"""The state of a review: the fold of its log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.conflict import Conflict
    from carveout.review.correction import Correction
    from carveout.review.dismissal import Dismissal, Dismissed
    from carveout.review.link import Link
    from carveout.review.mark import Decision, Mark
    from carveout.review.reviewer import Reviewer
    from carveout.review.supposing import Judgement, Question, Supposed
    from carveout.review.thread import Reply


@dataclass(frozen=True, slots=True)
class Review:
    """Annotations by their id, marks by the clause's id, decisions by the carve-out's span, corrections by their id.

    A clause has a mark of each reviewer who made one, the earliest first. Scenarios are by their id, in the order in
    which they were supposed, as corrections are in that of their making. Replies and links are by their id, reviewers
    by their name. `ranks` are those of the annotations that counsel moved, by the annotation's id; one that was
    withdrawn keeps its rank. `conflicts` are what merged copies say of the same thing and nobody has settled. Never
    changed in place.
    """

    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    decisions: Mapping[Span, Decision] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    dismissals: Mapping[Dismissed, Dismissal] = field(default_factory=dict)
    scenarios: Mapping[str, Supposed] = field(default_factory=dict)
    judgements: Mapping[Question, Judgement] = field(default_factory=dict)
    replies: Mapping[str, Reply] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    ranks: Mapping[str, str] = field(default_factory=dict)
    reviewers: Mapping[str, Reviewer] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    def mark_of(self, clause: int, by: str) -> Mark | None:
        """Return the mark that a reviewer made on a clause, None where there is none."""
        return next((mark for mark in self.marks.get(clause, ()) if mark.by == by), None)

    def in_order(self) -> tuple[Annotation, ...]:
        """Return the annotations in the order of the text, and of their making where they share a place."""
        return tuple(sorted(self.annotations.values(), key=lambda a: (a.anchor.span, a.at, a.id)))
