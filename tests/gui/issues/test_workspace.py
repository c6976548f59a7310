"""The Issues workspace in the real window: narrowing, grouping, changing several at once, going there and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.gui.test_theme import LEGIBLE, contrast

from carveout.gui.issues.model import today
from carveout.gui.issues.rows import Grouping, Heading, Order
from carveout.gui.theme import load_theme
from carveout.gui.workspaces import Workspace
from carveout.review.annotation import AnnotationKind, Severity, Status, Visibility

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.issues.workspace import IssuesWorkspace

THREATENED = 12
ALL = ["Too wide", "Whose knowledge?", "See 3.1", "By fax?"]


def listed(issues: IssuesWorkspace) -> list[str]:
    return [e.name if isinstance(e, Heading) else e.annotation.comment for e in issues.model.entries]


def press(issues: IssuesWorkspace, *keys: Qt.Key, shift: bool = False) -> None:
    for key in keys:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(issues.list, key, held)


def answer(issues: IssuesWorkspace, words: str) -> None:
    assert issues.asking.field.hasFocus()
    QTest.keyClicks(issues.asking.field, words)
    QTest.keyClick(issues.asking.field, Qt.Key.Key_Return)


def chosen(issues: IssuesWorkspace) -> list[str]:
    rows = issues.model.rows
    return [rows[id_].annotation.comment for id_ in issues.list.selected]


def in_front(desk: Desk) -> Workspace | None:
    return desk.window.workspaces.in_front


def pick(text: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()
    menu.close()


def test_the_gravest_come_first_and_the_first_is_chosen(issues: IssuesWorkspace) -> None:
    assert listed(issues) == ["Too wide", "Whose knowledge?", "See 3.1", "By fax?"]
    assert chosen(issues) == ["Too wide"]
    assert issues.list.hasFocus()
    assert issues.detail.card.annotation is not None
    assert issues.detail.card.annotation.comment == "Too wide"
    assert issues._summary.text() == "4 notes · 4 open (1 high, 1 low)"


def test_enter_shows_the_text_and_back_returns_to_the_same_row(desk: Desk, issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert in_front(desk) is Workspace.READ
    assert desk.place.clause == THREATENED
    QTest.keyClick(desk.window.text.sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert in_front(desk) is Workspace.ISSUES
    assert chosen(issues) == ["Whose knowledge?"]
    assert issues.list.hasFocus()


def test_keys_resolve_and_reopen_all_that_are_chosen_each_as_its_own_edit(desk: Desk, issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_Down, shift=True)
    press(issues, Qt.Key.Key_R)
    assert listed(issues) == ["See 3.1", "By fax?", "Too wide", "Whose knowledge?"]
    assert chosen(issues) == ["Too wide", "Whose knowledge?"]
    desk.session.undo()
    assert [a.status for a in desk.session.review.annotations.values()].count(Status.RESOLVED) == 1
    desk.session.redo()
    press(issues, Qt.Key.Key_R)
    assert {a.status for a in desk.session.review.annotations.values()} == {Status.OPEN}


def test_several_are_assigned_tagged_and_dated_at_once(desk: Desk, issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_Down, shift=True)
    press(issues, Qt.Key.Key_A)
    answer(issues, "B. Associate")
    press(issues, Qt.Key.Key_T)
    answer(issues, "tax, client")
    press(issues, Qt.Key.Key_T)
    answer(issues, "-tax")
    press(issues, Qt.Key.Key_D)
    answer(issues, "2031-05-01")
    press(issues, Qt.Key.Key_0)
    found = [desk.session.review.annotations[id_] for id_ in issues.list.selected]
    assert [(a.assignee, a.tags, a.due) for a in found] == [("B. Associate", ("client",), dt.date(2031, 5, 1))] * 2
    assert {a.visibility for a in found} == {Visibility.SHARED}


def test_a_day_that_is_none_is_said_to_be_none(desk: Desk, issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_D)
    answer(issues, "whenever")
    assert issues._notice.isVisible()
    assert "names no day" in issues._notice.text()
    assert all(a.due is None for a in desk.session.review.annotations.values())
    press(issues, Qt.Key.Key_Down)
    assert not issues._notice.isVisible()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_a_field_completes_to_is_dressed_as_the_window_is(desk: Desk, issues: IssuesWorkspace, theme: str) -> None:
    press(issues, Qt.Key.Key_A)
    for worn in ("light" if theme == "dark" else "dark", theme):
        desk.appearance.choose(worn)
        issues.asking.field.clear()
        QTest.keyClicks(issues.asking.field, desk.session.author[:1])
    completer = issues.asking.field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    shown = popup.grab().toImage()
    assert shown.pixelColor(shown.width() - 12, shown.height() // 2).name() == load_theme(theme).page
    assert popup.sizeHintForRow(0) >= popup.fontMetrics().height() + 8
    popup.hide()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_quoted_words_of_the_chosen_row_are_legible(desk: Desk, issues: IssuesWorkspace, name: str) -> None:
    desk.appearance.choose(name)
    row = issues.list.visualRect(issues.list.currentIndex())
    below = QRect(row.left() + 260, row.center().y() + 4, 160, row.height() // 2 - 10)  # clear of the frame
    shown = issues.list.viewport().grab(below).toImage()
    inks = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert desk.appearance.theme.accent_soft in inks
    assert max(contrast(ink, desk.appearance.theme.accent_soft) for ink in inks) >= LEGIBLE


def test_severity_is_set_from_a_menu_by_keys(desk: Desk, issues: IssuesWorkspace) -> None:
    issues.list.choose(next(id_ for id_, r in issues.model.rows.items() if r.annotation.comment == "By fax?"))
    press(issues, Qt.Key.Key_S)
    pick("Medium")
    issue = next(a for a in desk.session.review.annotations.values() if a.comment == "By fax?")
    assert (issue.kind, issue.severity) == (AnnotationKind.ISSUE, Severity.MEDIUM)
    assert listed(issues)[1] == "By fax?"


def test_groups_have_headings_with_counts_and_are_not_chosen(issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_G)
    pick("Kind")
    headings = [e for e in issues.model.entries if isinstance(e, Heading)]
    assert [(h.name, h.number) for h in headings] == [("Issue", 2), ("Question", 1), ("Note", 1)]
    press(issues, Qt.Key.Key_End)
    assert chosen(issues) == ["By fax?"]
    press(issues, Qt.Key.Key_Up)
    assert chosen(issues) == ["See 3.1"]


@pytest.mark.parametrize("grouping", Grouping)
def test_no_note_is_lost_in_any_grouping(issues: IssuesWorkspace, grouping: Grouping) -> None:
    for order in Order:
        issues.model.arrange(order, grouping)
        assert sorted(e.annotation.comment for e in issues.model.entries if not isinstance(e, Heading)) == sorted(ALL)


def test_filters_combine_and_are_kept_under_a_name(desk: Desk, issues: IssuesWorkspace) -> None:
    session = desk.session
    late = next(a for a in session.review.annotations.values() if a.comment == "Too wide")
    session.rewrite(replace(late, due=today() - dt.timedelta(days=2), assignee="B. Associate"))
    QTest.mouseClick(issues.narrowing.facets["kinds"], Qt.MouseButton.LeftButton)
    pick("Issue")
    assert listed(issues) == ["Too wide", "Whose knowledge?"]
    QTest.mouseClick(issues.narrowing.overdue, Qt.MouseButton.LeftButton)
    assert listed(issues) == ["Too wide"]
    QTest.mouseClick(issues.narrowing.saved, Qt.MouseButton.LeftButton)
    pick("Save this filter…")
    answer(issues, "Late")
    press(issues, Qt.Key.Key_Escape)
    assert sorted(listed(issues)) == sorted(ALL)
    QTest.mouseClick(issues.narrowing.saved, Qt.MouseButton.LeftButton)
    pick("Late")
    assert listed(issues) == ["Too wide"]
    QTest.keyClicks(issues.field, "fax")
    assert listed(issues) == []
    assert issues._empty.text() == "Nothing matches. Esc clears the filter."


def test_an_empty_list_says_what_to_do(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> None:
    bring(matter_file)
    desk.window.workspaces.show_issues()
    assert "N adds a note" in desk.window.workspaces.issues._empty.text()
