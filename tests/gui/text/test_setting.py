from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from carveout.agreement.clause import ClauseKind as K
from carveout.agreement.clause import Outline
from carveout.agreement.reading import ParagraphStyle
from carveout.gui.text.page import Page
from carveout.gui.text.setting import Role, Setting, Settings
from carveout.gui.text.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

pytestmark = pytest.mark.usefixtures("qapp")


def settings(reading: Reading) -> list[Setting]:
    found = Settings(reading, Typography())
    return [found.of(paragraph) for paragraph in reading.paragraphs]


def test_chapters_are_titles_articles_lesser_ones_and_sections_headings(redraft: Callable[..., Reading]) -> None:
    reading = redraft(
        (0, K.CHAPTER, "Chapter 3.", "Representations", ""),
        (0, K.ARTICLE, "Article 3.", "Representations", "The Seller represents:"),
        (1, K.SECTION, "3.1", "Organization", "The Company is organized."),
    )
    assert [setting.role for setting in settings(reading)] == [
        Role.TITLE,
        Role.SUBTITLE,
        Role.TEXT,
        Role.HEADING,
        Role.TEXT,
    ]


def test_a_section_number_hangs_beside_the_text_that_titles_begin_before(redraft: Callable[..., Reading]) -> None:
    reading = redraft(
        (0, K.ARTICLE, "Article 3.", "Representations", ""), (1, K.SECTION, "3.1", "Organization", "The Company is.")
    )
    title, heading, text = settings(reading)
    assert title.left == 0
    assert heading.left == text.left == heading.hang == Typography().zone


def test_items_stand_further_in_and_in_line_with_their_siblings(redraft: Callable[..., Reading]) -> None:
    reading = redraft(
        (0, K.SECTION, "3.1", "Lawsuits", "The Company:"),
        (1, K.ITEM, "(i)", "", "is party to none;"),
        (1, K.ITEM, "(viii)", "", "is threatened with:"),
        (2, K.ITEM, "(A)", "", "none."),
    )
    _, body, first, eighth, deeper = settings(reading)
    assert first.left == eighth.left > body.left
    assert first.hang == eighth.hang == pytest.approx(first.left - body.left)
    assert deeper.left > first.left


def test_no_depth_takes_the_words_out_of_the_column(redraft: Callable[..., Reading]) -> None:
    reading = redraft(*[(depth, K.ITEM, "(viii)", "", "further in") for depth in range(30)])
    assert max(setting.left for setting in settings(reading)) < Typography().column / 2


def test_a_label_too_long_to_hang_runs_into_its_words(redraft: Callable[..., Reading]) -> None:
    reading = redraft((0, K.SECTION, "Section 3.14", "Liabilities", "None."), (0, K.ITEM, "Schedule item one", "", "x"))
    assert [setting.hang for setting in settings(reading)] == [0, 0, 0]


def test_the_words_after_a_hanging_label_begin_at_the_margin(redraft: Callable[..., Reading]) -> None:
    reading = redraft((0, K.ITEM, "(1)", "", "The words."), (0, K.ITEM, "(2)", "", "More 𠮷."))
    page = Page(reading, Typography(), 100, 40)
    assert page.document.firstBlock().text() == "(1)\tThe words."
    assert page.pieces[0].shown == "(1) The words."
    assert page.document.lastBlock().text() == "(2)\tMore 𠮷."


def test_a_table_keeps_its_columns_in_a_face_of_one_width(redraft: Callable[..., Reading]) -> None:
    reading = redraft((0, K.ITEM, "", "", "Shares    10\nPrice      5"), style=ParagraphStyle.FIXED)
    page = Page(reading, Typography(), 100, 40)
    assert page.document.blockCount() == 2
    block = page.document.firstBlock()
    assert block.text() == "Shares    10"
    assert block.begin().fragment().charFormat().font().family() == Typography().fixed.family()


def test_a_wide_table_takes_the_whole_column(redraft: Callable[..., Reading]) -> None:
    lines = ("Shares".ljust(40), "-" * 80)
    narrow, wide = (settings(redraft((0, K.ITEM, "", "", line), style=ParagraphStyle.FIXED))[0] for line in lines)
    assert narrow.left == Typography().zone
    assert wide.left == 0


def test_a_heading_of_several_lines_is_kept_together(redraft: Callable[..., Reading]) -> None:
    reading = redraft((0, K.EXHIBIT, "EXHIBIT 1", "Purchase", ""), (0, K.ITEM, "", "", "Agreement"))
    caption = replace(reading.outline[0], body_start=len(reading.text), end=len(reading.text))
    first, second = settings(replace(reading, outline=Outline((caption,))))
    assert first.role is second.role is Role.TITLE
    assert (first.continues, second.continues) == (False, True)


def test_a_heading_that_runs_into_its_words_is_set_apart_by_weight(redraft: Callable[..., Reading]) -> None:
    reading = redraft((0, K.SECTION, "3.1", "", "𠮷 Organization.\u0001 The Company."))
    body = reading.text.index("The Company")
    clause = replace(reading.outline[0], heading="𠮷 Organization", body_start=body)
    page = Page(replace(reading, outline=Outline((clause,))), Typography(), 100, 40)
    fragments = page.document.firstBlock().begin()
    set_bold = fragments.fragment()
    assert set_bold.text() == "3.1\t𠮷 Organization.⟦U+0001⟧"
    assert set_bold.charFormat().font().weight() == QFont.Weight.DemiBold
