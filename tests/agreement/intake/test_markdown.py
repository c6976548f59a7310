"""Markdown: its words stay, its signs go."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.formats import manuscript_of
from carveout.agreement.intake.markdown import is_markdown, plain
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from carveout.agreement.manuscript import Manuscript

AGREEMENT = """\
# Mutual Agreement #

This **Agreement** is made by _Anchor Holdings_ and
[Beacon](https://example.test/a_b "Beacon") on 1\\. May.

## Terms

1. **Purpose.** The parties may disclose.
1. **Term**. It lasts for *two* years, 5 * 3 months.
    1. as it stands
    1. as it falls

| Name | Shares |
|------|-------:|
| A    | **100** |

***

> quoted `words`
"""


def manuscript(text: str) -> Manuscript:
    return manuscript_of(text.encode(), "agreement.md", Course(silent, 2))


def test_headings_lists_tables_and_emphasis_lose_their_signs() -> None:
    made = manuscript(AGREEMENT)
    assert made.format == "text"
    assert [line.text.strip() for line in made.lines] == [
        "Mutual Agreement",
        "This Agreement is made by Anchor Holdings and",
        "Beacon on 1. May.",
        "Terms",
        "1. Purpose. The parties may disclose.",
        "2. Term. It lasts for two years, 5 * 3 months.",
        "1. as it stands",
        "2. as it falls",
        "Name    Shares",
        "A    100",
        "quoted words",
    ]


def test_paragraphs_have_their_level_and_lead() -> None:
    made = manuscript(AGREEMENT)
    found = [
        (one.level, made.lines[one.first].text.strip()[: one.lead], str(one.style)) for one in made.paragraphs or ()
    ]
    assert found[0] == (1, "", "body")
    assert found[2] == (2, "", "body")
    assert [lead for _, lead, _ in found[3:5]] == ["1. Purpose.", "2. Term"]
    assert found[-2][2] == "fixed"


def test_lines_keep_their_numbers_and_nested_items_stand_in() -> None:
    made = manuscript(AGREEMENT)
    assert [(line.number, line.indent) for line in made.lines[4:7]] == [(8, 0), (9, 0), (10, 6)]


@pytest.mark.parametrize(
    "text",
    [
        "The Seller * shall pay #1 of 2.\n\n* Confidential treatment requested.\n\n*** omitted ***\n",
        "1. Sale\n\n- one\n- two\n\n3.1 The Seller shall pay.\n",
        "__________\nName: ________\n\n_____________\nTitle: ______\n",
        "# of Shares: 100\n",
    ],
)
def test_stray_signs_make_no_markdown(text: str) -> None:
    assert not is_markdown(text.encode())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (r"\*not\* 2\*3", "*not* 2*3"),
        ("snake_case_name and ____", "snake_case_name and ____"),
        ("***both*** and **one", "both and **one"),
        ('<span class="x">kept</span><!-- gone -->', "kept"),
    ],
)
def test_a_sign_without_its_fellow_is_a_word(row: str, words: str) -> None:
    assert "".join(plain(row)[0]) == words


def test_a_line_of_signs_takes_no_time() -> None:
    began = time.process_time()
    for row in ("*" * 20_000, "* " * 10_000, "[" * 20_000, "#" + " " * 19_000 + "x #", "<!--" * 5_000, "_a" * 10_000):
        manuscript(f"# One\n\n# Two\n\n{row}\n")
    assert time.process_time() - began < 3
