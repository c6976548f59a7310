"""The statements that turn on representations being true: which, by what standard, as of when, set off by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import AccuracyTest
    from carveout.agreement.span import Span

ARTICLE_3 = tuple(f"3.{number}" for number in range(1, 19))


def words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(reading.text).split())


def short(reading: Reading, clause: int) -> str:
    return reading.outline[clause].citation.removeprefix("Section ")


def cells(reading: Reading, test: AccuracyTest) -> tuple[object, ...]:
    return (
        short(reading, test.clause),
        test.role,
        test.by,
        words(reading, test.perimeter),
        tuple(short(reading, clause) for clause in test.covers),
        words(reading, test.standard),
        words(reading, test.as_of),
        words(reading, test.trigger),
    )


EXPECTED = (
    (
        "Article 3",
        RoleKind.REPRESENTATION,
        "IIJ",
        None,
        ARTICLE_3,
        "true and correct",
        "as of the date hereof and as of the Closing Date or as of any other date or dates specified",
        None,
    ),
    ("5.1", RoleKind.CONDITION, "IIJ", "in Article 3", ARTICLE_3, "true and correct", "on the Closing Date", None),
    (
        "Article 6(5)",
        RoleKind.CERTIFICATE,
        "IIJ",
        "in this Agreement",
        (*ARTICLE_3, "16.3"),
        "true and correct and that no breach or event of default has occurred or is existing",
        None,
        "certifying that",
    ),
    ("16.3", RoleKind.REPRESENTATION, "NTT", "in this Article 16", ("16.2",), "true and accurate", None, None),
    (
        "18.1(1)",
        RoleKind.TERMINATION,
        "IIJ",
        "in Article 3",
        ARTICLE_3,
        "incorrect or untrue",
        "at any time between the date hereof and the Closing Date",
        "is made aware that",
    ),
    (
        "Article 20(1)",
        RoleKind.INDEMNITY,
        "IIJ",
        "hereunder",
        (*ARTICLE_3, "16.3"),
        "untrue",
        "regardless of whether before or after the Closing Date or the date of issuance of the New Shares",
        "is proven",
    ),
)


def test_the_accuracy_tests_of_the_sample(close_sample: Reading) -> None:
    assert tuple(cells(close_sample, test) for test in close_sample.accuracy_tests) == EXPECTED


REPRESENTED = (
    "ARTICLE III",
    "REPRESENTATIONS AND WARRANTIES OF SELLER",
    "Seller represents and warrants to Buyer as follows:",
    "Section 3.1 Organization. Seller is duly organized.",
    "Section 3.2 Title. Seller owns the Shares.",
    "Section 3.3 Litigation. No claim is pending against Seller.",
    "ARTICLE IV",
    "REPRESENTATIONS AND WARRANTIES OF BUYER",
    "Buyer represents and warrants to Seller as follows:",
    "Section 4.1 Organization. Buyer is duly organized.",
)
CONDITIONS = (
    "ARTICLE VI",
    "CONDITIONS",
    "Section 6.1 Conditions. The obligation of Buyer to close is subject to the satisfaction of these conditions:",
)


@pytest.fixture(scope="module")
def closely(deal: Callable[..., Reading]) -> Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]]:
    def tests(*clauses: str) -> tuple[Reading, tuple[AccuracyTest, ...]]:
        reading = read_closely(deal(*REPRESENTED, *clauses))
        return reading, reading.accuracy_tests

    return tests


def test_a_bring_down_of_an_article_in_all_material_respects(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, (test,) = closely(
        *CONDITIONS,
        "(a) The representations and warranties of Seller set forth in Article III shall be true and correct in all"
        " material respects as of the Closing Date (except to the extent made as of an earlier date); and",
        "(b) Buyer shall have received the Shares.",
    )
    assert cells(reading, test) == (
        "6.1(a)",
        RoleKind.CONDITION,
        "Seller",
        "in Article III",
        ("3.1", "3.2", "3.3"),
        "true and correct in all material respects",
        "as of the Closing Date",
        None,
    )


def test_several_perimeters_in_one_sentence_are_tests_of_their_own(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, tests = closely(
        *CONDITIONS,
        "(a) (i) the representations and warranties of Seller in Section 3.1 and Section 3.2 shall be true and correct"
        " in all respects as of the Closing Date, and (ii) the other representations and warranties of Seller in this"
        " Agreement shall be true and correct as of the Closing Date, except where the failure of such representations"
        " to be so true and correct would not have a material adverse effect on Seller; and",
        "(b) Buyer shall have received the Shares.",
    )
    assert [(words(reading, test.perimeter), words(reading, test.standard)) for test in tests] == [
        ("in Section 3.1 and Section 3.2", "true and correct in all respects"),
        ("in this Agreement", "true and correct"),
    ]
    assert [tuple(short(reading, clause) for clause in test.covers) for test in tests] == [
        ("3.1", "3.2"),
        ("3.1", "3.2", "3.3"),
    ]


def test_what_a_bracket_leaves_out_of_one_section_leaves_the_other_sections_in(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, (test,) = closely(
        *CONDITIONS,
        "(a) The representations in Section 3.1 (other than its first sentence), Section 3.2 and Section 3.3 shall be"
        " true and correct as of the Closing; and",
        "(b) Buyer shall have received the Shares.",
    )
    assert tuple(short(reading, clause) for clause in test.covers) == ("3.1", "3.2", "3.3")


def test_a_term_for_some_representations_covers_those_that_its_definition_names(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, tests = closely(
        "Section 4.2 Terms. “Fundamental Representations” means the representations in Section 3.1 and Section 3.2.",
        *CONDITIONS,
        "(a) The representations and warranties of Seller in Article III (other than the Fundamental Representations)"
        " shall be true in all material respects as of the Closing; and",
        "(b) The Fundamental Representations shall be true in all respects as of the Closing.",
    )
    assert [tuple(short(reading, clause) for clause in test.covers) for test in tests] == [("3.3",), ("3.1", "3.2")]


def test_a_certificate_that_conditions_are_met_tests_what_those_test(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, (_, certificate) = closely(
        *CONDITIONS,
        "(a) The representations and warranties of Seller in Article III shall be true and correct as of the Closing;",
        "(b) Seller shall have delivered a certificate of its president certifying that the condition in Section 6.1(a)"
        " has been satisfied.",
    )
    assert cells(reading, certificate) == (
        "6.1(b)",
        RoleKind.CERTIFICATE,
        "Seller",
        "in Section 6.1(a)",
        ("3.1", "3.2", "3.3"),
        "satisfied",
        None,
        "certifying that",
    )


def test_an_indemnity_for_inaccuracy_and_breach(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, (test,) = closely(
        "ARTICLE VIII",
        "INDEMNIFICATION",
        "Section 8.1 Indemnification by Seller. Seller shall indemnify and hold harmless Buyer from any losses arising"
        " out of:",
        "(a) any inaccuracy in or breach of any representation or warranty made by Seller in this Agreement; or",
        "(b) any breach of any covenant made by Seller.",
    )
    assert cells(reading, test) == (
        "8.1(a)",
        RoleKind.INDEMNITY,
        "Seller",
        "in this Agreement",
        ("3.1", "3.2", "3.3"),
        "inaccuracy in or breach",
        None,
        None,
    )


def test_whoever_breached_them_made_the_representations_that_a_termination_turns_on(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]],
) -> None:
    reading, tests = closely(
        "ARTICLE VII",
        "TERMINATION",
        "Section 7.1 Termination. This Agreement may be terminated at any time prior to the Closing:",
        "(a) by Buyer, if Seller shall have breached any of its representations or warranties in this Agreement; or",
        "(b) by Seller, if Buyer shall have breached any of its representations or warranties in this Agreement;"
        " provided that Seller is not then in breach of any representation.",
    )
    assert [(test.role, test.by, words(reading, test.as_of)) for test in tests] == [
        (RoleKind.TERMINATION, "Seller", "at any time prior to the Closing"),
        (RoleKind.TERMINATION, "Buyer", "at any time prior to the Closing"),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Section 9.1 Survival. The representations and warranties in this Agreement survive the Closing.",
        "Section 9.1 Reliance. No representation that is untrue has been made outside this Agreement.",
        "Section 9.1 Conduct. Seller shall not do anything that makes a representation untrue.",
    ],
)
def test_talk_of_representations_that_no_remedy_turns_on(
    closely: Callable[..., tuple[Reading, tuple[AccuracyTest, ...]]], clause: str
) -> None:
    _, tests = closely("ARTICLE IX", "GENERAL", clause)
    assert tests == ()
