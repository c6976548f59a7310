from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.gui.carveouts.context import sentence_around

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def around(reading: Reading, words: str) -> str:
    start = reading.text.index(words)
    return sentence_around(reading, Span(start, start + len(words))).of(reading.text)


def test_words_within_a_sentence_are_shown_with_all_of_it_and_no_other(sample_reading: Reading) -> None:
    found = around(sample_reading, "except for any adverse effects caused by the petitioning")
    assert found.startswith("Since March 31, 2003 to the date hereof")
    assert found.endswith("related thereto.")


def test_words_that_begin_a_sentence_leave_out_the_one_before(sample_reading: Reading) -> None:
    found = around(sample_reading, "The consolidated Financial Statements have been prepared")
    assert found.startswith("The consolidated Financial Statements")


def test_every_carveout_lies_within_its_context(sample_reading: Reading) -> None:
    for carveout in sample_reading.carveouts:
        found = sentence_around(sample_reading, carveout.span)
        assert found.holds(carveout.span)
        assert found.of(sample_reading.text).strip() == found.of(sample_reading.text)


def test_a_long_sentence_is_cut_at_words_on_both_sides(sample_reading: Reading) -> None:
    for carveout in sample_reading.carveouts:
        text = sample_reading.text
        found = sentence_around(sample_reading, carveout.span, 40)
        assert found.holds(carveout.span)
        assert carveout.span.start - found.start <= 40
        assert found.end - carveout.span.end <= 40
        assert found.start == 0 or text[found.start - 1].isspace() or text[found.start] == text[carveout.span.start]
        assert not (text[found.end - 1 : found.end + 1].isalnum() and found.end != carveout.span.end)
