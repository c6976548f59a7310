from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.store.backup import back_up, newest_good, shelf_of
from carveout.store.errors import DamagedMatterError, PassphraseNeededError, WrongPassphraseError
from carveout.store.glimpse import text_of
from carveout.store.matter import Matter, open_matter
from carveout.store.passphrase import Key, can_protect, is_protected, key_for, key_of_token, new_key
from carveout.store.protection import rewrite
from carveout.store.recognition import looks_like_matter, source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.review.log import Operation

Note: TypeAlias = "Callable[[Matter, str], Operation]"

pytestmark = pytest.mark.skipif(not can_protect(), reason="SQLCipher is not installed")

WORDS = "correct horse, bättery"


@pytest.fixture(scope="session")
def key() -> Key:
    """A key, made once: that takes its time."""
    return new_key(WORDS)


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def protected(matter: Matter, note: Note, key: Key, backups: Path) -> Path:
    """The path of a protected matter with a note in it, and with backups that it had before."""
    note(matter, "Privileged")
    back_up(matter, backups)
    note(matter, "and confidential")
    matter.close()
    rewrite(matter.path, None, key, backups)
    return matter.path


def test_a_protected_matter_is_as_it_was_and_can_be_worked_on(
    protected: Path, matter: Matter, source: bytes, note: Note, key: Key
) -> None:
    with open_matter(protected, key=key) as again:
        assert (again.id, again.operations, again.review) == (matter.id, matter.operations, matter.review)
        assert again.source() == source
        more = note(again, "more")
    with open_matter(protected, key=key_for(protected, WORDS)) as again:
        assert again.operations[-1] == more


def test_no_word_of_it_stands_in_any_file(protected: Path, note: Note, key: Key, tmp_path: Path) -> None:
    with open_matter(protected, key=key) as matter:
        note(matter, "Privileged again")
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert any(path.name.endswith("-journal") for path in files)
        for path in files:
            content = path.read_bytes()
            assert b"Privileged" not in content
            assert b"SQLite format" not in content
            assert b"Subscription" not in content
            assert WORDS.encode() not in content
    assert stat.S_IMODE(protected.stat().st_mode) == 0o600 or os.name != "posix"


def test_the_old_pages_are_overwritten_where_another_name_still_has_them(
    matter: Matter, note: Note, key: Key, tmp_path: Path
) -> None:
    note(matter, "Privileged")
    matter.close()
    os.link(matter.path, tmp_path / "other name")
    rewrite(matter.path, None, key, tmp_path / "backups")
    assert not (tmp_path / "other name").read_bytes().strip(b"\0")


def test_its_backups_have_the_same_key_and_no_earlier_one_is_left(
    protected: Path, note: Note, key: Key, backups: Path
) -> None:
    (only,) = shelf_of(protected, backups).iterdir()
    assert is_protected(only)
    with open_matter(protected, key=key) as matter:
        note(matter, "new")
        backup = back_up(matter, backups)
    assert backup is not None
    assert newest_good(protected, backups, key) == backup
    assert newest_good(protected, backups) is None
    with open_matter(backup, key=key) as copy:
        assert copy.operations == matter.operations


def test_a_passphrase_is_asked_for_and_a_wrong_one_is_not_a_damaged_file(protected: Path) -> None:
    with pytest.raises(PassphraseNeededError, match="protected by a passphrase"):
        open_matter(protected)
    with pytest.raises(WrongPassphraseError, match="not the passphrase"):
        key_for(protected, WORDS + " ")
    assert key_for(protected, "correct horse, bättery").header == protected.read_bytes()[:16]


@pytest.mark.parametrize("at", [20, 5000, 60_000, -100])
def test_a_damaged_protected_matter_is_told_from_a_wrong_passphrase(
    protected: Path, key: Key, backups: Path, at: int
) -> None:
    content = bytearray(protected.read_bytes())
    content[at] ^= 1
    protected.write_bytes(content)
    with pytest.raises(DamagedMatterError) as refusal:
        open_matter(protected, key=key, backups=backups)
    assert refusal.value.backup is not None
    assert protected.read_bytes() == content


def test_another_key_opens_nothing(protected: Path, key: Key) -> None:
    with pytest.raises(DamagedMatterError):
        open_matter(protected, key=Key(bytes(32), key.header))


def test_protection_can_be_taken_away_again(protected: Path, matter: Matter, key: Key, backups: Path) -> None:
    rewrite(protected, key, None, backups)
    with open_matter(protected) as again:
        assert again.operations == matter.operations
    (only,) = shelf_of(protected, backups).iterdir()
    assert not is_protected(only)


def test_a_disk_that_is_full_leaves_the_matter_as_it_was(protected: Path, key: Key, backups: Path) -> None:
    before = protected.read_bytes()
    program = (
        "import pathlib, resource, signal, sys\n"
        "from carveout.store.errors import DiskFullError\n"
        "from carveout.store.passphrase import key_of_token\n"
        "from carveout.store.protection import rewrite\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "try:\n"
        "    rewrite(path, key_of_token(sys.argv[2]), None, pathlib.Path(sys.argv[3]))\n"
        "except DiskFullError as error:\n"
        "    print(error)\n"
    )
    if os.name != "posix":
        pytest.skip("Windows has no such limit")
    done = subprocess.run(
        [sys.executable, "-c", program, str(protected), key.token, str(backups)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "The disk is full" in done.stdout, done.stderr
    assert protected.read_bytes() == before
    assert not list(protected.parent.glob("*-part*"))


def test_a_look_at_a_protected_matter_tells_nothing(protected: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert looks_like_matter(protected)
    assert text_of(protected) is None
    assert source_of(protected) is None
    shutil.copyfile(protected, protected.with_name("copy"))
    assert capfd.readouterr() == ("", "")


def test_a_key_does_not_tell_itself(key: Key) -> None:
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
    assert key_of_token(key.token) == key
    with pytest.raises(ValueError, match="no key"):
        key_of_token("00")
