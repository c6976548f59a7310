"""Pictures of the real window and the real memo, made without a display: `pictures.py DOCS`.

They are those of the documentation, with a review under way.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copies import picture_changes, picture_damaged, picture_returned, picture_together
from on_paper import SHOWN, clause, desk_of_nobody, grab, open_sample
from picture import PATIENCE, after, focused, front, keep, picture
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from views import picture_memo_sheet, picture_reading, picture_sheets

from carveout.agreement.remedies.scenario import Scenario
from carveout.gui.example import example
from carveout.review.edits import Suppose
from carveout.review.prepared import edits_of
from carveout.review.supposing import Supposed

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.session import Session

SCALE = 1.5  # pixels of a memo page for each of its points


def main() -> None:
    """Make every picture of the documentation in the folder named."""
    docs = Path(sys.argv[1])
    docs.mkdir(parents=True, exist_ok=True)
    with desk_of_nobody() as (desk, home):
        picture_docs(desk, docs, home)


def picture_docs(desk: Desk, docs: Path, home: Path) -> None:
    """Picture the start page, every workspace, and pages of the memo."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  (for developers only)

    grab(desk, docs / "start.png")
    matter = open_sample(desk, home)
    wait_for_close_reading(desk)
    review(desk.session, matter.reading)
    desk.place.go(clause(matter.reading, SHOWN))
    for theme in ("dark", "light"):
        desk.appearance.choose(theme)
        grab(desk, docs / f"read-{theme}.png")
    picture_reading(desk, docs)
    picture_workspaces(desk, docs)
    picture_at_hand(desk, docs)
    picture_sheets(desk, docs)
    picture_together(desk, docs, home)
    picture_returned(desk, docs, home)
    memo = home / "memo.pdf"
    subprocess.run([sys.executable, "-m", "carveout", "memo", str(matter.path), "-o", str(memo)], check=True)
    pages = pypdfium2.PdfDocument(memo)
    texts = [page.get_textpage().get_text_range() for page in pages]
    annotated = max(number for number, text in enumerate(texts) if f"{SHOWN.split()[1]} " in text)
    for name, number in (("memo", 0), ("memo-agreement", annotated)):
        keep(pages[number].render(scale=SCALE).to_pil(), docs / f"{name}.png")
    picture_memo_sheet(desk, docs)
    picture_changes(desk, docs, home)
    picture_damaged(desk, docs, home)


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
    QTest.keyClicks(focused(), "adverse effects petition")
    grab(desk, docs / "search.png")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    actions["split_view"].trigger()
    grab(desk, docs / "split.png")
    actions["split_view"].trigger()
    actions["keys"].trigger()
    sheet = after(front)
    picture(sheet, docs / "keys.png")
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


def review(session: Session, reading: Reading) -> None:
    """Write the example review, so that the pictures show what a review looks like."""
    for edit in edits_of(example(), reading, dt.datetime.now(dt.UTC)):
        session.do(edit)


if __name__ == "__main__":
    main()
