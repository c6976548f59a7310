"""Lines are broken at words, by their measured width, whatever the words are."""

from __future__ import annotations

import pytest

from carveout.memo.typesetting.glyphs import Glyphs
from carveout.memo.typesetting.style import BODY, Face, Style
from carveout.memo.typesetting.text import Line, Run
from carveout.memo.typesetting.wrap import wrapped

WIDTH = 200.0


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    """The fonts."""
    return Glyphs()


def said(lines: list[Line]) -> list[str]:
    """Return the text of each line."""
    return ["".join(fragment.text for fragment in line.fragments).rstrip() for line in lines]


def test_no_line_is_wider_than_it_may_be(glyphs: Glyphs) -> None:
    words = "The quick brown fox jumps over the lazy dog, and 日本語の文章も折り返す。 " * 40
    lines = list(wrapped(glyphs, [Run(words, BODY)], WIDTH))
    assert len(lines) > 20
    assert all(line.width <= WIDTH + 0.02 for line in lines)


def test_every_word_is_kept_in_order(glyphs: Glyphs) -> None:
    words = "It is, so to speak, a sentence of some length about nothing in particular. " * 9
    assert " ".join(said(list(wrapped(glyphs, [Run(words, BODY)], WIDTH)))).split() == words.split()


def test_a_word_stays_together_over_a_change_of_style(glyphs: Glyphs) -> None:
    marked = Style(Face.SANS, 6, 12)
    runs = [Run("word " * 30 + "thereto", BODY), Run("[12]", marked), Run(".", BODY)]
    for width in range(100, 200, 7):
        assert any(line.endswith("thereto[12].") for line in said(list(wrapped(glyphs, runs, float(width)))))


def test_white_space_is_one_space_and_none_at_the_ends(glyphs: Glyphs) -> None:
    assert said(list(wrapped(glyphs, [Run("  a \t\n b  ", BODY)], WIDTH))) == ["a b"]


def test_nothing_but_white_space_makes_no_line(glyphs: Glyphs) -> None:
    assert list(wrapped(glyphs, [Run(" \n\t ", BODY), Run("", BODY)], WIDTH)) == []


def test_a_word_wider_than_the_line_is_broken_wherever_it_must(glyphs: Glyphs) -> None:
    lines = list(wrapped(glyphs, [Run("x" * 10_000, BODY)], WIDTH))
    assert "".join(said(lines)) == "x" * 10_000
    assert all(line.width <= WIDTH + 0.02 for line in lines)
    assert all(line.width > WIDTH / 2 for line in lines[:-1])


def test_even_a_column_narrower_than_a_letter_takes_one_a_line(glyphs: Glyphs) -> None:
    assert said(list(wrapped(glyphs, [Run("abc", BODY)], 1.0))) == ["a", "b", "c"]


def test_japanese_breaks_between_characters_but_not_before_a_full_stop(glyphs: Glyphs) -> None:
    lines = said(list(wrapped(glyphs, [Run("日本語。" * 60, BODY)], WIDTH)))
    assert "".join(lines) == "日本語。" * 60
    assert not any(line.startswith("。") for line in lines)


def test_a_line_breaks_after_the_hyphen_of_a_compound_and_not_inside_a_number(glyphs: Glyphs) -> None:
    narrow = glyphs.width(Face.SERIF, "third-") * BODY.size + 1
    assert said(list(wrapped(glyphs, [Run("third-party", BODY)], narrow))) == ["third-", "party"]
    assert said(list(wrapped(glyphs, [Run("see 3-7", BODY)], narrow))) == ["see", "3-7"]


def test_no_line_breaks_at_a_space_that_forbids_it(glyphs: Glyphs) -> None:
    narrow = glyphs.width(Face.SERIF, "a aa Section 3") * BODY.size
    assert said(list(wrapped(glyphs, [Run("a aa Section\u00a03", BODY)], narrow - 2))) == ["a aa", "Section 3"]


def test_a_citation_wider_than_the_line_is_broken_at_its_fixed_space(glyphs: Glyphs) -> None:
    cited = "Section\u00a03.01(d)(iv)(D)(1)"
    assert said(list(wrapped(glyphs, [Run(cited, BODY)], 90.0))) == ["Section", "3.01(d)(iv)(D)(1)"]
    assert said(list(wrapped(glyphs, [Run(cited, BODY)], WIDTH))) == ["Section 3.01(d)(iv)(D)(1)"]
    assert all(line.width <= 30.02 for line in wrapped(glyphs, [Run(cited, BODY)], 30.0))
