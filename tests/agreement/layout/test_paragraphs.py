"""Lines joined into paragraphs, by how they stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.read import read
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

BODY, CENTERED, FIXED = ParagraphStyle.BODY, ParagraphStyle.CENTERED, ParagraphStyle.FIXED
WIDE = "This line is here so that the margin of the document is known to stand at column eighty.\n\n"


def paragraphs(reading: Reading) -> list[str]:
    return [paragraph.span.of(reading.text) for paragraph in reading.paragraphs]


def test_lines_that_reach_the_margin_flow_together(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Seller shall deliver the Shares to the Purchaser on the Closing Date, free
        and clear of any lien, and the Purchaser shall pay the price for them in full
        on that day.

        The parties shall cooperate.
        """
    )
    first, second = paragraphs(reading)
    assert "free and clear of any lien, and the Purchaser shall pay the price for them in full on that day." in first
    assert second == "The parties shall cooperate."


def test_lines_that_end_on_purpose_keep_their_breaks(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        WIDE
        + """\
        If to the Seller:
           Acme Corporation
           2 High Street
           London
        """.replace("        ", "", 1)
    )
    assert reading.paragraphs[-1].style is FIXED
    assert paragraphs(reading)[-1].split("\n")[1].strip() == "Acme Corporation"


def test_columns_and_rules_keep_their_lines(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        NAME                                PRESENT PRINCIPAL OCCUPATION

        Jane Roe                            President
        John Doe                            Senior Executive Vice President
        ----------------------------------------------------------------------
        """
    )
    assert {paragraph.style for paragraph in reading.paragraphs} == {FIXED}
    assert "Jane Roe                            President\nJohn Doe" in reading.text


def test_a_title_stands_in_the_middle(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
                                       PURCHASE AGREEMENT

                                  List of the Companies and of
                                    Their Registered Offices

        The words below are here so that the margins of the document can be known well.
        They reach from the first column to the eightieth, or nearly so, on every line.
        """
    )
    assert [paragraph.style for paragraph in reading.paragraphs] == [CENTERED, CENTERED, BODY]
    assert paragraphs(reading)[1] == "List of the Companies and of Their Registered Offices"


def test_a_hyphen_at_the_end_of_a_line_belongs_to_its_word(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Purchaser shall have with respect to all of these securities a right of pre-
        emption that it may exercise, in respect of the first-
        and the second-class shares, in an over-the- counter market.
        """
    )
    assert "pre-emption" in reading.text
    assert "first- and the second-class" in reading.text
    assert "over-the- counter" in reading.text


def test_a_new_label_begins_a_new_paragraph_without_a_blank_line(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Seller shall, on the Closing Date and at such other times as may be agreed:
        (a) deliver the Shares;
        (b) deliver the books and the records of the Company, wherever they are and in
        whatever form; and
        (c) cooperate.
        """
    )
    assert paragraphs(reading)[1:] == [
        "(a) deliver the Shares;",
        "(b) deliver the books and the records of the Company, wherever they are and in whatever form; and",
        "(c) cooperate.",
    ]


def test_a_wrapped_line_that_starts_with_a_number_begins_no_paragraph(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        In the performance of its obligations under this Agreement, set forth in Sections
        12.1 through 12.3, the Seller shall discuss any changes of the fiscal year with
        (2) representatives of the Purchaser.
        """
    )
    assert len(reading.paragraphs) == 1


def test_a_heading_begins_a_paragraph_though_the_line_before_is_full(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Seller shall deliver the Shares to the Purchaser on the Closing Date, and it
        shall cause them to be registered in the name of the Purchaser on the same date.
        9.17 Disclosure Schedules. Except as set forth in this Agreement, the inclusion
        of any information in them is no admission.
        """
    )
    assert [one.span.of(reading.text)[:5] for one in reading.paragraphs] == ["The S", "9.17 "]


def test_first_lines_that_are_indented_begin_paragraphs(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
             The Seller shall deliver the Shares to the Purchaser on the Closing Date and
        the Purchaser shall pay the price for them in full.
             The Purchaser shall, at its own cost, cause the Shares to be registered with
        the Commission.
        """
    )
    assert len(reading.paragraphs) == 2


def test_a_heading_over_running_text_is_a_paragraph_by_itself(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Section 2.1 Purchase of Shares
        The Seller shall deliver the Shares to the Purchaser on the Closing Date, free
        and clear of any lien, and the Purchaser shall pay the price for them in full.
        """
    )
    assert paragraphs(reading)[0] == "Section 2.1 Purchase of Shares"


def test_a_sentence_goes_on_across_a_page_break(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Seller shall deliver the Shares to the Purchaser and would have determined
        that the terms and conditions of this
        <PAGE>
        Agreement, including the price, are fair.

        The parties shall cooperate.
        <PAGE>
        Each party bears its costs.
        """
    )
    assert len(reading.paragraphs) == 3
    assert "conditions of this Agreement, including" in reading.text
    assert [paragraph.span.of(reading.text)[:11] for paragraph in reading.paragraphs][1:] == [
        "The parties",
        "Each party ",
    ]


def test_a_heading_does_not_go_on_across_a_page_break(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        3.4 Issuance of New Shares
        <PAGE>
        Upon the payment of the price, the Purchaser will own the Shares.
        """
    )
    assert len(reading.paragraphs) == 2


def test_a_reference_goes_on_across_a_page_break(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        The Purchaser is willing to exercise, in whole or in part and at any time, the
        right set forth in Section
        <PAGE>
        14.1 with respect to such Shares.
        """
    )
    assert len(reading.paragraphs) == 1


def test_each_line_of_a_source_that_does_not_wrap_is_a_paragraph(read_lines: Callable[[str], Reading]) -> None:
    long = "The Seller shall deliver the Shares to the Purchaser on the Closing Date. " * 6
    reading = read_lines(f"{long}\n{long}\n")
    assert len(reading.paragraphs) == 2


def test_a_line_of_a_million_characters_is_a_paragraph(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("word " * 200_000)
    assert len(reading.text) == 999_999
    assert len(reading.paragraphs) == 1


def test_a_document_of_endless_lines_or_paragraphs_is_refused() -> None:
    with pytest.raises(NotReadableError, match="2,000,000 lines"):
        read(b"x" + b"\n" * 2_000_001, "document.txt")
    with pytest.raises(NotReadableError, match="300,000 paragraphs"):
        read(b"x\n\n" * 300_001, "document.txt")


def test_rows_with_one_column_in_common_are_a_term_sheet(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Article 2. (Terms)

        The Seller sells and the Purchaser buys the Shares on the following terms, all
        of which have been agreed:

           Price of the                    5 dollars for each
           Shares:                         share;

           Day:                            May 1, 2020
        """
    )
    assert paragraphs(reading)[-2:] == ["Price of the Shares: 5 dollars for each share;", "Day: May 1, 2020"]


def test_a_form_with_labels_on_both_sides_is_no_term_sheet(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Business Address:                Mailing Address:

        City, State, Zip:                City, State, Zip:
        """
    )
    assert paragraphs(reading) == [
        "Business Address:                Mailing Address:",
        "City, State, Zip:                City, State, Zip:",
    ]


def test_lines_that_end_with_their_sentences_are_paragraphs_though_no_blank_line_parts_them(
    read_lines: Callable[[str], Reading],
) -> None:
    heading = "Payment"
    clause = f"The Purchaser shall pay the Price on the day on which it falls due{9 * ' and in full'}."
    short, row = "The parties shall cooperate.", "a) by wire to the account of the Seller, or"
    text = "\n".join(10 * [heading, clause, short, row])
    assert paragraphs(read_lines(text)) == 10 * [heading, clause, short, row]
