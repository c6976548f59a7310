"""The annotations of a review by where they stand, for asking about a part of the text without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status, Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from carveout.agreement.span import Span
    from carveout.review.review import Review

    Key: TypeAlias = tuple[int, int, dt.datetime, str, bool]

_KEPT = 2
"""Reviews whose order is kept: the one that is shown, and the one before the edit under way."""
_A_FEW = 64
"""Annotations that are put into their places one by one; more are sorted anew."""


class Placed:
    """Annotations in the order of the text, and of their making where they share a place. Never changed."""

    def __init__(self, annotations: Mapping[str, Annotation], keys: list[Key]) -> None:
        """Take annotations by their id, and the keys of all of them in order."""
        self._annotations = annotations
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, at: int) -> Annotation:
        """Return the annotation at a place in the order, from 0."""
        return self._annotations[self._keys[at][3]]

    def start(self, at: int) -> int:
        """Return the offset at which the words of the annotation at a place begin."""
        return self._keys[at][0]

    @cached_property
    def every(self) -> tuple[Annotation, ...]:
        """All of them, in order."""
        return tuple(self._annotations[key[3]] for key in self._keys)

    @cached_property
    def open_issues(self) -> Counter[Severity]:
        """The issues that nobody has resolved, by severity."""
        return Counter(a.severity for a in self._annotations.values() if is_open_issue(a) and a.severity is not None)

    @cached_property
    def clauses_with_open_issues(self) -> frozenset[int]:
        """The clauses that an issue stands on which nobody has resolved."""
        return frozenset(a.anchor.clause for a in self._annotations.values() if is_open_issue(a))

    def beginning(self, part: Span) -> range:
        """Return the places in the order of those whose words begin within a part."""
        return range(bisect_left(self._starts, part.start), bisect_left(self._starts, part.end))

    def meeting(self, part: Span) -> Iterator[int]:
        """Yield the places in the order of those that share a code point with a part."""
        for at in range(bisect_right(self._furthest, part.start), bisect_left(self._starts, part.end)):
            if self._keys[at][1] > part.start and self._keys[at][0] < part.end:
                yield at

    def selected(self, part: Span) -> list[tuple[int, int]]:
        """Return start and end of the words that were selected in a part, in order: no annotation is looked at."""
        some = self._keys[bisect_right(self._furthest, part.start) : bisect_left(self._starts, part.end)]
        return [key[:2] for key in some if key[4] and key[1] > part.start and key[0] < part.end]

    def within(self, span: Span) -> Iterator[Annotation]:
        """Yield those that lie wholly inside a span, in order."""
        for at in range(bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)):
            key = self._keys[at]
            if key[1] <= span.end:
                yield self._annotations[key[3]]

    def after(self, annotations: Mapping[str, Annotation]) -> Placed:
        """Return the annotations of a review that differs in a few, put in order from these."""
        before = self._annotations
        fresh = [a for id_, a in annotations.items() if before.get(id_) is not a]
        gone = [a for id_, a in before.items() if annotations.get(id_) is not a]
        if len(fresh) + len(gone) > _A_FEW:
            return _sorted(annotations)
        keys = self._keys.copy()
        for annotation in gone:
            del keys[bisect_left(keys, _key(annotation))]
        for annotation in fresh:
            insort(keys, _key(annotation))
        return Placed(annotations, keys)

    @cached_property
    def _starts(self) -> list[int]:
        return [key[0] for key in self._keys]

    @cached_property
    def _furthest(self) -> list[int]:
        return list(accumulate((key[1] for key in self._keys), max))


def placed(review: Review) -> Placed:
    """Return the annotations of a review by where they stand; what was put in order last is kept."""
    annotations = review.annotations
    found = next((one for one in _kept if one._annotations is annotations), None)  # noqa: SLF001 (one of its own)
    if found is None:
        found = _kept[-1].after(annotations) if _kept else _sorted(annotations)
        _kept.append(found)
        del _kept[:-_KEPT]
    return found


def prepare(review: Review) -> None:
    """Put in order now what will be asked for at once: of a hundred thousand annotations that takes a while."""
    found = placed(review)
    _ = found.open_issues, found._starts, found._furthest  # noqa: SLF001 (one of its own)


_kept: list[Placed] = []


def is_open_issue(annotation: Annotation) -> bool:
    """Tell whether it is an issue that nobody has resolved."""
    return annotation.kind is AnnotationKind.ISSUE and annotation.status is Status.OPEN


def _sorted(annotations: Mapping[str, Annotation]) -> Placed:
    return Placed(annotations, sorted(map(_key, annotations.values())))


def _key(annotation: Annotation) -> Key:
    span = annotation.anchor.span
    return span.start, span.end, annotation.at, annotation.id, annotation.anchor.target is Target.SPAN
