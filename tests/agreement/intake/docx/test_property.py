"""Documents made at random: no word is lost, none comes twice, and their order stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Read = Callable[..., Manuscript]

WORDS = st.lists(st.sampled_from(["Seller", "the", "§", "“Shares”", "1.", "株式"]), min_size=1, max_size=3)
COUNT = "{#}"
"""Where a number of its own is put behind each word, which tells it from all others."""


def tag(name: str, inside: str, attributes: str = "") -> str:
    return f"<w:{name} {attributes}>{inside}</w:{name}>"


def text(words: list[str], name: str = "t") -> str:
    return f'<w:r><w:{name} xml:space="preserve">{"".join(f"{word}{COUNT} " for word in words)}</w:{name}></w:r>'


RUN = WORDS.map(text)
BREAKS = st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:lastRenderedPageBreak/></w:r>"])
INSTRUCTION = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INLINE = st.one_of(
    RUN,
    BREAKS,
    RUN.map(lambda run: tag("hyperlink", run)),
    RUN.map(lambda run: tag("ins", run, 'w:author="A"')),
    RUN.map(lambda run: tag("sdt", tag("sdtContent", run))),
    RUN.map(
        lambda run: (
            INSTRUCTION.format("begin")
            + "<w:r><w:instrText>REF lost</w:instrText></w:r>"
            + INSTRUCTION.format("separate")
            + run
            + INSTRUCTION.format("end")
        )
    ),
    st.just('<w:del w:author="A"><w:r><w:delText>lost</w:delText></w:r></w:del>'),
    st.just('<w:commentRangeStart w:id="1"/>'),
    st.just('<w:commentRangeEnd w:id="1"/>'),
    RUN.map(
        lambda run: (
            f'<mc:AlternateContent><mc:Choice Requires="w14">{run}</mc:Choice>'
            f"<mc:Fallback><w:r><w:t>lost</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        )
    ),
)
PROPERTIES = st.sampled_from(
    [
        "",
        '<w:jc w:val="center"/>',
        '<w:ind w:left="1440"/>',
        '<w:numPr><w:numId w:val="1"/></w:numPr>',
        "<w:rPr><w:vanish/></w:rPr>",
        "<w:rPr><w:del/></w:rPr>",
        "<w:sectPr/>",
    ]
)
LABEL = '<w:p><w:r><w:t xml:space="preserve">(a) </w:t></w:r></w:p>'
PARAGRAPH = st.one_of(
    st.just(LABEL),
    st.builds(
        lambda properties, runs: tag("p", tag("pPr", properties) + "".join(runs)),
        PROPERTIES,
        st.lists(INLINE, max_size=4),
    ),
)


def table(rows: list[list[str]]) -> str:
    return tag("tbl", "".join(tag("tr", "".join(tag("tc", cell) for cell in row)) for row in rows))


TABLE = st.recursive(
    PARAGRAPH,
    lambda inside: st.lists(
        st.lists(st.lists(inside, min_size=1, max_size=2).map("".join), min_size=1, max_size=3), min_size=1, max_size=3
    ).map(table),
    max_leaves=12,
)
BODY = st.lists(st.one_of(PARAGRAPH, TABLE), min_size=1, max_size=5).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=BODY)
def test_every_word_is_read_once_and_in_its_place(manuscript: Read, body: str) -> None:
    pieces = body.split(COUNT)
    numbered = "".join(f"{piece}·{at}·" for at, piece in enumerate(pieces[:-1])) + pieces[-1]
    made = manuscript(f"<w:p>{text(['Title'])}</w:p>".replace(COUNT, "·0·") + numbered)
    assert made.paragraphs is not None
    read = "\n".join(line.text for one in made.paragraphs for line in made.lines[one.first : one.end])
    assert [word for word in read.split() if "·" in word][1:] == [
        f"{words.rpartition('>')[2].rpartition(' ')[2]}·{at}·" for at, words in enumerate(pieces[:-1])
    ]
    assert "lost" not in read
    assert read.count("(a)") == body.count("(a)")
    assert all(0 <= one.start <= one.end <= len(made.lines[one.line].text) for one in made.besides)
    assert [one.first for one in made.paragraphs] == sorted(one.first for one in made.paragraphs)
