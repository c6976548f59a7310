"""Pages of a page: counted where the source breaks them, their numbers and running heads left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Page = Callable[[str], Manuscript]

BREAK = '<p style="page-break-before:always"></p><hr>'
PROSE = "The Seller shall deliver the Shares to the Buyer at the Closing, free and clear of all liens"


def placed(made: Manuscript) -> list[tuple[str, int | None]]:
    return [(line.text.strip(), line.page) for line in made.lines]


@pytest.mark.parametrize(
    "turn",
    [
        "<p>{}</p>" + BREAK,
        "<p align=center>- {} -</p><hr>",
        '<p>Page {} of 3</p><div style="page-break-after: always"></div>',
        "<p>A-{}</p>" + BREAK,
        '<hr><p align=center>{}</p><p style="page-break-before:always">',
    ],
)
def test_pages_are_counted_and_their_numbers_left_out(page: Page, turn: str) -> None:
    body = f"<p>One.</p>{turn.format(1)}<p>Two.</p>{turn.format(2)}<p>Three.</p>"
    assert placed(page(body)) == [("One.", 1), ("Two.", 2), ("Three.", 3)]


def test_numbers_on_top_of_pages_are_left_out_too(page: Page) -> None:
    body = f"<p>One.</p>{BREAK}<p>2</p><p>Two.</p>{BREAK}<p>3</p><p>Three.</p>"
    assert placed(page(body)) == [("One.", 1), ("Two.", 2), ("Three.", 3)]


def test_running_heads_are_left_out(page: Page) -> None:
    top = '<p><a href="#toc">Table of Contents</a></p>'
    body = BREAK.join(f"{top}<p>Words of page {name}.</p><p>{at}</p>" for at, name in enumerate("abcd", 1))
    assert [text for text, _ in placed(page(body))] == [f"Words of page {name}." for name in "abcd"]


def test_a_lone_number_and_a_ruled_line_are_no_page(page: Page) -> None:
    made = page("<p>One.</p><p>1</p><hr><p>Two.</p>")
    assert placed(made) == [("One.", None), ("1", None), ("Two.", None)]
    assert made.pages is None


def test_numbers_left_among_paragraphs_count_pages(page: Page) -> None:
    turned = "".join(
        f"<p>{PROSE * 5}</p><p align=center>-{at}-</p><p>and so on {name}.</p>" for at, name in enumerate("abcd", 1)
    )
    made = page(turned)
    assert made.pages == 5
    assert not [line.text for line in made.lines if "-" in line.text]
    assert [line.page for line in made.lines if "so on" in line.text] == [2, 3, 4, 5]


def test_rows_and_notes_beside_breaks_stay(page: Page) -> None:
    body = f"<p>One</p>{BREAK}<p>Exhibit A-1</p><p>Two</p>{BREAK}<p>(i)</p><p>three</p>"
    assert [text for text, _ in placed(page(body))] == ["One", "Exhibit A-1", "Two", "(i)", "three"]


def test_a_sentence_that_a_page_cuts_is_whole_again(page: Page) -> None:
    made = page(f"<p>(a) {PROSE}</p><p>1</p>{BREAK}<p>and of all claims.</p><p>(b) Next</p><p>2</p>{BREAK}<p>Last</p>")
    assert [(one.first, one.end) for one in made.paragraphs or ()] == [(0, 2), (2, 3), (3, 4)]
    assert placed(made)[:2] == [(f"(a) {PROSE}", 1), ("and of all claims.", 2)]


def test_a_clause_that_begins_a_page_is_its_own(page: Page) -> None:
    for below in ("(b) the next clause", "ARTICLE II", "<u>Closing</u>. The closing"):
        made = page(f"<p>(a) {PROSE}</p><p>1</p>{BREAK}<p>{below}</p><p>2</p>{BREAK}<p>Last</p>")
        assert len(made.paragraphs or ()) == 3
