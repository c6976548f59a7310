"""Paragraphs found again in sources that lost their layout."""

from __future__ import annotations

import time

import pytest

from carveout.agreement.layout.flattened import parted
from carveout.agreement.manuscript import Line
from carveout.agreement.read import read

FILLER = "The parties shall carry this out in good faith and as the law of the place allows it. "


def parts(*lines: str) -> list[str]:
    return [line.text for line in parted([Line(text, at, None) for at, text in enumerate(lines, 1)])]


def test_labels_in_their_order_part_a_line() -> None:
    assert parts(
        'The parties agree as follows: 1. Definitions. 1.1 "Affiliate" means a person controlled by another. '
        '1.2 "Closing" has the meaning given in Section 2.1. 2. Sale. 2.1 Closing. The Closing shall take place '
        "pursuant to 1.2 above. 2.2 Price. The price is 1.5 million dollars."
    ) == [
        "The parties agree as follows:",
        "1. Definitions.",
        '1.1 "Affiliate" means a person controlled by another.',
        '1.2 "Closing" has the meaning given in Section 2.1.',
        "2. Sale.",
        "2.1 Closing. The Closing shall take place pursuant to 1.2 above.",
        "2.2 Price. The price is 1.5 million dollars.",
    ]


def test_a_number_out_of_order_begins_nothing() -> None:
    sections = [f"{at}. Duty. {FILLER}" for at in range(1, 6)]
    sections[2] += "12. March Street is the address. "
    assert parts("".join(sections)) == [section.strip() for section in sections]


@pytest.mark.parametrize(
    "reference",
    ["Section 3.", "the notice referred to in 3.", "Sections 1 and 3.", "Exhibit 3.", "Schedule No. 3."],
)
def test_a_reference_begins_nothing(reference: str) -> None:
    first, second = f"1. Sale. {FILLER}It is subject to {reference} {FILLER}", f"2. Price. {FILLER}"
    assert parts(first + second) == [first.strip(), second.strip()]


def test_articles_and_sections_are_parted_from_their_headings() -> None:
    assert parts(
        "ARTICLE I DEFINITIONS Section 1.01 Terms. The terms are these. Section 1.02 Construction. Words have "
        "meanings. Section 1.01 shall prevail over it. ARTICLE II SALE Section 2.01 Sale. The Seller shall sell."
    ) == [
        "ARTICLE I DEFINITIONS",
        "Section 1.01 Terms. The terms are these.",
        "Section 1.02 Construction. Words have meanings. Section 1.01 shall prevail over it.",
        "ARTICLE II SALE",
        "Section 2.01 Sale. The Seller shall sell.",
    ]


def test_rows_that_begin_after_sentences_are_paragraphs() -> None:
    assert parts(
        "1. Duties. (a) The Servicer collects. It shall do so daily. (b) The Servicer reports. (c) The Servicer pays "
        "all costs. 2. Term. This ends when (a) a year has passed, (b) a party says so or (c) the Servicer fails."
    ) == [
        "1. Duties.",
        "(a) The Servicer collects. It shall do so daily.",
        "(b) The Servicer reports.",
        "(c) The Servicer pays all costs.",
        "2. Term. This ends when (a) a year has passed, (b) a party says so or (c) the Servicer fails.",
    ]


def test_a_list_goes_on_after_one_of_the_same_letters_inside_a_row() -> None:
    assert parts(
        "1. Duties. (a) The Servicer collects. (b) It is liable for: (a) its agents; and (b) their agents. (c) It pays."
    ) == [
        "1. Duties.",
        "(a) The Servicer collects.",
        "(b) It is liable for: (a) its agents; and (b) their agents.",
        "(c) It pays.",
    ]


def test_the_numbers_of_a_schedule_begin_again() -> None:
    body = [f"{at}. Duty. {FILLER}".strip() for at in range(1, 4)]
    assert parts(" ".join([*body, "SCHEDULE A Fees", *body])) == [*body[:2], *body[2:], "SCHEDULE A Fees", *body]


def test_contents_do_not_hide_the_numbers_of_the_body() -> None:
    contents = ["TABLE OF CONTENTS", "1. Sale 1", "2. Price 2", "3. Notices 3"]
    body = [f"{at}. {heading}. {FILLER}".strip() for at, heading in enumerate(("Sale", "Price", "Notices"), 1)]
    assert parts(" ".join(contents), " ".join(body)) == [*contents, *body]


def test_white_space_between_paragraphs_parts_them_and_that_between_lines_does_not() -> None:
    assert parts(
        "SUPPLY AGREEMENT     The Seller sells the goods that are named in  Schedule A to the Buyer.     The Buyer "
        "pays what is  due.     1.     Notices. Each of them shall be in writing.     2. Term. It ends in May."
    ) == [
        "SUPPLY AGREEMENT",
        "The Seller sells the goods that are named in  Schedule A to the Buyer.",
        "The Buyer pays what is  due.",
        "1.     Notices. Each of them shall be in writing.",
        "2. Term. It ends in May.",
    ]


def test_white_space_that_cuts_sentences_parts_nothing() -> None:
    wrapped = "The Seller sells      the goods to the      Buyer, who pays      for them.      It does so in      May."
    assert parts(wrapped) == [wrapped]


def test_the_words_that_open_the_parts_of_an_agreement_part_it() -> None:
    assert parts(
        "Exhibit 10.1 SUPPLY AGREEMENT This Supply Agreement is made on May 1, 2019 by and between Anchor, Inc. and "
        "Beacon Ltd. WHEREAS, Anchor makes anchors; WHEREAS, Beacon buys them. NOW, THEREFORE, the parties agree: "
        "1. Sale. Anchor sells. 2. Price. Beacon pays. IN WITNESS WHEREOF, the parties have signed."
    ) == [
        "Exhibit 10.1",
        "SUPPLY AGREEMENT",
        "This Supply Agreement is made on May 1, 2019 by and between Anchor, Inc. and Beacon Ltd.",
        "WHEREAS, Anchor makes anchors;",
        "WHEREAS, Beacon buys them.",
        "NOW, THEREFORE, the parties agree:",
        "1. Sale. Anchor sells.",
        "2. Price. Beacon pays.",
        "IN WITNESS WHEREOF, the parties have signed.",
    ]


def test_paragraphs_keep_the_number_and_page_of_their_line() -> None:
    line = Line("1. Sale. The Seller sells. 2. Price. The Buyer pays.", 7, 3)
    assert parted([line]) == [Line("1. Sale. The Seller sells.", 7, 3), Line("2. Price. The Buyer pays.", 7, 3)]


def test_no_word_is_lost_or_doubled() -> None:
    text = "".join(
        f"{at}. Duty {at}. (a) {FILLER}(b) {FILLER}     ARTICLE {at} WHEREAS, {FILLER}" for at in range(1, 9)
    )
    assert " ".join(" ".join(parts(text)).split()) == " ".join(text.split())


def test_indents_stay_where_lines_are_paragraphs_already() -> None:
    lines = [f"        ({letter}) {FILLER}" for letter in "abcdefgh"]
    assert parts(*lines) == lines


def test_a_line_of_megabytes_takes_time_linear_in_its_length() -> None:
    def seconds(sections: int) -> float:
        text = "".join(f"{at}. Duty. (a) {FILLER}(b) {FILLER}" for at in range(1, sections))
        began = time.perf_counter()
        parts(text)
        return time.perf_counter() - began

    small, large = seconds(400), seconds(4000)
    assert large < 30 * small + 0.2


def test_a_sentence_goes_on_after_the_blank_lines_of_an_old_page_break() -> None:
    page = FILLER * 5
    first = f"{page}The Seller shall deliver the Shares and"
    reading = read(f"{page}\n\n{first}\n\n\n\nthe Note. {page}\n".encode(), "document.txt")
    assert "deliver the Shares and the Note" in reading.text
    assert [place.line for place in reading.places] == [1, 3, 7]


def test_one_endless_line_among_many_short_ones_is_parted() -> None:
    short = "\n\n".join(f"Name {at}:" for at in range(60))
    text = f"SALE AGREEMENT\n\n1. Sale. {FILLER * 12}2. Price. {FILLER * 12}\n\n{short}\n"
    reading = read(text.encode(), "document.txt")
    assert "\n\n1. Sale." in reading.text
    assert "\n\n2. Price." in reading.text


def test_the_words_over_a_table_of_contents_stand_by_themselves_before_its_rows() -> None:
    rows = "ARTICLE I SALE 2 Section 1.1 Sale 2 Section 1.2 Price 3 ARTICLE II CLOSING 4 Section 2.1 Time 4 "
    body = f"ARTICLE I SALE Section 1.1 Sale. {FILLER}Section 1.2 Price. {FILLER}"
    found = parts(f"SALE AGREEMENT dated as of May 1, 2020 TABLE OF CONTENTS Page {rows}{body}")
    assert found[:3] == ["SALE AGREEMENT dated as of May 1, 2020", "TABLE OF CONTENTS", "Page"]


def test_contents_in_small_letters_are_known_by_the_first_row_below_them() -> None:
    rows = "1. Sale 2 1.1 Object 2 1.2 Price 3 2. Closing 4 2.1 Time 4 2.2 Place 5 "
    body = f"1. Sale. 1.1 Object. {FILLER}1.2 Price. {FILLER}2. Closing. 2.1 Time. {FILLER}"
    assert "Table of Contents" in parts(f"SALE AGREEMENT of May 1, 2020 Table of Contents {rows}{body}")
    assert "Table of Contents" not in parts(f"1. Sale. The Table of Contents has no force. {FILLER}2. Price. {FILLER}")


def test_the_words_over_a_table_of_contents_may_stand_after_the_tag_of_a_filing() -> None:
    assert "TABLE OF CONTENTS" in parts(f"SALE AGREEMENT <TABLE> TABLE OF CONTENTS Page 1. Sale 2 2. Price 3 {FILLER}")


def test_the_page_of_a_table_of_contents_may_stand_right_after_its_heading() -> None:
    assert "TABLE OF CONTENTS" in parts(f"SALE AGREEMENT TABLE OF CONTENTS i Page 1. Sale 2 2. Price 3 {FILLER}")


def test_the_letter_of_an_attachment_may_stand_in_quotation_marks() -> None:
    text = f"1. Sale. {FILLER}2. Price. {FILLER}APPENDIX “A” SHAREHOLDERS. The list. APPENDIX “B” OFFICERS. The names."
    assert [part for part in parts(text) if part.startswith("APPENDIX")] == [
        "APPENDIX “A” SHAREHOLDERS. The list.",
        "APPENDIX “B” OFFICERS. The names.",
    ]
