from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.gui.text.marks import CROWD, LANES, Marks, Spans
from carveout.review.anchoring import on_span
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)

spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(spans, max_size=20), spans)
def test_what_touches_a_part_of_the_text_is_found_and_nothing_else(marked: list[Span], part: Span) -> None:
    found = Spans((span, number) for number, span in enumerate(marked)).within(part)
    assert {number for _, number in found} == {n for n, span in enumerate(marked) if span.meets(part)}
    assert found == sorted(found, key=lambda thing: thing[0])


def noted(reading: Reading, marked: list[Span]) -> Marks:
    made = (
        Annotation(f"{number}", AnnotationKind.NOTE, on_span(reading, span), "Look again.", "A. Reader", AT)
        for number, span in enumerate(marked)
    )
    return Marks(reading, Review({annotation.id: annotation for annotation in made}))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(spans, max_size=CROWD))
def test_no_two_notes_that_overlap_are_in_one_lane(reading: Reading, drawn: list[Span]) -> None:
    marked = [on_span(reading, span).span for span in drawn if span.of(reading.text).strip()]
    found = noted(reading, marked).overlaps(Span(0, len(reading.text)))
    for lane in range(LANES):
        those = sorted(span for span, at in found if at == lane)
        assert not any(one.meets(following) for one, following in pairwise(those))
    for span in marked:
        overlapped = sum(span.meets(other) for other in marked) > 1
        assert any(told.start <= span.start and span.end <= told.end for told, _ in found) == overlapped


@pytest.mark.parametrize("more", [0, 1])
def test_a_crowd_of_notes_is_told_by_one_line(reading: Reading, more: int) -> None:
    marked = [on_span(reading, Span(at, at + 60)).span for at in range(CROWD + more)]
    found = noted(reading, marked).overlaps(Span(0, len(reading.text)))
    assert ({lane for _, lane in found} == {LANES - 1}) == bool(more)
    assert max(span.end for span, _ in found) == max(span.end for span in marked)
