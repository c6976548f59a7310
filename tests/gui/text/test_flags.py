"""The flags beside the text where many annotations begin close together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.text.flags import placed_flags
from carveout.gui.text.under_point import flags
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session
    from carveout.gui.text.flags import PlacedFlag
    from carveout.gui.text.pane import TextPane
    from carveout.review.annotation import Annotation


@pytest.fixture
def pane(open_pane: TextPane) -> TextPane:
    """The pane with an agreement that is longer than the window."""
    return open_pane


@pytest.fixture
def note(session: Session, pane: TextPane, pointing: Reading) -> Callable[..., None]:
    """Return what annotates the clause of a number, as often as is asked for."""
    assert pane.sheet.laid

    def make(clause: str, times: int = 1, severity: Severity | None = None) -> None:
        (at,) = (one.id for one in pointing.outline if one.number == clause)
        kind = AnnotationKind.ISSUE if severity else AnnotationKind.NOTE
        for number in range(times):
            session.annotate(kind, on_clause(pointing, at), f"Worry {number}.", severity=severity)

    return make


def in_order(session: Session) -> list[Annotation]:
    """The annotations, in the order of their making."""
    return sorted(session.review.annotations.values(), key=lambda one: one.at)


def all_flags(pane: TextPane) -> list[PlacedFlag]:
    """The flags of the whole page, in the window or not."""
    laid = pane.sheet.laid
    assert laid is not None
    everything = laid.in_sight(0, pane.sheet.document().size().height())
    return list(placed_flags(laid.page, laid.marks, everything, 0, laid.typography.margin))


def test_scrolling_moves_no_flag_even_when_the_words_that_it_is_about_are_above_the_window(
    pane: TextPane, note: Callable[..., None]
) -> None:
    note("3.1", 4)
    note("3.2", 2)
    note("3.9")
    bar = pane.sheet.verticalScrollBar()
    tops = {placed.flag.number: placed.box.top() for placed in all_flags(pane)}
    assert len(tops) == 7
    seen = set()
    for at in range(0, bar.maximum(), 7):
        bar.setValue(at)
        shown = {placed.flag.number: placed.box.top() for placed in flags(pane.sheet)}
        height, lower = flags_height(pane), at + pane.sheet.viewport().height()
        assert shown == {number: top for number, top in tops.items() if top + height >= at and top <= lower}
        seen |= set(shown)
    assert seen == set(tops)


def flags_height(pane: TextPane) -> float:
    """The height of each flag."""
    return all_flags(pane)[0].box.height()


def test_flags_that_would_reach_the_next_paragraph_with_any_are_one_with_their_count(
    pane: TextPane, note: Callable[..., None]
) -> None:
    note("3.4", 30)
    note("3.5")
    *own, last = (placed for placed in all_flags(pane) if placed.flag.annotation.anchor.clause != after(pane))
    (following,) = (placed for placed in all_flags(pane) if placed.flag.annotation.anchor.clause == after(pane))
    assert [placed.words for placed in own] == [str(number + 1) for number in range(len(own))]
    assert last.words == f"+{30 - len(own)}"
    assert last.box.bottom() <= following.box.top()
    assert following.words == "31"


def after(pane: TextPane) -> int:
    """The clause of the annotation that comes last in the text."""
    return all_flags(pane)[-1].flag.annotation.anchor.clause


def test_a_paragraph_has_twelve_flags_at_most(pane: TextPane, note: Callable[..., None]) -> None:
    note("3.4", 30)
    placed = all_flags(pane)
    assert len(placed) == 12
    assert placed[-1].words == "+19"


def test_a_flag_for_several_has_the_shape_of_the_gravest_issue_that_is_open(
    pane: TextPane, note: Callable[..., None], session: Session
) -> None:
    note("3.4", 14)
    assert all_flags(pane)[-1].severity is None
    note("3.4", severity=Severity.LOW)
    note("3.4", severity=Severity.HIGH)
    assert all_flags(pane)[-1].severity is Severity.HIGH
    for one in (one for one in in_order(session) if one.severity is Severity.HIGH):
        session.revise(one.id, status=Status.RESOLVED)
    assert all_flags(pane)[-1].severity is Severity.LOW


def test_a_flag_for_several_is_hollow_once_all_of_them_are_resolved(
    pane: TextPane, note: Callable[..., None], session: Session
) -> None:
    note("3.4", 14)
    *resolved, still_open = in_order(session)
    for one in resolved:
        session.revise(one.id, status=Status.RESOLVED)
    assert all_flags(pane)[-1].open
    session.revise(still_open.id, status=Status.RESOLVED)
    assert not all_flags(pane)[-1].open


def test_a_flag_for_several_tells_how_many_and_the_first_and_opens_the_first(
    pane: TextPane, note: Callable[..., None], qtbot: QtBot
) -> None:
    note("3.4", 17)
    last = all_flags(pane)[-1]
    assert last.words == "+6"
    pane.sheet.verticalScrollBar().setValue(round(last.box.top()) - 40)
    (shown,) = (placed for placed in flags(pane.sheet) if len(placed.places) > 1)
    middle = (shown.box.center() - pane.sheet.scrolled()).toPoint()
    told = pane.telling.told_at(middle)
    assert told is not None
    assert told.title == "6 annotations"
    assert told.words.startswith("12 · Note")
    assert told.notes[0].startswith("13 · Note")
    assert told.notes[-1] == "3 more"
    with qtbot.waitSignal(pane.note_wanted) as wanted:
        QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert wanted.args == [shown.flag.annotation.id]
