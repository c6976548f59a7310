"""Plain text: lines as they stand in the file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from carveout.agreement.intake.text import read_text
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from carveout.agreement.manuscript import Manuscript


def manuscript(content: bytes) -> Manuscript:
    return read_text(content, "agreement.txt", Course(silent, 2))


def test_lines_end_at_a_line_feed_a_carriage_return_or_both() -> None:
    lines = manuscript(b"one\ntwo\r\nthree\rfour").lines
    assert [(line.number, line.text) for line in lines] == [(1, "one"), (2, "two"), (3, "three"), (4, "four")]


def test_nothing_else_ends_a_line() -> None:
    text = "one\x1ctwo\x85three\x0bfour\u2028five"
    assert [line.text for line in manuscript(text.encode()).lines] == ["one\x1ctwo\x85three four five"]


def test_every_space_is_a_plain_one_and_every_other_character_stays() -> None:
    lines = manuscript("Section\u00a01.1\u2003Shares\u3000\u202etfel\u200b\x00\x07".encode()).lines
    assert lines[0].text == "Section 1.1 Shares \u202etfel\u200b\x00\x07"


def test_tabs_are_set_at_every_eighth_column() -> None:
    assert manuscript(b"(a)\tfirst\n\tsecond").lines[0].text == "(a)     first"
    assert manuscript(b"(a)\tfirst\n\tsecond").lines[1].indent == 8


def test_the_manuscript_says_what_it_was_made_from() -> None:
    content = b"This Agreement"
    made = manuscript(content)
    assert (made.name, made.sha256) == ("agreement.txt", hashlib.sha256(content).hexdigest())


def test_edgar_text_is_known_by_its_marks() -> None:
    assert manuscript(b"This Agreement is made").format == "text"
    assert manuscript(b"one\n<PAGE>\ntwo").format == "edgar-text"
    assert manuscript(b"           SECURITIES AND EXCHANGE COMMISSION\n  Washington").format == "edgar-text"


def test_a_form_feed_begins_a_page() -> None:
    lines = manuscript(b"one\n\x0ctwo\nthree\x0c\nfour").lines
    assert [(line.text.strip(), line.page) for line in lines] == [("one", 1), ("two", 2), ("three", 2), ("four", 3)]


def test_a_source_without_page_breaks_has_no_pages() -> None:
    made = manuscript(b"one\n\ntwo")
    assert made.pages is None
    assert {line.page for line in made.lines} == {None}
