from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.gui.text.lanes import CROWD, LANES, clusters, lanes

pairs = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))
notes = st.lists(pairs, max_size=CROWD).map(sorted)


def below(marked: list[tuple[int, int]]) -> list[tuple[Span, int]]:
    return [told for cluster in clusters(marked) for told in lanes(cluster)]


@given(notes)
def test_a_cluster_covers_its_notes_and_no_two_clusters_meet(marked: list[tuple[int, int]]) -> None:
    found = clusters(marked)
    assert [one for cluster in found for one in cluster.each] == marked
    assert all(one.span.end <= following.span.start for one, following in pairwise(found))
    for cluster in found:
        assert cluster.span.start == min(start for start, _ in cluster.each)
        assert cluster.span.end == max(end for _, end in cluster.each)


@given(notes)
def test_no_two_notes_that_overlap_are_in_one_lane(marked: list[tuple[int, int]]) -> None:
    found = below(marked)
    for lane in range(LANES):
        those = sorted(span for span, at in found if at == lane)
        assert not any(one.meets(following) for one, following in pairwise(those))
    for start, end in marked:
        overlapped = sum(Span(start, end).meets(Span(*other)) for other in marked) > 1
        assert any(told.start <= start and end <= told.end for told, _ in found) == overlapped


@pytest.mark.parametrize("more", [0, 1])
def test_a_crowd_of_notes_is_told_by_one_line(more: int) -> None:
    marked = [(at, at + 60) for at in range(CROWD + more)]
    found = below(marked)
    assert ({lane for _, lane in found} == {LANES - 1}) == bool(more)
    assert max(span.end for span, _ in found) == CROWD + more + 59
