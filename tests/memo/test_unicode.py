"""No character is lost: what no embedded font covers is printed as its code point, never as a black square."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from carveout.memo.instructions import Instructions, Part
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carveout.agreement.reading import Reading

NOTES = int(os.environ.get("CARVEOUT_NOTES", "300"))
"""How many random notes are printed and read back; bench/unicode_notes.py asks for more."""
AT_ONCE = 50
PAGE_FOOT = re.compile(r"Alpha/BetaPurchaseAgreement·reviewof22November2026\d+of\d+$")


@pytest.fixture(scope="module")
def printed(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[str]], str]:
    """Print notes and read back the part of the memo that holds them, without its white space."""
    target = tmp_path_factory.mktemp("memo") / "memo.pdf"

    def printed(comments: Sequence[str]) -> str:
        at = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
        made = {
            f"{number:04}": Annotation(f"{number:04}", AnnotationKind.NOTE, on_clause(reading, 7), comment, "A", at)
            for number, comment in enumerate(comments)
        }
        review = Review(made)
        asked = Instructions(legend="", parts=frozenset(Part) - {Part.CONTENTS})
        write(memo_of(reading, review, heading_of(reading, review, at.date()), instructions=asked), target)
        pages = (without_space(page.extract_text()) for page in PdfReader(target).pages)
        text = "".join(PAGE_FOOT.sub("", page).removeprefix("Memorandum") for page in pages)
        return text.partition("5Questions,proposalsandnotesNotes")[2].partition("6Openpoints")[0]

    return printed


def without_space(text: str) -> str:
    """Return the text without the white space that a page sets as it likes; control characters are none."""
    return re.sub(r"[ \t\n\r\f\v\u00a0]", "", text)


def assert_printed(comments: Sequence[str], text: str) -> None:
    """Walk along the printed text: each character in its place, or its code point, or, for white space, nothing."""
    at = 0
    for number, comment in enumerate(comments, start=1):
        signed = f"[{number}]Article4·p.2,ll.13–14·A,22November2026·open"
        assert text.startswith(signed, at), f"note {number} is not where it should be: {text[at : at + 80]!r}"
        at += len(signed)
        for character in comment:
            if text.startswith(character, at):
                at += 1
            elif text.startswith(code := f"U+{ord(character):04X}", at):
                at += len(code)
            else:
                assert character.isspace(), f"{character!r} of {comment!r} is lost before {text[at : at + 20]!r}"
    assert at == len(text), f"more than was written: {text[at:]!r}"


@settings(max_examples=NOTES // AT_ONCE, deadline=None, database=None)
@given(comments=st.lists(st.text(), min_size=AT_ONCE, max_size=AT_ONCE))
def test_random_notes_lose_no_character(printed: Callable[[Sequence[str]], str], comments: list[str]) -> None:
    text = printed(comments)
    assert_printed(comments, text)
    assert "■" in "".join(comments) or "■" not in text


def test_every_character_of_the_basic_plane_is_printed_or_named(printed: Callable[[Sequence[str]], str]) -> None:
    comments = ["".join(map(chr, range(start, start + 256))) for start in range(0, 0x10000, 256)]
    assert_printed(comments, printed(comments))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("The <Company> shall pay <Buyer> $5 & more", "The<Company>shallpay<Buyer>$5&more"),
        ("&lt;b&gt;not markup&lt;/b&gt; <b>nor this", "&lt;b&gt;notmarkup&lt;/b&gt;<b>northis"),
        ('<img src="/etc/hostname"/>', '<imgsrc="/etc/hostname"/>'),
        ("𠮷野家", "U+20BB7野家"),
        ("quiet\u202eteiuq", "quietU+202Eteiuq"),
        ("\x00 and \x1b", "U+0000andU+001B"),
        ("half \ud800 a pair", "halfU+D800apair"),
        ("no\u200bspace, soft\u00adhyphen", "noU+200Bspace,softU+00ADhyphen"),
        ("עברית", "U+05E2U+05D1U+05E8U+05D9U+05EA"),
        ("Ελληνικά русский 日本語 e\u0301 ﬁ", "Ελληνικάрусский日本語e\u0301ﬁ"),
    ],
)
def test_a_note_is_printed_as_what_it_is(printed: Callable[[Sequence[str]], str], written: str, expected: str) -> None:
    text = printed([written])
    assert_printed([written], text)
    assert text.endswith(expected)
