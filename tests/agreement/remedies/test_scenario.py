"""What the words show of a fact that counsel supposes: class, exception, period and knowledge, and nothing beyond."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.remedies.scenario import Evidence, Scenario, Step, evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

PETITION = Scenario("Crosswave", "petition for corporate reorganization", dt.date(2003, 8, 20))


@pytest.fixture(scope="module")
def ask(close_sample: Reading) -> Callable[..., dict[Step, Evidence]]:
    clauses = {
        clause.citation: clause.id for clause in close_sample.outline if clause.id in close_sample.representation_of
    }

    def found(section: str, scenario: Scenario = PETITION) -> dict[Step, Evidence]:
        return {one.step: one for one in evidence(close_sample, clauses[f"Section {section}"], scenario)}

    return found


def test_each_step_is_answered_once_and_in_order(ask: Callable[..., dict[Step, Evidence]]) -> None:
    assert list(ask("3.2")) == list(Step)


@pytest.mark.parametrize(
    ("section", "untrue"),
    [
        ("3.2", False),  # the definition leaves Crosswave out
        ("3.13", False),
        ("3.15", True),  # brought in by its name
        ("3.9", None),  # speaks of either party to a contract, so of Crosswave as a counterparty too
        ("3.11", None),  # its second item speaks of IIJ
        ("3.14", None),  # an effect on the group may come from outside it
        ("3.6", None),  # IIJ only
    ],
)
def test_the_class_of_a_representation(
    ask: Callable[..., dict[Step, Evidence]], section: str, untrue: bool | None
) -> None:
    assert ask(section)[Step.CLASS].untrue is untrue


def test_the_words_that_take_somebody_out_of_a_class_are_shown(
    sample: Reading, ask: Callable[..., dict[Step, Evidence]]
) -> None:
    shown = [span.of(sample.text) for span in ask("3.2")[Step.CLASS].words]
    assert shown[0] == "IIJ Group Companies"
    assert shown[-1].startswith("provided, that such term does not include")


@pytest.mark.parametrize(
    ("section", "untrue"),
    [
        ("3.14", False),  # its only sentence carries the exception
        ("3.18", False),
        ("3.10", None),  # only its last sentence does
        ("3.16", None),  # its first item doesn't
        ("3.7", None),  # excepts what is disclosed
        ("3.8", True),  # excepts nothing
    ],
)
def test_the_exceptions_of_a_representation(
    ask: Callable[..., dict[Step, Evidence]], section: str, untrue: bool | None
) -> None:
    assert ask(section)[Step.EXCEPTION].untrue is untrue


def test_an_exception_for_another_event_is_left_to_the_person(ask: Callable[..., dict[Step, Evidence]]) -> None:
    other = Scenario("Crosswave", "strike of its drivers", dt.date(2003, 8, 20))
    assert ask("3.14", other)[Step.EXCEPTION].untrue is None


@pytest.mark.parametrize(
    ("on", "untrue"),
    [
        (dt.date(2003, 8, 20), True),
        (dt.date(2003, 1, 10), False),
        (dt.date(2003, 10, 1), None),  # the Closing Date is a term, not a day
        (None, None),
    ],
)
def test_a_look_back_against_the_day(
    ask: Callable[..., dict[Step, Evidence]], on: dt.date | None, untrue: bool | None
) -> None:
    assert ask("3.14", Scenario("Crosswave", "petition", on))[Step.PERIOD].untrue is untrue


@pytest.mark.parametrize(("on", "untrue"), [(dt.date(2000, 1, 1), True), (dt.date(1997, 1, 1), False)])
def test_a_look_back_of_years_counts_from_the_date_of_the_agreement(
    ask: Callable[..., dict[Step, Evidence]], on: dt.date, untrue: bool
) -> None:
    assert ask("3.13", Scenario("IIJ", "strike", on))[Step.PERIOD].untrue is untrue


def test_knowledge_is_a_question_of_fact_and_its_absence_is_none(ask: Callable[..., dict[Step, Evidence]]) -> None:
    assert ask("3.12")[Step.KNOWLEDGE].untrue is None
    assert ask("3.8")[Step.KNOWLEDGE].untrue is True


def test_somebody_is_known_by_the_full_name_too(ask: Callable[..., dict[Step, Evidence]]) -> None:
    full = Scenario("Crosswave Communications, Inc.", "petitioning", dt.date(2003, 8, 20))
    assert ask("3.2", full)[Step.CLASS].untrue is False
    assert ask("3.14", full)[Step.EXCEPTION].untrue is False


def test_without_a_name_only_a_person_can_tell_the_class(ask: Callable[..., dict[Step, Evidence]]) -> None:
    assert ask("3.2", Scenario("", "strike", None))[Step.CLASS].untrue is None
