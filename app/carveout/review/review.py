"""The state of a review: the fold of its log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.correction import Correction
    from carveout.review.dismissal import Dismissal, Dismissed
    from carveout.review.mark import Decision, Mark
    from carveout.review.supposing import Judgement, Question, Supposed


@dataclass(frozen=True, slots=True)
class Review:
    """Annotations by their id, marks by the clause's id, decisions by the carve-out's span, corrections by their id.

    Scenarios are by their id, in the order in which they were supposed, as corrections are in that of their making.
    Never changed in place.
    """

    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    marks: Mapping[int, Mark] = field(default_factory=dict)
    decisions: Mapping[Span, Decision] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    dismissals: Mapping[Dismissed, Dismissal] = field(default_factory=dict)
    scenarios: Mapping[str, Supposed] = field(default_factory=dict)
    judgements: Mapping[Question, Judgement] = field(default_factory=dict)

    def in_order(self) -> tuple[Annotation, ...]:
        """Return the annotations in the order of the text, and of their making where they share a place."""
        return tuple(sorted(self.annotations.values(), key=lambda a: (a.anchor.span, a.at, a.id)))
