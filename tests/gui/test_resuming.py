"""A matter is read on where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk


def test_a_matter_is_opened_where_it_was_left(new_desk: Callable[[], Desk], matter_file: Path) -> None:
    desk = new_desk()
    desk.open(matter_file)
    desk.place.go(10)
    desk.window.close()
    again = new_desk()
    again.open(matter_file)
    assert again.place.clause == 10
    assert again.settings.recent == (matter_file,)


def test_a_place_that_the_reading_no_longer_has_is_forgotten(desk: Desk, matter_file: Path) -> None:
    with open_matter(matter_file, read_only=True) as matter:
        desk.settings.keep_place(matter.id, 10_000, 0)
    desk.open(matter_file)
    assert desk.place.clause is None
