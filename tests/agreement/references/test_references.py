"""What words point to: the clauses of their own agreement that they name by number."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

    Pointing = Callable[..., list[tuple[str, list[str] | None]]]


@pytest.mark.parametrize(
    ("quote", "targets"),
    [
        ("Section 1.3", ["1.3"]),
        ("section 1.3", ["1.3"]),
        ("Section 1.03", ["1.3"]),
        ("Sec. 1.3", ["1.3"]),
        ("§ 1.3", ["1.3"]),
        ("Clause 1.3", ["1.3"]),
        ("Section 1.2(a)", ["1.2(a)"]),
        ("Section 1.2(a)(ii)", ["1.2(a)(ii)"]),
        ("Section 1.2a", ["1.2(a)"]),
        ("this Section 2.1", ["2.1"]),
        ("Section 1.3 hereof", ["1.3"]),
        ("Section 1.3 above", ["1.3"]),
        ("Sections 1.1 and 1.3", ["1.1", "1.3"]),
        ("Sections 1.1, 1.2 or 1.3", ["1.1", "1.2", "1.3"]),
        ("Section 1.1 or 1.3", ["1.1", "1.3"]),
        ("Sections 1.1 (Terms), 1.2(b) (Numbers) and 1.3", ["1.1", "1.2(b)", "1.3"]),
        ("Sections 1.1 through 1.3", ["1.1", "1.2", "1.3"]),
        ("Sections 1.1 to 1.3", ["1.1", "1.2", "1.3"]),
        ("Sections 1.1-1.3", ["1.1", "1.2", "1.3"]),
        ("Section 1.1 through Section 1.3", ["1.1", "1.2", "1.3"]),
        ("Section 1.2(a), (b) and (c)", ["1.2(a)", "1.2(b)", "1.2(c)"]),
        ("Section 1.2(a) through (c)", ["1.2(a)", "1.2(b)", "1.2(c)"]),
        ("Section 1.2(a)(i) or (ii)", ["1.2(a)(i)", "1.2(a)(ii)"]),
        ("Section 1.2(a)(ii) and (c)", ["1.2(a)(ii)", "1.2(c)"]),
        ("clauses (a) and (c) of Section 1.2", ["1.2(a)", "1.2(c)"]),
        ("paragraphs (a) to (c) of Section 1.2", ["1.2(a)", "1.2(b)", "1.2(c)"]),
        ("clause (ii) of Section 1.2(a)", ["1.2(a)(ii)"]),
        ("clause (ii) of paragraph (a) of Section 1.2", ["1.2(a)(ii)"]),
        ("third paragraph of Section 1.2", ["1.2(c)"]),
        ("clause (ii) of the definition of “Permitted Liens”", ["1.1(ii)"]),
        ("clause (ii) of the definition of Permitted Liens", ["1.1(ii)"]),
    ],
)
def test_sections_and_their_items(pointing: Pointing, quote: str, targets: list[str]) -> None:
    assert pointing(f"Seller sells as {quote} provides.") == [(quote, [f"Section {target}" for target in targets])]


@pytest.mark.parametrize("quote", ["Article 1", "Article I", "ARTICLE 1", "Article One", "Article 1 of this Agreement"])
def test_articles(pointing: Pointing, quote: str) -> None:
    ((found, targets),) = pointing(f"Seller sells as {quote} provides.")
    assert quote.startswith(found)
    assert targets == ["Article 1"]


def test_words_between_two_references_part_them(pointing: Pointing) -> None:
    assert pointing("Section 1.1 and this Section 2.1 and Article 1 apply.") == [
        ("Section 1.1", ["Section 1.1"]),
        ("this Section 2.1", ["Section 2.1"]),
        ("Article 1", ["Article 1"]),
    ]


def test_a_space_before_the_item(pointing: Pointing) -> None:
    assert pointing("Seller sells under Section 1.2 (a).") == [("Section 1.2 (a)", ["Section 1.2(a)"])]


@pytest.mark.parametrize(
    "words",
    [
        "Section 1.3, 30 days after the date hereof, ends.",
        "Section 1.3 and 100 shares are sold.",
        "Section 1.3, (x) Seller sells and (y) Buyer buys.",
        "Section 1.3 (the “Days”) applies.",
    ],
)
def test_what_follows_a_number_and_is_none(pointing: Pointing, words: str) -> None:
    assert pointing(words) == [("Section 1.3", ["Section 1.3"])]


@pytest.mark.parametrize(
    "words",
    [
        "This Section is short.",
        "Seller keeps a schedule a company would keep.",
        "Any part I have read is clear.",
        "Seller shall file a Schedule 13D and a Schedule K-1.",
        "NO SECTION OR ARTICLE IS LEFT OUT.",
        "Seller reports to the SEC. A report is public.",
        "Section 30, Township 15 North, is Seller's.",
        "As the preceding sentence says, Seller sells.",
    ],
)
def test_words_that_point_nowhere_in_particular(pointing: Pointing, words: str) -> None:
    assert pointing(words) == []


def test_a_number_that_no_clause_bears_finds_nothing_and_is_not_external(pointing: Pointing) -> None:
    assert pointing("Seller sells under Section 1.9.") == [("Section 1.9", [])]
    assert pointing("Seller sells under Section 1.2(f).") == [("Section 1.2(f)", [])]


def test_a_number_in_a_list_that_no_clause_bears_is_a_reference_of_its_own(pointing: Pointing) -> None:
    assert pointing("Seller sells under Sections 1.1, 1.9 and 1.3.") == [
        ("Sections 1.1", ["Section 1.1"]),
        ("1.9", []),
        ("1.3", ["Section 1.3"]),
    ]


def test_labels_and_headings_refer_to_nothing(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "Section 1.1 Terms as in Section 1.2. Words count.", "Section 1.2 Days. Days count.", "EXHIBIT A", "The list."
    )
    assert references(reading) == ()


def test_references_stand_in_order_and_none_overlaps_another(sample: Reading) -> None:
    spans = [one.span for one in references(sample)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_narrower_words_after_a_comma_are_within_the_clause_named_before(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
Article 1 (Purpose)
1. The Company issues the shares.
2. The Investor subscribes for them.

Article 2 (Payment)
1. The particulars are as follows:
(1) Number: as Article 1, Paragraph 2 says
(2) Day: April 1
2. The Investor pays on the day in Article 2, Paragraph 1, Item 2, and as Article 9, Paragraph 1 of the Act says.
""")
    found = references(reading)
    assert [(one.quote, one.external) for one in found] == [
        ("Article 1, Paragraph 2", False),
        ("Article 2, Paragraph 1, Item 2", False),
        ("Article 9, Paragraph 1 of the Act", True),
    ]
    assert [[reading.outline[target].citation for target in one.targets] for one in found] == [
        ["Article 1, item 2"],
        ["Article 2, item 1(2)"],
        [],
    ]
