"""What a printed table of contents promises, the outline bears out, or it is told."""

from __future__ import annotations

from carveout.agreement.checking.printed import printed
from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.outline.contents import Entry
from carveout.agreement.span import Span

OUTLINE = Outline(
    (
        Clause(0, None, ClauseKind.ARTICLE, "I", "ARTICLE I", "THE MERGER", "Article I", 0, 10, 90),
        Clause(1, 0, ClauseKind.SECTION, "1.1", "Section 1.1", "The Merger", "Section 1.1", 10, 30, 50),
        Clause(2, 0, ClauseKind.SECTION, "1.2", "Section 1.2", "Effects", "Section 1.2", 50, 70, 90),
        Clause(3, None, ClauseKind.EXHIBIT, "A", "Exhibit A", "Form of Certificate", "Exhibit A", 90, 95, 99),
    )
)


def told(number: str | None, heading: str, label: str = "") -> list[str]:
    entry = Entry(number, heading, "7", Span(0, 5), label)
    return [finding.message for finding in printed(OUTLINE, [entry])]


def test_a_row_with_its_clause_says_nothing() -> None:
    assert told("1.1", "The Merger", "Section 1.1") == []
    assert told("I", "THE MERGER", "Article I") == []


def test_numbers_without_their_word_count_the_same() -> None:
    assert told("1.2", "Effects") == []


def test_a_heading_may_be_shorter_in_one_place() -> None:
    assert told("1.2", "Effects of the Merger") == []


def test_a_row_without_its_clause_is_told() -> None:
    assert told("1.3", "Closing", "Section 1.3") == [
        "The table of contents lists “Section 1.3 Closing”, which was not found."
    ]


def test_a_clause_with_another_heading_is_told() -> None:
    assert told("1.2", "Conversion", "Section 1.2") == [
        "The table of contents lists “Section 1.2 Conversion”, where Section 1.2 is headed otherwise."
    ]


def test_a_row_without_a_number_is_borne_out_by_a_heading() -> None:
    assert told(None, "Form of Certificate") == []
    assert told(None, "Form of Proxy") == ["The table of contents lists “Form of Proxy”, which was not found."]


def test_a_bare_number_may_be_what_flattened_text_left_of_a_label_or_of_the_row_before() -> None:
    assert told("8", "THE MERGER", "8") == []
    assert told("3", "ARTICLE I THE MERGER", "3") == []
    assert told("3", "THE CLOSING", "3") != []


def test_an_attachment_that_did_not_come_along_is_told_as_such() -> None:
    assert told("B", "Form of Proxy", "Exhibit B") == [
        "The table of contents lists “Exhibit B Form of Proxy”, which is not attached."
    ]


def test_what_is_printed_around_a_table_promises_nothing() -> None:
    assert told(None, "Company Letter 3.01(b) Company Personnel 8.03(g)") == []
