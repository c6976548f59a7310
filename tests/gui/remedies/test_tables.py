"""The tests of the sample as the window shows them, against what a lawyer's close reading of it found by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.grid.grid import Row
from carveout.gui.remedies.tables import accuracy_grid, effects_grid, matrix_grid

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.grid.grid import Grid

GROUP = "IIJ Group Companies"
EFFECTS = {
    "3.10": ("Representation", "may have", "material adverse effect", "financial condition", "IIJ", True),
    "3.14": ("Representation", "have occurred", "material changes", "business operations", GROUP, True),
    "3.18": ("Representation", "likely to have", "any adverse effect", "business prospect", GROUP, True),
    "4.1": ("Covenant", "likely to result in having", "material adverse effect", "prospects", GROUP, False),
    "5.3": ("Condition", "likely to have", "any material adverse effect", "creditworthiness", "IIJ", True),
    "12.6(ii)": ("Notice", "likely to result in", "material adverse effect", "business operations", "IIJ", False),
    "18.1(3)": ("Termination", "has", "material adverse effect", "value of the", GROUP, False),
}
"""Role, likelihood, standard, words of the objects, whose, and whether it has an exception for Crosswave."""
ACCURACY = {
    "Article 3": ("Representation", "", "true and correct", "as of the date hereof and as of the Closing Date", ""),
    "5.1": ("Condition", "in Article 3", "true and correct", "on the Closing Date", "the fact"),
    "Article 6(5)": ("Certificate", "in this Agreement", "true and correct", "not stated", "certifying"),
    "18.1(1)": ("Termination", "in Article 3", "incorrect or untrue", "between the date hereof", "is made aware"),
    "Article 20(1)": ("Indemnity", "hereunder", "untrue", "before or after the Closing Date", "is proven"),
    "16.3": ("Representation", "in this Article 16", "true and accurate", "", ""),
}
"""Role, words of the perimeter, standard, as of and trigger."""


def rows(grid: Grid) -> list[tuple[str, list[str]]]:
    found = (row for row in grid.rows if isinstance(row, Row))
    return [(row.cells[0].words.split("\n")[0], [cell.words for cell in row.cells[1:]]) for row in found]


@pytest.mark.parametrize("clause", EFFECTS)
def test_every_adverse_effect_test_has_its_row(sample_closely: Reading, clause: str) -> None:
    role, likelihood, standard, objects, whose, excused = EFFECTS[clause]
    cells = next(cells for named, cells in rows(effects_grid(sample_closely)) if named == clause)
    assert cells[:3] == [role, likelihood, standard]
    assert objects in cells[3]
    assert cells[4] == whose
    assert ("Crosswave" in cells[5]) is excused


def test_the_second_limb_that_nothing_excuses_has_a_row_of_its_own(sample_closely: Reading) -> None:
    limbs = [cells for named, cells in rows(effects_grid(sample_closely)) if named == "3.18"]
    assert [cells[1] for cells in limbs] == ["likely to have", "may likely cause"]
    assert limbs[1][5] == "bare"


@pytest.mark.parametrize("clause", ACCURACY)
def test_every_accuracy_test_has_its_row(sample_closely: Reading, clause: str) -> None:
    cells = dict(rows(accuracy_grid(sample_closely)))[clause]
    assert cells[0] == ACCURACY[clause][0]
    for words, cell in zip(ACCURACY[clause][1:], cells[1:], strict=True):
        assert words in cell


def test_the_matrix_says_which_remedies_ignore_a_representation(sample_closely: Reading) -> None:
    shown = dict(rows(matrix_grid(sample_closely)))
    assert len(shown) == len(sample_closely.representations)
    inside, outside = shown["3.18"], shown["16.3"]
    assert [cell.split("\n")[0] for cell in inside[3:]] == ["5.1", "Article 6(5)", "18.1(1)", "Article 20(1)"]
    assert [cell.split("\n")[0] for cell in outside[3:]] == ["ignored", "Article 6(5)", "ignored", "Article 20(1)"]
