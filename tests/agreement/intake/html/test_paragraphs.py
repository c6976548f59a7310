"""Paragraphs of a page: one for each element that stands by itself, its indent in columns, its lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Page = Callable[[str], Manuscript]
    Shown = Callable[[str], list[tuple[str, list[str]]]]

PROSE = "The Seller shall deliver the Shares to the Buyer at the Closing, free and clear of all liens and claims"


def texts(made: Manuscript) -> list[str]:
    return [line.text for line in made.lines]


def leads(made: Manuscript) -> list[str]:
    return [made.lines[one.first].text.lstrip(" ")[: one.lead] for one in made.paragraphs or ()]


def test_each_block_is_a_paragraph_closed_or_not(shown: Shown) -> None:
    body = "<P>One<P>two <div>three<div>four</div></div><FONT>five</FONT> and six<h2>seven</h2>"
    assert [lines for _, lines in shown(body)] == [["One"], ["two"], ["three"], ["four"], ["five and six"], ["seven"]]


def test_white_space_is_one_blank_and_markup_within_words_none(page: Page) -> None:
    assert texts(page("<p>The\n   <b>Sel</b>ler&nbsp;&nbsp;shall\tpay</p>")) == ["The Seller shall pay"]


@pytest.mark.parametrize(
    ("style", "columns"),
    [
        ("margin-left:36pt", 6),
        ("margin-left:0.5in", 6),
        ("MARGIN-LEFT: 48px", 6),
        ("padding-left:3em", 6),
        ("margin-left:8%; text-indent:4%", 10),
        ("margin: 0 0 0 36pt", 6),
        ("margin-left:72pt; text-indent:-36pt", 6),
        ("text-indent:-36pt", 0),
    ],
)
def test_margins_and_first_lines_indent_by_columns(page: Page, style: str, columns: int) -> None:
    assert page(f'<p style="{style}">Words</p>').lines[0].indent == columns


def test_hard_spaces_and_nested_margins_indent_too(page: Page) -> None:
    assert page("<p>&nbsp;&nbsp;&nbsp; &nbsp;Words</p>").lines[0].indent == 5
    assert page('<div style="margin-left:36pt"><blockquote><p>Words</blockquote></div>').lines[0].indent == 11


def test_what_is_centred_is_centred(shown: Shown) -> None:
    for body in (
        "<p align=center>ARTICLE I</p>",
        '<div style="text-align:center"><b>ARTICLE I</b></div>',
        "<center>ARTICLE I</center>",
    ):
        ((style, lines),) = shown(body)
        assert (style, lines[0].strip()) == ("centered", "ARTICLE I")
    assert shown('<center><div align="left">Words</div></center>') == [("body", ["Words"])]


def test_headings_have_levels(page: Page) -> None:
    assert [one.level for one in page("<h1>Title</h1><h3>Section</h3><p>Words</p>").paragraphs or ()] == [1, 3, None]


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("<u>Organization</u>. The Company is", "Organization"),
        ("3.1 <u>Organization</u>. The Company is", "3.1 Organization"),
        ("Section&nbsp;3.01&nbsp;&nbsp; <U>The Merger</U>. Upon the terms", "Section 3.01 The Merger"),
        ("<b>Section 3.1</b>&nbsp; <i>Organization.</i> The Company", "Section 3.1 Organization."),
        ("(a) (i) <u>Contracts</u>. Each", "(a) (i) Contracts"),
        ('<span style="font-weight:700">Closing.</span> The closing', "Closing."),
        ('<font style="font-variant:small-caps">Closing</font>. The closing', "Closing"),
        ("<b>GENERAL PROVISIONS</b>", "GENERAL PROVISIONS"),
        ("The <u>Company</u> shall", ""),
        ("The Company shall", ""),
        ("<b><span style='font-weight:normal'>The Company</span></b> shall", ""),
    ],
)
def test_the_lead_covers_label_and_heading(page: Page, body: str, lead: str) -> None:
    assert leads(page(f"<p>{body}</p>")) == [lead]


def test_one_break_ends_a_line_and_two_a_paragraph(shown: Shown) -> None:
    assert shown(f"<p>{PROSE}<br>and to the Agent.<br><br>Next.</p>") == [
        ("body", [PROSE, "and to the Agent."]),
        ("body", ["Next."]),
    ]


def test_short_lines_keep_their_breaks(shown: Shown) -> None:
    assert shown("<p>Anchor Holdings, Inc.<br>1 Main Street<br>New York</p>") == [
        ("fixed", ["Anchor Holdings, Inc.", "1 Main Street", "New York"])
    ]


def test_a_label_after_a_break_begins_a_paragraph(shown: Shown) -> None:
    assert [lines for _, lines in shown("<p>The Seller shall:<br>(a) deliver;<br>(b) pay; and<br>(c) sign.</p>")] == [
        ["The Seller shall:"],
        ["(a) deliver;"],
        ["(b) pay; and"],
        ["(c) sign."],
    ]


def test_an_indent_after_a_break_begins_a_paragraph(shown: Shown) -> None:
    found = shown(f"{PROSE}.<br>&nbsp;&nbsp;&nbsp;&nbsp;{PROSE}.<br>&nbsp;&nbsp;&nbsp;&nbsp;{PROSE}.")
    assert [lines[0].strip() for _, lines in found] == [f"{PROSE}."] * 3


def test_numbered_lists_print_their_labels(page: Page) -> None:
    body = "<ol><li>One<li>two</ol><ol type=a start=3><li><p>three</ol><ol type=i><li>four</ol><ul><li>five</ul>"
    assert [text.strip() for text in texts(page(body))] == ["1. One", "2. two", "c. three", "i. four", "five"]


def test_what_is_hidden_is_no_word_of_the_document(page: Page) -> None:
    body = """<title>No</title><script>no()</script><style>p {no: no}</style><!-- no -->
    <div style="display:none">No</div><p hidden>No</p><ix:header>No</ix:header><p>Words<sup>1</sup></p>"""
    assert texts(page(body)) == ["Words1"]


def test_a_page_of_preformatted_text_is_read_as_text_is(page: Page) -> None:
    made = page("<pre>\n  ARTICLE I\n\n  1.1  The Seller\n  shall pay.\n<PAGE>\n  1.2 It shall go.</pre>")
    assert made.paragraphs is None
    assert [line.text for line in made.lines if line.text] == [
        "  ARTICLE I",
        "  1.1  The Seller",
        "  shall pay.",
        "  1.2 It shall go.",
    ]
    assert made.pages == 2


def test_preformatted_text_among_other_is_set_by_its_layout(shown: Shown) -> None:
    other = "".join(f"<p>{PROSE} {at}.</p>" for at in range(5))
    assert shown(f"{other}<pre>\nName       Shares\n\nA. Seller     100\n</pre>")[-1] == (
        "fixed",
        ["A. Seller     100"],
    )


def test_a_label_that_floats_beside_its_text_runs_in(shown: Shown) -> None:
    label = '<div style="float:left; margin-left:20pt"><font>(a)</font><br></div>'
    body = f'{label}<div style="margin-left:30pt">{PROSE}</div><div style="clear:both">&#8203;</div><p>Next</p>'
    assert shown(body) == [("body", [f"   (a) {PROSE}"]), ("body", ["Next"])]


def test_what_floats_without_a_neighbour_stays(shown: Shown) -> None:
    assert [lines for _, lines in shown('<div style="float:left">Words</div>')] == [["Words"]]


def test_a_text_between_two_tags_is_read_as_text_is(page: Page) -> None:
    made = page("\n\n".join(f"   1.{at}  The Seller shall\n   pay.\n<TABLE>\n<CAPTION>" for at in range(1, 40)))
    assert made.paragraphs is None
    assert [line.text for line in made.lines[:2]] == ["   1.1  The Seller shall", "   pay."]


@pytest.mark.parametrize(
    "label",
    [
        '<span>(a)</span><span style="padding-left:7.66pt">the Shares</span>',
        '<span style="margin-right:10pt">(a)</span>the Shares',
        '<span style="display:inline-block; width:36pt">(a)</span>the Shares',
        '(a)<span style="padding-left:0pt"> the</span> Sha<i style="padding-left:0.5pt">res</i>',
    ],
)
def test_a_gap_that_only_a_style_makes_is_a_blank(page: Page, label: str) -> None:
    assert texts(page(f"<div>{label}</div>")) == ["(a) the Shares"]
