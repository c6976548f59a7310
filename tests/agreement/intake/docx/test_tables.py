"""Tables: set out in columns, or read cell by cell where they only lay out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Lines = Callable[..., list[str]]
    Read = Callable[..., Manuscript]
    Write = Callable[..., str]

LONG = "Seller shall deliver the Shares to Buyer at the Closing, free and clear of every lien and encumbrance."


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def cells(made: Manuscript) -> list[str | None]:
    assert made.paragraphs is not None
    return [paragraph.cell.value if paragraph.cell else None for paragraph in made.paragraphs]


def styles(made: Manuscript) -> list[str]:
    assert made.paragraphs is not None
    return [paragraph.style.value for paragraph in made.paragraphs]


def test_a_table_of_short_cells_keeps_its_columns(manuscript: Read, p: Write) -> None:
    made = manuscript(table((p("Name"), p("Shares")), (p("Anchor"), p("500")), (p(""), p("1,000"))))
    assert [line.text for line in made.lines] == ["Name      Shares", "Anchor    500", "          1,000"]
    assert styles(made) == ["fixed"]


def test_a_merged_cell_takes_the_columns_it_spans(manuscript: Read, p: Write) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Holders of record")}</w:tc><w:tc>{p("x")}</w:tc>'
    rows = table((p("Anchor"), p("500"), p("a")), (p("Beacon"), p("20"), p("b")))
    made = manuscript(rows.replace("<w:tbl>", f"<w:tbl><w:tr>{wide}</w:tr>"))
    assert [line.text for line in made.lines] == ["Holders of record    x", "Anchor    500    a", "Beacon    20     b"]


def test_cells_of_running_text_are_read_in_order(manuscript: Read, p: Write) -> None:
    made = manuscript(table((p("Closing"), p(LONG)), (p("Price"), p("as agreed"))))
    assert [line.text for line in made.lines] == ["Closing", LONG, "Price", "as agreed"]
    assert set(styles(made)) == {"body"}


def test_labels_beside_running_text_run_into_it(manuscript: Read, p: Write) -> None:
    made = manuscript(table((p("Closing"), p(LONG)), (p("Price"), p("As agreed.") + p(LONG))))
    assert [line.text for line in made.lines] == [f"Closing {LONG}", "Price As agreed.", LONG]
    assert made.paragraphs is not None
    assert [one.lead for one in made.paragraphs] == [len("Closing"), len("Price"), 0]


def test_a_label_in_a_cell_of_its_own_belongs_to_the_words_beside_it(lines: Lines, p: Write) -> None:
    assert lines(table((p("1.1"), p("(a)"), p(LONG)), (p("1.2"), p("(a)"), p(LONG)))) == [
        f"1.1 (a) {LONG}",
        f"1.2 (a) {LONG}",
    ]


def test_a_term_in_a_cell_of_its_own_is_one_sentence_with_its_meaning(lines: Lines, p: Write) -> None:
    meaning = f"means what is said here. {LONG}"
    assert lines(table((p("“Shares”"), p(meaning)), (p("“Price”"), p(meaning)))) == [
        f"“Shares” {meaning}",
        f"“Price” {meaning}",
    ]


def test_signatures_side_by_side_are_read_one_after_the_other(lines: Lines, p: Write) -> None:
    cells = [p(f"{who}") + p("By: ________") + p("Name: Ana") for who in ("ANCHOR INC.", "BEACON LTD.")]
    assert lines(table(tuple(cells))) == [
        "ANCHOR INC.",
        "By: ________",
        "Name: Ana",
        "BEACON LTD.",
        "By: ________",
        "Name: Ana",
    ]


def test_a_table_in_a_table_is_read_in_its_place(lines: Lines, p: Write) -> None:
    inner = table((p("a"), p("b")), (p("c"), p("d")))
    assert lines(table((p("before"), p("x") + inner + p("y")), (p(LONG), p("after")))) == [
        "before",
        "x",
        "a    b",
        "c    d",
        "y",
        LONG,
        "after",
    ]


def test_a_row_that_goes_on_overleaf_turns_one_page(manuscript: Read, p: Write) -> None:
    turned = (
        f"<w:r><w:t xml:space='preserve'>{LONG} </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>Overleaf.</w:t></w:r>"
    )
    made = manuscript(p("one") + table((p(turned), p(turned))) + p("below"))
    assert [line.page for line in made.lines] == [1, 1, 2, 1, 2, 2]


def test_what_a_form_asks_for_is_told_from_what_stands_for_it(manuscript: Read, p: Write) -> None:
    rows = (
        (p("Purpose:") + p("How it may be used"), p(LONG)),
        (p("Term:"), p("One year") + p("Or more")),
        (p("Law:"), p("")),
    )
    assert cells(manuscript(table(*rows))) == ["label", "value", "value", "label", "value", "value", "label"]


def test_lines_for_signatures_are_no_form(manuscript: Read, p: Write) -> None:
    made = manuscript(table((p("Company:"), p(LONG)), (p("Signature:"), p("")), (p("Title:"), p("President"))))
    assert set(cells(made)) == {None}
