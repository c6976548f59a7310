"""Three filed agreements of which nothing is left but their words, in lines as long as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.clause import ClauseKind
from carveout.agreement.layout.furniture import paginate
from carveout.agreement.progress import Course, silent
from carveout.agreement.read import read

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

FOLDER = Path(__file__).parent / "cuad"
SERVICES, BLOCKCHAIN, CONTENT = (
    FOLDER / f"{name}.txt"
    for name in (
        "services-agreement-2019",
        "blockchain-administration-agreement-2020",
        "content-license-agreement-2009",
    )
)


def reading_of(path: Path) -> Reading:
    return read(path.read_bytes(), path.name)


def numbers(reading: Reading, kind: ClauseKind) -> list[str]:
    return [clause.number for clause in reading.outline if clause.kind is kind and clause.number]


def test_sections_and_the_sections_below_them_are_found_in_order() -> None:
    reading = reading_of(SERVICES)
    assert reading.title == "SERVICES AGREEMENT"
    assert reading.source.pages == 11
    below = [("1", 4), ("2", 4), ("3", 7), ("4", 2), ("5", 1), ("6", 4), ("7", 9)]
    expected = [number for top, last in below for number in (top, *(f"{top}.{at}" for at in range(1, last + 1)))]
    assert numbers(reading, ClauseKind.SECTION) == expected


def test_headings_that_run_into_their_sentence_are_found() -> None:
    headings = [clause.heading for clause in reading_of(BLOCKCHAIN).outline if clause.kind is ClauseKind.SECTION]
    assert headings == [
        "Duties of the Blockchain Administrator",
        "Maintenance of Records",
        "Confidentiality",
        "Compensation; Allocation of Costs and Expenses",
        "Limitation of Liability of the Blockchain Administrator; Indemnification",
        "Activities of the Blockchain Administrator",
        "Duration and Termination of this Agreement",
        "Notices",
        "Amendments",
        "Entire Agreement; Governing Law",
    ]


def test_articles_with_numbers_in_words_are_found() -> None:
    reading = reading_of(CONTENT)
    words = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN"
    assert numbers(reading, ClauseKind.ARTICLE) == words.split()
    assert [clause.citation for clause in reading.outline if clause.kind is ClauseKind.EXHIBIT][-1] == "Exhibit 1"


@pytest.mark.parametrize("path", [SERVICES, BLOCKCHAIN, CONTENT], ids=lambda path: path.stem)
def test_no_word_is_lost_or_doubled_but_the_furniture_of_pages(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    found = paginate(lines, [], Course(silent, ("Reading the pages",)))
    kept = [line[: found.feet.get(at)] for at, line in enumerate(lines) if at not in found.furniture]
    assert reading_of(path).text.split() == " ".join(kept).split()
