"""The annotations by where they stand: the same as looking at all of them, whatever was edited in between."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as some

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.placed import placed
from carveout.review.review import Review

NOON = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


def note(number: int, start: int, length: int, *, issue: bool, resolved: bool) -> Annotation:
    target = Target.CLAUSE if number % 3 == 0 else Target.SPAN
    kind = AnnotationKind.ISSUE if issue else AnnotationKind.NOTE
    anchor = Anchor(target, start, Span(start, start + length), "", "", "")
    status = Status.RESOLVED if resolved else Status.OPEN
    severity = Severity.HIGH if issue else None
    return Annotation(str(number), kind, anchor, "", "A. Reader", NOON, severity, status=status)


NOTES = some.dictionaries(
    some.integers(0, 30),
    some.tuples(some.integers(0, 60), some.integers(0, 20), some.booleans(), some.booleans()),
    max_size=30,
).map(lambda d: {str(n): note(n, at, length, issue=i, resolved=r) for n, (at, length, i, r) in d.items()})
PARTS = some.tuples(some.integers(0, 80), some.integers(0, 30)).map(lambda part: Span(part[0], part[0] + part[1]))


@settings(max_examples=150)
@given(some.lists(NOTES, min_size=1, max_size=4), PARTS)
def test_what_is_placed_is_what_a_look_at_all_of_them_finds(reviews: list[dict[str, Annotation]], part: Span) -> None:
    for made in reviews:  # each as if it were made from the one before
        review = Review(annotations=made)
        found, every = placed(review), review.in_order()
        assert found.every == every == tuple(found[at] for at in range(len(found)))
        assert tuple(found.within(part)) == tuple(a for a in every if part.holds(a.anchor.span))
        starting = [at for at, a in enumerate(every) if part.start <= a.anchor.span.start < part.end]
        assert list(found.beginning(part)) == starting
        assert list(found.meeting(part)) == [at for at, a in enumerate(every) if a.anchor.span.meets(part)]
        chosen = [a.anchor.span for a in every if a.anchor.target is Target.SPAN and a.anchor.span.meets(part)]
        assert found.selected(part) == [(span.start, span.end) for span in chosen]
        opened = [a for a in every if a.kind is AnnotationKind.ISSUE and a.status is Status.OPEN]
        assert found.open_issues.total() == len(opened)
        assert found.clauses_with_open_issues == {a.anchor.clause for a in opened}


def test_the_same_annotations_are_put_in_order_once() -> None:
    annotations = {"1": note(1, 3, 4, issue=False, resolved=False)}
    assert placed(Review(annotations=annotations)) is placed(Review(annotations=annotations, marks={}))
