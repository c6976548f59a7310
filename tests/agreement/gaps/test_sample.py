"""The gaps that a lawyer finds in the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import Gap, GapStrength

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def gap_of(reading: Reading, citation: str) -> Gap:
    return next(gap for gap in reading.gaps if reading.outline[gap.clause].citation == citation)


@pytest.mark.parametrize(
    ("citation", "sibling", "strength", "words"),
    [
        (
            "Section 18.1(3)",
            "Section 5.3",
            "strong",
            "has a material adverse effect on the value of the IIJ Group Companies",
        ),
        ("Section 3.9", "Section 3.10", "strong", "No event of default by either party thereto"),
        ("Section 3.16(i)", "Section 3.16(ii)", "strong", "parties to any pending lawsuit or other legal proceedings"),
        ("Section 3.11(2)", "Section 3.10", "strong", "there are no liabilities of IIJ that are not reflected"),
        (
            "Article 20(1)",
            "Section 5.3",
            "strong",
            "representations or warranties made or given by IIJ hereunder is proven",
        ),
        ("Article 6(5)", "Section 5.3", "strong", "no breach or event of default has occurred or is existing"),
        (
            "Section 4.1",
            "Section 5.3",
            "strong",
            "likely to result in having a material adverse effect on the operations",
        ),
        ("Section 5.1", "Section 5.3", "medium", "in Article 3 are true and correct on the Closing Date"),
        ("Section 18.1(1)", "Section 5.3", "medium", "in Article 3 is incorrect or untrue"),
        ("Section 12.6(ii)", "Section 5.3", "medium", "likely to result in material adverse effect on IIJ's business"),
        ("Section 3.10", "Section 3.10", "medium", "such Financial Statements accurately and fairly present"),
        ("Section 3.17", "Section 3.16(iii)", "medium", "All material data and information with respect to the IIJ"),
        ("Section 3.18", "Section 3.18", "medium", "may likely cause damage to NTT"),
    ],
)
def test_each_gap_has_its_words_its_sibling_and_its_strength(
    close_sample: Reading, citation: str, sibling: str, strength: str, words: str
) -> None:
    gap = gap_of(close_sample, citation)
    assert gap.subject == "Crosswave"
    assert gap.strength == GapStrength(strength)
    assert gap.sibling is not None
    assert close_sample.outline[gap.sibling].citation == sibling
    assert gap.words is not None
    assert words in " ".join(gap.words.of(close_sample.text).split())


def test_there_are_no_others(close_sample: Reading) -> None:
    assert len(close_sample.gaps) == 13


@pytest.mark.parametrize("number", range(3, 8))
def test_where_nothing_could_be_carved_out_there_is_no_gap(close_sample: Reading, number: int) -> None:
    assert f"Section 3.{number}" not in [close_sample.outline[gap.clause].citation for gap in close_sample.gaps]


def test_a_remedy_names_the_representations_through_which_it_bites(close_sample: Reading) -> None:
    assert gap_of(close_sample, "Article 20(1)").message == (
        "Article 20(1) has no exception for Crosswave of its own as Section 5.3 has: it imports only "
        "those inside the "
        "representations, and Crosswave still counts through Sections 3.9, 3.11(2) and 3.16(i)."
    )


def test_gaps_come_in_the_order_of_the_text(close_sample: Reading) -> None:
    starts = [gap.words.start for gap in close_sample.gaps if gap.words is not None]
    assert starts == sorted(starts)
