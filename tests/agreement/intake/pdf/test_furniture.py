"""Page furniture of a PDF: what stands at the edge of page after page is no word of the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Printed = Callable[..., bytes]
    Wrapped = Callable[..., list[tuple[float, float, str]]]
    Paragraphs = Callable[[bytes], list[str]]

TEXT = (
    "The parties have agreed on what this page says, and have agreed on nothing that it doesn't say, whatever may "
    "have been said before the day on which they signed it."
)


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 4", "A-{}", "[{}]", "Sale Agreement, page {}"])
def test_page_numbers(number: str, printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    pages = [[*wrapped(f"{at}. {TEXT}"), (300, 40, number.format(at))] for at in range(1, 5)]
    assert paragraphs(printed(*pages)) == [f"{at}. {TEXT}" for at in range(1, 5)]


def test_page_numbers_of_a_paper_that_was_printed_anew(
    printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs
) -> None:
    pages = [[*wrapped(f"{at}. {TEXT}"), (300, 700 - 60 * at, str(at + 4))] for at in range(1, 5)]
    assert paragraphs(printed(*pages)) == [f"{at}. {TEXT}" for at in range(1, 5)]


def test_page_numbers_beside_a_foot_in_the_midst_of_pages(
    printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs
) -> None:
    pages = [
        [
            *wrapped(f"{at}. {TEXT}"),
            (72, 600 - at, "Sale Agreement    Initials ____ ____"),
            (300, 588 - at, str(at + 3)),
            *wrapped(f"{at}.1 {TEXT}", 500),
        ]
        for at in range(1, 5)
    ]
    assert paragraphs(printed(*pages)) == [f"{number} {TEXT}" for at in range(1, 5) for number in (f"{at}.", f"{at}.1")]


def test_heads_and_feet(printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs) -> None:
    pages = [
        [
            (72, 770, "7/22/2019"),
            (300, 770, "EX-10.1"),
            *wrapped(f"{at}. {TEXT}"),
            (72, 30, "Source: ANCHOR HOLDINGS, 10-K, 2/26/2016"),
            (72, 20, f"https://example.org/agreement {at}/4"),
        ]
        for at in range(1, 5)
    ]
    assert paragraphs(printed(*pages)) == [f"{at}. {TEXT}" for at in range(1, 5)]


def test_the_first_heading_of_a_table_of_contents_stays(printed: Printed, paragraphs: Paragraphs) -> None:
    pages = [
        [(260, 740, "TABLE OF CONTENTS")]
        + [(72, 700 - 14 * at, f"{page}.{at} Sale of Shares {'. ' * 40}{page}") for at in range(1, 9)]
        for page in range(1, 4)
    ]
    found = paragraphs(printed(*pages))
    assert found.count("TABLE OF CONTENTS") == 1
    assert found[0] == "TABLE OF CONTENTS"
    assert len(found) == 25


def test_what_signature_pages_share_inside_them_stays(printed: Printed, paragraphs: Paragraphs) -> None:
    body = [[(72, 760 - 14 * at, f"{page}.{at} {TEXT[:70]}") for at in range(50)] for page in range(3)]
    signed = [[(72, 700, f"PARTY {at}"), (72, 640, "By: Jane Doe"), (72, 620, "Title: Director")] for at in range(3)]
    found = " ".join(paragraphs(printed(*[page for pages in zip(body, signed, strict=True) for page in pages])))
    assert found.count("Title: Director") == 3


def test_a_line_that_pages_share_and_that_goes_on_is_no_head(
    printed: Printed, wrapped: Wrapped, paragraphs: Paragraphs
) -> None:
    assert paragraphs(printed(wrapped(TEXT), wrapped(TEXT), wrapped(TEXT))) == [TEXT] * 3
