"""What the window asks for is what the command line takes."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pypdf
import pytest

from carveout.cli import main
from carveout.gui.child import REFUSED
from carveout.gui.memo_sheet.command import command_for
from carveout.memo.instructions import Audience, Instructions, Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def hand_in(matter_file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Instructions, Path], int]:
    """Run the command with what it is to be fed."""

    def run(asked: Instructions, target: Path) -> int:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(asked.logo)))
        return main([*command_for(asked), str(matter_file), "-o", str(target)])

    return run


def test_words_that_look_like_options_and_a_logo_come_through(
    hand_in: Callable[[Instructions, Path], int], picture: Path, tmp_path: Path
) -> None:
    asked = Instructions(
        Audience.CLIENT,
        frozenset({Part.OPEN}),
        firm="--parts=issues",
        logo=picture.read_bytes(),
        recipient="-o ‘x’ $HOME & 株式会社",
        legend="",
    )
    assert hand_in(asked, tmp_path / "memo.pdf") == 0
    page = pypdf.PdfReader(tmp_path / "memo.pdf").pages[0]
    words = page.extract_text()
    assert asked.firm in words
    assert asked.recipient in words
    assert "Open points" in words
    assert "Issues by severity" not in words
    assert [image.image.size for image in page.images if image.image] == [(600, 200)]


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence(
    hand_in: Callable[[Instructions, Path], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hand_in(Instructions(logo=b"no picture"), tmp_path / "memo.pdf") == REFUSED
    assert "The logo can't be used: it is no PNG or JPEG that can be decoded" in capsys.readouterr().err
    assert not (tmp_path / "memo.pdf").exists()
