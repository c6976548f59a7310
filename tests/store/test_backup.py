from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.store.backup import back_up, newest_good, restore
from carveout.store.errors import MatterError, MatterExistsError
from carveout.store.matter import Matter, create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation

Note: TypeAlias = "Callable[[Matter, str], Operation]"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """A folder that isn't there yet."""
    return tmp_path / "state" / "backups"


def test_a_backup_is_a_matter_of_its_own(matter: Matter, note: Note, backups: Path) -> None:
    note(matter, "kept")
    backup = back_up(matter, backups)
    assert backup is not None
    with open_matter(backup) as copy:
        assert (copy.id, copy.operations, copy.review) == (matter.id, matter.operations, matter.review)
        assert copy.source() == matter.source()
    assert list(backup.parent.iterdir()) == [backup]


def test_a_matter_that_has_not_changed_is_not_backed_up_again(matter: Matter, note: Note, backups: Path) -> None:
    first = back_up(matter, backups)
    assert first is not None
    assert back_up(matter, backups) is None
    note(matter, "new")
    assert back_up(matter, backups) not in {None, first}


def test_a_damaged_backup_does_not_stand_for_a_good_one(matter: Matter, backups: Path) -> None:
    bad = back_up(matter, backups)
    assert bad is not None
    bad.write_bytes(bad.read_bytes()[:-8192])
    good = back_up(matter, backups)
    assert good is not None
    assert newest_good(matter.path, backups) == good


def test_recent_backups_are_all_kept(matter: Matter, note: Note, backups: Path) -> None:
    made = [back_up(matter, backups)]
    for number in range(12):
        note(matter, str(number))
        made.append(back_up(matter, backups))
    assert made[-1] is not None
    assert sorted(made[-1].parent.iterdir()) == made
    assert newest_good(matter.path, backups) == made[-1]


def test_an_old_backup_makes_room_for_a_good_one_and_not_for_a_damaged_one(
    matter: Matter, note: Note, backups: Path
) -> None:
    first = back_up(matter, backups)
    assert first is not None
    shelf = first.parent
    good, better, bad = (shelf / f"2020-05-0{day} 09-00-00.000000 UTC.carveout" for day in (1, 2, 3))
    shutil.copyfile(first, good)
    shutil.copyfile(first, better)
    bad.write_bytes(first.read_bytes()[:-8192])
    somebodys = shelf / "mine.carveout"
    somebodys.write_bytes(b"")
    note(matter, "new")
    second = back_up(matter, backups)
    assert sorted(shelf.iterdir()) == [better, first, second, somebodys]


def test_each_matter_has_its_own_backups(
    matter: Matter, backups: Path, tmp_path: Path, reading: Reading, source: bytes
) -> None:
    mine = back_up(matter, backups)
    with create_matter(tmp_path / "other.carveout", reading, source) as other:
        assert newest_good(other.path, backups) is None
        theirs = back_up(other, backups)
    assert newest_good(matter.path, backups) == mine
    assert newest_good(other.path, backups) == theirs


def test_a_matter_open_for_reading_is_not_backed_up(matter: Matter, backups: Path) -> None:
    with open_matter(matter.path, read_only=True) as reader:
        assert back_up(reader, backups) is None
    assert not backups.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_only_its_owner_may_read_a_backup(matter: Matter, backups: Path) -> None:
    backup = back_up(matter, backups)
    assert backup is not None
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_a_folder_that_can_not_hold_backups_is_told_in_a_sentence(matter: Matter, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(MatterError):
        back_up(matter, tmp_path / "a file")
    assert newest_good(matter.path, tmp_path / "a file") is None


def test_a_backup_is_worked_on_in_a_copy(matter: Matter, note: Note, backups: Path, tmp_path: Path) -> None:
    note(matter, "kept")
    backup = back_up(matter, backups)
    assert backup is not None
    before = backup.read_bytes()
    target = tmp_path / "restored.carveout"
    restore(backup, target)
    with open_matter(target) as copy:
        note(copy, "new")
    assert backup.read_bytes() == before
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(MatterExistsError):
        restore(backup, target)
    assert not list(tmp_path.glob(".*-part"))
