"""No word of a PDF is lost or doubled, however it is laid out."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

_WORDS = [
    "the",
    "Seller",
    "shall",
    "sell",
    "(a)",
    "2.1",
    "Shares;",
    "provided,",
    "however,",
    "that",
    "no",
    "lien:",
    "Article",
    "IV",
    "30th",
    "co-owner",
    "1,000.00",
    "§",
]


@pytest.mark.parametrize("seed", range(25))
def test_every_word_is_read_once(
    seed: int,
    printed: Callable[..., bytes],
    wrapped: Callable[..., list[tuple[float, float, str]]],
    read_back: Callable[[bytes], Manuscript],
) -> None:
    chance = random.Random(seed)
    pages = []
    for _page in range(chance.randint(1, 4)):
        laid_out = []
        top = 740.0
        while top > 120:
            text = " ".join(chance.choices(_WORDS, k=chance.randint(1, 60))) + f" {chance.random()}"
            left = chance.choice((72, 72, 90, 108, 250))
            lines = wrapped(text, top, left, chance.choice((300, 540, 540)), first=chance.choice((0, 0, 36)))
            if chance.random() < 0.2:
                chance.shuffle(lines)
            laid_out += lines
            if chance.random() < 0.2:
                laid_out.append((560, top, str(chance.randint(1, 99))))
            top -= 13 * len(lines) + chance.choice((0, 6, 13))
        pages.append(laid_out)
    printed_words = Counter(word for page in pages for _x, _y, line in page for word in line.split())
    read_words = Counter(word for line in read_back(printed(*pages)).lines for word in line.text.split())
    joined = "".join(sorted("".join(printed_words.elements())))
    assert "".join(sorted("".join(read_words.elements()))) == joined
    assert all(re.search(r"-$", word) for word in (printed_words - read_words))
