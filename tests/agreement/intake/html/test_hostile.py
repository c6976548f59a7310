"""Pages that nobody wrote by hand: nested without end, broken, or full of what can't be seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.agreement.intake.html import read_html
from carveout.agreement.intake.html.nesting import DEEPEST
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

    Page = Callable[[str], Manuscript]

TAGS = ["p", "div", "b", "u", "table", "tr", "td", "br", "hr", "center", "pre", "ul", "li", "h1", "span", "font"]
PIECES = st.one_of(
    st.sampled_from([f"<{slash}{tag}>" for tag in TAGS for slash in ("", "/")]),
    st.sampled_from(['<p style="page-break-before:always">', "<td colspan=3 width=5%>", "&nbsp;", "<blockquote>"]),
    st.from_regex(r"[A-Za-z(][A-Za-z0-9.)]{0,8} ?", fullmatch=True),
)


@pytest.mark.parametrize("tag", ["b", "font", "span", "p", "li", "td"])
def test_words_below_many_open_tags_stay(page: Page, tag: str) -> None:
    assert page(f"<{tag}>" * 5_000 + "Words").lines[0].text.strip() == "Words"


def test_nested_tables_stay_linear(page: Page) -> None:
    began = time.process_time()
    assert page("<table><tr><td>" * 3_000 + "Words").lines[0].text.strip() == "Words"
    assert time.process_time() - began < 3


def test_nesting_without_end_is_refused(page: Page) -> None:
    began = time.process_time()
    with pytest.raises(NotReadableError, match="nests its elements without end"):
        page("<div>" * (DEEPEST * 3) + "Words" + "</div>" * (DEEPEST * 3))
    assert time.process_time() - began < 3


def test_a_page_without_words_says_so(page: Page) -> None:
    with pytest.raises(NotReadableError, match="empty"):
        page("<p>&nbsp;</p><script>word</script>")


def test_spans_and_lists_beyond_all_measure_are_harmless(page: Page) -> None:
    body = '<table><tr><td colspan="99999999999">a<td rowspan=-1 width="9e9%">b</table><ol start=1e9><li value=x>c</ol>'
    assert [line.text.strip() for line in page(body).lines] == ["a    b", "1. c"]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_no_word_is_lost_or_doubled_by_any_soup(pieces: list[str]) -> None:
    words = "".join(piece.strip() for piece in pieces if piece[0] not in "<&")
    if words:
        made = read_html(f"<html><body>{''.join(pieces)}</body></html>".encode(), "soup.htm", Course(silent, 2))
        assert sorted("".join("".join(line.text.split()) for line in made.lines)) == sorted(words)
