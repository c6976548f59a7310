"""The outline of agreements as lawyers number them, told by layout and the order of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def tree(reading: Reading) -> list[str]:
    """Return each clause as its citation and heading, indented by its depth."""
    return [
        "  " * reading.outline.depth(clause.id) + clause.citation + (f": {clause.heading}" if clause.heading else "")
        for clause in reading.outline
    ]


def words(reading: Reading, citation: str) -> str:
    clause = next(clause for clause in reading.outline if clause.citation == citation)
    return reading.text[clause.body_start : clause.end]


def test_roman_articles_with_sections_whose_headings_run_in(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
                              STOCK PURCHASE AGREEMENT

             THIS STOCK PURCHASE AGREEMENT is made as of May 1, 2020 by and between Acme
        Corp., a Delaware corporation (the "Seller"), and Roe LLC (the "Buyer").

                                      RECITALS

             WHEREAS, the Seller owns the Shares; and

             WHEREAS, the Buyer wishes to buy them.

             NOW, THEREFORE, the parties agree as follows:

                                      ARTICLE I
                                     DEFINITIONS

             Section 1.01 Defined Terms. The following terms have these meanings.

             Section 1.02 Interpretation. Headings are for convenience only.

                                     ARTICLE II

                                  SALE OF SHARES

             Section 2.01 Sale. (a) The Seller sells the Shares.

             (b) The Buyer pays the price, which (i) is fixed and (ii) is due at once.

             IN WITNESS WHEREOF, the parties have signed this Agreement.

                                               ACME CORP.
        """
    )
    assert tree(reading) == [
        "Cover",
        "Preamble",
        "Recitals: RECITALS",
        "  Recital 1",
        "  Recital 2",
        "Article I: DEFINITIONS",
        "  Section 1.01: Defined Terms",
        "  Section 1.02: Interpretation",
        "Article II: SALE OF SHARES",
        "  Section 2.01: Sale",
        "    Section 2.01(a)",
        "    Section 2.01(b)",
        "      Section 2.01(b)(i)",
        "      Section 2.01(b)(ii)",
        "Signature page",
    ]
    assert reading.title == "STOCK PURCHASE AGREEMENT"
    assert words(reading, "Section 1.01") == "The following terms have these meanings."


def test_numbers_with_a_full_stop_count_sections_where_there_are_no_articles(
    read_lines: Callable[[str], Reading],
) -> None:
    reading = read_lines(
        """\
        This Lease Agreement is made between Acme Corp. (the "Landlord") and Roe LLC (the "Tenant").

        1. Premises. The Landlord lets the Premises to the Tenant.

        1.1 The Premises include the garden.

        1.2 They do not include the garage.

        2. Rent

        The Tenant shall pay:

        (a) the rent; and

        (b) the charges.

        3. Notices. Notices shall be in writing.
        """
    )
    assert tree(reading) == [
        "Preamble",
        "Section 1: Premises",
        "  Section 1.1",
        "  Section 1.2",
        "Section 2: Rent",
        "  Section 2(a)",
        "  Section 2(b)",
        "Section 3: Notices",
    ]


def test_three_parts_of_a_number_stand_below_two(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        ARTICLE 4 WARRANTIES

        4.1 Warranties of the Seller.

        4.1.1 Organisation. The Seller is duly organised.

        4.1.2 Authority. The Seller has full authority.

        4.2 Warranties of the Buyer. The Buyer is solvent.
        """
    )
    assert tree(reading) == [
        "Article 4: WARRANTIES",
        "  Section 4.1: Warranties of the Seller",
        "    Section 4.1.1: Organisation",
        "    Section 4.1.2: Authority",
        "  Section 4.2: Warranties of the Buyer",
    ]


def test_letters_numerals_and_capitals_are_told_apart_by_their_order(read_lines: Callable[[str], Reading]) -> None:
    items = [f"({letter}) the {letter} thing;" for letter in "abcdefgh"]
    nested = [
        "(i) the ninth thing:",
        "(i) its first part;",
        "(ii) its second part, namely",
        "(A) one half;",
        "(B) the other;",
        "(j) the tenth.",
    ]
    reading = read_lines("Article 1. List\n\nThe list is:\n\n" + "\n\n".join(items + nested))
    assert tree(reading)[-7:] == [
        "  Article 1(h)",
        "  Article 1(i)",
        "    Article 1(i)(i)",
        "    Article 1(i)(ii)",
        "      Article 1(i)(ii)(A)",
        "      Article 1(i)(ii)(B)",
        "  Article 1(j)",
    ]


def test_an_i_after_h_begins_a_list_where_its_second_comes_before_j(read_lines: Callable[[str], Reading]) -> None:
    items = [f"({letter}) the {letter} thing;" for letter in "abcdefgh"]
    reading = read_lines(
        "Article 1. List\n\n" + "\n\n".join([*items, "(i) a part;", "(ii) another part;", "(i) the ninth."])
    )
    assert tree(reading)[-4:] == ["  Article 1(h)", "    Article 1(h)(i)", "    Article 1(h)(ii)", "  Article 1(i)"]


def test_a_number_out_of_order_is_part_of_a_sentence(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Article 1. Price

        The price is the one in

        Article 7 of the Plan, and in

        Section 5.2 of the Plan.

        Article 2. Payment

        12.5 million dollars are due.
        """
    )
    assert tree(reading) == ["Article 1: Price", "Article 2: Payment"]


def test_a_missing_number_leaves_a_gap(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        "Article 1. Price\n\n1.1 The price is fixed.\n\n1.3 The price is due.\n\nArticle 4. End\n\nNothing more."
    )
    assert tree(reading) == ["Article 1: Price", "  Section 1.1", "  Section 1.3", "Article 4: End"]


def test_words_that_return_to_the_margin_belong_to_the_clause_above(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Article 1. Duties

              1.1   The Seller shall:

                    (a)   deliver the Shares, all of them and at the same time, to the Buyer
                          or to its order; and

                    (b)   cooperate.

              The duties in this Section survive the Closing Date and bind the successors of
              the Seller.
        """
    )
    section = next(clause for clause in reading.outline if clause.citation == "Section 1.1")
    assert words(reading, "Section 1.1(b)") == "cooperate."
    assert reading.outline.own(section.id)[-1].of(reading.text).strip().startswith("The duties in this Section")


def test_without_indentation_a_complete_list_is_over(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Article 1. Duties

        The Seller shall:

        (a) deliver the Shares; and

        (b) cooperate.

        These duties survive the Closing Date.
        """
    )
    assert words(reading, "Article 1(b)") == "cooperate."
    assert words(reading, "Article 1").endswith("These duties survive the Closing Date.")


def test_an_item_may_have_more_than_one_paragraph(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Article 1. Duties

        (a) The Seller shall deliver the Shares.

        It shall do so at once.

        (b) The Buyer shall pay.
        """
    )
    assert words(reading, "Article 1(a)").endswith("It shall do so at once.")


def test_a_table_of_contents_is_no_outline(read_lines: Callable[[str], Reading]) -> None:
    entries = "\n".join(f"Section {n}.01   Heading Number {n} ............ {n}" for n in range(1, 6))
    body = "\n\n".join(
        f"ARTICLE {n}\n\nMATTERS {n} OF THE SALE\n\nSection {n}.01 Heading Number {n}. The words." for n in range(1, 6)
    )
    reading = read_lines(f"TABLE OF CONTENTS\n\n{entries}\n\n{body}\n")
    assert [clause.citation for clause in reading.outline][:3] == ["Cover", "Article 1", "Section 1.01"]
    assert len(reading.outline) == 11


def test_attachments_follow_each_other_and_hold_their_own_lists(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        ARTICLE I SALE

        Section 1.1 Sale. The Seller sells what Exhibit A lists.

        Exhibit A

        List of Shares

        1. One hundred shares.

        2. Two hundred shares.

        Exhibit B - Form of Notice

        To whom it may concern:

        Schedule 1.1

        None.
        """
    )
    assert tree(reading) == [
        "Article I: SALE",
        "  Section 1.1: Sale",
        "Exhibit A: List of Shares",
        "  Exhibit A, item 1",
        "  Exhibit A, item 2",
        "Exhibit B: Form of Notice",
        "Schedule 1.1",
    ]


def test_an_agreement_in_an_attachment_is_named_with_it(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        ARTICLE I SALE

        ARTICLE II PRICE

        Exhibit A

        Form of Note

        This Note is made by Acme Corp. between the parties named below.

        1. Promise. Acme Corp. promises to pay:

        a) the principal; and

        b) the interest.
        """
    )
    assert tree(reading)[2:] == [
        "Exhibit A: Form of Note",
        "  Exhibit A, Preamble",
        "  Exhibit A, Section 1: Promise",
        "    Exhibit A, Section 1(a)",
        "    Exhibit A, Section 1(b)",
    ]


def test_a_list_of_exhibits_is_no_exhibit(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        ARTICLE I SALE

        The following are attached:

        Exhibit A - Form of Note

        Exhibit B - Form of Notice

        ARTICLE II PRICE
        """
    )
    assert tree(reading) == ["Article I: SALE", "Article II: PRICE"]


def test_text_without_structure_falls_back_to_paragraphs(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("Dear Sir,\n\nThe goods have come.\n\nYours truly\n")
    assert tree(reading) == ["Paragraph 1", "Paragraph 2", "Paragraph 3"]
    assert {clause.kind for clause in reading.outline} == {ClauseKind.ITEM}
    assert reading.title is None


def test_lettered_recitals(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        This Agreement is made between Acme Corp. (the "Seller") and Roe LLC (the "Buyer").

        RECITALS

        A. The Seller owns the Shares.

        B. The Buyer wishes to buy them.

        NOW, THEREFORE, the parties agree as follows:

        1. Sale. The Seller sells the Shares.

        2. Price. The Buyer pays the price.
        """
    )
    assert tree(reading) == [
        "Preamble",
        "Recitals: RECITALS",
        "  Recital A",
        "  Recital B",
        "Section 1: Sale",
        "Section 2: Price",
    ]


def test_thousands_of_labels_in_a_row_are_read_in_good_time(read_lines: Callable[[str], Reading]) -> None:
    for label in ("(a) x", "TABLE OF CONTENTS", "ARTICLE I", "Exhibit A", "(i) x (h) y"):
        assert read_lines(f"{label}\n\n" * 3_000).text


def test_the_cells_of_an_index_of_terms_are_no_clauses(deal: Callable[..., Reading]) -> None:
    index = ["Assets", "3.25", "Certificate", "2.1(b)", "Closing", "1.1", "Company", "Recitals", "Code", "2.2(a)"]
    reading = deal("1.1 Sale. The Seller sells.", "1.2 Price. The Buyer pays.", "EXHIBIT A", "INDEX OF TERMS", *index)
    assert tree(reading) == ["Preamble", "Section 1.1: Sale", "Section 1.2: Price", "Exhibit A: INDEX OF TERMS"]


def test_letters_before_the_first_article_count_the_recitals(deal: Callable[..., Reading]) -> None:
    reading = deal("A. The Seller owns the Shares.", "B. The Buyer wants them.", "ARTICLE 1: SALE", "1.1 Sale. Done.")
    assert [clause.kind for clause in reading.outline][1:] == ["recital", "recital", "article", "section"]


def test_the_number_that_a_filing_gives_its_exhibit_is_no_attachment(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
        Exhibit 10.1

                                 STOCK PURCHASE AGREEMENT

        This Stock Purchase Agreement is made by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").

        10.1 Notices. Notices are given in writing.

        Exhibit 10.2 Form of Notice

        Dear Seller,
        """)
    kinds = [(clause.kind, clause.number) for clause in reading.outline if clause.number]
    assert kinds == [(ClauseKind.SECTION, "10.1"), (ClauseKind.EXHIBIT, "10.2")]
    assert reading.title == "STOCK PURCHASE AGREEMENT"


def test_a_row_of_the_contents_is_no_title(read_lines: Callable[[str], Reading]) -> None:
    sections = [f"        {number}.1 Matter {number}   {number}" for number in range(1, 7)]
    body = [f"        {number}.1 Matter {number}. The parties agree on it." for number in range(1, 7)]
    reading = read_lines(
        "\n\n".join(
            [
                "                         SHARE EXCHANGE AGREEMENT",
                "        TABLE OF CONTENTS",
                "\n".join([*sections, "        6.2 Entire Agreement   7"]),
                '        This Agreement is made by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").',
                *body,
                "        6.2 Entire Agreement. This is all.",
            ]
        )
    )
    assert reading.title == "SHARE EXCHANGE AGREEMENT"
    assert "6.2" in [entry.number for entry in reading.contents]


def test_a_sentence_that_only_speaks_of_an_instrument_is_no_preamble(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Sale. The Seller sells.",
        "EXHIBIT A",
        "FORM OF RELEASE",
        "This Release constitutes the complete embodiment of the entire agreement between the parties.",
    )
    assert tree(reading) == ["Preamble", "Section 1: Sale", "Exhibit A: FORM OF RELEASE"]


def test_a_list_goes_on_after_words_that_return_to_the_margin(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Representations. The Seller represents that:",
        "(a) it is a company;",
        "(b) it owns the Shares; and",
        "(c) no claim is pending.",
        "The words of this clause hold for all that follows as well.",
        "(d) Taxes. It has paid its taxes.",
        "(e) Brokers. It has none.",
    )
    assert [row.strip() for row in tree(reading) if "(" in row] == [
        "Section 1(a)",
        "Section 1(b)",
        "Section 1(c)",
        "Section 1(d): Taxes",
        "Section 1(e): Brokers",
    ]


def test_the_next_article_begins_though_its_heading_runs_into_its_words(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "ARTICLE I SALE",
        "1.1 Sale. The Seller sells.",
        "ARTICLE II REPRESENTATIONS OF THE PURCHASER To induce the Seller to sell, it says what follows.",
        "2.1 Standing. It is a company.",
    )
    assert tree(reading)[1:] == [
        "Article I: SALE",
        "  Section 1.1: Sale",
        "Article II",
        "  Section 2.1: Standing",
    ]


def test_one_paragraph_may_hold_several_rows_of_a_list(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Closing. The Seller shall hand over:",
        "(a) its books; (b) its seals, if it uses (i) one, or (ii) several; and (c) its keys, as (d) says.",
        "(d) its deeds; (e) all else.",
        "2. Price. The price is due.",
    )
    assert [row.strip() for row in tree(reading) if "(" in row] == [
        "Section 1(a)",
        "Section 1(b)",
        "Section 1(b)(i)",
        "Section 1(b)(ii)",
        "Section 1(c)",
        "Section 1(d)",
        "Section 1(e)",
    ]
    assert words(reading, "Section 1(c)") == "its keys, as (d) says."


def test_the_parts_of_a_schedule_are_cited_as_parts(deal: Callable[..., Reading]) -> None:
    reading = deal(
        *(f"{number}. Matter {number}. The parties agree on it." for number in range(1, 6)),
        "SCHEDULE 1",
        "CONDITIONS PRECEDENT",
        "Part A - Corporate documents",
        "1. A copy of the articles.",
        "Part B - Opinions",
        "1. A legal opinion.",
    )
    assert [clause.citation for clause in reading.outline if clause.kind is ClauseKind.CHAPTER] == [
        "Schedule 1, Part A",
        "Schedule 1, Part B",
    ]


def test_an_agreement_that_opens_with_its_mere_name_has_a_preamble(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                              STOCK PURCHASE AGREEMENT

             AGREEMENT, dated as of May 1, 1996, by and among ABC, INC., a Delaware
        corporation ("Purchaser"), and DEF LTD. (the "Seller").

             1. Sale. The Seller sells.

             2. Price. The Purchaser pays.
        """)
    assert [clause.kind for clause in reading.outline][:2] == [ClauseKind.COVER, ClauseKind.PREAMBLE]
    assert [party.alias for party in reading.parties] == ["Purchaser", "Seller"]
    assert str(reading.date) == "1996-05-01"


def test_the_lines_of_a_cover_are_no_preamble(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                                  CREDIT AGREEMENT

                     dated as of May 1, 1996 between Alpha and Beta

             THIS CREDIT AGREEMENT is made by and between Alpha Corp. ("Borrower") and Beta Bank ("Bank").

             1. Loan. The Bank lends.
        """)
    assert [clause.kind for clause in reading.outline][:2] == [ClauseKind.COVER, ClauseKind.PREAMBLE]
    assert "THIS CREDIT" in reading.text[reading.outline[1].start : reading.outline[1].end]


def test_parties_by_their_letters_make_a_preamble(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                              Equity Transfer Contract

                              Contract No.: 2010-149

        Transferor (Party A): Alpha Trading Co., Ltd.
        Transferee (Party B): Beta Holdings Co., Ltd.

        Article 1 Transfer

        Party A transfers the equity.

        Article 2 Warranties

        Party A represents and warrants that it owns the equity.
        """)
    assert reading.title == "Equity Transfer Contract"
    assert [(party.alias, party.name) for party in reading.parties] == [
        ("Party A", "Alpha Trading Co., Ltd."),
        ("Party B", "Beta Holdings Co., Ltd."),
    ]
    assert [one.by for one in reading.representations] == ["Party A"]


def test_a_row_whose_dots_lead_to_a_page_is_no_clause(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Sale. The Seller sells.", "2. Price . . . . . . . . . . 16", "2. Price. It is due.")
    assert tree(reading)[1:] == ["Section 1: Sale", "Section 2: Price"]
    assert words(reading, "Section 2").endswith("It is due.")


def test_numbers_right_below_witnesseth_count_sections_where_nobody_agrees_after_them(
    read_lines: Callable[[str], Reading],
) -> None:
    reading = read_lines("""\
                                       LEASE

        THIS LEASE is made between Landlord Co. ("Landlord") and Tenant Inc. ("Tenant").

                               W I T N E S S E T H :

        1.  PREMISES.  Landlord leases the premises.

        2.  RENT.  Tenant pays rent.
        """)
    assert tree(reading)[-2:] == ["Section 1: PREMISES", "Section 2: RENT"]


def test_numbers_below_recitals_count_them_where_the_parties_agree_after_them(
    read_lines: Callable[[str], Reading],
) -> None:
    reading = read_lines("""\
        This Agreement is made between Alpha Co. ("Seller") and Beta Inc. ("Buyer").

                               RECITALS

        1.  Seller owns the shares.

        2.  Buyer wants them.

        NOW, THEREFORE, the parties agree as follows:

        1.  Sale.  Seller sells.
        """)
    assert [clause.kind for clause in reading.outline][1:] == ["recital", "recital", "recital", "section"]


def test_an_amendment_opens_with_its_number_and_date(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
             AMENDMENT NO. 2, dated as of June 1, 2003 (this "Amendment"), among ALPHA CORP. (the "Borrower"),
        and BETA BANK (the "Agent").

             SECTION 1.  Waiver.  The Agent waives.
        """)
    assert reading.outline[0].kind is ClauseKind.PREAMBLE
    assert [party.alias for party in reading.parties] == ["Borrower", "Agent"]


def test_a_list_goes_on_at_its_column_though_a_number_is_missing(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
        This Agreement is made by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").

        1. Service.

            A. The Seller runs the service for the Buyer; and

            B. it sends the data to the Buyer.

        These words stand at the margin of the section.

            D. The Buyer pays for the data.
        """)
    assert [clause.citation for clause in reading.outline][1:] == [
        "Section 1",
        "Section 1(A)",
        "Section 1(B)",
        "Section 1(D)",
    ]


def test_parties_who_conclude_an_agreement_open_it_with_their_names(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                                    SHARE TRANSFER AGREEMENT

             Alpha Corporation (hereinafter referred to as "Alpha") and Beta Corporation
        (hereinafter referred to as "Beta") hereby conclude this Share Transfer Agreement
        (hereinafter referred to as the "Agreement") as follows.

        Article 1 (Transfer)

             Alpha shall transfer the shares to Beta.
        """)
    assert [clause.kind for clause in reading.outline] == [ClauseKind.COVER, ClauseKind.PREAMBLE, ClauseKind.ARTICLE]
    assert [party.alias for party in reading.parties] == ["Alpha", "Beta"]


def test_rows_that_decimals_set_right_against_their_words_count_and_the_words_between_them(
    deal: Callable[..., Reading],
) -> None:
    reading = deal(
        "ARTICLE 1",
        "1.1 Contracts",
        "1.1.1“Material Contract” means a contract that:",
        "1.1.1.1is made with any of:",
        "1.1.1.1.1the customers; or",
        "1.1.1.1.2the suppliers,",
        "and binds Seller; but",
        "1.1.1.2cannot be ended.",
    )
    rows = [clause for clause in reading.outline if (clause.number or "").startswith("1.1.1.")]
    assert [clause.number for clause in rows] == ["1.1.1.1", "1.1.1.1.1", "1.1.1.1.2", "1.1.1.2"]
    assert rows[0].span.of(reading.text).endswith("and binds Seller; but")
    assert rows[2].span.of(reading.text).endswith("the suppliers,")
