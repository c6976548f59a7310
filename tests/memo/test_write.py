"""Writing the memo: whole or not at all, and never through somebody else's link."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.progress import Cancelled
from carveout.memo.memo import memo_of
from carveout.memo.write import MemoError, print_to, write
from carveout.review.review import Review

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.memo.memo import Memo


def test_the_memo_can_be_read_by_its_owner_only(memo: Memo, tmp_path: Path) -> None:
    target = tmp_path / "memo.pdf"
    write(memo, target)
    assert target.read_bytes().startswith(b"%PDF-1.7")
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_the_same_memo_gives_the_same_bytes(memo: Memo, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    write(memo, one)
    write(memo, other)
    assert one.read_bytes() == other.read_bytes()


def test_progress_rises_to_its_end(memo: Memo, tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    write(memo, tmp_path / "memo.pdf", lambda done, total, _: said.append((done, total)))
    assert said == sorted(said)
    assert len({total for _, total in said}) == 1
    assert said[-1][0] == said[-1][1]
    assert all(0 <= done <= total for done, total in said)


def test_pages_are_written_as_they_fill_and_not_all_at_the_end(sample_memo: Memo) -> None:
    out = BytesIO()
    written: list[int] = []
    print_to(out, sample_memo, lambda *_: written.append(out.tell()))
    whole = len(out.getvalue())
    assert written == sorted(written)
    assert max(after - before for before, after in pairwise([*written, whole])) < whole / 3
    assert written[len(written) // 2] > whole / 5


@pytest.mark.parametrize("share", [0.0, 0.2, 0.4, 0.7, 1.0])
def test_cancelling_leaves_no_file_and_no_trace(memo: Memo, tmp_path: Path, share: float) -> None:
    def cancel(done: int, total: int, _stage: str) -> None:
        if done >= share * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(memo, tmp_path / "memo.pdf", cancel)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_keeps_the_memo_that_was_there(memo: Memo, tmp_path: Path) -> None:
    target = tmp_path / "memo.pdf"
    target.write_bytes(b"the memo of yesterday")

    def cancel(_done: int, _total: int, _stage: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(memo, target, cancel)
    assert target.read_bytes() == b"the memo of yesterday"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives links to administrators only")
def test_a_link_at_the_target_is_replaced_and_not_followed(memo: Memo, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("keep me", encoding="utf-8")
    target = tmp_path / "memo.pdf"
    target.symlink_to(precious)
    write(memo, target)
    assert precious.read_text(encoding="utf-8") == "keep me"
    assert not target.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")


def test_a_folder_at_the_target_is_told_in_one_sentence(memo: Memo, tmp_path: Path) -> None:
    with pytest.raises(MemoError, match="“reports” is a folder; choose a name"):
        write(memo, _made(tmp_path / "reports"))


def test_a_missing_folder_is_told_in_one_sentence(memo: Memo, tmp_path: Path) -> None:
    with pytest.raises(MemoError, match=r"The folder for “memo\.pdf” is not there; choose another"):
        write(memo, tmp_path / "nowhere" / "memo.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is POSIX's")
def test_a_full_disk_is_told_and_leaves_the_old_memo(tmp_path: Path) -> None:
    target = tmp_path / "memo.pdf"
    target.write_bytes(b"the memo of yesterday")
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from carveout.memo.write import MemoError, _put\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    _put(lambda out: out.write(b'x' * 8192), Path(sys.argv[1]))\n"
        "except OSError as error:\n    from carveout.memo.write import _told; print(_told(error, Path(sys.argv[1])))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(target)], capture_output=True, text=True, check=True)
    assert done.stdout.strip().startswith("The disk has no room for “memo.pdf”, so it was not written; free some")
    assert target.read_bytes() == b"the memo of yesterday"
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_document_has_a_memo_too(memo: Memo, tmp_path: Path) -> None:
    bare = replace(memo.reading, representations=(), carveouts=(), qualifiers=(), text="", paragraphs=(), places=())
    bare = replace(bare, outline=type(bare.outline)(()))
    target = tmp_path / "memo.pdf"
    write(memo_of(bare, Review(), memo.heading), target)
    assert target.stat().st_size > 1000


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
