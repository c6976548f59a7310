"""Merging and purging go through the session, which says what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.together.merging import merge, purge
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.session import Session


def test_without_a_matter_there_is_nothing_to_merge_or_to_purge(session: Session) -> None:
    assert not merge(session, ()).operations
    assert not purge(session, ("a note",))


def test_what_the_matter_has_already_is_not_merged_again(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path
) -> None:
    bring(matter_file)
    note(desk, "said")
    assert desk.session.matter is not None
    before = desk.session.matter.operations
    assert not merge(desk.session, before).operations
    assert desk.session.matter.operations == before


def test_a_purge_is_announced_and_ends_undo(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, qtbot: QtBot
) -> None:
    bring(matter_file)
    gone = note(desk, "said in anger")
    with qtbot.waitSignal(desk.session.changed) as announced:
        assert purge(desk.session, (gone,))
    assert announced.args is not None
    assert announced.args[0].annotations == {gone}
    assert gone not in desk.session.review.annotations
    assert desk.session.undoable is None


def note(desk: Desk, words: str) -> str:
    """Write a note."""
    assert desk.session.reading is not None
    made = desk.session.annotate(AnnotationKind.NOTE, on_clause(desk.session.reading, 9), words)
    assert made is not None
    return made
