"""The numbers of lists, as Word prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Lines = Callable[..., list[str]]
    Write = Callable[..., str]

NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def abstract(levels: str, key: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'


@pytest.fixture
def legal(level: Write) -> str:
    """Define ARTICLE I, Section 1.01, (a), (i)."""
    return (
        abstract(
            level(0, "upperRoman", "ARTICLE %1")
            + level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
            + level(2, "lowerLetter", "(%3)")
            + level(3, "lowerRoman", "(%4)")
        )
        + NUM
    )


def test_levels_count_by_themselves_and_start_anew_below_a_higher_one(lines: Lines, listed: Write, legal: str) -> None:
    body = "".join(listed("x", at) for at in (0, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1))
    assert lines(body, numbering=legal) == [
        "ARTICLE I x",
        "Section 1.01 x",
        "(a) x",
        "(b) x",
        "(i) x",
        "(ii) x",
        "(c) x",
        "Section 1.02 x",
        "(a) x",
        "ARTICLE II x",
        "Section 2.01 x",
    ]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", "4."),
        ("decimalZero", "04."),
        ("upperRoman", "IV."),
        ("lowerRoman", "iv."),
        ("upperLetter", "D."),
        ("lowerLetter", "d."),
        ("ordinal", "4th."),
        ("cardinalText", "Four."),
        ("ordinalText", "Fourth."),
        ("decimalEnclosedCircle", "④."),
        ("japaneseCounting", "四."),
        ("unheardOf", "4."),
        ("none", "."),
    ],
)
def test_a_number_is_written_in_its_form(lines: Lines, listed: Write, level: Write, form: str, printed: str) -> None:
    numbering = abstract(level(0, form, "%1.", start=4)) + NUM
    assert lines(listed("Shares"), numbering=numbering) == [f"{printed} Shares"]


def test_letters_are_doubled_after_z(lines: Lines, listed: Write, level: Write) -> None:
    body = listed("x") * 3
    numbering = abstract(level(0, "lowerLetter", "(%1)", start=26)) + NUM
    assert lines(body, numbering=numbering) == ["(z) x", "(aa) x", "(bb) x"]


def test_a_bullet_of_a_symbol_font_is_printed_as_one(lines: Lines, listed: Write, level: Write) -> None:
    assert lines(listed("x"), numbering=abstract(level(0, "bullet", "\uf0b7")) + NUM) == ["• x"]


def test_lists_of_one_definition_go_on_counting_unless_they_start_anew(
    lines: Lines, listed: Write, level: Write
) -> None:
    numbering = (
        abstract(level(0, "decimal", "%1."))
        + NUM
        + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        + '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        + "</w:lvlOverride></w:num>"
    )
    body = listed("x") + listed("x", 0, 2) + listed("x", 0, 3) + listed("x", 0, 3) + listed("x")
    assert lines(body, numbering=numbering) == ["1. x", "2. x", "7. x", "8. x", "9. x"]


def test_a_list_can_lay_a_level_of_its_own_over_its_definition(lines: Lines, listed: Write, level: Write) -> None:
    numbering = abstract(level(0, "decimal", "%1.")) + (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride></w:num>'
    )
    assert lines(listed("x"), numbering=numbering) == ["A) x"]


def test_a_level_can_go_on_below_a_higher_one(lines: Lines, listed: Write, level: Write) -> None:
    numbering = (
        abstract(level(0, "decimal", "%1.") + level(1, "decimal", "Clause %2", '<w:lvlRestart w:val="0"/>')) + NUM
    )
    body = "".join(listed("x", at) for at in (0, 1, 0, 1))
    assert lines(body, numbering=numbering) == ["1. x", "Clause 1 x", "2. x", "Clause 2 x"]


def test_a_level_above_that_has_not_been_counted_shows_where_it_starts(
    lines: Lines, listed: Write, level: Write
) -> None:
    numbering = abstract(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + NUM
    assert lines(listed("x", 1), numbering=numbering) == ["1.1 x"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tied"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_style_numbers_its_paragraphs_and_those_of_the_styles_based_on_it(
    lines: Lines, p: Write, level: Write
) -> None:
    numbering = abstract(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + NUM
    body = p("x", '<w:pStyle w:val="H1"/>') + p("x", '<w:pStyle w:val="H2"/>') + p("x", '<w:pStyle w:val="Own"/>')
    assert lines(body, numbering=numbering, styles=STYLES) == ["1. x", "1.1 x", "1.2 x"]


def test_a_level_is_tied_to_a_style(lines: Lines, p: Write, level: Write) -> None:
    tied = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="Tied"/>')
    assert lines(p("x", '<w:pStyle w:val="Tied"/>'), numbering=abstract(tied) + NUM, styles=STYLES) == ["1.1 x"]


def test_a_paragraph_takes_the_number_of_its_style_away(lines: Lines, p: Write, level: Write) -> None:
    numbering = abstract(level(0, "decimal", "%1.")) + NUM
    body = p("x", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + p("y", '<w:pStyle w:val="H1"/>')
    assert lines(body, numbering=numbering, styles=STYLES) == ["x", "1. y"]


def test_a_list_can_be_taken_from_a_style(lines: Lines, listed: Write, level: Write) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Legal"/>{level(0, "decimal", "Clause %1")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert lines(listed("x"), numbering=numbering) == ["Clause 1 x"]


def test_numbers_count_through_tables(lines: Lines, listed: Write, legal: str) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{listed('in a cell')}</w:tc></w:tr></w:tbl>"
    assert lines(listed("x") + cell + listed("x"), numbering=legal) == [
        "ARTICLE I x",
        "ARTICLE II in a cell",
        "ARTICLE III x",
    ]


def test_a_deleted_paragraph_does_not_count(lines: Lines, listed: Write, legal: str) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    assert lines(listed("x") + gone + listed("y"), numbering=legal) == ["ARTICLE I x", "ARTICLE II y"]


def test_an_empty_paragraph_prints_its_number_unless_it_only_ends_a_section(
    lines: Lines, listed: Write, p: Write, legal: str
) -> None:
    ends = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>')
    assert lines(listed("") + ends + listed("x"), numbering=legal) == ["ARTICLE I", "ARTICLE II x"]


def test_a_list_that_is_defined_nowhere_prints_nothing(lines: Lines, listed: Write) -> None:
    assert lines(listed("x", 3, 99)) == ["x"]


def test_a_level_indents_its_paragraphs_unless_they_say_otherwise(
    manuscript: Callable[..., object], p: Write, level: Write
) -> None:
    indented = level(0, "decimal", "%1.").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr></w:lvl>'
    )
    listing = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("x", listing) + p("y", f'{listing}<w:ind w:left="720" w:firstLine="0"/>')
    made = manuscript(body, numbering=abstract(indented) + NUM)
    assert [line.text for line in made.lines] == ["      1. x", "      2. y"]  # type: ignore[attr-defined]
