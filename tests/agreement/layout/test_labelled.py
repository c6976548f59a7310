"""Labels and definitions at the start of a line, with no blank line before them: which begin a paragraph."""

from __future__ import annotations

from carveout.agreement.layout.paragraphs import blocks
from carveout.agreement.manuscript import Line
from carveout.agreement.progress import Course, silent

WIDE = "The parties have agreed on all of the terms and conditions that this document sets out."


def paragraphs(text: str) -> list[str]:
    lines = [Line(words, at, None) for at, words in enumerate(text.split("\n"), 1)]
    wide = [Line(WIDE, None, None), Line("", None, None)] * 12
    return [block.text for block in blocks([*lines, Line("", None, None), *wide], Course(silent, ("Finding",)))][:-12]


def test_a_label_after_a_full_line_begins_a_paragraph_where_it_goes_on_with_the_one_before() -> None:
    assert paragraphs(
        "3.1.2. Where the parties close on the additional prepayments the term is extended.\n"
        "3.1.3. Buyer and Seller shall cause their affiliates to amend the form of the agreement."
    ) == [
        "3.1.2. Where the parties close on the additional prepayments the term is extended.",
        "3.1.3. Buyer and Seller shall cause their affiliates to amend the form of the agreement.",
    ]


def test_a_number_after_a_full_line_that_goes_on_with_none_is_a_word_of_it() -> None:
    text = (
        "9.4 Rules. For the purposes of this agreement (a) words mean things; (b) others too; and\n"
        "(c) headings mean nothing, in each case unless the context requires that they do, which\n"
        "(d) it may."
    )
    assert paragraphs(text) == [" ".join(text.split())]


def test_a_label_after_the_word_that_leads_to_it_is_a_reference() -> None:
    text = "1.1 Certificate. It means the certificate that is given in accordance with\nClause 12."
    assert paragraphs(text) == [" ".join(text.split())]


def test_a_definition_after_a_stop_begins_a_paragraph() -> None:
    assert paragraphs(
        "“Measurement Period” means the period of twelve months that ends on the relevant day.\n"
        "“Mississippi Mortgage” has the meaning given to it in the definition of Mortgages, and\n"
        "“Mortgages” is a word of its own."
    ) == [
        "“Measurement Period” means the period of twelve months that ends on the relevant day.",
        (
            "“Mississippi Mortgage” has the meaning given to it in the definition of Mortgages, and "
            "“Mortgages” is a word of its own."
        ),
    ]


def test_a_row_with_a_blank_to_fill_in_is_no_form() -> None:
    assert paragraphs("11.Tenant has received no notice of default,\nexcept as follows:\n______________.")[0] == (
        "11.Tenant has received no notice of default, except as follows:"
    )


def test_the_words_after_a_label_on_its_own_line_are_one_paragraph_wherever_they_break() -> None:
    text = "     3.2     \nDelinquent Payments and Handling\nCharge. All rent and other\npayments bear interest."
    assert paragraphs(text) == [" ".join(text.split())]


def test_a_bracket_goes_on_with_the_sentence_before_it() -> None:
    text = "     THIS MASTER LEASE AGREEMENT\n(hereinafter the Lease) is made by the parties."
    assert paragraphs(text) == [" ".join(text.split())]


def test_a_row_after_the_link_of_a_list_begins_a_paragraph_where_its_number_comes_next() -> None:
    assert paragraphs(
        "(a) the price that the purchaser pays to the seller on the day of the closing, in cash; and\n(b) the shares."
    ) == [
        "(a) the price that the purchaser pays to the seller on the day of the closing, in cash; and",
        "(b) the shares.",
    ]


def test_the_first_section_begins_after_the_colon_of_what_the_parties_agree() -> None:
    assert paragraphs(
        "The parties, which wish to set out on what terms they deal, hereby agree as follows:\n"
        "1. Price. The purchaser shall pay the price to the seller on the day of the closing, and\n"
        "nothing else."
    ) == [
        "The parties, which wish to set out on what terms they deal, hereby agree as follows:",
        "1. Price. The purchaser shall pay the price to the seller on the day of the closing, and nothing else.",
    ]


def test_lists_whose_first_lines_are_set_in_begin_after_a_colon() -> None:
    assert paragraphs(
        "     5.01. In this section the words below mean what stands beside each one of them:\n"
        "     (a) taxes are those that an authority imposes upon the land and the building, or\n"
        "upon either."
    ) == [
        "5.01. In this section the words below mean what stands beside each one of them:",
        "(a) taxes are those that an authority imposes upon the land and the building, or upon either.",
    ]


def test_a_row_after_a_comma_and_an_and_begins_a_paragraph_where_the_line_had_room_for_it() -> None:
    assert paragraphs("(a) the plant,\n(b) the tools of the trade, and\n(c) the goods.\nAll of it is sold.")[:3] == [
        "(a) the plant,",
        "(b) the tools of the trade, and",
        "(c) the goods. All of it is sold.",
    ]
    text = "The rows that count are those of the list above that bear the letters (a), (b), and\n(c) alone."
    assert paragraphs(text) == [" ".join(text.split())]


def test_running_text_below_a_label_and_its_heading_is_a_paragraph_of_its_own() -> None:
    assert paragraphs(
        "ARTICLE IV\nREPRESENTATIONS OF THE PURCHASER\n"
        "To induce the seller to sell its shares, the purchaser represents and warrants to the\nseller that:"
    ) == [
        "ARTICLE IV REPRESENTATIONS OF THE PURCHASER",
        "To induce the seller to sell its shares, the purchaser represents and warrants to the seller that:",
    ]
