"""Text made from web pages: its lines break anywhere, and a blank line alone parts two paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.layout.ragged import is_ragged, ragged_blocks
from carveout.agreement.manuscript import Line
from carveout.agreement.progress import Course, silent
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.layout.block import Block

CLAUSE = """
(a) The Seller
shall sell the Shares to the Buyer on the terms and subject to the conditions of this Agreement, free of all liens and
claims, at the Closing.
"""
WRAPPED = """
(a) The Seller shall sell the Shares to the Buyer on the
terms and subject to the conditions of this Agreement,
free of all liens and claims, at the Closing.
"""


def lines(text: str) -> list[Line]:
    return [Line(words, at, None) for at, words in enumerate(text.split("\n"), 1)]


def blocks(text: str) -> list[Block]:
    return ragged_blocks(lines(text), Course(silent, ("Finding",)))


def test_lines_that_end_with_room_left_in_the_middle_of_sentences_are_ragged() -> None:
    assert is_ragged(lines(12 * CLAUSE))
    assert not is_ragged(lines(12 * WRAPPED))
    assert not is_ragged(lines(CLAUSE))
    assert not is_ragged([])


def test_a_paragraph_ends_at_a_blank_line_and_nowhere_else() -> None:
    found = [block.text for block in blocks(2 * CLAUSE)]
    assert found == [" ".join(CLAUSE.split())] * 2


def test_a_heading_that_breaks_is_one_heading() -> None:
    assert [block.text for block in blocks("\nARTICLE I THE\nMERGER\n\n(cont’d)\n")] == [
        "ARTICLE I THE MERGER",
        "(cont’d)",
    ]


def test_a_label_after_a_stop_begins_a_paragraph_without_a_blank_line() -> None:
    found = [block.text for block in blocks("The Seller shall:\n(a) sell the Shares;\n(b) deliver them\nat once.\n")]
    assert found == ["The Seller shall:", "(a) sell the Shares;", "(b) deliver them at once."]


def test_a_sentence_goes_on_after_a_page_break() -> None:
    text = "The value of a share is set at the time at the fair\n\n\n\n\nmarket value of a share.\n\nNext.\n"
    assert [block.text for block in blocks(text)] == [
        "The value of a share is set at the time at the fair market value of a share.",
        "Next.",
    ]


def test_an_address_keeps_its_lines() -> None:
    found = blocks("Acme Corp.\n12 High Street\nLondon EC1\n")
    assert [(block.style, block.text) for block in found] == [
        (ParagraphStyle.FIXED, "Acme Corp.\n12 High Street\nLondon EC1")
    ]
