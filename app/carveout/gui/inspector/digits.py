"""What the digits choose of an annotation: with Alt everywhere, alone where nothing is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.review.annotation import AnnotationKind, Severity, Status, Visibility

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.review.annotation import Annotation

CHOICES: Mapping[int, AnnotationKind | Status | Severity | None] = {
    **dict(enumerate((*AnnotationKind, *Status, *Severity), 1)),
    0: None,
}
"""A kind, a status, or a severity, which makes an issue of it; nought turns from internal to shared and back."""


def chosen_by(digit: int, annotation: Annotation) -> Annotation:
    """Return an annotation as a digit makes it."""
    choice = CHOICES[digit]
    match choice:
        case AnnotationKind():
            issue = choice is AnnotationKind.ISSUE
            return replace(
                annotation, kind=choice, severity=(annotation.severity or Severity.MEDIUM) if issue else None
            )
        case Severity():
            return replace(annotation, kind=AnnotationKind.ISSUE, severity=choice)
        case Status():
            return replace(annotation, status=choice)
        case _:
            shared = annotation.visibility is Visibility.SHARED
            return replace(annotation, visibility=Visibility.INTERNAL if shared else Visibility.SHARED)
