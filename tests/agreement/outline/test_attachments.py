"""Attachments by the word that they go by, and sections whose numbers are spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

AGREEMENT = "This Sale Agreement is made by and between Anchor Inc. and Beacon Ltd.\n\n"


def citations(reading: Reading) -> list[str]:
    return [clause.citation for clause in reading.outline]


def test_an_attachment_is_cited_by_its_own_word(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        AGREEMENT + "1. Sale. Anchor sells.\n\n2. Price. Beacon pays.\n\nATTACHMENT A\n\nThe Goods\n\nAnchors.\n\n"
        "ADDENDUM 1\n\nThe Price\n\nOne dollar.\n\nRIDER B\n\nThe Place\n\nAt sea.\n"
    )
    assert citations(reading)[-3:] == ["Attachment A", "Addendum 1", "Rider B"]


def test_numbers_that_are_spelled_out_count_sections(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(AGREEMENT + "FIRST: Anchor sells anchors.\n\nSECOND: Beacon pays.\n\nTHIRD: Both sign.\n")
    assert citations(reading)[1:] == ["Section FIRST", "Section SECOND", "Section THIRD"]


def test_words_after_a_label_that_stands_alone_are_those_of_its_row(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        AGREEMENT + "1. Sale. Anchor shall deliver:\n\n(a)\n\nthe anchors, and\n\n(b)\n\nThe chains of each of them.\n"
    )
    last = reading.outline.clauses[-1]
    assert last.citation == "Section 1(b)"
    assert last.span.of(reading.text).endswith("The chains of each of them.")
