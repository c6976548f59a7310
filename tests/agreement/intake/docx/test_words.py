"""The words of a Word document: all of them, once, as Word prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx import read_docx
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Lines = Callable[..., list[str]]
    Read = Callable[..., Manuscript]
    Write = Callable[..., str]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, result: str) -> str:
    instruction = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return FIELD.format("begin") + instruction + FIELD.format("separate") + result + FIELD.format("end")


def test_what_stands_for_a_character_is_read_as_it(lines: Lines, p: Write) -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    assert lines(p(inside)) == ["a b-cd☒"]


def test_space_at_the_edges_of_text_counts_only_where_it_is_kept(lines: Lines, p: Write) -> None:
    assert lines(p("<w:r><w:t> a </w:t><w:t>b</w:t></w:r>" + run(" c"))) == ["ab c"]


def test_every_space_is_one_plain_one(lines: Lines, p: Write) -> None:
    assert lines(p(run("Section\u00a01.1\u2003 The ") + run("  Shares\u3000(b)"))) == ["Section 1.1 The Shares (b)"]


def test_a_break_ends_a_line_within_the_paragraph(manuscript: Read, p: Write) -> None:
    made = manuscript(p("<w:r><w:t>Anchor Inc.</w:t><w:br/><w:t>1 Main Street</w:t></w:r>"))
    assert [line.text for line in made.lines] == ["Anchor Inc.", "1 Main Street"]
    assert made.paragraphs is not None
    assert [(one.first, one.end, one.style) for one in made.paragraphs] == [(0, 2, "fixed")]


def test_text_is_read_through_controls_links_and_tags(lines: Lines, p: Write) -> None:
    inside = (
        f'<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>{run("The ")}</w:sdtContent></w:sdt>'
        f"<w:hyperlink>{run('Company')}</w:hyperlink><w:smartTag>{run(' has')}</w:smartTag>"
        '<m:oMath><m:r><m:t xml:space="preserve"> x</m:t></m:r></m:oMath>'
    )
    assert lines(f"<w:sdt><w:sdtContent>{p(inside)}</w:sdtContent></w:sdt>") == ["The Company has x"]


def test_a_field_shows_its_result_and_not_its_instruction(lines: Lines, p: Write) -> None:
    assert lines(p(run("Section ") + field("REF _Ref1", run("2.1")) + run(" holds"))) == ["Section 2.1 holds"]
    assert lines(p(field(f"IF </w:instrText></w:r>{field('REF', run('hidden'))}<w:r><w:instrText>", run("shown")))) == [
        "shown"
    ]


def test_a_field_that_is_never_closed_hides_nothing_below_it(lines: Lines, p: Write) -> None:
    assert lines(p(run("Term") + FIELD.format("begin")) + p("goes on")) == ["Term", "goes on"]


def test_the_text_of_a_box_is_read_once_after_what_it_is_anchored_in(lines: Lines, p: Write) -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    inside = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p(run("before ") + inside + run("after")) + p("below")) == ["before after", "in the box", "below"]


def test_hidden_words_are_not_printed(lines: Lines, p: Write) -> None:
    styles = '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    hidden = run("no", "<w:vanish/>") + run("no", '<w:rStyle w:val="Hidden"/>')
    body = p(run("Shown") + hidden + run(" too", '<w:vanish w:val="0"/>'))
    assert lines(body, styles=styles) == ["Shown too"]


def test_a_hidden_end_sets_a_heading_and_its_words_on_one_line(manuscript: Read, p: Write) -> None:
    heading = p("Definitions.", '<w:pStyle w:val="H"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Heading 2"/></w:style>'
    made = manuscript(heading + p("As used herein."), styles=styles)
    assert made.lines[0].text == "Definitions. As used herein."
    assert made.paragraphs is not None
    assert (made.paragraphs[0].lead, made.paragraphs[0].level) == (12, 2)


def test_footnotes_follow_the_paragraph_that_cites_them_and_endnotes_the_text(lines: Lines, p: Write) -> None:
    def note(kind: str, words: str) -> str:
        return f'<w:{kind} w:id="2">{p(f"<w:r><w:{kind}Ref/></w:r>" + run(words))}</w:{kind}>'

    body = p(run("Price") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>')
    made = lines(
        body + p("Below"), footnotes=note("footnote", " As adjusted."), endnotes=note("endnote", "See exhibit.")
    )
    assert made == ["Price[1][i]", "[1] As adjusted.", "Below", "[i] See exhibit."]


def test_heads_and_feet_are_left_out(lines: Lines, p: Write) -> None:
    assert lines(p("Body"), header=p("Draft of May 1"), footer=p("Page 1")) == ["Body"]


def test_lines_are_on_the_page_where_word_last_set_them(manuscript: Read, p: Write) -> None:
    turned = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("one") + p(run("two begins ") + turned + run("and ends")) + p(turned + run("three"))
    made = manuscript(body)
    assert [(line.text, line.page, line.number) for line in made.lines] == [
        ("one", 1, 1),
        ("two begins", 1, 2),
        ("and ends", 2, 2),
        ("three", 3, 3),
    ]
    assert made.pages == 3


def test_a_document_that_word_never_set_has_no_pages(manuscript: Read, p: Write) -> None:
    made = manuscript(p("one") + p('<w:r><w:br w:type="page"/></w:r>') + p("two"))
    assert made.pages is None
    assert [(line.text, line.page, line.number) for line in made.lines] == [("one", None, 1), ("two", None, 3)]


def test_the_strict_form_of_the_format_is_read_too(written: Callable[..., bytes], p: Write) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = written(p("Shares").replace("<w:p>", f'<w:p xmlns:w="{strict}">'))
    assert [line.text for line in read_docx(content, "x", Course(silent, 2)).lines] == ["Shares"]


def test_a_form_shows_what_is_chosen_in_it(lines: Lines, p: Write) -> None:
    def form(inside: str) -> str:
        begins = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
        return begins + "<w:r><w:instrText>FORM</w:instrText></w:r>" + FIELD.format("end")

    entries = '<w:listEntry w:val="Delaware"/><w:listEntry w:val="New York"/>'
    chosen = form(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')
    assert lines(p(run("Law of ") + chosen)) == ["Law of New York"]
    boxes = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + run(" yes ")
    assert lines(p(boxes + form('<w:checkBox><w:default w:val="0"/></w:checkBox>') + run(" no"))) == ["☒ yes ☐ no"]
