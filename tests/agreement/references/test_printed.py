"""Words that only print a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references.printed import Printed
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


@pytest.mark.parametrize(
    ("paragraph", "words", "opens"),
    [
        ("Item 4. Ownership of the shares is set out here.", "Item 4", True),
        ("Item 4 says who owns the shares.", "Item 4", False),
        ("The owner is named in Item 4. Nobody else is.", "Item 4", False),
    ],
)
def test_a_full_stop_right_after_makes_the_first_words_a_label(
    deal: Callable[..., Reading], paragraph: str, words: str, opens: bool
) -> None:
    reading = deal("1.1 Terms. Words count.", paragraph)
    start = reading.text.index(words)
    assert Printed(reading).opens(Span(start, start + len(words))) is opens


@pytest.mark.parametrize(
    ("paragraph", "lists"),
    [
        ("Exhibit A – Form of Notice", True),
        ("Exhibit A   Form of Notice", True),
        ("EXHIBIT A", True),
        ("Exhibit A is the form of a notice.", False),
        ("Exhibit A – Form of Notice is part of this Agreement.", False),
    ],
)
def test_a_row_of_a_list_of_attachments(deal: Callable[..., Reading], paragraph: str, lists: bool) -> None:
    reading = deal("1.1 Terms. Words count.", paragraph)
    start = reading.text.upper().index("EXHIBIT A")
    assert Printed(reading).lists(Span(start, start + len("EXHIBIT A"))) is lists
