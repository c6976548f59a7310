"""How paragraphs are set: their indent, their heading, what is set apart at their start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript, SetParagraph

    Read = Callable[..., Manuscript]
    Write = Callable[..., str]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def first(made: Manuscript) -> SetParagraph:
    assert made.paragraphs is not None
    return made.paragraphs[0]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:ind w:left="600"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deep"><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLine="240"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Title"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Caption"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "indent"),
    [
        ("", 5),
        ('<w:pStyle w:val="Deep"/>', 7),
        ('<w:pStyle w:val="Deep"/><w:ind w:left="1200" w:hanging="600"/>', 5),
        ('<w:ind w:start="1440"/>', 12),
        ('<w:ind w:left="-720"/>', 0),
        ('<w:ind w:left="999999999"/>', 120),
        ('<w:ind w:left="a" w:firstLine="120"/>', 6),
        ('<w:pPrChange><w:pPr><w:ind w:left="0"/></w:pPr></w:pPrChange>', 5),
    ],
)
def test_a_column_of_indent_is_six_points(manuscript: Read, p: Write, properties: str, indent: int) -> None:
    assert manuscript(p("Shares", properties), styles=STYLES).lines[0].indent == indent


def test_tabs_before_the_first_word_indent_it(manuscript: Read, p: Write) -> None:
    assert manuscript(p("<w:r><w:tab/><w:tab/><w:t>Shares</w:t></w:r>")).lines[0].indent == 12


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="H3"/>', 3),
        ('<w:pStyle w:val="Out"/>', 2),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="H3"/><w:outlineLvl w:val="9"/>', None),
        ("", None),
    ],
)
def test_a_heading_has_its_level(manuscript: Read, p: Write, properties: str, level: int | None) -> None:
    assert first(manuscript(p("Shares", properties), styles=STYLES)).level == level


def test_what_stands_in_the_middle_is_centred(manuscript: Read, p: Write) -> None:
    assert first(manuscript(p("SHARE PURCHASE", '<w:pStyle w:val="Title"/>'), styles=STYLES)).style == "centered"


def test_styles_based_on_each_other_are_read_all_the_same(manuscript: Read, p: Write) -> None:
    assert first(manuscript(p("Shares", '<w:pStyle w:val="A"/>'), styles=STYLES)).style == "centered"


@pytest.mark.parametrize(
    ("runs", "apart"),
    [
        (run("Sale of Shares.", "<w:b/>") + run(" Seller sells."), "Sale of Shares."),
        (run("Sale ", "<w:u/>") + run("of Shares", '<w:u w:val="single"/>') + run(". Seller sells."), "Sale of Shares"),
        (run("Sale", '<w:rStyle w:val="Caption"/>') + run(". Seller sells."), "Sale"),
        (run("1.1") + "<w:r><w:tab/></w:r>" + run("Sale.", "<w:smallCaps/>") + run(" Seller sells."), "1.1 Sale."),
        (run("(a) ") + run("Sale.", "<w:i/>") + run(" Seller sells."), "(a) Sale."),
        (run("Term Sheet", '<w:sz w:val="40"/>') + run(" of this day", '<w:sz w:val="22"/>'), "Term Sheet"),
        (run("“") + run("Sale", "<w:b/>") + run("” means this."), ""),
        (run("Seller sells ") + run("all", "<w:b/>"), ""),
        (run("Seller sells.", '<w:b w:val="0"/><w:u w:val="none"/>'), ""),
        (run("Whole", "<w:b/>") + run(" of it", "<w:b/><w:i/>"), "Whole of it"),
        (run("Sale.", "<w:b/><w:rPrChange><w:rPr><w:b w:val='0'/></w:rPr></w:rPrChange>") + run(" It sells."), "Sale."),
    ],
)
def test_the_words_set_apart_at_the_start_are_counted(manuscript: Read, p: Write, runs: str, apart: str) -> None:
    made = manuscript(p(runs), styles=STYLES)
    assert made.lines[0].text.lstrip()[: first(made).lead] == apart


def test_the_number_of_a_list_is_set_apart_with_its_heading(manuscript: Read, p: Write, level: Write) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listing = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    made = manuscript(p(run("Sale.", "<w:u/>") + run(" Seller sells."), listing), numbering=numbering)
    assert made.lines[0].text[: first(made).lead] == "1. Sale."
    made = manuscript(p("Seller sells.", listing), numbering=numbering)
    assert first(made).lead == 0


def test_bold_in_a_bold_style_is_plain(manuscript: Read, p: Write) -> None:
    made = manuscript(
        p(run("Plain", '<w:rStyle w:val="Strong"/>') + run(" words"), '<w:pStyle w:val="H3"/>'), styles=STYLES
    )
    assert first(made).lead == 0
