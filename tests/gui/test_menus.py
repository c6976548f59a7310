from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from carveout.gui.actions import TABLE, THEMES, Needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk


def enabled(desk: Desk) -> set[str]:
    return {name for name, action in desk.window.menus.actions.items() if action.isEnabled()}


def needing(*needs: Needs) -> set[str]:
    return {entry.name for entry in TABLE if entry.needs in needs}


def menu_of(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


NOT_OF_A_ROOT = {"promote", "split"}
OF_A_PROTECTED_MATTER = {"unprotect"}
"""What can't be done to the agreement as a whole, where counsel is at first."""


def test_no_key_and_no_name_stands_for_two_actions_that_can_be_taken_at_once() -> None:
    for elsewhere in (Needs.ISSUES, None), (Needs.TEXT, Needs.REVIEWING):
        entries = [entry for entry in TABLE if entry.needs not in elsewhere]
        keys = Counter(QKeySequence(key).toString() for entry in entries for key in entry.keys)
        assert set(keys.values()) == {1}
        assert "" not in keys
    assert set(Counter(entry.name for entry in TABLE).values()) == {1}


@pytest.mark.parametrize("menu", sorted({entry.menu for entry in TABLE}))
def test_no_letter_of_a_menu_stands_for_two_actions(menu: str) -> None:
    letters = Counter(
        letter.lower() for entry in TABLE if entry.menu == menu for letter in re.findall("&(.)", entry.text)
    )
    assert set(letters.values()) <= {1}, letters


def test_the_menus_are_those_of_the_table_in_its_order(desk: Desk) -> None:
    menus = [menu_of(action) for action in desk.window.menus.bar.actions()]
    shown = [[action.text() for action in menu.actions() if not action.isSeparator()] for menu in menus]
    wanted: dict[str, list[str]] = {}
    for entry in TABLE:
        above, _, within = entry.menu.partition("/")
        texts = wanted.setdefault(above, [])
        texts += [name for name in (within or entry.text,) if name not in texts]
    assert shown == list(wanted.values())
    assert [menu.title() for menu in menus] == list(wanted)


def test_a_menu_within_another_holds_its_own_entries(desk: Desk) -> None:
    (review,) = (menu_of(action) for action in desk.window.menus.bar.actions() if action.text() == "&Review")
    (outline,) = (action for action in review.actions() if action.text() == "Ou&tline")
    shown = [action.text() for action in menu_of(outline).actions()]
    assert shown == [entry.text for entry in TABLE if entry.menu == "&Review/Ou&tline"]


def test_only_what_has_what_it_needs_can_be_taken(desk: Desk, matter_file: Path) -> None:
    assert enabled(desk) == needing(Needs.NOTHING)
    desk.open(matter_file)
    trail, history, in_the_list = {"back", "forward"}, {"undo", "redo"}, needing(Needs.ISSUES)
    elsewhere = in_the_list | needing(Needs.PAGES)
    assert (
        enabled(desk)
        == {entry.name for entry in TABLE} - trail - history - NOT_OF_A_ROOT - OF_A_PROTECTED_MATTER - elsewhere
    )
    desk.window.workspaces.show_carveouts()
    anywhere = needing(Needs.NOTHING, Needs.DOCUMENT, Needs.WRITABLE) - history - OF_A_PROTECTED_MATTER
    assert enabled(desk) == anywhere | needing(Needs.PAGES)
    desk.window.workspaces.show_issues()
    assert enabled(desk) & needing(*Needs) >= in_the_list
    assert not enabled(desk) & needing(Needs.TEXT, Needs.REVIEWING, Needs.PAGES) - trail
    desk.window.papers.close_matter()
    assert enabled(desk) == needing(Needs.NOTHING)


def test_one_theme_is_marked(desk: Desk) -> None:
    marked = [name for name in THEMES if desk.window.menus.actions[name].isChecked()]
    assert marked == ["theme_system"]
    desk.window.menus.actions["theme_light"].trigger()
    assert [name for name in THEMES if desk.window.menus.actions[name].isChecked()] == ["theme_light"]


def test_recent_matters_are_opened_from_the_menu(
    desk: Desk, matter_file: Path, bring: Callable[[Path], None], agreement: Path
) -> None:
    menu = menu_of(desk.window.menus.actions["recent"])
    menu.aboutToShow.emit()
    (none,) = menu.actions()
    assert (none.text(), none.isEnabled()) == ("No matters yet", False)
    odd = matter_file.rename(matter_file.with_name("A & B.carveout"))
    desk.open(odd)
    bring(agreement)
    menu.aboutToShow.emit()
    newest, older = menu.actions()
    assert (newest.text(), older.text()) == ("agreement", "A && B")
    older.trigger()
    assert desk.session.matter is not None
    assert desk.session.matter.path == odd
