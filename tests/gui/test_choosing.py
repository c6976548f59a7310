"""A filing that holds several agreements asks which; one that holds one doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.choosing import ChoosingSheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 30_000
WORDS = """<html><body><p align="center"><b>{title}</b></p>
<p>This {title} is made on May 5, 2024 by and between Alpha Corp. and Beta Inc.</p>
<p>1. <u>Sale</u>. The Seller sells the shares, except as set forth in Schedule 1.</p></body></html>"""
TITLES = {"EX-10.1": "CREDIT AGREEMENT", "EX-10.2": "LEASE AGREEMENT"}


def filing(*types: str) -> str:
    parts = ["<SEC-DOCUMENT>0001.txt : 20240505\n"]
    for number, kind in enumerate(("8-K", *types, "GRAPHIC"), start=1):
        words = WORDS.format(title=TITLES.get(kind, "CURRENT REPORT"))
        parts.append(
            f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{number}\n<DESCRIPTION>{TITLES.get(kind, kind)}\n<TEXT>\n"
            f"{words}\n</TEXT>\n</DOCUMENT>\n"
        )
    return "".join(parts)


@pytest.fixture
def source(agreement: Path) -> Path:
    path = agreement.with_name("filing.txt")
    path.write_text(filing(*TITLES), encoding="utf-8")
    return path


def asked(desk: Desk, source: Path, qtbot: QtBot) -> ChoosingSheet:
    with qtbot.waitSignal(desk.window.papers.opening.asked, timeout=PATIENCE):
        desk.open(source)
    sheet = desk.window.findChild(ChoosingSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def test_several_agreements_are_listed_and_the_first_is_offered(desk: Desk, source: Path, qtbot: QtBot) -> None:
    sheet = asked(desk, source, qtbot)
    said = [sheet.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(sheet.list.count())]
    assert [one.split(",")[0] for one in said] == [
        "8-K   8-K",
        "EX-10.1   CREDIT AGREEMENT",
        "EX-10.2   LEASE AGREEMENT",
    ]
    assert said[1].startswith("EX-10.1   CREDIT AGREEMENT, CREDIT AGREEMENT This CREDIT AGREEMENT is made on May 5")
    assert sheet.list.currentRow() == 1
    assert desk.session.matter is None
    assert not desk.window.reading_work.isVisible()


def test_enter_opens_the_chosen_one_as_a_matter_of_its_own(desk: Desk, source: Path, qtbot: QtBot) -> None:
    found = []
    for steps in (0, 1, 0):
        sheet = asked(desk, source, qtbot)
        for _ in range(steps):
            QTest.keyClick(sheet.list, Qt.Key.Key_Down)
        with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
            QTest.keyClick(sheet.list, Qt.Key.Key_Return)
        assert desk.session.matter is not None
        found.append((desk.session.matter.path.name, desk.session.matter.reading.title))
    assert found == [
        ("filing EX-10.1.carveout", "CREDIT AGREEMENT"),
        ("filing EX-10.2.carveout", "LEASE AGREEMENT"),
        ("filing EX-10.1.carveout", "CREDIT AGREEMENT"),
    ]


def test_esc_leaves_everything_as_it_was(desk: Desk, source: Path, qtbot: QtBot) -> None:
    sheet = asked(desk, source, qtbot)
    QTest.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.session.matter is None
    assert not list(source.parent.glob("*.carveout"))


def test_a_filing_of_one_agreement_is_opened_at_once(desk: Desk, source: Path, qtbot: QtBot) -> None:
    source.write_text(filing("EX-10.2"), encoding="utf-8")
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.open(source)
    assert desk.session.matter is not None
    assert desk.session.matter.reading.title == "LEASE AGREEMENT"


def test_a_filing_in_plain_text_may_be_read_as_a_whole(desk: Desk, source: Path, qtbot: QtBot) -> None:
    plain = filing(*TITLES).replace("<html><body>", "").replace("</body></html>", "")
    for tag in ("<p>", "</p>", '<p align="center">', "<b>", "</b>", "<u>", "</u>"):
        plain = plain.replace(tag, "\n" if "p" in tag else "")
    source.write_text(plain, encoding="utf-8")
    sheet = asked(desk, source, qtbot)
    QTest.keyClick(sheet.list, Qt.Key.Key_End)
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert desk.session.matter is not None
    assert desk.session.matter.path.name == "filing.carveout"
    assert "LEASE AGREEMENT" in desk.session.matter.reading.text
    assert "CREDIT AGREEMENT" in desk.session.matter.reading.text
