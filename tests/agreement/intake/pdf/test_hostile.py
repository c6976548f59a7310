"""Damaged and hostile PDFs: read as far as they go, or refused in one sentence."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.pdf import read_pdf
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

_LARGE = ("0", "-1", "99999999", "2147483647")


@pytest.mark.parametrize("seed", range(40))
def test_what_is_damaged_by_chance_is_read_or_refused(seed: int, printed: Callable[..., bytes]) -> None:
    chance = random.Random(seed)
    content = bytearray(printed(*[[(72, 700 - 14 * at, f"{at}. The Seller sells.") for at in range(20)]] * 3))
    for _change in range(chance.choice((1, 5, 40))):
        at = chance.randrange(len(content) - 1)
        number = re.search(rb"\d+", content[at : at + 100])
        if chance.random() < 0.5 and number:
            content[at + number.start() : at + number.end()] = chance.choice(_LARGE).encode()
        else:
            content[at] = chance.randrange(256)
    try:
        read = read_pdf(bytes(content), "damaged.pdf", Course(silent, 2))
    except NotReadableError:
        return
    assert all(len(line.text) < 10_000 for line in read.lines)


def test_a_page_tree_that_loops_ends() -> None:
    content = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 100000/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )
    with pytest.raises(NotReadableError):
        read_pdf(content, "loop.pdf", Course(silent, 2))


def test_words_far_off_the_page_are_kept_and_cost_no_room(
    printed: Callable[..., bytes], read_back: Callable[[bytes], Manuscript]
) -> None:
    lines = read_back(printed([(72, 700, "The Seller sells."), (90_000_000, 700, "And more.")])).lines
    assert " ".join(" ".join(line.text for line in lines).split()) in (
        "The Seller sells. And more.",
        "And more. The Seller sells.",
    )
    assert all(len(line.text) < 1000 for line in lines)


def test_a_page_with_more_words_than_an_agreement_has_is_refused_not_left_out(
    printed: Callable[..., bytes], read_back: Callable[[bytes], Manuscript]
) -> None:
    with pytest.raises(NotReadableError, match="characters on one page: split off the agreement"):
        read_back(printed([(72, 700 - 8 * at, 3_750 * "a deed. ") for at in range(80)]))
