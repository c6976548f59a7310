from __future__ import annotations

import pytest

from carveout.gui.preview.lots import Lots

MEMO = b"%PDF-1.7 all of it\n12\n"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_lots_are_told_apart_from_the_memo_however_they_arrive(size: int) -> None:
    printed = b"3\nabc" + b"4\n1\n2\n" + MEMO
    lots = Lots()
    found = [lot for at in range(0, len(printed), size) for lot in lots.take(printed[at : at + size])]
    assert found == [b"abc", b"1\n2\n"]
    assert lots.rest() == MEMO


def test_a_memo_without_lots_is_all_there_is() -> None:
    lots = Lots()
    assert lots.take(MEMO) == []
    assert lots.rest() == MEMO
