"""The carve-outs of one subject beside each other, as counsel would lay them out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import CarveoutKind
from carveout.agreement.siblings.drift import Aspect, Column, Drift, drift, subjects

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

TABLE = {
    "3.1": (
        "provided, that such term does not include",
        "entities",
        "",
        "",
        (
            "Crosswave Communications, Inc., Crosswave Facilities, Inc., Crosswave Services Inc. and "
            "Crosswave Communications "
            "America Inc."
        ),
        "",
        "class",
        "IIJ Group Companies",
        "",
        ")",
    ),
    "3.10": (
        "except for",
        "any adverse effects",
        "caused by",
        "the petitioning for Corporate Reorganization Procedure",
        'Crosswave Communications, Inc. ("Crosswave") and its subsidiaries',
        "or any other adverse effects related thereto",
        "developments which may have a material adverse effect",
        "IIJ",
        "Since March 31, 2003 to the date hereof",
        ".",
    ),
    "3.14": (
        "except for",
        "any adverse effects",
        "caused by",
        "the petitioning for Corporate Reorganization Procedure",
        "Crosswave and its subsidiaries",
        "or any other adverse effects related thereto",
        "no material changes have occurred",
        "IIJ Group Companies",
        "Since March 31, 2003 to the Closing Date",
        ".",
    ),
    "3.16(ii)": (
        "except for",
        "the Legal Proceedings",
        "that may arise out of or in connection with",
        "the petitioning for Corporate Reorganization Procedure",
        "Crosswave and its subsidiaries",
        "",
        "likely to become parties",
        "IIJ Group Companies",
        "future",
        "; and",
    ),
    "3.16(iii)": (
        "except for",
        "the Legal Proceedings",
        "that may arise out of or in connection with",
        "the petitioning for Corporate Reorganization Procedure",
        "Crosswave and its subsidiaries",
        "",
        "have been instituted and are pending or are threatened",
        "IIJ Group Companies",
        "present",
        ";",
    ),
    "3.18": (
        "except for",
        "any adverse effects",
        "caused by",
        "the petitioning for Corporate Reorganization Procedure",
        "Crosswave and its subsidiaries",
        "or any other adverse effects related thereto",
        "likely to have any adverse effect … or otherwise may likely cause damage to NTT",
        "IIJ Group Companies",
        "present",
        ".",
    ),
    "5.3": (
        "except for",
        "any adverse effects",
        "caused by",
        "the petitioning for Corporate Reorganization Procedure",
        "Crosswave and its subsidiaries",
        "or any other adverse effects related thereto",
        "likely to have any material adverse effect",
        "IIJ / IIJ Business",
        "between the date hereof and the Closing Date",
        ";",
    ),
}


@pytest.fixture(scope="module")
def crosswave(close_sample: Reading) -> Drift:
    return drift(close_sample, "Crosswave")


def column(reading: Reading, found: Drift, number: str) -> Column:
    return next(one for one in found.columns if reading.outline[one.carveout.clause].citation == f"Section {number}")


@pytest.mark.parametrize(
    ("number", "aspect", "words"),
    list(
        chain.from_iterable(
            ((number, aspect, said) for aspect, said in zip(Aspect, row, strict=True)) for number, row in TABLE.items()
        )
    ),
)
def test_every_cell_of_the_sample_s_table(
    close_sample: Reading, crosswave: Drift, number: str, aspect: Aspect, words: str
) -> None:
    assert column(close_sample, crosswave, number).cell(aspect).words == words


def test_the_words_of_a_cell_stand_where_it_says(close_sample: Reading, crosswave: Drift) -> None:
    for one in crosswave.columns:
        for cell in one.cells:
            for span in cell.spans:
                assert " ".join(span.of(close_sample.text).split()) in cell.words


def test_the_carve_in_stands_among_the_carve_outs(crosswave: Drift) -> None:
    kinds = [one.carveout.kind for one in crosswave.columns]
    assert kinds.count(CarveoutKind.INCLUSION) == 1
    assert len(kinds) == 8


def test_words_that_most_siblings_do_not_use_are_marked(close_sample: Reading, crosswave: Drift) -> None:
    cause = column(close_sample, crosswave, "3.16(ii)").cell(Aspect.CAUSE)
    assert cause.differs
    assert all(piece.differs for piece in cause.pieces)
    assert not column(close_sample, crosswave, "3.14").cell(Aspect.CAUSE).differs
    ending = column(close_sample, crosswave, "3.16(ii)").cell(Aspect.ENDING)
    assert [(piece.words, piece.differs) for piece in ending.pieces][-1] == ("and", True)


def test_a_tail_that_is_missing_differs_without_words(close_sample: Reading, crosswave: Drift) -> None:
    tail = column(close_sample, crosswave, "3.16(iii)").cell(Aspect.TAIL)
    assert (tail.spans, tail.pieces, tail.differs) == ((), (), True)


def test_a_full_name_that_defines_the_short_one_is_no_drift(close_sample: Reading, crosswave: Drift) -> None:
    assert not column(close_sample, crosswave, "3.10").cell(Aspect.WHO).differs


@pytest.mark.parametrize(
    "message",
    [
        (
            "Section 3.1 names four companies, a closed list; Sections 3.10, 3.14, 3.16(ii), 3.16(iii), "
            "3.18 and 5.3 add “and "
            "its subsidiaries”, which is open; Section 3.15 names Crosswave alone."
        ),
        (
            "Sections 3.16(ii) and 3.16(iii) lack the tail “or any other adverse effects related "
            "thereto” of Sections 3.10, "
            "3.14, 3.18 and 5.3."
        ),
        (
            "Sections 3.16(ii) and 3.16(iii) say “that may arise out of or in connection with” where "
            "Sections 3.10, 3.14, 3.18 "
            "and 5.3 say “caused by”: the causal link is another."
        ),
        "Sections 3.14, 3.18 and 5.3 are equal word for word, except that they end with “.” and “;”.",
        "Sections 3.16(ii) and 3.16(iii) are equal word for word, except that they end with “; and” and “;”.",
        (
            "Section 3.10 gives the full name and defines “Crosswave”; its other words are those of "
            "Sections 3.14, 3.18 and "
            "5.3."
        ),
        (
            "“related thereto” in Sections 3.10, 3.14, 3.18 and 5.3 has no clear antecedent: it could point to “the "
            "petitioning”, “Corporate Reorganization Procedure” or “any adverse effects”."
        ),
        (
            "Section 3.14 excuses “any adverse effects”, but its rule speaks of “material changes”: the "
            "nouns don’t meet."
        ),
        (
            "Section 3.18 excuses “any adverse effects”, but its rule has a second limb that it doesn’t "
            "clearly reach: “or otherwise may likely cause damage to NTT”."
        ),
        (
            "Section 3.16(iii) excuses what “may arise”, in the future, from a rule on what is there already: "
            "“have been instituted and are pending or are threatened”."
        ),
        (
            "Sections 3.10, 3.14, 3.16(ii), 3.16(iii), 3.18 and 5.3 excuse “the petitioning for Corporate "
            "Reorganization Procedure” only, by Crosswave “and its subsidiaries” together: not the "
            "commencement of the procedure, a "
            "liquidation or a failure to pay."
        ),
        (
            "Section 3.15 is a carve-in: “including those between IIJ and Crosswave” brings Crosswave "
            "into the statement, "
            "where Sections 3.1, 3.10, 3.14, 3.16(ii), 3.16(iii), 3.18 and 5.3 take it out."
        ),
    ],
)
def test_the_differences_that_a_lawyer_finds_in_the_sample(crosswave: Drift, message: str) -> None:
    assert message in [one.message for one in crosswave.differences]


def test_nothing_more_is_told_of_the_sample(crosswave: Drift) -> None:
    assert len(crosswave.differences) == 12


def test_two_carve_outs_are_compared_with_each_other(deal: Callable[..., Reading]) -> None:
    reading = read_closely(
        deal(
            "ARTICLE I\nREPRESENTATIONS OF SELLER\nSeller represents and warrants to Buyer as follows:",
            "1.1 Title. Seller owns its assets free of all liens, other than (a) the liens set forth "
            'in Schedule 1 ("Permitted '
            'Liens").',
            "1.2 Land. Seller owns the Land free and clear of all liens, other than Permitted Liens.",
            "1.3 Plant. Seller owns the Plant free and clear of all liens, except for Permitted Liens.",
        )
    )
    found = drift(reading, "Permitted Liens")
    operators = [one.cell(Aspect.OPERATOR) for one in found.columns]
    assert [(one.words, one.differs) for one in operators] == [("other than", True), ("except for", True)]


def test_subjects_are_those_that_two_carve_outs_are_for(close_sample: Reading) -> None:
    assert subjects(close_sample) == ("Crosswave",)


def test_a_subject_that_nothing_is_carved_out_for_has_no_columns(close_sample: Reading) -> None:
    assert drift(close_sample, "Nobody") == Drift("Nobody", (), ())


def test_things_that_only_some_leave_out_are_told(deal: Callable[..., Reading]) -> None:
    reading = read_closely(
        deal(
            '1.1 Shares. Each share held by Seller ("Cancelled Shares") is cancelled; certain others '
            'are "Dissenting Shares".',
            "1.2 Conversion. Each share, other than Cancelled Shares and Dissenting Shares, is converted.",
            "1.3 Payment. Buyer shall pay for each share, other than the Cancelled Shares.",
        )
    )
    assert [one.message for one in drift(reading, "Cancelled Shares").differences] == [
        (
            "Section 1.2 says “Cancelled Shares and Dissenting Shares” where Section 1.3 says “the "
            "Cancelled Shares”: what is left out may not be the same."
        )
    ]


def test_siblings_in_one_clause_are_counted(deal: Callable[..., Reading]) -> None:
    reading = read_closely(
        deal(
            '1.1 "Permitted Liens" means liens for taxes not yet due.',
            "1.2 Land. Seller owns the land free of liens (other than Permitted Liens). It owns the plant free "
            "of liens (other than Permitted Liens).",
        )
    )
    assert [one.message for one in drift(reading, "Permitted Liens").differences] == [
        "2 in Section 1.2 are equal word for word."
    ]
