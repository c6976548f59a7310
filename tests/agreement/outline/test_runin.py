"""Items that stand inside a paragraph, told from references by their order."""

from __future__ import annotations

import pytest

from carveout.agreement.labels.numbering import Count
from carveout.agreement.outline.runin import run_in_items


def items(text: str, *, opens: tuple[Count, ...] = ()) -> list[tuple[str, str]]:
    return [(item.number, text[item.body_start : item.end]) for item in run_in_items(text, 0, len(text), opens=opens)]


def test_an_item_ends_where_the_next_begins_and_the_last_with_its_sentence() -> None:
    assert items("The Seller shall (i) sell, (ii) deliver and (iii) cooperate. It shall pay.") == [
        ("(i)", "sell,"),
        ("(ii)", "deliver and"),
        ("(iii)", "cooperate."),
    ]


def test_abbreviations_end_no_item() -> None:
    found = items("It is (i) a company and (ii) no U.S. Person (as defined in Regulation S). The Seller agrees.")
    assert found[-1] == ("(ii)", "no U.S. Person (as defined in Regulation S).")


def test_one_number_makes_no_list() -> None:
    assert items("The Seller (i) shall sell.") == []
    assert items("The Seller shall (ii) sell and (iii) deliver.") == []


def test_one_number_makes_a_list_where_the_next_paragraph_goes_on() -> None:
    assert items("The Seller shall: (a) sell; and", opens=(Count("(a)", (2,)),)) == [("(a)", "sell; and")]


def test_numbers_after_number_words_are_no_items() -> None:
    assert items("within two (1) months and three (2) days") == []
    assert (
        items("under Sections 16.4(1) or 16.4(2), or clauses (i) and (ii), or subparagraphs (1) through (3) above")
        == []
    )
    assert items("the restrictions set forth (i) above and in (ii) below") == []


def test_references_between_items_end_nothing() -> None:
    found = items("It shall (i) notify, (ii) obtain and (iii) deliver; the limits set forth (iii) above do not apply.")
    assert [number for number, _ in found] == ["(i)", "(ii)", "(iii)"]
    assert found[-1][1].endswith("do not apply.")


def test_lists_stand_inside_items() -> None:
    text = "It (i) sells (A) shares and (B) bonds, and (ii) pays."
    found = run_in_items(text, 0, len(text))
    assert [(item.number, item.parent.number if item.parent else None) for item in found] == [
        ("(i)", None),
        ("(A)", "(i)"),
        ("(B)", "(i)"),
        ("(ii)", None),
    ]
    assert text[found[2].start : found[2].end] == "(B) bonds, and"


def test_a_list_may_begin_again_in_the_same_paragraph() -> None:
    found = items("It (i) sells and (ii) pays. It also (i) cooperates and (ii) notifies.")
    assert [words for _, words in found] == ["sells and", "pays.", "cooperates and", "notifies."]


def test_a_list_that_begins_again_ends_the_one_before_though_no_sentence_ends() -> None:
    found = items("whether (i) now or (ii) later, and whether (i) here or (ii) there")
    assert [words for _, words in found] == ["now or", "later, and whether", "here or", "there"]


def test_an_i_after_h_goes_on_with_the_letters() -> None:
    text = " ".join(f"({letter}) x," for letter in "abcdefghij")
    assert [number for number, _ in items("It has " + text)] == [f"({letter})" for letter in "abcdefghij"]


def test_an_item_reaches_as_far_as_the_list_inside_it() -> None:
    found = items("It shall (a) pay and (b) deliver. The goods (i) are new and (ii) work.")
    assert [words for _, words in found][-2:] == ["are new and", "work."]
    assert all(words for _, words in found)


@pytest.mark.parametrize("lead", ["arising out of", "relating to", "other than", "consisting of", "as a result of"])
def test_a_word_that_may_point_can_open_a_list_too(lead: str) -> None:
    text = f"any effect {lead} (i) any war, (ii) any storm or (iii) any change in law."
    assert [item.number for item in run_in_items(text, 0, len(text))] == ["(i)", "(ii)", "(iii)"]


def test_a_label_may_touch_the_words_after_it() -> None:
    text = 'The assets are (a)all vehicles; (b)"Contracts" as listed; and (c)Deeds. He or (s)he may go, by (f), too.'
    found = run_in_items(text, 0, len(text))
    assert [text[item.body_start : item.end] for item in found] == [
        "all vehicles;",
        '"Contracts" as listed; and',
        "Deeds.",
    ]
