"""What the menus can do, found by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from carveout.gui.actions import TABLE
from carveout.gui.finding.commands import Command, at_first, commands, matching

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk


def made(*titles: str, impossible: tuple[str, ...] = ()) -> list[Command]:
    return [Command(title, "Review", "", title not in impossible, QAction(title)) for title in titles]


def titles(found: list[Command]) -> list[str]:
    return [one.title for one in found]


def test_every_action_of_the_menus_is_there_with_its_key(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    found = commands(desk.window.menus)
    by_title = {one.title: one for one in found}
    for entry in TABLE:
        if entry.name != "recent":
            title = desk.window.menus.actions[entry.name].text().replace("&", "")
            assert by_title[title].possible == desk.window.menus.actions[entry.name].isEnabled()
            assert bool(by_title[title].key) == bool(entry.keys)
    assert by_title["Export memo…"].key == "Ctrl+E"
    assert by_title["Promote"].menu == "Review › Outline"
    assert by_title[matter_file.stem].menu == "File › Open recent"


def test_each_word_typed_begins_a_word() -> None:
    among = made("Raise issue", "Next representation", "X-ray the clause", "Mark read")
    assert titles(matching(among, "iss ra")) == ["Raise issue"]
    assert titles(matching(among, "ray")) == ["X-ray the clause"]
    assert titles(matching(among, "x-r")) == ["X-ray the clause"]
    assert titles(matching(among, "aise")) == []


def test_what_begins_so_comes_first_and_what_is_impossible_last() -> None:
    among = made("Next carve-out", "Find next", "Next clause", impossible=("Next carve-out",))
    assert titles(matching(among, "next")) == ["Next clause", "Find next", "Next carve-out"]


def test_what_was_used_last_is_offered_first(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    menus = desk.window.menus
    recent, often = at_first(menus, commands(menus), [menus.actions["keys"], menus.actions["back"]])
    assert titles(recent) == ["Keyboard shortcuts"]
    assert "Keyboard shortcuts" not in titles(often)
    assert all(one.possible for one in often)
    assert "Raise issue" in titles(often)
