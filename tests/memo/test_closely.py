"""What the close reading finds, in the memo: the sample's carve-outs compared, its remedies, its proofreading."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from carveout.agreement.close_reading import read_closely
from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.dismissal import Dismissal, here
from carveout.review.review import Review
from carveout.review.supposing import Judgement, Question, Supposed

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AT = dt.datetime(2026, 11, 22, 13, 48, 5, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def closely(sample: Reading) -> Reading:
    return read_closely(sample)


@pytest.fixture(scope="module")
def printed(closely: Reading, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The memo of a review with one finding dismissed, and one scenario judged of two representations."""
    clauses = [one.clause for one in closely.representations]
    stands = Judgement(untrue=False, by="First reader", at=AT)
    counts = Judgement(untrue=True, by="First reader", at=AT)
    review = Review(
        dismissals={here(closely.text, closely.findings[0]): Dismissal("so agreed at the table", "Second reader", AT)},
        scenarios={"1f": Supposed(Scenario("The affiliate", "stops paying", DAY), "First reader", AT)},
        judgements={
            Question("1f", clauses[0], Step.CLASS): stands,
            **{Question("1f", clauses[1], step): counts for step in Step},
        },
    )
    target = tmp_path_factory.mktemp("closely") / "memo.pdf"
    write(memo_of(closely, review, heading_of(closely, review, DAY)), target)
    return PdfReader(target)


@pytest.fixture(scope="module")
def words(printed: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in printed.pages).split())


def holds(found: str, said: str) -> bool:
    """Tell whether all words of a cell are printed: the lines of a row's cells are read one beside the other."""
    there = set(found.split())
    return all(word in there for word in said.split())


def part(words: str, title: str, after: str) -> str:
    """Return the words between two headings of parts, behind the contents."""
    return words.partition("10 Annotated agreement")[2].partition(title)[2].partition(after)[0]


def test_its_parts_come_between_the_carve_outs_and_the_questions(words: str) -> None:
    titles = (
        "4 Carve-outs",
        "5 Carve-outs compared",
        "6 Remedies",
        "7 Proofreading",
        "8 Questions, proposals and notes",
        "9 Open points",
        "10 Annotated agreement",
    )
    places = [words.find(title) for title in titles]
    assert -1 not in places
    assert places == sorted(places)
    assert "part 9 lists" in words


def test_siblings_stand_side_by_side_with_how_they_differ_and_what_a_definition_reaches(words: str) -> None:
    found = part(words, "5 Carve-outs compared", "6 Remedies")
    for expected in (
        *("Crosswave", "carved back in", "narrowed by a definition"),
        *("that may arise out of or in connection with", "lack the tail", "no tail"),
        *("12 of 18 representations, 6 covenants and 1 termination right", "Not helped"),
    ):
        assert expected in found


def test_every_gap_has_both_texts_and_the_reason(words: str, closely: Reading) -> None:
    found = part(words, "Clauses of the same role that stay bare", "5 Carve-outs compared")
    for gap in closely.gaps:
        assert closely.outline[gap.clause].citation in found
        assert holds(found, gap.message)


def test_tests_matrix_and_scenarios_are_printed(words: str) -> None:
    found = part(words, "6 Remedies", "7 Proofreading")
    for expected in (
        *("“in Article 3”", "18 of 20", "“hereunder”", "ignored"),
        *("“may have”", "“likely", "bare"),
        "Supposed: The affiliate stops paying on 22 November 2026",
        "Section 3.1 stands, for it is not in the class (First reader).",
        "Section 3.2 is untrue: every step counts against it (First reader).",
        "Eighteen statements not judged.",
    ):
        assert expected in found


def test_findings_figures_and_attachments_are_printed_and_the_dismissed_ones_with_their_reason(
    words: str, closely: Reading
) -> None:
    found = part(words, "7 Proofreading", "8 Questions, proposals and notes")
    standing, dismissed = found.partition("Dismissed")[::2]
    first, *others = closely.findings
    assert all(holds(standing, finding.message) for finding in others)
    assert holds(dismissed, "so agreed at the table Second reader, 22 November 2026")
    assert holds(dismissed, first.message)
    for expected in ("Exhibit 3-16 (attached), cited in 3.16.", "9,603,373,500", "It doesn’t tie:"):
        assert expected in dismissed


def test_each_part_is_in_the_pdfs_outline_and_its_citations_lead_to_the_text(printed: PdfReader) -> None:
    titles = [one.title for one in printed.outline if not isinstance(one, list)]
    assert {"Carve-outs compared", "Remedies", "Proofreading"} <= set(titles)
