"""No word of the source is lost, none is added, and their order is kept."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carveout.agreement.clause import ClauseKind
from carveout.agreement.intake.markdown import is_markdown
from carveout.agreement.intake.text import read_text
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent
from carveout.agreement.read import read

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

SPACE = re.compile("[ \t\r\n\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
FURNITURE = re.compile(r"-{21} +-{22}|CUSIP NO\. J24210-10-6 +13D +PAGE \d+ OF 35 PAGES")
LABELS = ("ARTICLE I", "Section 1.01", "1.1", "1.", "(a)", "(i)", "Exhibit A", "o", "IN WITNESS WHEREOF", "WITNESSETH:")

words = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=9,
)
odd = st.sampled_from(["\x00", "pay\x07s", "\x1c", "\x85", "\u202etfel", "\u200b", "株式"])
lines = st.one_of(
    st.just(""),
    st.builds(
        "{}{}".format,
        st.sampled_from(["", "    ", "          ", "\t", "\u00a0 "]),
        st.lists(words | odd, max_size=14).map(" ".join),
    ),
    st.builds(
        "{}{}  {}".format,
        st.sampled_from(["", "      "]),
        st.sampled_from(LABELS),
        st.lists(words, max_size=8).map(" ".join),
    ),
    st.sampled_from(
        [
            "the Seller shall sell the Shares, and the Purchaser shall pay for them, on the",
            "- 3 -",
            "-----",
            "TABLE OF CONTENTS",
        ]
    ),
)


def printed(text: str) -> str:
    """Return the characters of a text that print: its words without what parts them."""
    return SPACE.sub("", text)


def test_the_sample_keeps_every_word_that_is_no_page_furniture(filing: str, sample: Reading) -> None:
    source = " ".join(line for line in filing.split("\n") if not FURNITURE.fullmatch(line))
    assert Counter(sample.text.split()) == Counter(source.split())


def test_the_sample_keeps_their_order_but_in_the_term_sheet_where_columns_are_read_one_by_one(
    filing: str, sample: Reading
) -> None:
    rows = [clause for clause in sample.outline if clause.kind is ClauseKind.TERM]
    first, last = rows[0].line_first, rows[-1].line_last
    assert first is not None
    assert last is not None
    numbered = [line for line in enumerate(filing.split("\n"), 1) if not FURNITURE.fullmatch(line[1])]
    outside = "".join(printed(line) for number, line in numbered if not first <= number <= last)
    assert printed(sample.text[: rows[0].start] + sample.text[rows[-1].end :]) == outside


def test_the_sample_s_furniture_is_gone(sample: Reading) -> None:
    assert not re.search(r"CUSIP NO\.|PAGE \d+ OF 35", sample.text)


def test_a_remark_of_the_page_is_a_word_of_the_source(sample: Reading) -> None:
    assert "[No Further Text on This Page]" in sample.text
    assert "[REMAINDER OF PAGE INTENTIONALLY LEFT BLANK]" in sample.text


@given(st.lists(lines, max_size=60))
@settings(max_examples=200, deadline=None)
def test_every_document_keeps_what_its_manuscript_holds(source: list[str]) -> None:
    content = ("words\n\n" + "\n".join(source)).encode()
    assume(not is_markdown(content))
    held = "".join(printed(line.text) for line in read_text(content, "made.txt", Course(silent, 2)).lines)
    reading = read(content, "made.txt")
    if any(clause.kind is ClauseKind.TERM for clause in reading.outline):
        assert Counter(printed(reading.text)) == Counter(held)
    else:
        assert printed(reading.text) == held


@given(st.lists(st.lists(words, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=40))
@settings(deadline=None)
def test_a_document_without_page_breaks_keeps_every_character(source: list[str]) -> None:
    try:
        reading = read("\n\n".join(source).encode(), "made.txt")
    except NotReadableError:
        assert not re.search(r"\w", "".join(source)) or any(
            ord(character) < 32 for line in source for character in line
        )
        return
    if reading.source.pages is None and not is_markdown("\n\n".join(source).encode()):
        assert printed(reading.text) == printed("".join(source))


@given(st.lists(lines, max_size=60))
@settings(deadline=None)
def test_paragraphs_and_clauses_hold_together(source: list[str]) -> None:
    reading = read(("words\n\n" + "\n".join(source)).encode(), "made.txt")
    covered = "".join(paragraph.span.of(reading.text) for paragraph in reading.paragraphs)
    assert printed(covered) == printed(reading.text)
    assert [place.start for place in reading.places] == sorted({place.start for place in reading.places})
    for clause in reading.outline:
        assert 0 <= clause.start <= clause.body_start <= clause.end <= len(reading.text)
        if clause.parent is not None:
            assert clause.parent < clause.id
            assert reading.outline[clause.parent].span.holds(clause.span)
    for parent in (None, *range(len(reading.outline))):
        children = [reading.outline[child] for child in reading.outline.children(parent)]
        assert all(one.end <= after.start for one, after in pairwise(children))
    assert [clause.start for clause in reading.outline] == sorted(clause.start for clause in reading.outline)
