from __future__ import annotations

from carveout.gui.inspector.elision import elided, quoted


def test_short_words_stay_as_they_are_but_for_their_line_breaks() -> None:
    assert elided("except for\n  effects", 40) == "except for effects"


def test_long_words_keep_how_they_begin_and_how_they_end() -> None:
    words = "except for any adverse effects caused by the petition or any other effects related thereto"
    assert elided(words, 48) == "except for any adverse effects … related thereto"


def test_a_word_without_a_space_is_cut() -> None:
    assert elided("x" * 100, 30) == "x" * 20 + " … " + "x" * 10


def test_quotation_marks_go_around() -> None:
    assert quoted("no event") == "“no event”"
