from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from carveout.gui.folders import backups_folder
from carveout.gui.opening import Opening
from carveout.store.backup import back_up
from carveout.store.matter import Matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 30_000

pytestmark = pytest.mark.usefixtures("own_home")


class Desk:
    """What an opening brings, and in which order it says so. It opens what was made, as the window does."""

    def __init__(self, qtbot: QtBot) -> None:
        self.opening = Opening()
        self.heard: list[str] = []
        self.matters: list[Matter] = []
        self.taken = ""
        self.sentence = ""
        self.backup: Path | None = None
        self._qtbot = qtbot
        self.opening.opened.connect(self._on_opened)
        self.opening.made.connect(self.opening.open)
        self.opening.failed.connect(self._on_failed)
        self.opening.began.connect(self._on_began)
        self.opening.ended.connect(self._on_ended)

    def open(self, path: Path) -> None:
        """Open a file and wait for the outcome."""
        outcomes = self.outcomes
        self.opening.open(path)
        self._qtbot.waitUntil(lambda: self.outcomes > outcomes, timeout=PATIENCE)

    @property
    def outcomes(self) -> int:
        return self.heard.count("opened") + self.heard.count("failed")

    def clear(self) -> None:
        self.opening.cancel()
        self.opening.release()
        for matter in self.matters:
            matter.close()

    def _on_opened(self, matter: Matter, taken: str) -> None:
        self.heard.append("opened")
        self.matters.append(matter)
        self.taken = taken

    def _on_failed(self, sentence: str, backup: Path | None) -> None:
        self.heard.append("failed")
        self.sentence, self.backup = sentence, backup

    def _on_began(self, what: str) -> None:
        self.heard.append(what)

    def _on_ended(self) -> None:
        self.heard.append("ended")


@pytest.fixture
def new_desk(qtbot: QtBot) -> Iterator[Callable[[], Desk]]:
    desks: list[Desk] = []

    def make() -> Desk:
        desks.append(Desk(qtbot))
        return desks[-1]

    yield make
    for desk in desks:
        desk.clear()


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    return new_desk()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_source_is_read_and_a_matter_made_beside_it(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    assert desk.heard == ["Reading agreement.txt", "ended", "opened"]
    (matter,) = desk.matters
    assert matter.path == agreement.with_name("agreement.carveout")
    assert matter.reading.title == "SHARE PURCHASE AGREEMENT"
    assert matter.source() == agreement.read_bytes()
    assert not matter.read_only


def test_a_source_opened_before_brings_its_matter_without_reading_again(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    desk.heard.clear()
    desk.open(agreement)
    assert desk.heard == ["opened"]
    assert desk.matters[0].id == desk.matters[1].id


def test_a_matter_is_known_by_its_first_bytes_under_any_name(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    mailed = agreement.with_name("agreement.dat")
    mailed.write_bytes(desk.matters[0].path.read_bytes())
    desk.open(mailed)
    assert desk.matters[1].path == mailed


def test_a_name_relative_to_the_folder_one_is_in_will_do(
    desk: Desk, agreement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(agreement.parent)
    odd = agreement.rename(agreement.with_name("--json"))
    desk.open(odd.relative_to(agreement.parent))
    assert desk.matters[0].path == odd.with_name("--json.carveout")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "“agreement.txt” is empty: it holds no words."),
        (bytes(range(256)) * 400, "“agreement.txt” holds no text that can be read: open the agreement as plain text."),
    ],
)
def test_what_holds_no_text_is_refused_in_a_sentence(desk: Desk, agreement: Path, content: bytes, told: str) -> None:
    agreement.write_bytes(content)
    desk.open(agreement)
    assert desk.heard == ["Reading agreement.txt", "ended", "failed"]
    assert (desk.sentence, desk.backup) == (told, None)
    assert names_in(agreement.parent) == ["agreement.txt"]


@pytest.mark.parametrize(
    "name", ["nothing.txt", "nothing.carveout", "folder", "folder.carveout", "pipe", "pipe.carveout"]
)
def test_what_is_no_file_is_refused_in_a_sentence(desk: Desk, agreement: Path, name: str) -> None:
    path = agreement.with_name(name)
    if name.startswith("folder"):
        path.mkdir()
    elif name.startswith("pipe"):
        os.mkfifo(path)
    desk.open(path)
    assert desk.heard[-1] == "failed"
    assert name in desk.sentence
    assert desk.sentence.endswith(".")
    assert desk.sentence.count(". ") == 0


def test_a_file_that_may_not_be_read_is_refused_in_a_sentence(desk: Desk, agreement: Path) -> None:
    agreement.chmod(0)
    if os.access(agreement, os.R_OK):
        pytest.skip("this user may read everything")
    desk.open(agreement)
    assert "may not be read" in desk.sentence


def test_two_hundred_megabytes_are_refused_without_being_looked_at(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    os.truncate(agreement, 200_000_000)
    before = time.process_time()
    desk.open(agreement)
    assert time.process_time() - before < 0.2
    assert "larger than 50 MB" in desk.sentence


def test_cancelling_leaves_nothing_behind(desk: Desk, agreement: Path) -> None:
    desk.opening.open(agreement)
    desk.opening.cancel()
    assert desk.heard == ["Reading agreement.txt", "ended"]
    assert names_in(agreement.parent) == ["agreement.txt"]


def test_opening_another_file_gives_up_the_one_being_read(desk: Desk, agreement: Path) -> None:
    other = agreement.with_name("other.txt")
    other.write_bytes(agreement.read_bytes())
    desk.opening.open(agreement)
    desk.open(other)
    assert desk.heard == ["Reading agreement.txt", "ended", "Reading other.txt", "ended", "opened"]
    assert names_in(agreement.parent) == [".other.carveout.lock", "agreement.txt", "other.carveout", "other.txt"]


def test_a_full_disk_makes_no_matter_and_leaves_no_part_of_one(
    desk: Desk, agreement: Path, full_disk: Callable[[], AbstractContextManager[None]]
) -> None:
    with full_disk():
        desk.open(agreement)
    assert "disk is full" in desk.sentence
    assert names_in(agreement.parent) == ["agreement.txt"]


def test_a_damaged_matter_is_refused_and_names_no_backup_where_there_is_none(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    path = desk.matters[0].path
    damage(path)
    desk.open(path)
    assert desk.sentence == "“agreement.carveout” is damaged and was left as it is; open another copy of it."
    assert desk.backup is None


def test_a_damaged_matter_is_refused_with_its_newest_good_backup(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    path = desk.matters[0].path
    backup = back_up(desk.matters[0], backups_folder())
    damage(path)
    desk.open(path)
    assert backup is not None
    assert backup.name in desk.sentence
    assert desk.backup == backup


def test_a_newer_matter_is_refused_and_left_as_it_is(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    desk.clear()
    path = desk.matters.pop().path
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    newer = path.read_bytes()
    desk.open(path)
    assert desk.sentence == "“agreement.carveout” was made by a newer Carveout; update Carveout to open it."
    assert path.read_bytes() == newer
    assert names_in(agreement.parent) == ["agreement.carveout", "agreement.txt"]


def test_a_matter_that_cannot_be_changed_opens_for_reading(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    path = desk.matters[0].path
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everywhere")
    desk.open(path)
    assert desk.matters[1].read_only
    assert not desk.taken


def test_a_second_window_has_the_matter_for_reading_until_the_first_lets_go(
    new_desk: Callable[[], Desk], agreement: Path
) -> None:
    first, second = new_desk(), new_desk()
    first.open(agreement)
    path = first.matters[0].path
    second.open(path)
    assert second.taken == "in another window"
    assert second.matters[0].read_only
    first.opening.release()
    second.open(path)
    assert not second.taken
    assert not second.matters[1].read_only


def test_the_lock_goes_with_the_matter_and_moves_with_the_desk(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    lock = agreement.with_name(".agreement.carveout.lock")
    assert lock.exists()
    desk.open(desk.matters[0].path)
    assert lock.exists()
    other = agreement.with_name("other.txt")
    other.write_bytes(agreement.read_bytes())
    desk.open(other)
    assert not lock.exists()
    desk.opening.release()
    assert names_in(agreement.parent) == ["agreement.carveout", "agreement.txt", "other.carveout", "other.txt"]


def test_what_cannot_be_opened_takes_no_lock_and_leaves_the_lock_of_what_is_open(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    bad = agreement.with_name("bad.carveout")
    bad.write_bytes(b"nothing")
    desk.open(bad)
    assert names_in(agreement.parent) == [
        ".agreement.carveout.lock",
        "agreement.carveout",
        "agreement.txt",
        "bad.carveout",
    ]


def test_the_lock_of_a_window_that_was_killed_holds_nobody_off(desk: Desk, agreement: Path) -> None:
    desk.open(agreement)
    path = desk.matters[0].path
    desk.opening.release()
    program = (
        "import os, sys\nfrom PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1])\nlock.setStaleLockTime(0)\nassert lock.tryLock(0)\nos.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path.with_name(f".{path.name}.lock"))], check=False)
    assert path.with_name(f".{path.name}.lock").exists()
    desk.open(path)
    assert not desk.taken


def damage(path: Path) -> None:
    """Change a letter of the reading that the matter holds."""
    with open_matter(path, read_only=True) as matter:
        found = matter.source()[:40]
    content = bytearray(path.read_bytes())
    content[content.index(found)] ^= 1
    path.write_bytes(content)
