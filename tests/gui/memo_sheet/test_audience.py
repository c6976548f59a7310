"""What is said of a paper before it is made, for whom it is."""

from __future__ import annotations

import pytest

from carveout.gui.memo_sheet.audience import told
from carveout.memo.instructions import Audience


@pytest.mark.parametrize(
    ("internal", "every", "said"),
    [
        (0, 0, "There is no note in this matter yet."),
        (0, 3, "Everything is in it. No note of this matter is internal."),
        (1, 3, "Everything is in it, the one internal note too."),
        (1200, 3000, "Everything is in it, the 1,200 internal notes too."),
    ],
)
def test_for_our_firm(internal: int, every: int, said: str) -> None:
    assert told(Audience.FIRM, internal, every) == said


@pytest.mark.parametrize(
    ("internal", "every", "begins"),
    [
        (0, 0, "There is no note in this matter yet."),
        (0, 5, "No note of this matter is internal, so all are in it. It leaves out whom notes are given to"),
        (1, 1, "Leaves out the one internal note with what answers or links to it, and whom"),
        (2, 5, "Leaves out the 2 internal notes with what answers or links to them, and whom"),
        (5, 5, "Leaves out all 5 notes, since each of them is internal."),
    ],
)
def test_for_the_client(internal: int, every: int, begins: str) -> None:
    assert told(Audience.CLIENT, internal, every).startswith(begins)
