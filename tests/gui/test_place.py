from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.gui.place import Spot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from carveout.gui.place import Place

HERE, THERE = Spot(120, 100, -0.25), Spot(900, 880, 0.0)


def at(place: Place) -> tuple[int | None, Span | None, Spot | None]:
    return place.clause, place.span, place.spot


def test_back_returns_to_the_very_words_that_were_left(place: Place) -> None:
    place.go(3)
    place.leaving.connect(lambda: place.note(HERE if place.clause == 3 else THERE))
    place.go(7, Span(900, 910))
    assert at(place) == (7, Span(900, 910), None)
    place.back()
    assert at(place) == (3, None, HERE)
    place.forward()
    assert at(place) == (7, Span(900, 910), THERE)


def test_words_of_the_same_clause_are_a_jump_too_but_the_clause_itself_is_none(place: Place) -> None:
    place.go(3)
    place.go(3)
    assert not place.can_go_back
    place.go(3, Span(10, 20))
    place.go(3, Span(10, 20))
    place.back()
    assert (place.clause, place.span, place.can_go_back) == (3, None, False)


def test_a_jump_after_back_forgets_the_way_ahead(place: Place) -> None:
    for clause in (1, 2, 3):
        place.go(clause)
    place.back()
    place.go(9)
    assert not place.can_go_forward
    place.back()
    assert place.clause == 2


def test_a_corrected_outline_takes_the_way_with_it(place: Place, qtbot: QtBot) -> None:
    place.go(3)
    place.go(7)
    place.carry(lambda clause: clause + 1)
    with qtbot.waitSignal(place.moved) as moved:
        place.back()
    assert moved.args == [4, None]
