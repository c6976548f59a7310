"""The printed table of contents as evidence for where clauses begin, which they are, and where their headings end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.outline.promised import promised_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

CONTENTS = """\
TABLE OF CONTENTS

1.    DEFINITIONS

1.1   Defined Terms                                          1
1.2   Costs incurred by either of the Parties                1

2.    SALE

2.1   Sale of the Shares                                     2
2.2   Loss before the Risk Date                              2
2.3   Loss after the Risk Date                               2

"""


def sections(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(clause.number, clause.heading) for clause in reading.outline if clause.kind == "section"]


def test_a_heading_ends_where_the_contents_say() -> None:
    text = "Force Majeure If the Contract ends"
    assert promised_end(text, 0, len(text), ["forcemajeure"]) == 13
    assert promised_end("FORCE  MAJEURE. If", 0, 18, ["forcemajeure"]) == 15
    assert promised_end(text, 0, len(text), ["force"]) == 5


def test_a_promise_that_the_words_break_says_nothing() -> None:
    assert promised_end("Force majeure", 0, 13, ["force"]) is None
    assert promised_end("Forces", 0, 6, ["force"]) is None
    assert promised_end("Costs", 0, 5, ["force"]) is None
    assert promised_end("Force", 0, 5, ["forcemajeure"]) is None


def test_a_promised_heading_is_one_though_it_is_not_set_like_one(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        CONTENTS
        + """\
1.    DEFINITIONS

1.1   Defined Terms
In these Conditions the words have the meanings that the Schedule gives them.

1.2   Costs incurred by either of the Parties The costs are borne by the party that
incurs them, as provided in
Clause 2.

2.    SALE

2.1   Sale of the Shares
The Seller sells the Shares.
"""
    )
    assert sections(reading) == [
        ("1", "DEFINITIONS"),
        ("1.1", "Defined Terms"),
        ("1.2", "Costs incurred by either of the Parties"),
        ("2", "SALE"),
        ("2.1", "Sale of the Shares"),
    ]


def test_pages_that_are_bound_in_twice_are_kept_as_one_clause_without_a_number(
    read_lines: Callable[[str], Reading],
) -> None:
    twice = """\
1.    DEFINITIONS

1.1   Defined Terms
In these Conditions the words have the meanings that the Schedule gives them.

1.2   Costs incurred by either of the Parties
The costs are borne by the party that incurs them.

"""
    reading = read_lines(
        CONTENTS + twice + twice + "2.    SALE\n\n2.1   Sale of the Shares\nThe Seller sells the Shares.\n"
    )
    assert [number for number, _ in sections(reading)] == ["1", "1.1", "1.2", None, "2", "2.1"]
    copy = next(clause for clause in reading.outline if clause.kind == "section" and clause.number is None)
    assert reading.text[copy.start : copy.end].count("Defined Terms") == 1


def test_a_number_that_is_printed_again_over_the_next_heading_is_a_clause_of_its_own(
    read_lines: Callable[[str], Reading],
) -> None:
    reading = read_lines(
        CONTENTS
        + """\
1.    DEFINITIONS

1.1   Defined Terms
In these Conditions the words have the meanings that the Schedule gives them.

2.    SALE

2.1   Sale of the Shares
The Seller sells the Shares.

2.2   Loss before the Risk Date
The Seller bears it.

2.2   Loss after the Risk Date
The Buyer bears it.
"""
    )
    assert sections(reading)[-2:] == [("2.2", "Loss before the Risk Date"), ("2.2", "Loss after the Risk Date")]


def test_numbers_with_a_hyphen_are_no_misprints(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        "Section 1-1.  Sale.\n\nThe Seller sells the Shares.\n\nSection 1-2.  Price.\n\nThe Buyer pays.\n"
    )
    assert sections(reading) == [("1-1", "Sale"), ("1-2", "Price")]


def test_a_section_whose_number_the_source_leaves_out_is_known_by_its_promised_heading(
    read_lines: Callable[[str], Reading],
) -> None:
    reading = read_lines(
        CONTENTS
        + """\
ARTICLE 1
DEFINITIONS

1.1   Defined Terms. In these Conditions the words have the meanings that the Schedule gives them.

ARTICLE 2
SALE

Sale of the Shares. The Seller sells the Shares.

2.2   Loss before the Risk Date. The Seller bears it.
"""
    )
    assert sections(reading) == [
        ("1.1", "Defined Terms"),
        (None, "Sale of the Shares"),
        ("2.2", "Loss before the Risk Date"),
    ]
