"""Tables of a page: those of data are lines, those that only set a label beside its text are paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Shown = Callable[[str], list[tuple[str, list[str]]]]

PROSE = "deliver the Shares to the Buyer at the Closing, free and clear of all liens and claims;"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_rows_of_data_are_lines_with_their_cells_in_columns(shown: Shown) -> None:
    assert shown(table(("Name", "Shares"), ("A. Seller", "100"), ("B. Buyer &amp; Sons", "2,000"))) == [
        ("fixed", ["Name               Shares", "A. Seller          100", "B. Buyer & Sons    2,000"])
    ]


def test_a_table_of_contents_has_a_line_for_each_entry(shown: Shown) -> None:
    body = table(("Section 1.01", "&nbsp;", "The Merger", "1"), ("Section 1.02", "", "Closing", "12"))
    assert shown(body) == [("fixed", ["Section 1.01    The Merger    1", "Section 1.02    Closing       12"])]


def test_a_label_beside_its_text_is_a_paragraph(shown: Shown) -> None:
    body = '<table><tr><td width="5%">&nbsp;</td><td width="5%">(a)</td>' + f"<td>{PROSE}</td></tr></table>"
    assert shown(body) == [("body", [f"    (a) {PROSE}"])]


def test_the_rest_of_a_text_follows_its_label(shown: Shown) -> None:
    assert [lines[0].strip() for _, lines in shown(table(("(a)", f"<p>{PROSE}</p><p>and go.</p>")))] == [
        f"(a) {PROSE}",
        "and go.",
    ]


def test_a_term_beside_its_meaning_is_a_paragraph(shown: Shown) -> None:
    rows = [("“Shares”", f"means what one must {PROSE}"), ("“Closing”", f"means the day to {PROSE}")]
    assert [lines[0].strip() for _, lines in shown(table(*rows))] == [" ".join(row) for row in rows]


def test_a_bullet_is_a_label(shown: Shown) -> None:
    assert [lines[0].strip() for _, lines in shown(table(("•", "one thing"), ("•", "another")))] == [
        "• one thing",
        "• another",
    ]


def test_two_languages_side_by_side_are_read_one_after_the_other(shown: Shown) -> None:
    long = " ".join([PROSE] * 3)
    assert shown(table((long, long.upper()))) == [("body", [long]), ("body", [f"    {long.upper()}"])]


def test_a_table_that_only_frames_a_page_leaves_its_paragraphs(shown: Shown) -> None:
    body = table((f"<p>One</p>{table(('Name', 'Shares'), ('A', '1'))}<p>two</p>",))
    assert shown(body) == [("body", ["One"]), ("fixed", ["Name    Shares", "A       1"]), ("body", ["two"])]


def test_signatures_stand_beside_each_other(shown: Shown) -> None:
    body = table(("SELLER<br>By: ______<br>Name: A", "BUYER<br>By: ______<br>Name: B"))
    assert shown(body) == [("fixed", ["SELLER        BUYER", "By: ______    By: ______", "Name: A       Name: B"])]


def test_a_cell_of_several_lines_is_one_among_others(shown: Shown) -> None:
    body = table(("Name", "Number<br>of Shares", "Price"), ("A", "1", "$"))
    assert shown(body)[0][1][0] == "Name    Number of Shares    Price"


def test_a_currency_sign_stays_with_its_amount(shown: Shown) -> None:
    body = table(("Loss", "$", "(100", ")"), ("Gain", "$", "20", ""))
    assert shown(body) == [("fixed", ["Loss    $(100)", "Gain    $20"])]
