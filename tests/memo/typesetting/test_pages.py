"""Rows fill pages: what belongs together stays together, and nothing is too tall."""

from __future__ import annotations

from itertools import pairwise

import pytest

from carveout.memo.typesetting.pages import ROOM, Page, paginated
from carveout.memo.typesetting.rows import Row, gap, glued


def heights(page: Page) -> list[float]:
    """Return the heights of a page's rows."""
    return [row.height for _, row in page.rows]


def test_rows_follow_each_other_down_the_page_and_on_to_the_next() -> None:
    first, second = paginated(Row(ROOM / 4) for _ in range(6))
    assert len(first.rows) == 4
    assert len(second.rows) == 2
    assert [after - before for (before, _), (after, _) in pairwise(first.rows)] == pytest.approx([ROOM / 4] * 3)


def test_a_heading_moves_to_the_next_page_with_its_text() -> None:
    first, second = paginated([Row(ROOM - 30), Row(20, keep=True), gap(5), Row(20)])
    assert heights(first) == [ROOM - 30]
    assert heights(second) == [20, 5, 20]


def test_a_gap_vanishes_at_the_head_and_at_the_foot_of_a_page() -> None:
    first, second = paginated([gap(9), Row(ROOM - 5), gap(10), Row(20)])
    assert heights(first) == [ROOM - 5]
    assert heights(second) == [20]


def test_what_is_kept_together_but_taller_than_a_page_is_parted_after_all() -> None:
    pages = list(paginated(Row(ROOM / 4, keep=True) for _ in range(9)))
    assert sum(len(page.rows) for page in pages) == 9
    assert all(page.used <= ROOM for page in pages)


def test_a_part_can_ask_for_a_page_of_its_own() -> None:
    first, second = paginated([Row(10), Row(20, new_page=True), Row(10)])
    assert (heights(first), heights(second)) == ([10], [20, 10])


def test_the_head_of_a_table_is_repeated_where_it_goes_on() -> None:
    head = (Row(7, keep=True),)
    first, second = paginated([*head, *(Row(ROOM / 3, head=head) for _ in range(4))])
    assert heights(first)[0] == heights(second)[0] == 7


def test_neither_the_first_nor_the_last_line_of_a_paragraph_stands_alone() -> None:
    rows = list(glued(Row(10) for _ in range(6)))
    assert [row.keep for row in rows] == [True, False, False, False, True, False]


def test_a_paragraph_of_three_lines_is_not_parted() -> None:
    assert [row.keep for row in glued(Row(10) for _ in range(3))] == [True, True, False]
