"""Changing the chosen annotations, each as an edit of its own that undo takes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.gui.inspector.digits import chosen_by
from carveout.gui.inspector.particulars import tags_meant
from carveout.review.annotation import Annotation, Status
from carveout.review.due import day_meant

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence


def resolving(annotations: Sequence[Annotation]) -> Callable[[Annotation], Annotation]:
    """Return what resolves annotations, or reopens them where all are resolved."""
    still = any(annotation.status is Status.OPEN for annotation in annotations)
    status = Status.RESOLVED if still else Status.OPEN
    return lambda annotation: replace(annotation, status=status)


def by_digit(digit: int) -> Callable[[Annotation], Annotation]:
    """Return what a digit does."""
    return lambda annotation: chosen_by(digit, annotation)


def answering(what: str, answer: str, today: dt.date) -> Callable[[Annotation], Annotation] | None:
    """Return what the answer to a question does, None where it can't be understood.

    `tag` adds tags, and takes away those that a minus stands before; `assign` and `due` set what is given, or nothing.
    """
    match what:
        case "assign":
            return lambda annotation: replace(annotation, assignee=" ".join(answer.split()))
        case "due":
            day = day_meant(answer, today)
            return None if answer and day is None else lambda annotation: replace(annotation, due=day)
        case _:
            given = tags_meant(answer)
            gone = {tag.removeprefix("-").strip() for tag in given if tag.startswith("-")}
            added = {tag for tag in given if not tag.startswith("-")}
            return lambda annotation: replace(annotation, tags=tuple(sorted({*annotation.tags, *added} - gone)))
