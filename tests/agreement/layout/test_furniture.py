"""Page furniture is known by its place and its repetition, never by its words."""

from __future__ import annotations

import random

from carveout.agreement.layout.furniture import Pagination, paginate
from carveout.agreement.progress import Course, silent

WORDS = (
    "seller",
    "purchaser",
    "shares",
    "price",
    "closing",
    "lien",
    "title",
    "notice",
    "consent",
    "delivery",
    "payment",
)


def prose(page: int, lines: int = 6) -> list[str]:
    """Return a page of lines, other words on each page, the last sentence cut off."""
    order = random.Random(page)
    return [" ".join(["the", *order.choices(WORDS, k=9), "and"]) for _ in range(lines)]


def pages(*made: list[str]) -> tuple[list[str], Pagination]:
    lines = [line for page in made for line in page]
    return lines, paginate(lines, [], Course(silent, 1))


def left(lines: list[str], found: Pagination) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in found.furniture and line.strip()]


def test_a_head_that_counts_pages_is_furniture_with_the_rules_around_it() -> None:
    head = "FILE NO. 12-345    SCHEDULE    PAGE {} OF 6 PAGES"
    lines, found = pages(*(["-----", head.format(page), "-----", "", *prose(page), ""] for page in range(1, 7)))
    assert left(lines, found) == [line for page in range(1, 7) for line in prose(page)]
    assert found.pages[lines.index(prose(1)[0])] == 1
    assert found.pages[-1] == 6


def test_the_head_opens_its_own_page() -> None:
    lines, found = pages(*(["=====", f"Page {page}", "", *prose(page), ""] for page in range(1, 5)))
    assert [found.pages[at] for at, line in enumerate(lines) if line == "====="] == [1, 2, 3, 4]


def test_a_number_at_the_foot_closes_its_page() -> None:
    lines, found = pages(*([*prose(page), "", f"                  - {page} -", ""] for page in range(1, 6)))
    assert left(lines, found) == [line for page in range(1, 6) for line in prose(page)]
    assert [found.pages[lines.index(prose(page)[0])] for page in range(1, 6)] == [1, 2, 3, 4, 5]


def test_page_marks_are_furniture_with_the_numbers_and_heads_beside_them() -> None:
    made = [["<PAGE>", "Execution Copy", "", *prose(page), "", str(page), "DOC/4232-17"] for page in range(1, 6)]
    lines, found = pages(*made)
    assert left(lines, found) == [line for page in range(1, 6) for line in prose(page)]
    assert found.pages[-1] == 5


def test_page_marks_alone_are_enough() -> None:
    lines, found = pages(["First words."], ["<PAGE>   2", "Second words."])
    assert left(lines, found) == ["First words.", "Second words."]
    assert found.pages == (1, 2, 2)


def test_numbers_may_begin_again_after_the_contents() -> None:
    numbers = ["i", "ii", "iii", "1", "2", "3", "4"]
    lines, found = pages(*([*prose(page), "", f"-{number}-", ""] for page, number in enumerate(numbers)))
    assert left(lines, found) == [line for page in range(7) for line in prose(page)]
    assert found.pages[lines.index(prose(6)[0])] == 7


def test_bare_numbers_count_pages_only_where_they_cut_sentences() -> None:
    lines, found = pages(*([*prose(page), "", str(page), ""] for page in range(1, 6)))
    assert "3" not in left(lines, found)
    lines, found = pages(
        *([*(line.capitalize() + "." for line in prose(page)), "", str(page), ""] for page in range(6))
    )
    assert left(lines, found).count("3") == 1


def test_labels_that_count_are_no_furniture() -> None:
    for label in ("ARTICLE {}", "Section {}", "Exhibit {}", "Schedule 1.{}", "{}.", "({})", "Item {}."):
        lines, found = pages(*([label.format(number), "", *prose(number), ""] for number in range(1, 8)))
        assert left(lines, found) == [line for line in lines if line.strip()], label


def test_lines_that_begin_alike_and_count_are_no_furniture() -> None:
    _, found = pages(*([f"4.{n} Binding Obligation of the Seller", *prose(n), ""] for n in range(1, 8)))
    assert found == Pagination((), frozenset())


def test_numbers_in_a_table_are_no_furniture() -> None:
    _, found = pages([str(row) for row in range(1, 40)], prose(1))
    assert not found.furniture


def test_a_line_that_comes_back_away_from_page_breaks_stays() -> None:
    made = [
        ["<PAGE>", *prose(page), "[Intentionally omitted]", *prose(page + 9), "", str(page)] for page in range(1, 6)
    ]
    lines, found = pages(*made)
    assert left(lines, found).count("[Intentionally omitted]") == 5


def test_words_that_only_one_page_has_stay() -> None:
    lines, found = pages(*([f"<PAGE>   {page}", "", f"Words of {WORDS[page]}", *prose(page)] for page in range(1, 6)))
    assert sum(line.startswith("Words of") for line in left(lines, found)) == 5


def test_furniture_never_leaves_a_document_without_words() -> None:
    lines, found = pages(*(["The same words", "<PAGE>"] for _ in range(6)))
    assert left(lines, found) == ["The same words"] * 6


def test_a_document_without_page_breaks_has_neither_pages_nor_furniture() -> None:
    assert paginate([*prose(1), "", *prose(1)], [], Course(silent, 1)) == Pagination((), frozenset())
    assert paginate([], [], Course(silent, 1)) == Pagination((), frozenset())


def whole(page: int, lines: int = 20) -> list[str]:
    """Return a page whose last sentence ends on it."""
    return [*(line.capitalize() for line in prose(page, lines)), "The end."]


def test_bare_numbers_as_far_apart_as_pages_count_them_though_no_sentence_is_cut() -> None:
    lines, found = pages(*[[*whole(page), "", str(page), ""] for page in range(1, 13)])
    assert not any(line.isdigit() for line in left(lines, found))
    assert found.pages[-3:] == (12, 12, 13)


def test_bare_numbers_as_unevenly_apart_as_clauses_count_no_pages() -> None:
    lines, found = pages(*[[str(page), "", *whole(page, 20 if page % 3 else 200), ""] for page in range(1, 17)])
    assert found.furniture == frozenset()
    assert [line for line in left(lines, found) if line.isdigit()] == [str(page) for page in range(1, 17)]


def test_page_numbers_in_a_table_of_contents_are_words_of_it() -> None:
    table = [part for page in range(1, 13) for part in (f"Section {page}", "", "The Heading", "", str(page), "")]
    lines, found = pages(table, *[[*whole(page), "", str(page), ""] for page in range(1, 13)])
    kept = [line for line in left(lines, found) if line.isdigit()]
    assert kept == [str(page) for page in range(1, 13)]


def test_numbers_under_one_head_count_pages_though_a_table_holds_as_many() -> None:
    made = [[*whole(page), "", str(page), "", "EXECUTION VERSION", ""] for page in range(1, 9)]
    table = [part for row in range(30) for part in (str(7 * row + 5), "", *whole(row, 8), "")]
    lines, found = pages(*made, table)
    assert "EXECUTION VERSION" not in left(lines, found)
    assert [line for line in left(lines, found) if line.isdigit()] == [str(7 * row + 5) for row in range(30)]
