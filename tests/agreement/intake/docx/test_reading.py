"""A Word document read as an agreement: its clauses by their printed numbers, cited by page and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import cite
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[..., str]
    Written = Callable[..., bytes]


def test_clauses_bear_the_numbers_that_word_prints(written: Written, p: Write, listed: Write, level: Write) -> None:
    levels = level(0, "upperRoman", "ARTICLE %1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    levels += level(2, "lowerLetter", "(%3)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    preamble = (
        'This Share Purchase Agreement (the "Agreement") is made by and between Anchor Holdings, Inc. ("Seller") '
        'and Beacon Partners Ltd. ("Buyer").'
    )
    turned = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (
        p("SHARE PURCHASE AGREEMENT", '<w:jc w:val="center"/>')
        + p(preamble)
        + listed("SALE AND PURCHASE")
        + listed("Sale. Seller shall sell the Shares to Buyer.", 1)
        + listed("Price. Buyer shall pay:", 1)
        + listed("at Closing, one half; and", 2)
        + listed("later, the rest.", 2)
        + listed(turned + "<w:r><w:t>MISCELLANEOUS</w:t></w:r>")
        + listed("Notices. All notices shall be in writing.", 1)
    )
    reading = read(written(body, numbering=numbering), "deal.docx")
    numbered = [clause for clause in reading.outline if clause.number]
    assert [clause.number for clause in numbered] == ["I", "1.1", "1.2", "(a)", "(b)", "II", "2.1"]
    assert cite(reading, numbered[3].id) == "Section 1.2(a) (p. 1, para. 6)"
    assert cite(reading, numbered[5].id) == "Article II (p. 2, paras. 8–9)"
    assert reading.source.format == "docx"


def test_levels_that_are_printed_alike_are_told_apart(written: Written, p: Write, listed: Write, level: Write) -> None:
    levels = "".join(level(at, "decimal", f"%{at + 1}.") for at in range(3))
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    preamble = (
        'This Agreement (the "Agreement") is made by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").'
    )
    body = p("SHARE PURCHASE AGREEMENT", '<w:jc w:val="center"/>') + p(preamble)
    body += "".join(
        listed(f"Seller shall deliver number {count}.", at) for count, at in enumerate((0, 1, 2, 2, 1, 2, 0, 1))
    )
    reading = read(written(body, numbering=numbering), "deal.docx")
    assert [
        (clause.number, len(list(reading.outline.ancestors(clause.id)))) for clause in reading.outline if clause.number
    ] == [("1", 0), ("1", 1), ("1", 2), ("2", 2), ("2", 1), ("1", 2), ("2", 0), ("1", 1)]


def test_comments_and_changes_stand_at_their_words_in_the_text(written: Written, p: Write) -> None:
    changed = (
        "<w:r><w:t xml:space='preserve'>Seller has no </w:t></w:r>"
        "<w:ins w:author='Ana'><w:r><w:t>known</w:t></w:r></w:ins>"
        "<w:del w:author='Ana'><w:r><w:delText>material</w:delText></w:r></w:del><w:commentRangeStart w:id='1'/>"
        "<w:r><w:t xml:space='preserve'> debts</w:t></w:r><w:commentRangeEnd w:id='1'/><w:r><w:t>.</w:t></w:r>"
    )
    comment = f"<w:comment w:id='1' w:author='Bo'>{p('All of them?')}</w:comment>"
    reading = read(written(p(changed, '<w:ind w:left="720"/>'), comments=comment), "deal.docx")
    assert reading.text == "Seller has no known debts."
    assert [(one.kind.value, one.span.of(reading.text), one.text, one.author) for one in reading.asides] == [
        ("insertion", "known", "known", "Ana"),
        ("deletion", "", "material", "Ana"),
        ("comment", " debts", "All of them?", "Bo"),
    ]


def test_a_comment_in_a_column_stands_at_its_words_in_the_text(written: Written, p: Write) -> None:
    marked = "<w:commentRangeStart w:id='1'/><w:r><w:t>1,000</w:t></w:r><w:commentRangeEnd w:id='1'/>"
    rows = (("Name", "Shares"), ("", marked))
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    comment = f"<w:comment w:id='1'>{p('Check.')}</w:comment>"
    reading = read(written(p("Holders") + f"<w:tbl>{table}</w:tbl>", comments=comment), "deal.docx")
    assert [one.span.of(reading.text) for one in reading.asides] == ["1,000"]
