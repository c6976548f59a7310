"""What can be wrong with a file or a disk: one sentence and a way on, in a window that stays alive."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from carveout.agreement.read import read
from carveout.assets import RESOURCES
from carveout.gui.folders import backups_folder
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.gui.story.conftest import Counsel

DEAL = """                            PURCHASE AGREEMENT

     This Purchase Agreement is made on May 1, 2003 by and between Alpha Corporation ("Alpha") and Beta Corporation
("Beta").

     Article 1.  (Representations and Warranties of Alpha)

     Alpha hereby represents and warrants to Beta as follows:

     1.1  Organization.  Alpha is duly organized & validly existing under <b>the laws</b> of its <img src="seal.png">.

     1.2  Accounts.  The accounts of Alpha are \u202eeurt\u202c and\x07 complete, except for what is disclosed.
"""
CONTROL = Qt.KeyboardModifier.ControlModifier
NOBODY = 65534


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    """A small agreement, in a folder of its own."""
    folder = tmp_path / "deals"
    folder.mkdir()
    path = folder / "deal.txt"
    path.write_text(DEAL, encoding="utf-8")
    return path


@pytest.fixture
def matter(deal: Path) -> Path:
    """A matter made of it."""
    path = deal.with_name("kept.carveout")
    create_matter(path, read(deal.read_bytes(), deal.name), deal.read_bytes()).close()
    return path


@contextmanager
def little_space(size: int) -> Iterator[None]:
    """Let no file of this process and its children, a log of the tests included, grow beyond so many bytes."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def missing(folder: Path) -> Path:
    return folder / "gone.txt"


def folder_itself(folder: Path) -> Path:
    return folder


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.touch()
    return path


def junk(folder: Path) -> Path:
    path = folder / "junk.txt"
    path.write_bytes(random.Random(1).randbytes(100_000))
    return path


def huge(folder: Path) -> Path:
    path = folder / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def circular(folder: Path) -> Path:
    path = folder / "circle.txt"
    path.symlink_to(path)
    return path


def no_matter(folder: Path) -> Path:
    path = folder / "letter.carveout"
    path.write_text("Dear counsel,")
    return path


def missing_matter(folder: Path) -> Path:
    return folder / "gone.carveout"


@pytest.mark.parametrize(
    "bad", [missing, folder_itself, empty, junk, huge, circular, no_matter, missing_matter], ids=lambda f: f.__name__
)
def test_what_cant_be_opened_is_said_in_one_sentence_and_the_next_file_opens(
    bad: Callable[[Path], Path], deal: Path, counsel: Callable[[], Counsel]
) -> None:
    she = counsel()
    said = she.is_told(lambda: she.window.papers.open(bad(deal.parent)))
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert she.window.start.isVisible()
    she.opens(lambda: she.window.papers.open(deal))
    assert not she.window.notice.isVisible()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_whom_to_ask(deal: Path, counsel: Callable[[], Counsel]) -> None:
    deal.chmod(0)
    she = counsel()
    assert "permission" in she.is_told(lambda: she.window.papers.open(deal))


def test_what_cant_be_opened_leaves_what_is_open(matter: Path, counsel: Callable[[], Counsel]) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(matter))
    she.is_told(lambda: she.window.papers.open(matter.with_name("gone.txt")))
    assert she.desk.session.matter is not None
    she.click_in_outline("Section 1.1")
    she.key(Qt.Key.Key_R)
    assert she.desk.session.review.marks


def test_a_text_that_is_no_agreement_is_shown_and_said_to_be_none(
    tmp_path: Path, counsel: Callable[[], Counsel]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear counsel,\n\nthe meeting is on Monday.\n\nYours\n")
    she = counsel()
    she.opens(lambda: she.window.papers.open(letter))
    assert she.window.checks.isVisible()
    assert she.window.checks.accessibleName().startswith("No agreement was found in this document")
    assert "the meeting is on Monday" in she.window.text.sheet.toPlainText()


def test_markup_and_hiding_characters_are_shown_as_what_they_are(deal: Path, counsel: Callable[[], Counsel]) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(deal))
    shown = she.window.text.sheet.toPlainText()
    assert 'organized & validly existing under <b>the laws</b> of its <img src="seal.png">' in shown
    assert "⟦RLO⟧eurt⟦PDF⟧ and⟦U+0007⟧ complete" in shown


def test_a_line_of_a_megabyte_leaves_the_window_alive(deal: Path, counsel: Callable[[], Counsel]) -> None:
    long = deal.with_name("long.txt")
    long.write_text(DEAL + "     1.3  Taxes.  " + "no tax is owed " * 70_000)
    she = counsel()
    she.is_told_or_opens(lambda: she.window.papers.open(long))
    she.opens(lambda: she.window.papers.open(deal))


def test_a_damaged_matter_offers_its_backup_and_works_on_a_copy_of_it(
    matter: Path, counsel: Callable[[], Counsel], qtbot: QtBot
) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(matter))
    she.click_in_outline("Section 1.1")
    she.key(Qt.Key.Key_R)
    she.key(Qt.Key.Key_W, CONTROL)  # backed up as it leaves the desk
    qtbot.waitUntil(lambda: any(backups_folder().rglob("*.carveout")), timeout=30_000)
    damaged = bytearray(matter.read_bytes())
    damaged[len(damaged) // 2 :] = bytes(len(damaged) - len(damaged) // 2)
    matter.write_bytes(damaged)
    assert "damaged" in she.is_told(lambda: she.window.papers.open(matter))
    she.opens(lambda: she.press("Open the backup"))
    assert she.desk.session.review.marks
    assert she.desk.session.writable
    assert matter.read_bytes() == damaged


def test_a_matter_of_a_newer_version_is_refused_untouched(matter: Path, counsel: Callable[[], Counsel]) -> None:
    with sqlite3.connect(matter) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = matter.read_bytes()
    she = counsel()
    assert "newer" in she.is_told(lambda: she.window.papers.open(matter))
    assert matter.read_bytes() == before


def test_a_matter_that_another_window_has_open_is_for_reading_until_that_one_closes(
    matter: Path, counsel: Callable[[], Counsel]
) -> None:
    first, second = counsel(), counsel()
    first.opens(lambda: first.window.papers.open(matter))
    assert "another window" in second.is_told(lambda: second.opens(lambda: second.window.papers.open(matter)))
    assert not second.desk.session.writable
    assert first.desk.session.writable
    first.window.close()
    second.opens(lambda: second.press("Try again"))
    assert second.desk.session.writable


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_matter_that_is_read_only_opens_for_reading_and_says_so(matter: Path) -> None:
    said = _window_without_rights(matter)
    assert (
        said == f"False “{matter.name}” can't be changed where it is; copy it to a folder of your own to annotate it."
    )


def test_a_full_disk_loses_no_note_and_saves_it_once_there_is_room(
    matter: Path, counsel: Callable[[], Counsel]
) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(matter))
    she.click_in_outline("Section 1.2")
    she.key(Qt.Key.Key_N)
    she.write("a note that needs room")
    with little_space(1000):
        assert "disk" in she.is_told(lambda: she.key(Qt.Key.Key_Return, CONTROL))
    (field,) = (f for f in she.window.inspector.findChildren(QPlainTextEdit, "commentField") if f.isVisible())
    assert field.toPlainText() == "a note that needs room"
    assert not she.desk.session.review.annotations
    she.key(Qt.Key.Key_Return, CONTROL)
    assert [a.comment for a in she.desk.session.review.annotations.values()] == ["a note that needs room"]


def test_a_window_with_a_note_that_cant_be_saved_does_not_close_on_it(
    matter: Path, counsel: Callable[[], Counsel]
) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(matter))
    she.click_in_outline("Section 1.2")
    she.key(Qt.Key.Key_N)
    she.write("not to be lost")
    with little_space(1000):
        she.is_told(she.window.close)
        assert she.window.isVisible()
    she.window.close()
    with open_matter(matter) as kept:
        assert [a.comment for a in kept.review.annotations.values()] == ["not to be lost"]


def test_a_full_disk_leaves_no_memo_and_says_so(
    matter: Path,
    counsel: Callable[[], Counsel],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    she = counsel()
    she.opens(lambda: she.window.papers.open(matter))
    qtbot.waitUntil(lambda: any(backups_folder().rglob("*.carveout")))  # made soon after, while there is room
    folder = tmp_path / "out"
    folder.mkdir()
    with little_space(4096):
        assert "room" in she.is_told(lambda: she.window.handing_in.export(folder / "memo.pdf"))
    assert not list(folder.iterdir())


def test_nothing_of_the_sample_folder_is_written_to(counsel: Callable[[], Counsel]) -> None:
    before = sorted((RESOURCES / "samples").iterdir())
    she = counsel()
    she.opens(lambda: she.press("Open the sample filing"))
    matter = she.desk.session.matter
    assert matter is not None
    assert matter.path.parent.name == "Carveout"
    assert sorted((RESOURCES / "samples").iterdir()) == before


def _window_without_rights(matter: Path) -> str:
    """Open a matter in a window of somebody who may read it but not write to it; return what she is told."""
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from carveout.gui.start import named_application\n"
        "application = named_application()\n"
        "from carveout.gui.application import Desk\n"
        "import carveout.store.backup, sqlite_utils\n"
        "desk = Desk(application)\n"
        "carveout.store.matter.open_matter(Path(sys.argv[1]), read_only=True).close()\n"
        f"os.getuid() or os.setuid({NOBODY})\n"
        "desk.open(Path(sys.argv[1]))\n"
        "print(desk.session.writable, desk.window.notice.accessibleName())\n"
        "os._exit(sys.stdout.flush() or 0)\n"
    )
    matter.chmod(0o444)
    above = [matter.parent, *(p for p in matter.parent.parents if p.stat().st_uid == os.getuid() and p != p.parent)]
    modes = {folder: folder.stat().st_mode for folder in above if "pytest" in str(folder)}
    for folder in modes:
        folder.chmod(0o555)
    try:
        run = subprocess.run(
            [sys.executable, "-c", program, str(matter)], capture_output=True, text=True, timeout=60, check=True
        )
    finally:
        for folder, mode in modes.items():
            folder.chmod(mode)
    return run.stdout.strip()
