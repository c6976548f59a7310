from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.reading import Party
from carveout.gui.titles import deal_title

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def test_a_deal_is_called_by_its_first_two_parties_and_its_title(reading: Reading) -> None:
    alpha, beta, gamma = Party("Alpha Corp.", "Alpha"), Party("Beta Inc.", None), Party("Gamma", None)
    assert deal_title(reading) == "Purchase Agreement"
    assert deal_title(replace(reading, parties=(alpha, beta, gamma))) == "Alpha / Beta Purchase Agreement"


def test_without_a_title_it_is_called_by_its_file(reading: Reading) -> None:
    assert deal_title(replace(reading, title=None)) == "deal.txt"


def test_nothing_hides_in_a_title(reading: Reading) -> None:
    assert deal_title(replace(reading, title="Deed\u202e")) == "Deed⟦RLO⟧"
