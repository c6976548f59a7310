"""Pages of sources that lost their layout."""

from __future__ import annotations

from carveout.agreement.layout.furniture import Pagination, paginate
from carveout.agreement.progress import Course, silent

BREAK = [""] * 5
PROSE = "The parties shall carry this out in good faith and as the law of the place allows it. " * 20


def pages(*made: list[str]) -> tuple[list[str], Pagination]:
    lines = [line for page in made for line in [*page, *BREAK]]
    return lines, paginate(lines, [], Course(silent, ("Reading the pages",)))


def words(lines: list[str], found: Pagination) -> list[str]:
    kept = [line[: found.feet.get(at)].strip() for at, line in enumerate(lines) if at not in found.furniture]
    return [line for line in kept if line]


def test_a_run_of_blank_lines_breaks_the_page() -> None:
    lines, found = pages([f"One. {PROSE}"], [f"Two. {PROSE}", "", "Three."])
    assert [found.pages[at] for at, line in enumerate(lines) if line] == [1, 2, 2]
    assert found.furniture == frozenset()


def test_lines_that_come_back_at_the_breaks_are_furniture() -> None:
    text = [f"{PROSE}Words {page} hold." for page in range(1, 5)]
    lines, found = pages(*([one, "", str(page), "", "Printed by the registry"] for page, one in enumerate(text, 1)))
    assert words(lines, found) == text


def test_page_numbers_that_ran_into_the_last_words_are_furniture() -> None:
    text = [f"{PROSE}Words {page} hold." for page in range(1, 5)]
    for foot in ("     Page {} of 4", " -{}-", "      {}"):
        lines, found = pages(*([one + foot.format(page)] for page, one in enumerate(text, 1)))
        assert words(lines, found) == text


def test_the_page_numbers_of_the_paper_that_was_printed_are_furniture_too() -> None:
    text = [f"The parties shall carry out duty {at} in good faith and" for at in range(9)]
    made = [[f"{text[at]} {PROSE[:-40]}and", "", str(at + 2), "", f"go on. {PROSE}"] for at in range(9)]
    lines, found = pages(*made[:5], made[5] + made[6], made[7] + made[8])
    assert not [line for line in words(lines, found) if line.isdigit()]
    assert found.pages[-1] == 7


def test_the_numbers_of_a_foot_and_of_the_head_after_it_are_furniture() -> None:
    text = [f"{PROSE}Duty {at} holds." for at in range(5)]
    first = ["1", "", text[0], "", "-1-  2", "", text[1], "", "-2-  3", "", text[2]]
    lines, found = pages(first, [text[3], "", "3", "", "4", "", text[4]])
    assert words(lines, found) == text


def test_a_number_that_counts_no_pages_stays() -> None:
    text = [f"{PROSE}The price is {price}" for price in (30, 12, 77)]
    lines, found = pages(*([one] for one in text))
    assert words(lines, found) == text


def test_a_remark_that_ends_most_pages_is_furniture() -> None:
    remark = " [***] Certain words have been left out and filed separately. -{}-"
    text = [f"{PROSE} Words {page}." for page in range(1, 5)]
    lines, found = pages(*([one + remark.format(page)] for page, one in enumerate(text, 1)))
    assert words(lines, found) == text


def test_blank_lines_are_no_pages_where_lines_wrap_or_pages_would_be_short() -> None:
    assert pages(["The Seller sells."], ["The Buyer pays."], ["Both sign."])[1].pages == ()
    assert pages(["x" * 300], ["x" * 300], ["x" * 300])[1].pages == ()
