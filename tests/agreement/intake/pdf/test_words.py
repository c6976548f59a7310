"""Words of a PDF as they are read: hyphens, raised letters, ligatures, footnotes, bold openings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Printed = Callable[..., bytes]
    Wrapped = Callable[..., list[tuple[float, float, str]]]
    Paragraphs = Callable[[bytes], list[str]]
    ReadBack = Callable[[bytes], Manuscript]


def test_a_word_that_only_the_end_of_its_line_parts_is_whole(printed: Printed, read_back: ReadBack) -> None:
    lines = ["The Seller shall indemnify the Buyer for a breach of this Agree-", "ment. This Agreement stands."]
    found = read_back(printed([(72, 720 - 13 * at, line) for at, line in enumerate(lines)]))
    assert [line.text for line in found.lines] == [
        "The Seller shall indemnify the Buyer for a breach of this Agreement.",
        "This Agreement stands.",
    ]


def test_a_hyphen_stays_where_the_word_is_written_with_it(printed: Printed, read_back: ReadBack) -> None:
    lines = ["The holders of the Shares shall waive all of their pre-", "emptive rights, pre-emptive or preemptive."]
    found = read_back(printed([(72, 720 - 13 * at, line) for at, line in enumerate(lines)]))
    assert [line.text for line in found.lines] == lines


def test_raised_letters_belong_to_their_number(printed: Printed, paragraphs: Paragraphs) -> None:
    left = 72 + stringWidth("on the 30", "Times-Roman", 11)
    pdf = printed([(72, 700, "on the 30"), (left + 8, 700, "day of June"), (left, 704, "th")])
    assert paragraphs(pdf) == ["on the 30th day of June"]


def test_words_drawn_twice_to_be_bold_are_read_once(printed: Printed, paragraphs: Paragraphs) -> None:
    assert paragraphs(printed([(72, 700, "Closing Date"), (72.3, 700, "Closing Date")])) == ["Closing Date"]


def test_a_bold_opening_is_told(printed: Printed, read_back: ReadBack) -> None:
    after = 72 + stringWidth("3.1 Organization. ", "Times-Bold", 11)
    pdf = printed(
        [
            (72, 700, "3.1 Organization.", "Times-Bold"),
            (after, 700, "The Company is a corporation under the law of Delaware, and in"),
            (72, 687, "good standing there."),
        ]
    )
    paragraphs = read_back(pdf).paragraphs
    assert paragraphs is not None
    assert [one.lead for one in paragraphs] == [len("3.1 Organization.")]


def test_a_sentence_goes_on_below_a_footnote(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    sale = "The Seller shall sell the Shares to the Buyer, and the Buyer shall buy them, free of any lien. " * 6
    lines = wrapped(sale, 120)
    note = "1 The Seller holds the Shares through a nominee."
    pdf = printed([*lines[:3], (72, 60, note)], [(72, 720 - 13 * at, line[2]) for at, line in enumerate(lines[3:])])
    assert paragraphs(pdf) == [" ".join(line[2].strip() for line in lines), note]


def test_an_entry_of_a_table_of_contents_is_one_paragraph(printed: Printed, paragraphs: Paragraphs) -> None:
    pdf = printed(
        [
            (72, 700, "1.1"),
            (120, 700, "Definitions"),
            (520, 700, "1"),
            (72, 687, "1.2"),
            (120, 687, "Representations and Warranties of the Seller and of each of the"),
            (120, 674, "Companies of its Group"),
            (520, 674, "12"),
            (72, 661, "1.3"),
            (120, 661, "Closing"),
            (520, 661, "A-3"),
        ]
    )
    assert paragraphs(pdf) == [
        "1.1 Definitions 1",
        "1.2 Representations and Warranties of the Seller and of each of the Companies of its Group 12",
        "1.3 Closing A-3",
    ]


def test_a_line_is_indented_by_columns(printed: Printed, wrapped: Wrapped, read_back: ReadBack) -> None:
    text = "The Seller shall sell the Shares to the Buyer, and the Buyer shall buy them, free of any lien. " * 4
    lines = read_back(printed([*wrapped(text, 720), *wrapped(text, 600, left=120)])).lines
    assert {line.indent for line in lines if line.indent} == {11}
