"""Pictures of the real window and the real memo, made without a display.

`pictures.py window OUT` leaves a matter of the sample, and the window on it, in OUT. `pictures.py docs DOCS` makes the
pictures of the documentation, with a review under way.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carveout.agreement.clause import ClauseKind
from carveout.agreement.remedies.scenario import Scenario
from carveout.assets import RESOURCES
from carveout.gui.application import Desk
from carveout.gui.example import example
from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.gui.settings import Settings
from carveout.gui.together.merging import merge
from carveout.review.annotation import Severity, Visibility
from carveout.review.edits import Annotate, Suppose
from carveout.review.log import Role, sealed
from carveout.review.prepared import edits_of
from carveout.review.supposing import Supposed
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session
    from carveout.store.matter import Matter

SIZE = (1440, 900)
PATIENCE = 60_000  # milliseconds for the sample to be read
SCALE = 1.5  # pixels of a memo page for each of its points
SHOWN = "Section 3.10"


def main() -> None:
    """Make what the command line asks for."""
    what, target = sys.argv[1], Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, home)
        application = QApplication(["carveout"])
        application.setOrganizationName("Carveout")
        application.setApplicationName("Carveout")
        Settings().toured = True
        desk = Desk(application)
        desk.appearance.choose("light")
        desk.window.show()
        desk.window.resize(*SIZE)  # the screen that isn't there is smaller
        if what == "window":
            picture_window(desk, target)
        else:
            picture_docs(desk, target, Path(home))
        desk.window.close()


def picture_window(desk: Desk, out: Path) -> None:
    """Make the sample's matter, as opening it does, and a picture of the window on it."""
    matter = open_sample(desk, out)
    desk.place.go(clause(matter.reading, SHOWN))
    grab(desk, out / "window.png")


def picture_docs(desk: Desk, docs: Path, home: Path) -> None:
    """Picture the start page, every workspace, and pages of the memo."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  (for developers only)

    grab(desk, docs / "start.png")
    desk.session.author = example().reviewer
    matter = open_sample(desk, home)
    wait_for_close_reading(desk)
    review(desk.session, matter.reading)
    desk.place.go(clause(matter.reading, SHOWN))
    for theme in ("dark", "light"):
        desk.appearance.choose(theme)
        grab(desk, docs / f"read-{theme}.png")
    picture_workspaces(desk, docs)
    picture_at_hand(desk, docs)
    picture_together(desk, docs, home)
    memo = home / "memo.pdf"
    subprocess.run([sys.executable, "-m", "carveout", "memo", str(matter.path), "-o", str(memo)], check=True)
    pages = pypdfium2.PdfDocument(memo)
    texts = [page.get_textpage().get_text_range() for page in pages]
    annotated = max(number for number, text in enumerate(texts) if f"{SHOWN.split()[1]} " in text)
    for name, number in (("memo", 0), ("memo-agreement", annotated)):
        pages[number].render(scale=SCALE).to_pil().save(docs / f"{name}.png", optimize=True)
    picture_memo_sheet(desk, docs)


def picture_workspaces(desk: Desk, docs: Path) -> None:
    """Picture the workspaces that the close reading fills, each page of them."""
    workspaces, session = desk.window.workspaces, desk.session
    workspaces.show_carveouts()
    for page, name in enumerate(("carve-outs", "wording", "reach", "gaps", "map")):
        workspaces.carveouts.show_page(page)
        grab(desk, docs / f"{name}.png")
    fact = Scenario("Crosswave", "petitions for Corporate Reorganization Procedure", dt.date(2003, 8, 20))
    session.do(Suppose("sample", None, Supposed(fact, session.author, dt.datetime.now(dt.UTC))))
    workspaces.show_remedies()
    for page, name in ((0, "remedies"), (1, "accuracy-tests"), (2, "effect-tests"), (4, "scenario")):
        workspaces.remedies.show_page(page)
        grab(desk, docs / f"{name}.png")
    workspaces.show_proofread()
    for page, name in enumerate(("proofread", "schedules", "figures")):
        workspaces.proofread.show_page(page)
        grab(desk, docs / f"{name}.png")


def picture_at_hand(desk: Desk, docs: Path) -> None:
    """Picture the issues, what is found while one types, two views of the text, and the sheet of keys."""
    window, actions = desk.window, desk.window.menus.actions
    window.workspaces.show_issues()
    grab(desk, docs / "issues.png")
    window.show_read()
    actions["search"].trigger()
    QTest.keyClicks(_focused(), "adverse effects petition")
    grab(desk, docs / "search.png")
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    actions["split_view"].trigger()
    grab(desk, docs / "split.png")
    actions["split_view"].trigger()
    actions["keys"].trigger()
    sheet = QApplication.activeModalWidget()
    if sheet is None:
        raise SystemExit("The keys are not shown.")
    sheet.grab().save(str(docs / "keys.png"))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    if focused is None:
        raise SystemExit("Nothing in the window takes keys.")
    return focused


def picture_together(desk: Desk, docs: Path, home: Path) -> None:
    """Picture the window after a colleague's copy was merged that changed the same issue."""
    session, matter = desk.session, desk.session.matter
    if matter is None:
        raise SystemExit("There is no matter to merge a copy into.")
    issue = next(one for one in session.review.in_order() if one.severity is not None)
    copy = Path(shutil.copy(matter.path, home / "copy.carveout"))
    with open_matter(copy) as other:
        edit = Annotate(issue.id, issue, replace(issue, severity=Severity.LOW))
        name = "K. Tanaka"
        at = dt.datetime.now(dt.UTC)
        other.append(sealed(other.head, id="colleague", at=at, author=name, role=Role.EDIT, of=None, edit=edit))
        theirs = other.operations
    session.rewrite(replace(issue, severity=Severity.MEDIUM))
    merge(session, theirs)
    desk.place.go(issue.anchor.clause, issue.anchor.span)
    grab(desk, docs / "conflict.png")


def picture_memo_sheet(desk: Desk, docs: Path) -> None:
    """Picture the sheet that asks for the memo, for a client who may see some of the notes."""
    session = desk.session
    for one in session.review.in_order()[::2]:
        session.rewrite(replace(one, visibility=Visibility.SHARED))
    desk.window.menus.actions["export"].trigger()
    sheet = QApplication.activeModalWidget()
    if not isinstance(sheet, MemoSheet):
        raise SystemExit("Nobody asks how the memo is to be set.")
    client = sheet.settings.audience.choice.button("client")
    client.setFocus()
    client.click()
    sheet.settings.firm.setText("Hartley & Moss LLP")
    grab(desk, docs / "memo-sheet.png", sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def wait_for_close_reading(desk: Desk) -> None:
    """Return once the reading on the desk was read closely."""
    done = QEventLoop()
    desk.session.closely_read.connect(done.quit)
    if desk.session.reading is not None and not desk.session.reading.closely:
        QTimer.singleShot(PATIENCE, done.quit)
        done.exec()
    if desk.session.reading is None or not desk.session.reading.closely:
        raise SystemExit("The sample could not be read closely.")


def open_sample(desk: Desk, folder: Path) -> Matter:
    """Open a copy of the sample in the window, and return its matter, whose file lies beside the copy."""
    sample = Path(shutil.copy(min((RESOURCES / "samples").glob("*.txt")), folder))
    opened = QEventLoop()
    desk.session.opened.connect(opened.quit)
    desk.window.papers.opening.failed.connect(opened.quit)
    desk.open(sample)
    if desk.session.matter is None:
        QTimer.singleShot(PATIENCE, opened.quit)
        opened.exec()
    if desk.session.matter is None:
        raise SystemExit("The sample could not be opened in the window.")
    return desk.session.matter


def review(session: Session, reading: Reading) -> None:
    """Write the example review, so that the pictures show what a review looks like."""
    for edit in edits_of(example(), reading, dt.datetime.now(dt.UTC)):
        session.do(edit)


def clause(reading: Reading, citation: str) -> int:
    """Return the clause of the agreement that counsel cites so."""
    return next(c.id for c in reading.outline if c.citation == citation and c.kind is not ClauseKind.FILING_ITEM)


def grab(desk: Desk, target: Path, sheet: QWidget | None = None) -> None:
    """Write a picture of the window, or of a sheet over it, once it has laid itself out."""
    settled = QEventLoop()
    QTimer.singleShot(500, settled.quit)
    settled.exec()
    (sheet or desk.window).grab().save(str(target))


if __name__ == "__main__":
    main()
