"""Each character has a font that covers it, or is written as its code point."""

from __future__ import annotations

import pytest

from carveout.memo.typesetting.glyphs import Glyphs, in_plain_words, legible
from carveout.memo.typesetting.style import Face


@pytest.mark.parametrize("face", list(Face))
def test_latin_greek_and_cyrillic_are_set_in_every_face_itself(face: Face) -> None:
    for word in ("agreement", "Ünïcödé", "συμφωνία", "договор", "€5", "“…”", "§"):
        assert {piece.font for piece in Glyphs().pieces(face, word)} == {face}


def test_what_the_face_lacks_is_set_in_the_japanese_one() -> None:
    pieces = Glyphs().pieces(Face.ITALIC, "NTT日本")
    assert [(piece.font, piece.text) for piece in pieces] == [
        (Face.ITALIC, "NTT"),
        ("NotoSerifJP-Regular", "日本"),
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        *[("𠮷", "U+20BB7"), ("😀", "U+1F600"), ("\x00", "U+0000"), ("\x1f", "U+001F"), ("\x85", "U+0085")],
        *[("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\u200d", "U+200D"), ("\ud800", "U+D800"), ("\ue000", "U+E000")],
        *[("ا", "U+0627"), ("\ufe0f", "U+FE0F"), ("\u3164", "U+3164"), ("\uffff", "U+FFFF")],
    ],
)
def test_what_no_font_shows_is_written_as_its_code_point(character: str, name: str) -> None:
    (piece,) = Glyphs().pieces(Face.SERIF, character)
    assert piece.text == name
    assert piece.width > 0


def test_the_measure_of_a_word_is_the_sum_of_its_pieces_advances() -> None:
    glyphs = Glyphs()
    (piece,) = glyphs.pieces(Face.SERIF, "agreement")
    assert piece.width == pytest.approx(sum(glyphs.width(Face.SERIF, character) for character in "agreement"))


def test_a_bookmark_is_one_line_and_shows_what_hides() -> None:
    assert in_plain_words(" No\u202e \n Lawsuits\x00 ") == "NoU+202E LawsuitsU+0000"


def test_a_comment_keeps_its_lines_and_the_characters_that_a_viewer_has_fonts_for() -> None:
    assert legible("𠮷野家\nב\ud800") == "𠮷野家\nבU+D800"
