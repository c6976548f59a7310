from __future__ import annotations

from carveout.gui.preview.stack import GAP, fitting, stacked

SIZES = ((100.0, 200.0), (50.0, 100.0), (100.0, 200.0))


def test_pages_stand_one_below_the_other_in_the_middle() -> None:
    stack = stacked(SIZES, 2, 300)
    assert [box.left() for box in stack.boxes] == [50, 100, 50]
    assert [box.top() for box in stack.boxes] == [GAP, 400 + 2 * GAP, 600 + 3 * GAP]
    assert (stack.width, stack.height) == (300, 1000 + 4 * GAP)


def test_what_a_window_shows_are_the_pages_that_meet_it() -> None:
    stack = stacked(SIZES, 2, 300)
    assert list(stack.within(0, 100)) == [0]
    assert list(stack.within(GAP + 399, GAP + 500)) == [0, 1]
    assert list(stack.within(GAP + 401, GAP + 405)) == []
    assert list(stack.within(0, 5000)) == [0, 1, 2]
    assert [stack.at(height) for height in (0, GAP + 399, 420 + GAP, 5000)] == [0, 0, 1, 2]


def test_no_pages_take_no_room() -> None:
    stack = stacked((), 1, 100)
    assert (list(stack.within(0, 100)), stack.at(50), stack.boxes) == ([], 0, ())
    assert fitting((), 100) > 0


def test_the_widest_page_fits() -> None:
    scale = fitting(SIZES, 300)
    assert stacked(SIZES, scale, 300).width == 300
    assert round(100 * scale) == 300 - 2 * GAP
