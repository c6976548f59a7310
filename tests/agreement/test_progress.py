"""Reading says how far it is, and stops where it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from carveout.agreement.progress import Cancelled, Course
from carveout.agreement.read import read

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"


def test_a_course_counts_its_stages_in_thousandths() -> None:
    said: list[tuple[int, int, str]] = []
    course = Course(lambda *told: said.append(told), ["Reading the pages", "Finding the clauses"])
    assert sum(course.over(range(1000), 1000)) == 499_500
    assert list(course.over([], 0)) == []
    course.end()
    assert said[0] == (0, 1000, "Reading the pages")
    assert said[-2:] == [(500, 1000, "Finding the clauses"), (1000, 1000, "Finding the clauses")]
    assert said == sorted(said)


def test_reading_reports_from_nothing_to_everything() -> None:
    said: list[int] = []
    stages: dict[str, None] = {}

    def report(done: int, _total: int, stage: str) -> None:
        said.append(done)
        stages[stage] = None

    read(SAMPLE.read_bytes(), SAMPLE.name, report)
    assert (said[0], said[-1]) == (0, 1000)
    assert said == sorted(said)
    assert len(said) > 20
    assert next(iter(stages)) == "Reading the pages"
    assert list(stages)[-1] == "Finding the qualifiers"
    assert "" not in stages


@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_what_a_report_raises_ends_the_reading(after: int) -> None:
    calls = 0

    def report(_done: int, _total: int, _stage: str) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(SAMPLE.read_bytes(), SAMPLE.name, report)
    assert calls == after + 1
