"""The guide beside the window: the page about what is in front, its contents, its search, its links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest

from carveout import assets
from carveout.gui.guide import contents as contents_of
from carveout.gui.guide.contents import contents, rule_page
from carveout.gui.guide.searching import found
from carveout.gui.guide.setting import blocks, pieces
from carveout.gui.guide.sheet import GuideSheet
from carveout.gui.labels import PlainLabel
from carveout.gui.sheets import Sheet
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk

SAMPLE = assets.RESOURCES / "samples" / "ntt-iij-schedule-13d-2003.txt"
PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(desk: Desk, qtbot: QtBot) -> Iterator[GuideSheet]:
    """The guide, opened by its key on the start page."""
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    sheet = opened(desk)
    with qtbot.waitActive(sheet):
        sheet.activateWindow()
    yield sheet
    for left in desk.window.findChildren(GuideSheet):
        left.close()


def opened(desk: Desk) -> GuideSheet:
    sheet = desk.window.findChild(GuideSheet)
    assert sheet is not None
    return sheet


def shown(sheet: GuideSheet) -> str:
    return sheet.page.document().firstBlock().text()


def chosen(sheet: GuideSheet) -> str:
    item = sheet.contents.currentItem()
    assert item is not None
    return item.text(0)


def look_for(guide: GuideSheet, words: str) -> None:
    """Type words and don't wait: Enter looks them up at once."""
    guide.field.setFocus()
    QTest.keyClicks(guide.field, words)
    QTest.keyClick(guide.field, Qt.Key.Key_Return)


def test_f1_opens_the_page_about_the_workspace_in_front(desk: Desk, matter_file: Path) -> None:
    show = desk.window.menus.actions["guide"].trigger
    show()
    sheet = opened(desk)
    assert shown(sheet) == "Getting started"
    desk.open(matter_file)
    for bring, title in (
        ("show_read", "Reading the agreement"),
        ("show_carveouts", "Carve-outs"),
        ("show_remedies", "Remedies and scenarios"),
        ("show_proofread", "Proofreading"),
        ("show_issues", "The list of issues"),
    ):
        desk.window.menus.actions[bring].trigger()
        show()
        assert opened(desk) is sheet
        assert shown(sheet) == title
        assert chosen(sheet) == title
    sheet.close()


@pytest.mark.usefixtures("guide")
def test_the_window_can_be_worked_in_beside_the_guide(desk: Desk, matter_file: Path) -> None:
    assert desk.window.isEnabled()
    assert not opened(desk).isModal()
    desk.open(matter_file)
    assert desk.session.matter is not None


def test_the_guide_comes_back_as_large_as_it_was_left(desk: Desk, guide: GuideSheet, qtbot: QtBot) -> None:
    guide.resize(700, 500)
    with qtbot.waitSignal(guide.destroyed):
        guide.close()
    desk.window.menus.actions["guide"].trigger()
    assert opened(desk).size() == QSize(700, 500)


def test_every_page_can_be_read_from_the_contents(guide: GuideSheet) -> None:
    for page in contents():
        guide.contents.show_chosen("")
        guide.page.turn_to(page.file)
        assert shown(guide), page.file
        assert chosen(guide) == page.title
    assert "`" not in guide.page.toPlainText()


def test_a_page_is_chosen_in_the_contents_by_key(guide: GuideSheet) -> None:
    guide.contents.setFocus()
    assert chosen(guide) == "Getting started"
    QTest.keyClick(guide.contents, Qt.Key.Key_Down)
    assert shown(guide) == "The keyboard"


def test_a_page_that_lists_others_shows_them_in_the_contents(guide: GuideSheet) -> None:
    (rules,) = guide.contents.findItems("The rules of the proofreader", Qt.MatchFlag.MatchExactly)
    assert not rules.isExpanded()
    guide.page.turn_to("rules/README.md")
    assert rules.isExpanded()


def test_back_and_forward_lead_along_the_pages_that_were_read(guide: GuideSheet) -> None:
    assert not guide.back.isEnabled()
    guide.page.turn_to("guide/memo.md")
    guide.page.verticalScrollBar().setValue(300)
    guide.page.anchorClicked.emit(QUrl("marked-memo.md"))
    assert shown(guide) == "A marked memo comes back"
    assert guide.page.verticalScrollBar().value() == 0
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(guide) == "The memo"
    assert guide.page.verticalScrollBar().value() == 300
    guide.back.click()
    assert shown(guide) == "Getting started"
    QTest.keyClick(guide, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(guide) == "The memo"


def test_a_link_leads_to_the_heading_that_it_names(guide: GuideSheet, qtbot: QtBot) -> None:
    guide.page.turn_to("guide/privacy.md")
    guide.page.anchorClicked.emit(QUrl("memo.md#on-paper"))
    qtbot.waitUntil(lambda: guide.page.verticalScrollBar().value() > 0)
    at = guide.page.cursorForPosition(guide.page.rect().topLeft()).block()
    below = [block.text() for block in blocks(guide.page.document()) if block.blockNumber() >= at.blockNumber()]
    assert "On paper" in below[:3]


def test_an_address_outside_is_copied_and_never_followed(guide: GuideSheet) -> None:
    before = guide.page.file
    guide.page.anchorClicked.emit(QUrl("https://example.org/page"))
    assert guide.page.file == before
    assert QGuiApplication.clipboard().text() == "https://example.org/page"
    assert "was copied" in guide.told.text()


def test_nothing_outside_the_guide_is_read(guide: GuideSheet, tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("# Secret", encoding="utf-8")
    guide.page.anchorClicked.emit(QUrl.fromLocalFile(str(outside)))
    assert shown(guide) == "Getting started"
    guide.page.anchorClicked.emit(QUrl("../../README.md"))
    assert shown(guide) == "Getting started"


def test_words_are_found_on_every_page_and_marked_on_the_one_in_front(guide: GuideSheet, qtbot: QtBot) -> None:
    look_for(guide, "passphrase lost")
    qtbot.waitUntil(lambda: bool(guide.page.extraSelections()))
    titles = [guide.hits.item(row).data(Qt.ItemDataRole.UserRole).page.title for row in range(guide.hits.count())]
    assert titles[0] == "Backups, passphrases and purging"
    assert shown(guide) == titles[0]
    assert {one.cursor.selectedText().casefold() for one in guide.page.extraSelections()} == {"passphrase", "lost"}
    before = guide.page.textCursor().position()
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide.page.textCursor().position() != before
    QTest.keyClick(guide.field, Qt.Key.Key_Down)
    assert shown(guide) == titles[1]


def test_what_is_typed_is_found_without_a_key(guide: GuideSheet, qtbot: QtBot) -> None:
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(guide.field, "scenario")
    qtbot.waitUntil(lambda: shown(guide) == "Remedies and scenarios")
    guide.field.clear()
    assert guide.contents.isVisible()
    qtbot.waitUntil(lambda: not guide.page.extraSelections())


def test_esc_gives_up_the_search_first_and_then_the_guide(guide: GuideSheet, qtbot: QtBot) -> None:
    look_for(guide, "frobnicate")
    assert guide.nothing.isVisible()
    QTest.keyClick(guide.field, Qt.Key.Key_Escape)
    assert guide.contents.isVisible()
    assert guide.field.text() == ""
    with qtbot.waitSignal(guide.destroyed):
        QTest.keyClick(guide, Qt.Key.Key_Escape)


def test_pages_come_first_whose_title_says_it() -> None:
    assert [hit.page.title for hit in found("scenario")][:2] == ["Remedies and scenarios", "Words"]
    assert found("frobnicate") == ()
    assert found("  ") == ()
    assert all("](" not in hit.around for hit in found("memo"))


def test_pictures_are_as_wide_as_the_page_lets_them(guide: GuideSheet, qtbot: QtBot) -> None:
    guide.page.turn_to("guide/proofreading.md")
    for width in (900, 1100):
        guide.resize(width, 700)
        room = guide.page.viewport().width() - 68
        for down in (0, guide.page.verticalScrollBar().maximum()):
            guide.page.verticalScrollBar().setValue(down)
            qtbot.waitUntil(partial(is_drawn, guide, -1 if down else 0, room))


def is_drawn(guide: GuideSheet, which: int, wide: int) -> bool:
    document = guide.page.document()
    formats = [p.charFormat() for block in blocks(document) for p in pieces(block) if p.charFormat().isImageFormat()]
    image = formats[which].toImageFormat()
    picture = document.resource(PICTURE, document.baseUrl().resolved(QUrl(image.name())))
    return isinstance(picture, QImage) and image.width() == picture.deviceIndependentSize().width() == wide


def test_the_guide_wears_the_colours_of_the_window(desk: Desk, guide: GuideSheet, qtbot: QtBot) -> None:
    def ink() -> str:
        (first, *_) = pieces(guide.page.document().firstBlock())
        return first.charFormat().foreground().color().name()

    for theme in ("dark", "light"):
        desk.appearance.choose(theme)
        qtbot.waitUntil(lambda: ink() == desk.appearance.theme.text)


def test_a_finding_opens_the_page_of_its_rule(
    desk: Desk, tmp_path: Path, sample_reading: Reading, sample_closely: Reading
) -> None:
    desk.session.lay(create_matter(tmp_path / "sample.carveout", sample_reading, SAMPLE.read_bytes()))
    desk.session.take_close_reading(sample_closely)
    workspaces = desk.window.workspaces
    workspaces.show_proofread()
    detail = workspaces.proofread.findings.detail
    detail.show_finding(next(one for one in sample_closely.findings if one.rule == "double-negative"))
    QTest.mouseClick(detail.rule, Qt.MouseButton.LeftButton)
    assert shown(opened(desk)) == "Double negative"
    opened(desk).close()


def test_a_rule_that_is_gone_has_no_page() -> None:
    assert rule_page("double-negative") == "rules/double-negative.md"
    assert rule_page("of-last-year") == ""


def test_a_guide_that_was_not_installed_is_said_to_be_missing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents.cache_clear()
    monkeypatch.setattr(contents_of, "GUIDE", tmp_path)
    desk.window.menus.actions["guide"].trigger()
    sheet = desk.window.findChild(Sheet)
    assert sheet is not None
    assert any("install Carveout again" in label.text() for label in sheet.findChildren(PlainLabel))
    sheet.close()
    assert assets.GUIDE.is_dir()
