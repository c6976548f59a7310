"""Tables of contents as agreements print them: their rows are read, and none of them is a clause."""

from __future__ import annotations

from textwrap import dedent

from carveout.agreement.clause import ClauseKind
from carveout.agreement.intake.text import read_text
from carveout.agreement.layout.canonical import Canonical, compose
from carveout.agreement.layout.paragraphs import blocks
from carveout.agreement.outline.contents import Entry, contents
from carveout.agreement.progress import Course, silent
from carveout.agreement.read import read

BODY = """\

THIS AGREEMENT is made as of May 1, 2020 by and between Acme Corp. and Roe LLC.

1.1 Definitions. In this Agreement the words have these meanings.
"""


def laid_out(document: str) -> Canonical:
    course = Course(silent, ("Reading", "Reading", "Finding"))
    return compose(blocks(read_text(dedent(document).encode(), "made.txt", course).lines, course))


def rows(document: str) -> list[tuple[str | None, str, str | None]]:
    return [(row.number, row.heading, row.page) for row in contents(laid_out(document + BODY)).entries]


def test_a_row_has_its_number_heading_and_page() -> None:
    found = rows("""\
        TABLE OF CONTENTS
                                                       Page

        ARTICLE I   DEFINITIONS............................1
        1.1   Definitions..................................1
        1.2   Variation in Excess of 5%....................2

        ARTICLE II  THE SHARES.............................3
        2.1   Sale of the Shares...........................3
        """)
    assert found == [
        ("I", "DEFINITIONS", "1"),
        ("1.1", "Definitions", "1"),
        ("1.2", "Variation in Excess of 5%", "2"),
        ("II", "THE SHARES", "3"),
        ("2.1", "Sale of the Shares", "3"),
    ]


def test_a_row_can_wrap_before_or_after_its_page() -> None:
    found = rows("""\
        TABLE OF CONTENTS

        1.1   Definitions                                    1-1
        1.2   Opportunities for Other Persons and            1-2
        Contractors
        1.3   Cash Flow Estimate and Contract
        Administration Procedure                             1-3
        1.4   Notices                                        1-4
        """)
    assert found[1:3] == [
        ("1.2", "Opportunities for Other Persons and Contractors", "1-2"),
        ("1.3", "Cash Flow Estimate and Contract Administration Procedure", "1-3"),
    ]


def test_label_heading_and_page_can_stand_on_lines_of_their_own() -> None:
    found = rows("""\
        TABLE OF CONTENTS

        Page

        Section 1.1

        The Merger

        2

        Section 1.2

        Section 203 of the DGCL

        3

        Section 1.3

        Closing

        3

        Section 1.4

        Effects

        4
        """)
    assert found == [
        ("1.1", "The Merger", "2"),
        ("1.2", "Section 203 of the DGCL", "3"),
        ("1.3", "Closing", "3"),
        ("1.4", "Effects", "4"),
    ]


def test_several_rows_can_run_on_along_one_line() -> None:
    found = rows("""\
        Table of Contents

        ARTICLE 1 Definitions 1 1.01 Certain Terms 1 1.02 Rules 4 ARTICLE 2
        Sale 5 2.01 The Shares 5 2.02 The Price 6 ARTICLE 3 Closing 7
        """)
    assert [number for number, _, _ in found] == ["1", "1.01", "1.02", "2", "2.01", "2.02", "3"]
    assert found[2] == ("1.02", "Rules", "4")


def test_a_row_knows_where_it_stands() -> None:
    canonical = laid_out(
        "TABLE OF CONTENTS\n\n1.1 Sale..... 1\n1.2 Price.... 2\n1.3 Closing.. 3\n1.4 Law...... 4\n" + BODY
    )
    assert [row.span.of(canonical.text).split(".", 2)[1] for row in contents(canonical).entries] == [
        "1 Sale",
        "2 Price",
        "3 Closing",
        "4 Law",
    ]
    assert isinstance(contents(canonical).entries[0], Entry)


def test_an_agreement_without_one_has_no_rows() -> None:
    assert contents(laid_out(BODY)).entries == ()


def test_a_table_among_the_tags_of_a_filing_is_one_all_the_same() -> None:
    assert rows("""\
        <TABLE>
        TABLE OF CONTENTS
        <S>          <C>                                   <C>
        1.1   Sale.......................................... 1
        1.2   Price......................................... 2
        1.3   Closing....................................... 3
        1.4   Law........................................... 4
        """)[0] == ("1.1", "Sale", "1")


def test_a_table_may_begin_below_the_title_that_its_heading_is_set_under() -> None:
    found = rows("""\
        BACKSTOP AGREEMENT
        TABLE OF CONTENTS

        1.1   Definitions..................................1

        1.2   Fees.........................................2

        1.3   Sale.........................................3

        1.4   Price........................................3
        """)
    assert found == [
        ("1.1", "Definitions", "1"),
        ("1.2", "Fees", "2"),
        ("1.3", "Sale", "3"),
        ("1.4", "Price", "3"),
    ]


def test_a_table_of_contents_that_goes_on_with_its_heading_printed_again_is_one() -> None:
    rows = "\n".join(f"     {n}.1  Matter number {n} of them ................ {n}" for n in range(1, 7))
    more = "\n".join(f"     {n}.1  Matter number {n} of them ................ {n}" for n in range(7, 13))
    body = "\n\n".join(f"     {n}.1  Matter number {n} of them.  It is agreed." for n in range(1, 13))
    source = (
        f"                    TABLE OF CONTENTS\n\n{rows}\n\n                    TABLE OF CONTENTS\n"
        f"                       (continued)\n\n{more}\n\n                    SUPPLY AGREEMENT\n\n"
        '     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and\n'
        f'Beta Inc. ("Buyer"), who agree as follows:\n\n{body}\n'
    )
    reading = read(source.encode(), "supply.txt")
    covers = [clause.heading for clause in reading.outline if clause.kind is ClauseKind.COVER and clause.heading]
    assert covers == ["TABLE OF CONTENTS"]
    assert len(reading.contents) == 12
