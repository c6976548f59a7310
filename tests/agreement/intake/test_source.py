"""The bytes of a source file, or one clear sentence."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.intake.decoding import LARGEST
from carveout.agreement.intake.source import load
from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_gives_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "agreement.txt"
    file.write_bytes(b"This Agreement\r\n")
    assert load(file) == b"This Agreement\r\n"


def test_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotReadableError, match="is not there"):
        load(tmp_path / "nowhere.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotReadableError, match="is a folder"):
        load(tmp_path)


def test_a_file_below_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "agreement.txt").write_text("words")
    with pytest.raises(NotReadableError, match="can't be read"):
        load(tmp_path / "agreement.txt" / "below.txt")


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReadableError, match="can't be read"):
        load(tmp_path / "a\0b")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "agreement.txt"
    file.write_text("words")
    file.chmod(0)
    with pytest.raises(NotReadableError, match="may not be read"):
        load(file)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among the files")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotReadableError, match="no file that can be opened"):
        load(pipe)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "agreement.txt"
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST + 1)
    with pytest.raises(NotReadableError, match="larger than 50 MB"):
        load(file)
