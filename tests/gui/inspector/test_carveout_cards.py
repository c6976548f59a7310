"""The cards of a clause's carve-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from carveout.gui.inspector.carveout_card import CarveoutCard
from carveout.gui.inspector.carveout_cards import PAGE, CarveoutCards
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

MANY = PAGE + 3


@pytest.fixture
def shown(
    qtbot: QtBot,
    session: Session,
    place: Place,
    appearance: Appearance,
    sample_reading: Reading,
    lay: Callable[[Reading], None],
    press: Callable[[QWidget, str], None],
) -> CarveoutCards:
    """More cards than a clause shows at first, all of them shown."""
    lay(sample_reading)
    made = CarveoutCards(session, place, appearance)
    qtbot.addWidget(made)
    made.show()
    made.show_carveouts(sample_reading, sample_reading.carveouts[:MANY])
    press(made, f"Show 3 more of {MANY}")
    assert len(cards(made)) == MANY
    return made


def cards(shown: CarveoutCards) -> list[CarveoutCard]:
    return shown.findChildren(CarveoutCard)


def button(card: QWidget, text: str) -> QPushButton:
    return next(one for one in card.findChildren(QPushButton) if one.text() == text)


def test_no_more_cards_are_kept_than_the_next_clause_shows_at_first(
    shown: CarveoutCards, sample_reading: Reading, qtbot: QtBot
) -> None:
    shown.show_carveouts(sample_reading, sample_reading.carveouts[:1])
    qtbot.waitUntil(lambda: len(cards(shown)) == PAGE)
    assert [card.carveout for card in cards(shown) if card.isVisible()] == [sample_reading.carveouts[0]]


def test_a_decision_that_waits_is_saved_when_its_card_goes(
    shown: CarveoutCards, session: Session, sample_reading: Reading, qtbot: QtBot
) -> None:
    cards(shown)[-1].choose(Verdict.STRIKE)
    shown.show_carveouts(sample_reading, ())
    qtbot.waitUntil(lambda: len(cards(shown)) == PAGE)
    assert session.review.decisions[sample_reading.carveouts[MANY - 1].span].verdict is Verdict.STRIKE


def test_a_card_stays_whose_decision_could_not_be_saved(
    shown: CarveoutCards,
    session: Session,
    sample_reading: Reading,
    full_disk: Callable[[], AbstractContextManager[None]],
) -> None:
    last = cards(shown)[-1]
    last.choose(Verdict.STRIKE)
    with full_disk():
        shown.show_carveouts(sample_reading, ())
    assert last.waits
    assert not session.review.decisions
    shown.show_carveouts(sample_reading, sample_reading.carveouts[:MANY])
    assert last in cards(shown)
