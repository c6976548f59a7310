from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.reading import Place, Source
from carveout.memo.instructions import Audience, Instructions
from carveout.memo.memo import memo_for, memo_of
from carveout.memo.parts.basis import in_words
from carveout.review.annotation import Visibility
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo


def test_the_basis_names_the_file_by_what_can_be_checked(memo: Memo) -> None:
    first, second, third = in_words(memo)
    assert first == f"Made of “purchase.txt”, 2 pages, SHA-256 {'0' * 64}."
    assert second == "Citations give its pages and lines; lines are counted through the file, blank ones too."
    assert third == "Of 5 notes, 5 are internal, and not in a client’s version."


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [
        ("text", Place(0, None, 1), "its lines; lines are counted through the file, blank ones too"),
        ("html", Place(0, 1, None), "its pages"),
        ("docx", Place(0, None, 1), "its paragraphs; paragraphs are counted through the document"),
        ("docx", Place(0, 1, 1), "its pages and paragraphs; paragraphs are counted through the document"),
    ],
)
def test_it_says_how_places_are_counted(reading: Reading, memo: Memo, kind: str, place: Place, said: str) -> None:
    told = replace(reading, source=Source("a", "0", kind, None), places=(place,))
    assert f"Citations give {said}." in in_words(memo_of(told, Review(), memo.heading))


def test_pages_without_text_are_owned_up_to(reading: Reading, memo: Memo) -> None:
    for wordless, said in (
        ((3,), "Page 3 shows something but no text: not read."),
        ((3, 7), "Pages 3 and 7 show something but no text: not read."),
        (
            tuple(range(1, 20)),
            "Pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 7 more show something but no text: not read.",
        ),
    ):
        scanned = replace(reading, source=replace(reading.source, wordless=wordless))
        assert said in in_words(memo_of(scanned, Review(), memo.heading))


def test_a_client_is_told_of_no_internal_note(reading: Reading, review: Review, memo: Memo) -> None:
    notes = {**review.annotations, "a1": replace(review.annotations["a1"], visibility=Visibility.SHARED)}
    for audience, told in ((Audience.FIRM, True), (Audience.CLIENT, False)):
        asked = Instructions(audience=audience)
        said = " ".join(in_words(memo_for(reading, replace(review, annotations=notes), asked, memo.heading.date)))
        assert ("internal" in said) is told
    assert "Of 5 notes, 4 are internal" in " ".join(
        in_words(memo_for(reading, replace(review, annotations=notes), Instructions(), memo.heading.date))
    )
