from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.store.matter import Matter


def test_a_matter_is_told_by_its_first_bytes_under_any_name(matter: Matter, tmp_path: Path) -> None:
    renamed = matter.path.rename(tmp_path / "mailed.dat")
    assert looks_like_matter(renamed)


def test_what_is_something_else_or_nothing_is_no_matter(tmp_path: Path) -> None:
    text = tmp_path / "agreement.carveout"
    text.write_bytes(b"SQLite format 3")
    assert not looks_like_matter(text)
    assert not looks_like_matter(tmp_path)
    assert not looks_like_matter(tmp_path / "nothing")
    assert not looks_like_matter(tmp_path / "no\0name")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not looks_like_matter(tmp_path / "pipe")
