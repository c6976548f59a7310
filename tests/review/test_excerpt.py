"""A line that shows what was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.review.excerpt import Piece, excerpt, said

TEXT = "The statements   are true,\nexcept for any adverse effects of the petition, and are complete."


def spans(*words: str) -> list[Span]:
    return [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]


def test_the_words_found_are_told_apart() -> None:
    assert excerpt(TEXT, spans("statements", "petition")) == (
        Piece("The"),
        Piece(" "),
        Piece("statements", found=True),
        Piece(" "),
        Piece("are true, except for any adverse effects of the"),
        Piece(" "),
        Piece("petition", found=True),
        Piece(", and are complete."),
    )


def test_a_long_text_is_cut_between_words_around_the_first_that_was_found() -> None:
    line = said(excerpt(TEXT, spans("adverse"), before=12, after=25))
    assert line == "…for any adverse effects of the…"


def test_words_without_an_end_are_cut_anywhere() -> None:
    line = said(excerpt("x" * 500 + "petition" + "y" * 500, [Span(500, 508)], before=10, after=20))
    assert line == "…xxxxxxxxxxpetitionyyyyyyyyyyyy…"


def test_where_nothing_was_looked_for_the_beginning_shows() -> None:
    assert said(excerpt(TEXT, [], after=20)) == "The statements are…"


@given(
    st.text(st.sampled_from("ab \n\t\u3000"), max_size=60),
    st.lists(st.integers(0, 60), max_size=6),
    st.integers(0, 40),
    st.integers(1, 40),
)
def test_a_line_has_no_white_space_but_single_spaces_and_says_what_it_cuts(
    words: str, ends: list[int], before: int, after: int
) -> None:
    ends = sorted({min(end, len(words)) for end in ends})
    found = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    line = said(excerpt(words, found, before, after))
    assert line == " ".join(line.split())
    assert " ".join(line.replace("…", "").split()) in " ".join(words.split())
