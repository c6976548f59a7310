from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.gui.text.marks import Spans

spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(spans, max_size=20), spans)
def test_what_touches_a_part_of_the_text_is_found_and_nothing_else(marked: list[Span], part: Span) -> None:
    found = Spans((span, number) for number, span in enumerate(marked)).within(part)
    assert {number for _, number in found} == {n for n, span in enumerate(marked) if span.meets(part)}
    assert found == sorted(found, key=lambda thing: thing[0])
