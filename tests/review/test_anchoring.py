from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.review.anchoring import SURROUNDINGS, on_carveout, on_clause, on_span
from carveout.review.annotation import Target

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def test_a_clause_is_anchored_by_its_own_words_up_to_its_first_child(reading: Reading) -> None:
    anchor = on_clause(reading, 3)
    assert (anchor.target, anchor.clause, anchor.quote) == (Target.CLAUSE, 3, "3.3 There is no default:")


def test_a_clause_without_children_is_anchored_by_all_its_words(reading: Reading) -> None:
    assert on_clause(reading, 1).quote == "3.1 It is duly organized."


def test_a_selection_is_anchored_without_the_space_around_it(reading: Reading) -> None:
    start = reading.text.index(" duly organized.\n")
    anchor = on_span(reading, Span(start, start + len(" duly organized.\n")))
    assert (anchor.target, anchor.clause, anchor.quote) == (Target.SPAN, 1, "duly organized.")
    assert anchor.prefix.endswith("3.1 It is ")
    assert anchor.suffix.startswith("\n3.2 ")


@pytest.mark.parametrize("span", [Span(9, 9), Span(34, 35)])
def test_a_selection_without_words_is_refused_in_a_sentence(reading: Reading, span: Span) -> None:
    assert not span.of(reading.text).strip()
    with pytest.raises(ValueError, match="Select some"):
        on_span(reading, span)


def test_a_carve_out_is_anchored_by_its_exact_words(reading: Reading) -> None:
    anchor = on_carveout(reading, reading.carveouts[1])
    assert (anchor.target, anchor.clause, anchor.quote) == (Target.CARVEOUT, 5, "except for the petition")


@given(st.data())
@settings(deadline=None)
def test_an_anchor_always_quotes_the_words_at_its_span(reading: Reading, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(reading.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(reading.text))))
    try:
        anchor = on_span(reading, span)
    except ValueError:
        assert not span.of(reading.text).strip()
        return
    assert span.holds(anchor.span)
    assert anchor.span.of(reading.text) == anchor.quote == span.of(reading.text).strip()
    around = anchor.prefix + anchor.quote + anchor.suffix
    assert around in reading.text
    assert max(len(anchor.prefix), len(anchor.suffix)) <= SURROUNDINGS
    assert reading.outline[anchor.clause].span.holds(Span(anchor.span.start, anchor.span.start))
